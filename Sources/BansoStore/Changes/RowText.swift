import BansoDomain
import GRDB

/// A row as JSON, column by column in the table's order, so that equal rows are equal text.
enum RowText {
    /// - Returns: the text in UTF-8.
    static func encode(_ row: StoredRow, of table: RecordKind) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(768)
        text.append(UInt8(ascii: "{"))
        for (label, value) in zip(labels[table] ?? [], row.values) {
            text += label
            append(value, to: &text)
            text.append(UInt8(ascii: ","))
        }
        text += "\"version\":\(row.version)}".utf8
        return text
    }

    private static let labels = Dictionary(
        uniqueKeysWithValues: RecordKind.allCases.map { ($0, $0.columns.map { Array("\"\($0)\":".utf8) }) })

    /// The row that `encode` wrote; nil where it is none. A column that came later has its initial value.
    static func decode(_ text: String, of table: RecordKind, _ db: Database) throws -> StoredRow? {
        let statement = try db.cachedStatement(sql: "SELECT key, value FROM json_each(?)")
        var values: [String: DatabaseValue] = [:]
        let rows = try Row.fetchCursor(statement, arguments: [text])
        while let row = try rows.next() { values[row[0]] = row[1] }
        guard let version = values["version"].flatMap(Int64.fromDatabaseValue) else { return nil }
        return StoredRow(
            values: table.fields.map { values[$0.id] ?? RecordRow.initial($0) }, version: version)
    }

    private static func append(_ value: DatabaseValue, to text: inout [UInt8]) {
        switch value.storage {
        case .int64(let number): text += String(number).utf8
        case .string(let string): appendQuoted(string, to: &text)
        default: text += "null".utf8
        }
    }

    private static func appendQuoted(_ string: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { bytes in
            if bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
                text += bytes
            } else {
                for byte in bytes { append(byte, to: &text) }
            }
        }
        text.append(UInt8(ascii: "\""))
    }

    /// A byte of a text as JSON has it: what must be escaped is ASCII.
    private static func append(_ byte: UInt8, to text: inout [UInt8]) {
        switch byte {
        case 0x22: text += "\\\"".utf8
        case 0x5C: text += "\\\\".utf8
        case 0x0A: text += "\\n".utf8
        case 0x09: text += "\\t".utf8
        case 0..<0x20: text += ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8
        default: text.append(byte)
        }
    }
}
