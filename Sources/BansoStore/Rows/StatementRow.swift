import BansoDomain
import CSQLite
import GRDB

/// The current row of a statement, read off SQLite without a value in between: what GRDB makes of a row takes longer than to
/// find it.
struct StatementRow {
    private let statement: OpaquePointer

    var columnCount: Int { Int(sqlite3_column_count(statement)) }

    /// Runs a statement to its end and shows `body` each row.
    /// - Throws: `DatabaseError`, and what `body` throws.
    static func each(
        _ db: Database, sql: String, arguments: StatementArguments, _ body: (StatementRow) throws -> Void
    ) throws {
        let statement = try db.cachedStatement(sql: sql)
        statement.arguments = arguments
        let handle = statement.sqliteStatement
        // One that stands between two rows would hold the log.
        defer { sqlite3_reset(handle) }
        let row = StatementRow(statement: handle)
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(row)
            case SQLITE_DONE: return
            case let code:
                let message = String(cString: sqlite3_errmsg(db.sqliteConnection))
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
            }
        }
    }

    /// 0 for NULL.
    func number(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    /// Nil for NULL.
    func text(_ column: Int) -> String? {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return nil }
        let length = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }

    func value(_ column: Int, isDay: Bool = false) -> FieldValue {
        switch sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_INTEGER: return .number(number(column))
        case SQLITE_TEXT:
            guard let text = text(column) else { return .none }
            return isDay ? Day(iso: text).map { .day($0) } ?? .text(text) : .text(text)
        default: return .none
        }
    }
}
