import BansoDomain

/// A cell with characters that the encoding doesn't have.
public struct ExportGap: Hashable, Sendable {
    /// Each once.
    public var characters: [String]
    /// 1 for the heading.
    public var row: Int
    /// What the row begins with: a record's number; empty for the heading.
    public var first: String
    public var column: ImportColumn

    public var text: LocalizedText {
        LocalizedText(
            ja: "\(row)行目\(first.isEmpty ? "" : "（\(first)）")\(column.number)列目（\(column.name.ja)）："
                + "「\(characters.joined(separator: "」「"))」は CP932 にありません",
            en: "row \(row)\(first.isEmpty ? "" : " (\(first))"), column \(column.number) (\(column.name.en)): "
                + "CP932 has no '\(characters.joined(separator: "', '"))'")
    }
}

/// All cells of a table that could not be written, the first of them in words.
struct ExportGaps {
    /// As many as a person may want to read.
    static let most = 1000

    private var gaps: [ExportGap] = []
    private var count = 0

    var isEmpty: Bool { count == 0 }
    var error: ExportError? { isEmpty ? nil : .notEncodable(gaps, cells: count) }

    mutating func note(
        _ missing: [Unicode.Scalar], row: Int, first: String, column: Int, of columns: [TableColumn]
    ) {
        count += 1
        guard gaps.count < ExportGaps.most else { return }
        gaps.append(
            ExportGap(
                characters: missing.map { String(Character($0)) }, row: row, first: first,
                column: ImportColumn(number: column, name: columns[column - 1].heading)))
    }
}
