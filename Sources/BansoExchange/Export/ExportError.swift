import BansoDomain

/// Why records could not be written to a file.
public enum ExportError: Error, Hashable, Sendable {
    /// The system has no converter for the encoding.
    case encodingUnavailable(String)
    /// A character that the encoding doesn't have; `row` is 1 for the heading.
    case notEncodable(character: String, row: Int, id: Int64, column: ImportColumn)

    /// What is wrong and what to do.
    public var text: LocalizedText {
        switch self {
        case .encodingUnavailable(let name): ImportProblem.encodingUnavailable(name).text
        case .notEncodable(let character, let row, let id, let column):
            LocalizedText(
                ja: "\(row)行目（番号\(id)）\(column.number)列目（\(column.name.ja)）：「\(character)」は CP932 で書けません。"
                    + "utf-8-bom で書き出してください",
                en: "row \(row) (id \(id)), column \(column.number) (\(column.name.en)): CP932 has no '\(character)'; "
                    + "export as utf-8-bom")
        }
    }
}
