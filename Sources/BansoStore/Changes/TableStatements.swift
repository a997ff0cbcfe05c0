import BansoDomain
import GRDB

/// The prepared statements of one audited table, made once for a transaction of any size.
struct TableStatements {
    let select: Statement
    let insert: Statement
    let update: Statement
    let delete: Statement

    init(_ db: Database, _ table: RecordKind) throws {
        let name = table.table
        let stored = table.columns + table.derivedColumns + ["version"]
        let places = Array(repeating: "?", count: stored.count + 1).joined(separator: ", ")
        select = try db.makeStatement(
            sql: "SELECT \((table.columns + ["version"]).joined(separator: ", ")) FROM \(name) WHERE id = ?")
        insert = try db.makeStatement(
            sql: "INSERT INTO \(name) (id, \(stored.joined(separator: ", "))) VALUES (\(places))")
        update = try db.makeStatement(
            sql: """
                UPDATE \(name) SET \(stored.map { $0 + " = ?" }.joined(separator: ", ")) WHERE id = ? AND version = ?
                """)
        delete = try db.makeStatement(sql: "DELETE FROM \(name) WHERE id = ? AND version = ?")
    }
}
