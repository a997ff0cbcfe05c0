import BansoDomain

/// Postings with those who applied, a row an applicant with the day of each step; one row for a posting without any.
public struct PostingsTable: TableSource {
    public let title = LocalizedText(ja: "マッチング", en: "Matching")
    public let columns =
        [
            TableColumn("posting_number", LocalizedText(ja: "求人番号", en: "posting_number"), .number),
            TableColumn("organisation", LocalizedText(ja: "企業", en: "organisation")),
            TableColumn("title", LocalizedText(ja: "求人名", en: "title")),
            TableColumn("kind", LocalizedText(ja: "雇用形態", en: "kind")),
            TableColumn("posted_on", LocalizedText(ja: "掲載日", en: "posted_on"), .day),
            TableColumn("closed_on", LocalizedText(ja: "掲載終了日", en: "closed_on"), .day),
            TableColumn("application_number", LocalizedText(ja: "応募番号", en: "application_number"), .number),
            TableColumn("talent", LocalizedText(ja: "人材", en: "talent"), personal: true),
        ]
        + PostingsTable.steps.compactMap { id in
            RecordKind.application.fields.first { $0.id == id }.map { field in
                TableColumn(id, field.label, field.kind == .flag ? .flag : .day)
            }
        }
    /// What becomes of an application, in its order.
    private static let steps = ["date", "documents", "interviewed_on", "offered_on", "contracted_on", "declined_on"]

    private let openOn: Day?
    private let language: Language
    private let reader: any ExportReader

    /// - Parameter openOn: only postings that are open on this day; nil for all.
    public init(openOn: Day?, _ language: Language, from reader: any ExportReader) {
        self.openOn = openOn
        self.language = language
        self.reader = reader
    }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        try reader.eachPosting(openOn: openOn) { line, applicants in
            let posting = cells(of: line)
            for applicant in applicants { try body(posting + PostingsTable.cells(of: applicant)) }
            if applicants.isEmpty {
                try body(posting + Array(repeating: .empty, count: columns.count - posting.count))
            }
        }
    }

    private func cells(of line: PostingLine) -> [TableCell] {
        let record = line.posting.record
        let kind = record["kind"].text.flatMap(EmploymentKind.init)?.label(language)
        return [
            .number(line.posting.key.id), .text(line.organisation), .text(record["title"].text ?? ""),
            .text(kind ?? ""), .optional(record["date"].day), .optional(record["closed_on"].day),
        ]
    }

    private static func cells(of applicant: Applicant) -> [TableCell] {
        let record = applicant.application.record
        return [.number(applicant.application.key.id), .text(applicant.name)]
            + steps.map { step in
                step == "documents" ? .flag(record[step] == .flag(true)) : .optional(record[step].day)
            }
    }
}
