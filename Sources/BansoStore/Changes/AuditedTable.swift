import BansoDomain
import GRDB

/// A table whose every change goes into the audit trail and can be taken back.
enum AuditedTable: String, CaseIterable {
    case organisation
    case pipelineEntry = "pipeline_entry"
    case consultation

    /// What a person entered: recorded before and after, and restored by undo.
    var columns: [String] {
        switch self {
        case .organisation:
            [
                "kind", "name", "kana", "corporate_number", "prefecture", "municipality", "address", "postcode",
                "industry", "employees", "capital",
            ]
        case .pipelineEntry:
            [
                "organisation", "pipeline", "stage", "stage_order", "since", "side", "coordinator", "next_action",
                "next_due",
            ]
        case .consultation:
            [
                "organisation", "ordinal", "date", "start_minute", "minutes", "mode", "coordinator", "topics", "notes",
            ]
        }
    }

    /// Columns that follow from the others.
    var derivedColumns: [String] { self == .organisation ? ["match_key", "search_key"] : [] }

    func derivedValues(_ values: [DatabaseValue]) -> [DatabaseValue] {
        guard self == .organisation else { return [] }
        let organisation = OrganisationRow.organisation(values)
        return [organisation.matchKey.text.databaseValue, organisation.searchText.databaseValue]
    }

    /// The organisation that a row belongs to.
    func organisation(id: Int64, values: [DatabaseValue]) -> Int64 {
        self == .organisation ? id : Int64.fromDatabaseValue(values[0]) ?? 0
    }

    var label: LocalizedText {
        switch self {
        case .organisation: LocalizedText(ja: "この企業・機関", en: "the organisation")
        case .pipelineEntry: LocalizedText(ja: "このカード", en: "the card")
        case .consultation: LocalizedText(ja: "この相談", en: "the consultation")
        }
    }
}
