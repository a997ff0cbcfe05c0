import BansoDomain
import TerminalUI

@testable import BansoApp

/// A desk of values with postings and those who applied.
final class MatchingDesk: QuietDesk {
    let catalogue: Catalogue = FakeDesk.call
    private let figures = FakeDesk()
    var lines: [PostingLine] = []
    var people: [Int64: [Applicant]] = [:]
    /// How often readings were asked for.
    private(set) var readingsAsked = 0
    /// The most postings that were ever asked for at once.
    private(set) var largestPage = 0

    static let today = FakeDesk.today

    /// - Parameter count: how many postings; the first, newest one has four applicants.
    init(postings count: Int) {
        for index in 0..<count { addPosting(Int64(index + 1), on: MatchingDesk.today + -index) }
        guard count > 0 else { return }
        addApplicant(1, to: 1, "佐藤健", tags: "young digital", ["documents": .flag(true)])
        addApplicant(
            2, to: 1, "アレクサンドラ・フォン・ヒルデブラント", tags: "foreign",
            [
                "documents": .flag(true), "interviewed_on": .day(Day(2025, 11, 12)!),
                "offered_on": .day(MatchingDesk.today),
            ])
        addApplicant(3, to: 1, "山田花子", ["declined_on": .day(Day(2025, 11, 18)!), "documents": .flag(true)])
        addApplicant(4, to: 1, "鈴木一郎", [:])
        for part in ["offer", "person", "participation", "participation"] {
            figures.add(
                "KPI.offer-rate", "C1", part: part, subject: RecordKey(.talent, 1), source: RecordKey(.application, 1),
                MatchingDesk.today)
        }
    }

    func addPosting(_ number: Int64, on date: Day, closed: Day? = nil) {
        let record = Record(
            .posting,
            [
                "organisation": .number(number), "kind": .token(number % 2 == 0 ? EmploymentKind.regular : .sideJob),
                "title": .text("EC サイトの改善と販路開拓"), "date": .day(date), "closed_on": .optional(closed),
            ])
        lines.append(
            PostingLine(
                posting: StoredRecord(key: RecordKey(.posting, number), version: 1, record: record),
                organisation: "株式会社九州食品\(number)", applications: 4, interviewed: 1, offers: 1, contracts: 0))
        lines.sort { $0.place > $1.place }
    }

    func addApplicant(
        _ number: Int64, to posting: Int64, _ name: String, tags: String = "",
        _ values: KeyValuePairs<String, FieldValue>
    ) {
        var record = Record(
            .application,
            ["posting": .number(posting), "talent": .number(number), "date": .day(Day(2025, 11, 5)!)])
        for (field, value) in values { record[field] = value }
        people[posting, default: []].append(
            Applicant(
                application: StoredRecord(key: RecordKey(.application, number), version: 3, record: record), name: name,
                kana: "", tags: tags))
    }

    func postings(_ query: PostingQuery) -> [PostingLine] {
        largestPage = max(largestPage, query.limit)
        let asked = lines.filter { line in
            let closed = line.posting.record["closed_on"].day
            if let day = query.openOn, let closed, closed < day { return false }
            return query.after.map { line.place < $0 } ?? true
        }
        return Array(asked.prefix(query.limit))
    }

    func applicants(of posting: Int64) -> [Applicant] { people[posting] ?? [] }

    func readings(asOf day: Day) -> [Reading] {
        readingsAsked += 1
        return figures.readings(asOf: day)
    }

    func changeToken() -> Int { 0 }

    func context(_ language: Language = .ja, width: Int = 120, height: Int = 40) -> Context {
        figures.context(language, size: Size(width: width, height: height))
    }
}
