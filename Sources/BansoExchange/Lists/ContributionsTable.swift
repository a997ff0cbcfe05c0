import BansoDomain

/// The rows behind an indicator: counted, and excluded with the reason.
public struct ContributionsTable: TableSource {
    public let title: LocalizedText
    public let columns: [TableColumn]
    private let query: ContributionQuery
    private let language: Language
    private let reader: any ExportReader

    public init(_ query: ContributionQuery, _ language: Language, from reader: any ExportReader) {
        self.query = query
        self.language = language
        self.reader = reader
        title = LocalizedText(ja: "\(query.indicator.text) の内訳", en: "Behind \(query.indicator.text)")
        columns = ContributionsTable.columns
    }

    /// Who is counted may be a person, and a record may name one.
    private static let columns = [
        TableColumn("counted", LocalizedText(ja: "計上", en: "counted"), .flag),
        TableColumn("date", LocalizedText(ja: "日付", en: "date"), .day),
        TableColumn("subject_kind", LocalizedText(ja: "対象の種類", en: "subject_kind")),
        TableColumn("subject_number", LocalizedText(ja: "対象番号", en: "subject_number"), .number),
        TableColumn("subject", LocalizedText(ja: "対象", en: "subject"), personal: true),
        TableColumn("record_kind", LocalizedText(ja: "記録の種類", en: "record_kind")),
        TableColumn("record_number", LocalizedText(ja: "記録番号", en: "record_number"), .number),
        TableColumn("record", LocalizedText(ja: "記録", en: "record"), personal: true),
        TableColumn("prefecture", LocalizedText(ja: "都道府県", en: "prefecture")),
        TableColumn("activity", LocalizedText(ja: "事業", en: "activity")),
        TableColumn("part", LocalizedText(ja: "区分", en: "part")),
        TableColumn("reason", LocalizedText(ja: "除外の理由", en: "reason")),
    ]

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        try reader.eachContribution(query) { row in
            let found = row.contribution
            let part = RatePart(rawValue: found.line.part)?.label ?? EmploymentKind(rawValue: found.line.part)?.label
            try body([
                .flag(row.reason == nil), .day(found.date), .text(found.subject.kind.label(language)),
                .number(found.subject.id), .text(row.subject), .text(found.source.kind.label(language)),
                .number(found.source.id), .text(row.source), .text(found.prefecture?.name(language) ?? ""),
                .text(found.line.activity.text), .text(part?(language) ?? ""),
                .text(row.reason?.text(language) ?? ""),
            ])
        }
    }
}
