import CSQLite
import Foundation
import GRDB

/// A prepared statement whose values go straight to SQLite, for what runs once for each of many rows: what GRDB does
/// around an execution takes longer than the execution itself.
struct DirectStatement {
    /// SQLITE_TRANSIENT: SQLite takes a copy.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// The connection keeps it: it is of the cache.
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ db: Database, sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// - Parameter place: of the parameter, from 1.
    func bind(_ number: Int64?, at place: Int32) {
        if let number { sqlite3_bind_int64(handle, place, number) } else { sqlite3_bind_null(handle, place) }
    }

    func bind(_ text: String, at place: Int32) {
        var text = text
        text.withUTF8 { bindText($0, at: place, owner: DirectStatement.copied) }
    }

    func bind(_ data: Data, at place: Int32) {
        data.withUnsafeBytes { bytes in
            _ = sqlite3_bind_blob(handle, place, bytes.baseAddress, Int32(bytes.count), DirectStatement.copied)
        }
    }

    func bind(_ value: DatabaseValue, at place: Int32) {
        switch value.storage {
        case .null: sqlite3_bind_null(handle, place)
        case .int64(let number): sqlite3_bind_int64(handle, place, number)
        case .double(let number): sqlite3_bind_double(handle, place, number)
        case .string(let text): bind(text, at: place)
        case .blob(let data): bind(data, at: place)
        }
    }

    /// - Parameter lent: bytes in UTF-8 that stay where they are until the bindings are cleared; nil for NULL.
    func bind(lent: UnsafeBufferPointer<UInt8>?, at place: Int32) {
        guard let lent else { return bind(nil, at: place) }
        bindText(lent, at: place, owner: nil)
    }

    /// Binds these, lends SQLite the texts meanwhile rather than having each copied, and runs it to its end.
    /// - Parameter buffer: where the texts lie; kept by the caller from one run to the next.
    /// - Throws: `DatabaseError`
    func run(_ values: [DatabaseValue], buffer: inout [UInt8]) throws {
        buffer.removeAll(keepingCapacity: true)
        for value in values {
            if case .string(let text) = value.storage { buffer.append(contentsOf: text.utf8) }
        }
        try buffer.withUnsafeBufferPointer { texts in
            var start = 0
            for (index, value) in values.enumerated() {
                guard case .string(let text) = value.storage else {
                    bind(value, at: Int32(index + 1))
                    continue
                }
                let end = start + text.utf8.count
                bind(lent: UnsafeBufferPointer(rebasing: texts[start..<end]), at: Int32(index + 1))
                start = end
            }
            defer { clear() }
            try run()
        }
    }

    /// Takes back every value that was bound.
    func clear() { sqlite3_clear_bindings(handle) }

    /// Runs it to its end; every parameter has been bound since the last time.
    /// - Throws: `DatabaseError`
    func run() throws {
        // What failed stays in its error until it is reset.
        defer { sqlite3_reset(handle) }
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE else { throw failure(code) }
    }

    /// The number in the first column of the first row; nil where there is no row.
    /// - Throws: `DatabaseError`
    func number() throws -> Int64? {
        defer { sqlite3_reset(handle) }
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return sqlite3_column_int64(handle, 0)
        case SQLITE_DONE: return nil
        case let code: throw failure(code)
        }
    }

    private func bindText(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int32, owner: sqlite3_destructor_type?) {
        // An empty text has no address, and would be NULL without one.
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            sqlite3_bind_text(handle, place, "", 0, DirectStatement.copied)
            return
        }
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            _ = sqlite3_bind_text(handle, place, $0, Int32(bytes.count), owner)
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))), sql: statement.sql)
    }
}
