import BansoDomain
import BansoExchange
import Foundation
import TerminalUI

/// The rows of a file and what would become of each, as a table or as JSON.
///
/// They are kept in a file without a name until the transaction is over: whoever reads them slowly must not keep others
/// from writing.
final class RowListing {
    enum Format: String { case table, json }

    private let format: Format
    private let language: Language
    private let file: UnsafeMutablePointer<FILE>
    private var isFirst = true

    init(_ format: Format, _ language: Language) throws {
        guard let file = tmpfile() else {
            throw CommandFailure("一時ファイルを作れません", "can't make a temporary file")
        }
        self.file = file
        self.format = format
        self.language = language
    }

    deinit { fclose(file) }

    func add(_ row: ImportedRow) {
        let record = row.outcome == .created ? nil : row.key
        switch format {
        case .table:
            let outcome = padded(row.outcome.label(language), to: 13)
            let told = [
                row.reject.map { $0.cause(language) } ?? record.map { "#\($0.id)" }, row.note.map { $0(language) },
            ].compactMap { $0 }
            let line = padded(language("\(row.line)行目", "line \(row.line)"), to: 12)
            write(visible(line + outcome + told.joined(separator: " ")) + "\n")
        case .json:
            write((isFirst ? "\n" : ",\n") + json(row, record).text)
        }
        isFirst = false
    }

    /// Prints them, and the counts.
    func print(_ summary: ImportSummary) throws {
        if format == .json { StandardOutput.put("{\"rows\":[") }
        rewind(file)
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        fflush(nil)
        var output = StandardOutput()
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            try StandardOutput.assert(output.write(buffer.prefix(count)))
        }
        try StandardOutput.assert(output.finish())
        guard format == .json else { return }
        let counts = ImportOutcome.allCases.map { "\"\($0.name)\":\(summary.count(of: $0))" }
        StandardOutput.put("\n],\"read\":\(summary.read),\(counts.joined(separator: ","))}\n")
    }

    private func json(_ row: ImportedRow, _ record: RecordKey?) -> JSONText {
        var members: [(String, JSONText)] = [
            ("line", .integer(row.line)), ("outcome", .string(row.outcome.name)),
        ]
        if let record { members.append(("record", .integer(Int(record.id)))) }
        if let note = row.note { members.append(("note", .string(note(language)))) }
        if let reject = row.reject {
            if let column = reject.column {
                members += [("column", .integer(column.number)), ("heading", .string(column.name(language)))]
            }
            members.append(("reason", .string(reject.reason(language))))
            if !reject.namesakes.isEmpty {
                members.append(("namesakes", .array(reject.namesakes.map { .integer(Int($0.id)) })))
            }
        }
        return .object(members)
    }

    private func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    }
}
