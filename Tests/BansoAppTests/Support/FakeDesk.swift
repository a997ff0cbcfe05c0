import BansoDomain
import TerminalUI

@testable import BansoApp

/// A desk of values: the rows behind three indicators, and a few records. For screens that need no database.
final class FakeDesk: QuietDesk {
    let catalogue: Catalogue = FakeDesk.call
    var rows: [ExplainedContribution] = []
    var stored: [RecordKey: Record] = [:]
    var token = 0
    /// The most rows that were ever asked for at once.
    private(set) var largestPage = 0

    static let today = Day(2025, 11, 20)!
    static let companies: IndicatorID = "A2.companies"
    static let satisfaction: IndicatorID = "KPI.satisfaction"

    /// - Parameter companies: how many were counted; every fifth record is excluded.
    init(companies count: Int = 0) {
        for index in 0..<count { add(index) }
    }

    /// A consultation of one company, on one of the days before today.
    func add(_ index: Int, date: Day? = nil) {
        let company = RecordKey(.organisation, Int64(index + 1))
        let source = RecordKey(.consultation, Int64(index + 1))
        let date = date ?? FakeDesk.today + -(index % 200)
        let reason: ExclusionReason? = index % 5 == 4 ? .eligibilityUnknown : nil
        stored[company] = Record(.organisation, ["name": .text("株式会社九州食品\(index + 1)")])
        stored[source] = Record(
            .consultation,
            [
                "organisation": .number(company.id), "date": .day(date), "minutes": .number(90),
                "ordinal": .number(1), "topics": .text("販路開拓の進め方と人材の採り方について"),
            ])
        add(FakeDesk.companies, "A2", subject: company, source: source, date, reason, prefecture: 40 + index % 7)
    }

    func add(
        _ indicator: IndicatorID, _ activity: ActivityID, part: String = "", subject: RecordKey, source: RecordKey,
        _ date: Day, _ reason: ExclusionReason? = nil, prefecture: Int? = nil
    ) {
        let contribution = Contribution(
            line: LedgerLine(indicator, activity, part: part), subject: subject, date: date,
            prefecture: prefecture.flatMap(Prefecture.init(code:)), source: source,
            verdict: reason.map { .excluded($0) } ?? .counted)
        let place = ContributionPlace(date: date, subject: subject, line: 1, source: source)
        rows.append(
            ExplainedContribution(
                place: place, contribution: contribution, reason: reason, subject: title(of: subject),
                source: title(of: source)))
        rows.sort { FakeDesk.order($0.place) < FakeDesk.order($1.place) }
    }

    /// An application by a person to a company's posting, at a number of its own.
    func addApplication(_ number: Int64, company: Int64) {
        stored[RecordKey(.talent, number)] = Record(.talent, ["name": .text("佐藤健")])
        stored[RecordKey(.posting, number)] = Record(
            .posting, ["organisation": .number(company), "title": .text("EC サイトの改善")])
        stored[RecordKey(.application, number)] = Record(
            .application,
            [
                "posting": .number(number), "talent": .number(number), "date": .day(FakeDesk.today),
                "notes": .text(String(repeating: "面談で確かめること。", count: 20)),
            ])
    }

    func changeToken() -> Int { token }

    func readings(asOf day: Day) -> [Reading] {
        catalogue.indicators.map { indicator in
            var tally = Tally()
            for row in rows where row.contribution.line.indicator == indicator.id {
                let line = row.contribution.line
                tally.add(
                    counted: row.reason == nil ? 1 : 0, excluded: row.reason == nil ? 0 : 1,
                    month: FiscalMonth(row.contribution.date), activity: line.activity, part: line.part)
            }
            return Reading(indicator, tally: tally, asOf: day, catalogue: catalogue)
        }
    }

    func contributions(_ query: ContributionQuery) -> [ExplainedContribution] {
        largestPage = max(largestPage, query.limit)
        let asked = rows.filter { row in
            guard row.contribution.line.indicator == query.indicator else { return false }
            if let after = query.after, FakeDesk.order(row.place) <= FakeDesk.order(after) { return false }
            return query.verdict == .all || (query.verdict == .counted) == (row.reason == nil)
        }
        return Array(asked.prefix(query.limit))
    }

    func matrix(of indicator: IndicatorID, asOf day: Day) -> CountMatrix {
        var matrix = CountMatrix()
        for row in rows where row.contribution.line.indicator == indicator && row.reason == nil {
            let cell = CountMatrix.Cell(
                month: FiscalMonth(row.contribution.date), prefecture: row.contribution.prefecture)
            matrix.counts[cell, default: 0] += 1
        }
        return matrix
    }

    func record(_ key: RecordKey) -> StoredRecord? {
        stored[key].map { StoredRecord(key: key, version: 1, record: $0) }
    }

    func titles(of keys: Set<RecordKey>) -> [RecordKey: String] {
        Dictionary(uniqueKeysWithValues: keys.filter { stored[$0] != nil }.map { ($0, title(of: $0)) })
    }

    func file(of organisation: OrganisationID) -> OrganisationFile? {
        stored[RecordKey(.organisation, organisation.value)].map { record in
            OrganisationFile(
                organisation: Listed(
                    id: organisation, version: 1, record: Organisation(name: record["name"].text ?? "")),
                entries: [], consultations: [], timeline: [])
        }
    }

    private func title(of key: RecordKey) -> String {
        let fields = stored[key].map { record in key.kind.titleFields.map { record[$0] } } ?? []
        return fields.compactMap { $0.text ?? $0.day?.iso }.joined(separator: " ")
    }

    private static func order(_ place: ContributionPlace) -> (Int, RecordKey, Int64, RecordKey) {
        (place.date.ordinal, place.subject, place.line, place.source)
    }
}

extension FakeDesk {
    func context(
        _ language: Language = .ja, size: Size = Size(width: 80, height: 24), glyphs: Glyphs = .unicode
    ) -> Context {
        Context(
            catalogue: catalogue, language: language, today: FakeDesk.today,
            calendar: WorkingCalendar(holidays: []), glyphs: glyphs, actor: Actor("田中"), size: size)
    }

    /// Runs the program with these keys to its end.
    @discardableResult
    func run(
        _ keys: [Key], language: Language = .ja, size: Size = Size(width: 80, height: 24), glyphs: Glyphs = .unicode,
        interludes: [Int: () -> Void] = [:]
    ) -> ScriptedTerminal {
        // What is tested begins on the overview.
        let later = Dictionary(uniqueKeysWithValues: interludes.map { ($0.key + 1, $0.value) })
        let terminal = ScriptedTerminal(size: size, keys: [.character("0")] + keys, interludes: later)
        App(
            terminal: terminal, reader: self, writer: ClosedDesk(),
            context: context(language, size: size, glyphs: glyphs)
        ).run()
        return terminal
    }

    static let call: Catalogue = {
        let period = Day(2025, 7, 1)!...Day(2026, 3, 31)!
        func activity(_ id: ActivityID, _ programme: ProgrammeID) -> Activity {
            Activity(
                id: id, programme: programme, label: LocalizedText(ja: "個別支援", en: "Support"), window: period,
                source: "")
        }
        func indicator(
            _ id: IndicatorID, _ programme: ProgrammeID?, _ activity: ActivityID?, _ label: LocalizedText,
            _ kind: IndicatorKind, _ target: Int, _ unit: LocalizedText, _ rule: CountRule,
            _ constraints: [Constraint] = [], source: String
        ) -> Indicator {
            Indicator(
                id: id, programme: programme, activity: activity, label: label, kind: kind,
                target: Target(atLeast: target), unit: unit, count: rule, constraints: constraints, window: period,
                source: source)
        }
        let percent = LocalizedText(ja: "%", en: "%")
        return Catalogue(
            id: "fake", version: 1, title: LocalizedText(ja: "試験", en: "test"), period: period,
            prefectures: Prefecture.kyushu,
            programmes: [
                Programme(id: "A", label: LocalizedText(ja: "人材戦略構築支援", en: "Talent strategy"), cap: 0),
                Programme(id: "C", label: LocalizedText(ja: "外国人材", en: "Foreign talent"), cap: 0),
            ],
            activities: [activity("A2", "A"), activity("A3-1", "A"), activity("C1", "C")],
            pipelines: [
                Pipeline(
                    id: "A", programme: "A", label: LocalizedText(ja: "戦略", en: "Strategy"), subject: .companies,
                    stages: [Stage(id: "lead", label: LocalizedText(ja: "候補", en: "Lead"))])
            ],
            consultation: ConsultationTerms(activity: "A2", pipeline: "A", limit: 3, usualMinutes: 60...120),
            indicators: [
                indicator(
                    companies, "A", "A2", LocalizedText(ja: "支援企業", en: "Companies supported"), .distinct, 60,
                    LocalizedText(ja: "社", en: "companies"),
                    CountRule(source: .consultedCompanies, activities: ["A2"]),
                    [
                        Constraint(
                            rule: .atMostPerCompany, label: LocalizedText(ja: "1社3回まで", en: "at most 3 each"), limit: 3),
                        Constraint(
                            rule: .everyPrefecture,
                            label: LocalizedText(ja: "各県1社以上", en: "each prefecture at least one")),
                    ], source: "目標：支援企業６０社以上、支援回数９０回以上"),
                indicator(
                    satisfaction, nil, nil, LocalizedText(ja: "満足度", en: "Satisfaction"), .ratio, 80, percent,
                    CountRule(source: .surveyAnswers, activities: ["A3-1", "C1"]), source: "イベント参加企業の満足度８０％以上"),
                indicator(
                    "KPI.offer-rate", nil, nil, LocalizedText(ja: "内定率", en: "Offer rate"), .ratio, 10, percent,
                    CountRule(source: .offers, activities: ["C1"]), source: "内定率１０％以上"),
            ], definitions: [])
    }()
}

/// Writes nothing, always for the same reason.
final class ClosedDesk: RefusingDesk {
    let reason: DeskError
    /// Nil where it is only known once it is tried.
    private(set) var refusal: DeskError?
    /// How often a record was to be added.
    private(set) var asked = 0
    /// How often it was told that nobody waits.
    private(set) var tidied = 0

    func tidy() { tidied += 1 }

    init(_ reason: DeskError = .readOnly(path: ""), isKnown: Bool = false) {
        self.reason = reason
        refusal = isKnown ? reason : nil
    }

    /// From now on it looks as if it could be written.
    func open() { refusal = nil }

    func add(_ record: Record, by actor: Actor) throws -> Int64 {
        asked += 1
        throw reason
    }
}
