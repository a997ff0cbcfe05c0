import BansoDomain

/// Writes the rows that were not taken as they came, with the reason as one column more: mended, the file can be imported
/// as it is.
///
/// It is opened in a spreadsheet, so a cell that would be taken for a formula gets a `'` in front. An import takes it off
/// again: the reason's column tells it.
struct RejectsWriter {
    /// The heading of the column that an import leaves out.
    static let heading = LocalizedText(ja: "取り込めない理由", en: "import_reason")

    static func isHeading(_ name: String) -> Bool {
        let folded = Folding.typed(name)
        return folded == heading.ja || folded == heading.en
    }

    private let sink: (ArraySlice<UInt8>) throws -> Void
    private let encoder: FieldEncoder
    private let decoder: FieldDecoder
    private let isGuarded: Bool
    private let hasByteOrderMark: Bool
    private let language: Language
    /// The file's heading as it came; nil where it has none.
    private var heading: CSVRecord?
    /// Without a heading rows are filled up to so many columns, where the reason's place tells it from the others.
    private let columns: Int
    private var isBegun = false

    /// - Parameters:
    ///   - isGuarded: whether the file's cells have their `'` already.
    ///   - language: of the reasons.
    /// - Throws: `ImportProblem.encodingUnavailable`.
    init(
        like file: ImportFile, heading: CSVRecord?, columns: Int, isGuarded: Bool, language: Language,
        sink: @escaping (ArraySlice<UInt8>) throws -> Void
    ) throws(ImportProblem) {
        self.sink = sink
        self.heading = heading
        self.columns = columns
        encoder = try FieldEncoder(file.encoding == .cp932 ? .cp932 : .utf8)
        hasByteOrderMark = file.hasByteOrderMark
        self.language = language
        decoder = file.decoder
        self.isGuarded = isGuarded
    }

    mutating func write(_ record: CSVRecord, _ reason: LocalizedText) throws {
        var bytes: [UInt8] = []
        if !isBegun {
            if hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
            if let heading { append(heading, RejectsWriter.heading(language), to: &bytes) }
            isBegun = true
        }
        append(record, reason(language), to: &bytes)
        try sink(bytes[...])
    }

    /// A column of this name that is there already, from an earlier round, is written anew.
    private func append(_ record: CSVRecord, _ last: String, to bytes: inout [UInt8]) {
        let own = heading.flatMap { heading in
            (0..<heading.columns).first { place in
                RejectsWriter.isHeading(String(decoding: heading.field(place), as: UTF8.self))
                    || heading.field(place) == encoded(RejectsWriter.heading.ja)
            }
        }
        // Without a heading the row itself tells whether it comes from such a file.
        let isGuarded = heading == nil ? record.columns > columns : self.isGuarded
        var written = 0
        for column in 0..<record.columns where column != own && !(heading == nil && column >= columns) {
            record.withField(column) { append($0, isOwn: true, isGuarded: isGuarded, to: &bytes) }
            bytes.append(0x2C)
            written += 1
        }
        // The reason stands in its own column, whatever the row lacks.
        let width = heading.map { $0.columns - (own == nil ? 0 : 1) } ?? columns
        for _ in stride(from: written, to: width, by: 1) { bytes.append(0x2C) }
        encoded(last).withUnsafeBufferPointer { append($0, isOwn: false, isGuarded: false, to: &bytes) }
        bytes += [0x0D, 0x0A]
    }

    /// What an encoding lacks becomes a geta, the mark for a missing letter.
    private func encoded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for character in text.unicodeScalars {
            if !encoder.append(String(character), to: &bytes) { _ = encoder.append("〓", to: &bytes) }
        }
        return bytes
    }

    /// - Parameter isOwn: whether it is the source's own.
    private func append(
        _ field: UnsafeBufferPointer<UInt8>, isOwn: Bool, isGuarded: Bool, to bytes: inout [UInt8]
    ) {
        let guarding: [UInt8] = isOwn && isFormula(field, isGuarded) ? [0x27] : []
        guard field.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            bytes += guarding
            bytes.append(contentsOf: field)
            return
        }
        bytes.append(0x22)
        bytes += guarding
        for byte in field {
            if byte == 0x22 { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Whether a cell needs a `'`: what an import would take off where it was the text's own is one too.
    private func isFormula(_ field: UnsafeBufferPointer<UInt8>, _ isGuarded: Bool) -> Bool {
        let text: String
        do throws(Undecodable) {
            text = try decoder.decode(field)
        } catch {
            text = field.first.map { String(UnicodeScalar($0)) } ?? ""
        }
        let guarded = CSVCell.guarded(text)
        return guarded != text && !(isGuarded && CSVCell.unguarded(text) != text)
    }
}
