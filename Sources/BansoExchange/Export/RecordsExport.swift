import BansoDomain

/// Writes all records of a kind, by number, as CSV (RFC 4180, CRLF) or JSON.
///
/// A CSV has the headings that `RecordsImport` reads. A cell that a spreadsheet would take for a formula gets a `'` in
/// front, which the import takes off again.
public struct RecordsExport: Sendable {
    /// Takes a part of the file's bytes.
    public typealias Sink = (ArraySlice<UInt8>) throws -> Void

    private static let pageSize = 1000
    /// Bytes that are put together for one call of the sink.
    private static let blockSize = 64 * 1024

    private let kind: FileKind
    private let language: Language
    private let encoding: ExportEncoding

    /// - Parameter encoding: of the CSV; JSON is UTF-8 always.
    public init(kind: FileKind, language: Language, encoding: ExportEncoding = .utf8) {
        self.kind = kind
        self.language = language
        self.encoding = encoding
    }

    /// - Returns: how many records were written.
    /// - Throws: `ExportError`, what the desk throws, what the sink throws.
    @discardableResult
    public func csv(from desk: DeskReader, to sink: Sink) throws -> Int {
        let columns = kind.columns
        let fields = kind.recordKind.fields
        let encoder = try encoder()
        var bytes: [UInt8] = encoding == .utf8WithMark ? [0xEF, 0xBB, 0xBF] : []
        var row = 1
        func write(_ id: Int64, _ cell: (FileColumn) -> String) throws {
            for (index, column) in columns.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                do throws(Unencodable) {
                    try encoder.encode(CSVCell.quoted(CSVCell.guarded(cell(column))), into: &bytes)
                } catch {
                    throw ExportError.notEncodable(
                        character: String(Character(error.scalar)), row: row, id: id,
                        column: ImportColumn(number: index + 1, name: column.heading))
                }
            }
            bytes += [0x0D, 0x0A]
            row += 1
            try flush(&bytes, over: RecordsExport.blockSize, to: sink)
        }
        try write(0) { $0.heading(language) }
        try eachPage(of: desk) { page in
            let titles = try titles(in: page, from: desk)
            for stored in page {
                try write(stored.key.id) { column in
                    text(column.content, of: stored, fields: fields, titles: titles)
                }
            }
        }
        try flush(&bytes, over: 0, to: sink)
        return row - 2
    }

    /// An array of objects: `id`, then the fields by their ids.
    /// - Returns: how many records were written.
    /// - Throws: what the desk throws, what the sink throws.
    @discardableResult
    public func json(from desk: DeskReader, to sink: Sink) throws -> Int {
        let fields = kind.fields
        var bytes = Array("[".utf8)
        var count = 0
        try eachPage(of: desk) { page in
            for stored in page {
                let values = fields.map { index, field in
                    ",\(JSONText.quoted(field.id)):\(JSONText.value(stored.record.values[index], field))"
                }
                bytes += Array("\(count == 0 ? "" : ",")\n{\"id\":\(stored.key.id)\(values.joined())}".utf8)
                count += 1
                try flush(&bytes, over: RecordsExport.blockSize, to: sink)
            }
        }
        bytes += Array((count == 0 ? "]\n" : "\n]\n").utf8)
        try flush(&bytes, over: 0, to: sink)
        return count
    }

    private func text(
        _ content: FileColumn.Content, of stored: StoredRecord, fields: [RecordField], titles: [RecordKey: String]
    ) -> String {
        switch content {
        case .own: String(stored.key.id)
        case .value(let index): fields[index].text(of: stored.record.values[index], language)
        case .number(let index): stored.record.values[index].number.map { String($0) } ?? ""
        case .name(let index): key(stored.record.values[index], fields[index]).flatMap { titles[$0] } ?? ""
        case .corporateNumber: ""
        }
    }

    private func key(_ value: FieldValue, _ field: RecordField) -> RecordKey? {
        guard case .reference(let kind) = field.kind, let number = value.number else { return nil }
        return RecordKey(kind, number)
    }

    private func titles(in page: [StoredRecord], from desk: DeskReader) throws -> [RecordKey: String] {
        var keys: Set<RecordKey> = []
        let fields = kind.fields
        for stored in page {
            for (index, field) in fields {
                if let key = key(stored.record.values[index], field) { keys.insert(key) }
            }
        }
        return keys.isEmpty ? [:] : try desk.titles(of: keys)
    }

    private func eachPage(of desk: DeskReader, _ body: ([StoredRecord]) throws -> Void) throws {
        var last: Int64 = 0
        while true {
            let page = try desk.records(kind.recordKind, after: last, limit: RecordsExport.pageSize)
            guard let end = page.last else { return }
            last = end.key.id
            guard let organisations = kind.organisationKind else {
                try body(page)
                continue
            }
            try body(page.filter { $0.record["kind"] == .token(organisations) })
        }
    }

    private func flush(_ bytes: inout [UInt8], over size: Int, to sink: Sink) throws {
        guard bytes.count > size else { return }
        try sink(bytes[...])
        bytes.removeAll(keepingCapacity: true)
    }

    private func encoder() throws -> FieldEncoder {
        do throws(ImportProblem) {
            return try FieldEncoder(encoding)
        } catch {
            if case .encodingUnavailable(let name) = error { throw ExportError.encodingUnavailable(name) }
            throw error
        }
    }
}
