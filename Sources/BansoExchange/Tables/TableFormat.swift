import BansoDomain

/// What a table is written as, by the names of `--format`.
public enum TableFormat: String, Sendable, CaseIterable {
    /// RFC 4180, CRLF.
    case csv
    /// An array of objects, UTF-8.
    case json
    case xlsx

    /// Takes a part of a file's bytes.
    public typealias Sink = (ArraySlice<UInt8>) throws -> Void

    /// - Parameters:
    ///   - title: names the sheet of a spreadsheet.
    ///   - encoding: of CSV alone.
    /// - Throws: `ExportError`, what the sink throws.
    public func writer(
        _ columns: [TableColumn], title: LocalizedText, _ language: Language, _ encoding: ExportEncoding = .utf8,
        to sink: @escaping Sink
    ) throws -> any TableWriter {
        switch self {
        case .csv: try CSVTableWriter(columns, language, encoding, to: sink)
        case .json: JSONTableWriter(columns, to: sink)
        case .xlsx: try XLSXTableWriter(columns, title: title, language, to: sink)
        }
    }
}
