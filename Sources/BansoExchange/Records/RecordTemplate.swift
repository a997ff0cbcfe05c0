import BansoDomain

/// The heading of a kind's file and one example row.
struct RecordTemplate {
    let kind: FileKind
    let language: Language
    let catalogue: Catalogue

    var text: String {
        // Most sheets know companies by their number, and what is to be done next.
        let columns = kind == .consultations ? kind.readColumns : kind.columns
        let rows = [columns.map { $0.heading(language) }, columns.map(example)]
        return rows.map { $0.map(CSVCell.quoted).joined(separator: ",") + "\n" }.joined()
    }

    private func example(_ column: FileColumn) -> String {
        let fields = kind.recordKind.fields
        return switch column.content {
        case .own, .number, .corporateNumber: ""
        case .nextAction: language("求人票の下書きを送る", "send the draft posting")
        case .nextDue: "2025-10-08"
        case .value(let index): value(fields[index])
        case .name(let index): name(fields[index])
        }
    }

    private func value(_ field: RecordField) -> String {
        if let own = RecordTemplate.consultation[field.id], kind == .consultations { return own(language) }
        if let own = RecordTemplate.institution[field.id], kind == .institutions { return own(language) }
        let example = field.example(language)
        switch field.kind {
        case .activity(let sources):
            let allowed = catalogue.activities(countedFrom: sources)
            return allowed.contains(ActivityID(example)) ? example : allowed.first?.text ?? ""
        case .day(inPeriod: true):
            guard let day = Day(iso: example), !catalogue.period.contains(day) else { return example }
            return catalogue.period.lowerBound.iso
        default: return example
        }
    }

    /// Of an organisation or a talent only the first is named, and of what may be left empty only these and who did it.
    private func name(_ field: RecordField) -> String {
        guard case .reference(let referred) = field.kind else { return "" }
        guard field.isRequired || referred == .organisation || referred == .coordinator else { return "" }
        if field.id == "receiver" { return language("株式会社見本", "Example Co.") }
        let named = referred.fields.first { ["name", "theme", "title"].contains($0.id) }
        return named?.example(language) ?? ""
    }

    private static let consultation = [
        "ordinal": LocalizedText(ja: "", en: ""),
        "date": LocalizedText(ja: "2025-10-01", en: "2025-10-01"),
        "start_minute": LocalizedText(ja: "14:00", en: "14:00"),
        "minutes": LocalizedText(ja: "90", en: "90"),
        "mode": LocalizedText(ja: "オンライン", en: "online"),
        "topics": LocalizedText(ja: "副業人材の活用", en: "side-job talent"),
    ]

    /// What an institution's example has instead of a company's.
    private static let institution = [
        "name": LocalizedText(ja: "サンプル商工会議所", en: "Sample Chamber"),
        "kana": LocalizedText(ja: "サンプルショウコウカイギショ", en: "サンプルショウコウカイギショ"),
        "corporate_number": LocalizedText(ja: "", en: ""),
        "industry": LocalizedText(ja: "", en: ""),
        "capital": LocalizedText(ja: "", en: ""),
        "institution_kind": LocalizedText(ja: "商工団体", en: "chamber"),
    ]
}
