import CSQLite

/// Somebody with SQL, past the program.
final class PlainSQL {
    struct Failure: Error { var what: String }

    private var connection: OpaquePointer?

    init(_ path: String, readOnly: Bool = true) throws {
        let flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        guard sqlite3_open_v2(path, &connection, flags, nil) == SQLITE_OK else { throw failure }
        sqlite3_busy_timeout(connection, 5000)
    }

    deinit { sqlite3_close(connection) }

    func run(_ sql: String) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    /// The first column of every row, as text.
    func column(_ sql: String) throws -> [String] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
        defer { sqlite3_finalize(statement) }
        var values: [String] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: values.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
            case SQLITE_DONE: return values
            default: throw failure
            }
        }
    }

    func number(_ sql: String) throws -> Int { Int(try column(sql).first ?? "") ?? -1 }

    private var failure: Failure { Failure(what: String(cString: sqlite3_errmsg(connection))) }
}
