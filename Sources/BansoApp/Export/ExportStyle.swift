import BansoDomain

/// What a list can be written as from a screen.
public enum ExportStyle: String, Choosable {
    case xlsx
    /// UTF-8 with a byte order mark, by which Excel knows it.
    case csv
    /// Without one, for programs that take it for text.
    case utf8
    case cp932
    case json
    /// A document, of reports alone.
    case md
    /// The same, by way of LibreOffice.
    case pdf

    public var label: LocalizedText {
        switch self {
        case .xlsx: LocalizedText(ja: "Excel", en: "Excel")
        case .csv: LocalizedText(ja: "CSV", en: "CSV")
        case .utf8: LocalizedText(ja: "CSV BOMなし", en: "CSV no BOM")
        case .cp932: LocalizedText(ja: "CSV Shift_JIS", en: "CSV Shift_JIS")
        case .json: LocalizedText(ja: "JSON", en: "JSON")
        case .md: LocalizedText(ja: "Markdown", en: "Markdown")
        case .pdf: LocalizedText(ja: "PDF", en: "PDF")
        }
    }

    /// Whether it is a table, which every list can be.
    public var isTable: Bool { self != .md && self != .pdf }
}
