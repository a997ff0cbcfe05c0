import BansoDomain
import GRDB

/// Each kind of record is a table whose every change goes into the audit trail and can be taken back.
extension RecordKind {
    var table: String { rawValue }

    /// What a person entered: recorded before and after, and restored by undo.
    var columns: [String] { RecordKind.columns[self] ?? [] }

    private static let columns = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.fields.map(\.id)) })

    /// Columns that follow from the others.
    var derivedColumns: [String] {
        switch self {
        case .organisation, .talent: ["match_key", "search_key"]
        case .contact, .event, .posting: ["search_key"]
        default: []
        }
    }

    func derivedValues(_ values: [DatabaseValue]) -> [DatabaseValue] {
        switch self {
        case .organisation:
            let texts = values[1...3].map { String.fromDatabaseValue($0) ?? "" }
            let name = Folding.searchKey(texts[0])
            let search = name + "\n" + Folding.searchKey(texts[1]) + "\n" + texts[2]
            return [MatchKey(folded: name).text.databaseValue, search.databaseValue]
        case .talent:
            let (name, kana) = (String.fromDatabaseValue(values[0]) ?? "", String.fromDatabaseValue(values[1]) ?? "")
            let contact = index(of: "contact").flatMap { String.fromDatabaseValue(values[$0]) } ?? ""
            let keys = [Folding.searchKey(name), Folding.searchKey(kana)] + Folding.contactKeys(contact)
            return [MatchKey(name).text.databaseValue, keys.joined(separator: "\n").databaseValue]
        case .contact:
            let (name, kana) = (String.fromDatabaseValue(values[1]) ?? "", String.fromDatabaseValue(values[2]) ?? "")
            let (phone, email) = (String.fromDatabaseValue(values[4]) ?? "", String.fromDatabaseValue(values[5]) ?? "")
            let keys = [
                Folding.searchKey(name), Folding.searchKey(kana), Folding.phoneKey(phone), Folding.searchKey(email),
            ]
            return [keys.joined(separator: "\n").databaseValue]
        case .event:
            func text(_ field: String) -> String {
                index(of: field).flatMap { String.fromDatabaseValue(values[$0]) } ?? ""
            }
            let keys = [text("theme"), text("activity"), text("date")].map(Folding.searchKey)
            return [(keys + RecordKind.spellings(of: text("date"))).joined(separator: "\n").databaseValue]
        case .posting:
            let title = index(of: "title").flatMap { String.fromDatabaseValue(values[$0]) } ?? ""
            return [Folding.searchKey(title).databaseValue]
        default: return []
        }
    }

    /// A day as people type it, without the year too.
    private static func spellings(of iso: String) -> [String] {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return [] }
        return ["\(parts[0])/\(parts[1])/\(parts[2])", "\(parts[1])/\(parts[2])", "\(parts[1])月\(parts[2])日"]
    }

    /// The organisation that a row belongs to; nil where it belongs to none.
    func organisation(id: Int64, values: [DatabaseValue]) -> Int64? {
        self == .organisation ? id : organisationIndex.flatMap { Int64.fromDatabaseValue(values[$0]) }
    }

    /// The column by whose text a record is found; nil where records of this kind have no name.
    var nameColumn: String? {
        switch self {
        case .organisation, .talent: "match_key"
        case .coordinator, .region: "name"
        case .event: "theme"
        case .posting: "title"
        default: nil
        }
    }

    var thisOne: LocalizedText { LocalizedText(ja: "この\(label.ja)", en: "the \(label.en)") }
}
