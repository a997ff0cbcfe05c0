/// A case study as its sheet shows it (seed 【Ａ５】, 【Ｂ４】, 【Ｃ４】).
public struct CaseSheet: Hashable, Sendable {
    public var key: RecordKey
    /// The record's own fields.
    public var record: Record
    /// The company or region that it is about.
    public var subject: String
    public var prefecture: Prefecture?

    public init(key: RecordKey, record: Record, subject: String, prefecture: Prefecture?) {
        self.key = key
        self.record = record
        self.subject = subject
        self.prefecture = prefecture
    }

    private static let page = 200

    /// All of these programmes, by activity and date. Each is read when its turn comes; they are some dozens a year.
    public static func all(from desk: any DeskReader, of programmes: [ProgrammeID]) throws -> [CaseSheet] {
        var sheets: [CaseSheet] = []
        var last: Int64 = 0
        while true {
            let records = try desk.records(.caseStudy, after: last, limit: page)
            for stored in records {
                let activity = desk.catalogue.activity(ActivityID(stored.record["activity"].text ?? ""))
                guard let activity, programmes.contains(activity.programme) else { continue }
                sheets.append(try sheet(stored, desk))
            }
            guard records.count == page, let end = records.last else { break }
            last = end.key.id
        }
        let order = Dictionary(
            uniqueKeysWithValues: desk.catalogue.activities.enumerated().map { ($1.id.text, $0) })
        func place(_ sheet: CaseSheet) -> (Int, Int, RecordKey) {
            (order[sheet.record["activity"].text ?? ""] ?? 0, sheet.record["date"].day?.ordinal ?? 0, sheet.key)
        }
        return sheets.sorted { place($0) < place($1) }
    }

    private static func sheet(_ stored: StoredRecord, _ desk: any DeskReader) throws -> CaseSheet {
        let own = stored.record
        let about =
            own["organisation"].number.map { RecordKey(.organisation, $0) }
            ?? own["region"].number.map { RecordKey(.region, $0) }
        let record = try about.flatMap { try desk.record($0)?.record }
        return CaseSheet(
            key: stored.key, record: own, subject: record?["name"].text ?? "",
            prefecture: record?["prefecture"].number.flatMap { Prefecture(code: Int($0)) })
    }

    var isDone: Bool { record["status"] == .token(CaseStatus.done) }
}
