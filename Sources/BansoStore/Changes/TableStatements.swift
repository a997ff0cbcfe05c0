import BansoDomain
import GRDB

/// The prepared statements of one audited table. The connection keeps them from one transaction to the next: with the
/// triggers behind them, preparing them takes longer than running them.
final class TableStatements {
    /// How many new rows of a long step one statement writes: what it does besides is done once for all of them.
    static let batch = 32

    private let db: Database
    private let selectText, insertText, insertManyText, updateText, deleteText: String
    private var known: [String: DirectStatement] = [:]
    private var texts: [UInt8] = []

    init(_ db: Database, _ table: RecordKind) {
        self.db = db
        let name = table.table
        let stored = table.columns + table.derivedColumns + ["version"]
        let places = "(" + Array(repeating: "?", count: stored.count + 1).joined(separator: ", ") + ")"
        selectText = "SELECT \((table.columns + ["version"]).joined(separator: ", ")) FROM \(name) WHERE id = ?"
        // Where one of many rows is refused the whole step is taken back: what each changes needs no copy of its own.
        let into = "INTO \(name) (id, \(stored.joined(separator: ", "))) VALUES \(places)"
        insertText = "INSERT \(into)"
        insertManyText = "INSERT OR FAIL \(into)" + String(repeating: ", \(places)", count: TableStatements.batch - 1)
        updateText =
            "UPDATE \(name) SET \(stored.map { $0 + " = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?"
        deleteText = "DELETE FROM \(name) WHERE id = ? AND version = ?"
    }

    /// The values of all columns, in the order in which they are inserted.
    /// - Parameter id: nil for a new number.
    static func stored(
        _ table: RecordKind, id: Int64?, _ values: [DatabaseValue], version: Int64
    ) -> [DatabaseValue] {
        [id.databaseValue] + values + table.derivedValues(values) + [version.databaseValue]
    }

    func select(id: Int64) throws -> StoredRow? {
        try Row.fetchOne(db.cachedStatement(sql: selectText), arguments: [id]).map(StoredRow.init)
    }

    func insert(_ values: [DatabaseValue]) throws { try run(insertText, values) }

    /// - Parameter values: of `batch` rows, one row after another.
    func insertMany(_ values: [DatabaseValue]) throws { try run(insertManyText, values) }

    /// - Returns: whether there was such a row.
    func update(_ values: [DatabaseValue], id: Int64, version: Int64) throws -> Bool {
        try run(updateText, values + [id.databaseValue, version.databaseValue])
        return db.changesCount == 1
    }

    /// - Returns: whether there was such a row.
    func delete(id: Int64, version: Int64) throws -> Bool {
        try run(deleteText, [id.databaseValue, version.databaseValue])
        return db.changesCount == 1
    }

    private func run(_ text: String, _ values: [DatabaseValue]) throws {
        try prepared(text).run(values, buffer: &texts)
    }

    private func prepared(_ text: String) throws -> DirectStatement {
        if let statement = known[text] { return statement }
        let statement = try DirectStatement(db, sql: text)
        known[text] = statement
        return statement
    }
}
