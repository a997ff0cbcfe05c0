import BansoDomain
import GRDB

/// Each kind of record is a table whose every change goes into the audit trail and can be taken back.
extension RecordKind {
    var table: String { rawValue }

    /// What a person entered: recorded before and after, and restored by undo.
    var columns: [String] { RecordKind.columns[self] ?? [] }

    private static let columns = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.fields.map(\.id)) })

    /// Columns that follow from the others.
    var derivedColumns: [String] { self == .organisation || self == .talent ? ["match_key", "search_key"] : [] }

    func derivedValues(_ values: [DatabaseValue]) -> [DatabaseValue] {
        switch self {
        case .organisation:
            let organisation = OrganisationRow.organisation(values)
            return [organisation.matchKey.text.databaseValue, organisation.searchText.databaseValue]
        case .talent:
            let (name, kana) = (String.fromDatabaseValue(values[0]) ?? "", String.fromDatabaseValue(values[1]) ?? "")
            let search = Folding.searchKey(name) + "\n" + Folding.searchKey(kana)
            return [MatchKey(name).text.databaseValue, search.databaseValue]
        default: return []
        }
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
