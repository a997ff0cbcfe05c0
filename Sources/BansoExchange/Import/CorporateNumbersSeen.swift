import BansoDomain

/// The corporate numbers of a file's rows so far: a second row of one that says something else must not silently replace
/// what the first said. Takes some 16 bytes a number.
final class CorporateNumbersSeen {
    private struct Row {
        var line: UInt32
        /// Of what it says.
        var hash: UInt32
    }

    private var rows: [Int64: Row] = [:]

    /// The line of an earlier row of this number that says something else; nil where there is none.
    func line(before record: Record) -> Int? {
        guard let number = number(of: record), let row = rows[number], row.hash != hash(of: record) else { return nil }
        return Int(row.line)
    }

    /// A row that was taken.
    func note(_ record: Record, line: Int) {
        guard let number = number(of: record), rows[number] == nil else { return }
        rows[number] = Row(line: UInt32(truncatingIfNeeded: line), hash: hash(of: record))
    }

    private func number(of record: Record) -> Int64? { record["corporate_number"].text.flatMap { Int64($0) } }

    private func hash(of record: Record) -> UInt32 { UInt32(truncatingIfNeeded: record.hashValue) }
}
