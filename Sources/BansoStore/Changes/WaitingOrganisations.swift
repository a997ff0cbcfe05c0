import BansoDomain
import GRDB

/// New organisations of a long import, until there are enough of them to be written by one statement. Each has its number
/// already; the database doesn't know them before `write`.
final class WaitingOrganisations {
    private let db: Database
    private let path: String
    private let statements: TableStatements
    private var rows: [[DatabaseValue]] = []
    private var ids: [CorporateNumber: Int64] = [:]
    /// The number that was given last; nil where another insert may have given one since.
    private var last: Int64?

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
        statements = TableStatements(db, .organisation)
    }

    /// - Parameters:
    ///   - number: what no other organisation has.
    ///   - values: of `RecordKind.columns`.
    /// - Returns: the new record's number.
    func add(_ number: CorporateNumber, _ values: [DatabaseValue]) throws -> Int64 {
        // AUTOINCREMENT: above every number that was ever given.
        let id =
            try last
            ?? Int64.fetchOne(
                db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'organisation'"))
            ?? 0
        last = id + 1
        rows.append(TableStatements.stored(.organisation, id: id + 1, values, version: 1))
        ids[number] = id + 1
        if rows.count == TableStatements.batch { try write() }
        return id + 1
    }

    subscript(number: CorporateNumber) -> Int64? { ids[number] }

    /// Writes those that wait.
    /// - Throws: `DeskError.failed` where the database refuses one: it was told to be taken, so that nothing may stay.
    func write() throws {
        last = nil
        guard !rows.isEmpty else { return }
        defer {
            rows.removeAll(keepingCapacity: true)
            ids.removeAll(keepingCapacity: true)
        }
        do {
            if rows.count == TableStatements.batch {
                try statements.insertMany(Array(rows.joined()))
            } else {
                for row in rows { try statements.insert(row) }
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw DeskError.failed(path: path, detail: error.message ?? "a rule is broken")
        }
    }
}
