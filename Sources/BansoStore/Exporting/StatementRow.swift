import BansoDomain
import CSQLite
import GRDB

/// The current row of a statement, read off SQLite without a value in between.
struct StatementRow {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) { self.statement = statement }

    /// Goes to the next row.
    /// - Returns: false behind the last one.
    /// - Throws: `DatabaseError`.
    func step(_ db: Database) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
        }
    }

    func number(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    /// Nil for NULL.
    func text(_ column: Int) -> String? {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return nil }
        let length = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }

    func value(_ column: Int, isDay: Bool) -> FieldValue {
        switch sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_INTEGER: return .number(number(column))
        case SQLITE_TEXT:
            guard let text = text(column) else { return .none }
            return isDay ? Day(iso: text).map { .day($0) } ?? .text(text) : .text(text)
        default: return .none
        }
    }
}
