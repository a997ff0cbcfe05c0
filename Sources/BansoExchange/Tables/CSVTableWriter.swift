import BansoDomain

/// A table as CSV (RFC 4180, CRLF). A cell that a spreadsheet would take for a formula gets a `'` in front, which imports
/// take off again.
final class CSVTableWriter: TableWriter {
    private let columns: [TableColumn]
    private let language: Language
    private let encoder: FieldEncoder
    private var buffer: BlockBuffer
    private var row = 0
    private var gaps = ExportGaps()

    init(
        _ columns: [TableColumn], _ language: Language, _ encoding: ExportEncoding, to sink: @escaping TableFormat.Sink
    ) throws {
        self.columns = columns
        self.language = language
        do throws(ImportProblem) {
            encoder = try FieldEncoder(encoding)
        } catch {
            throw ExportError.encodingUnavailable("CP932")
        }
        buffer = BlockBuffer(to: sink)
        if encoding == .utf8WithMark { buffer.bytes += [0xEF, 0xBB, 0xBF] }
        try write(columns.map { .text($0.heading(language)) })
    }

    func write(_ cells: [TableCell]) throws {
        row += 1
        for index in cells.indices {
            if index > 0 { buffer.bytes.append(0x2C) }
            switch cells[index] {
            case .empty: break
            case .number(let number): DecimalDigits.append(number, to: &buffer.bytes)
            case .decimal: buffer.bytes.append(contentsOf: cells[index].text(language).utf8)
            case .text(let text): append(text, cells, index)
            default: append(cells[index].text(language), cells, index)
            }
        }
        buffer.bytes.append(0x0D)
        buffer.bytes.append(0x0A)
        // What has gaps is no file to keep, but all of them are wanted.
        if gaps.isEmpty { try buffer.passOn() } else { buffer.bytes.removeAll(keepingCapacity: true) }
    }

    func finish() throws {
        if let error = gaps.error { throw error }
        try buffer.flush()
    }

    private func append(_ text: String, _ cells: [TableCell], _ index: Int) {
        guard !encoder.append(CSVCell.written(text), to: &buffer.bytes) else { return }
        gaps.note(
            encoder.missing(in: text), row: row, first: row == 1 ? "" : cells[0].text(language), column: index + 1,
            of: columns)
    }
}
