import BansoDomain
import Testing

@testable import BansoStore

@Suite struct ExportReaderTests {
    private func records(_ store: Store, _ selection: RecordSelection, isTitled: Bool = true) throws -> [TitledRecord] {
        var records: [TitledRecord] = []
        try store.eachRecord(of: selection, isTitled: isTitled) { records.append($0) }
        #expect(try store.count(of: selection) == records.count)
        return records
    }

    /// What one statement says about every record is what the desk says about each.
    @Test func recordsAndTitlesAreThoseOfTheDesk() throws {
        let desk = try OracleDesk()
        let history = try RandomHistory(seed: 5, desk: desk.store)
        for _ in 0..<150 { try history.step() }
        let store = desk.store
        for kind in RecordKind.allCases {
            let found = try records(store, RecordSelection(kind))
            let stored = try store.records(kind, after: 0, limit: .max)
            #expect(found.map(\.id) == stored.map(\.key.id), "\(kind)")
            #expect(found.map(\.values) == stored.map(\.record.values), "\(kind)")
            for record in found {
                let titles = try zip(kind.fields, record.values).compactMap { field, value -> String? in
                    guard case .reference(let other) = field.kind else { return nil }
                    guard let number = value.number else { return "" }
                    let key = RecordKey(other, number)
                    return try store.titles(of: [key])[key] ?? ""
                }
                #expect(record.titles == titles, "\(kind)")
            }
            #expect(try records(store, RecordSelection(kind), isTitled: false).allSatisfy { $0.titles.isEmpty })
        }
    }

    @Test func onlyThoseWithAValue() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        _ = try desk.store.add(Organisation(kind: .institution, name: "会議所"), by: desk.aoki)
        let companies = RecordSelection(.organisation, where: "kind", is: .token(Organisation.Kind.company))
        #expect(try records(desk.store, companies).map(\.id) == [company.value])
        let nowhere = RecordSelection(.organisation, where: "prefecture", is: .none)
        #expect(try records(desk.store, nowhere).count == 1)
    }

    /// A write of another program meanwhile is not seen: the file is the desk of one moment.
    @Test func allRowsAreOfOneMoment() throws {
        let desk = try TestDesk()
        for number in 1...20 { _ = try desk.company("会社\(number)") }
        let other = try desk.another()
        var names: [String] = []
        try desk.store.eachRecord(of: RecordSelection(.organisation), isTitled: false) { record in
            if names.isEmpty {
                let last = try #require(try other.record(RecordKey(.organisation, 20)))
                var changed = last.record
                changed["name"] = .text("変更後")
                try other.edit(last.key, version: last.version, to: changed, by: desk.aoki)
                _ = try other.add(Organisation(name: "新しい"), by: desk.aoki)
            }
            names.append(record.values[1].text ?? "")
        }
        #expect(names.count == 20)
        #expect(names.last == "会社20")
    }

    @Test func cardsAndRowsBehindANumberAndHistoryAreWhole() throws {
        let desk = try TestDesk()
        for number in 0..<3 {
            let company = try desk.company("会社\(number)", prefecture: number == 1 ? 41 : 40)
            for week in 0..<3 { try desk.book(company, on: day(2025, 8, 5 + week * 7)) }
        }
        let filter = CardFilter(prefecture: Prefecture(code: 40), today: day(2025, 9, 1))
        var query = CardQuery(pipeline: desk.store.catalogue.consultation.pipeline, filter: filter, limit: 1)
        for order in [CardOrder.usual, CardOrder(by: .name, isDescending: true)] {
            query.order = order
            var names: [String] = []
            try desk.store.eachCard(query) { names.append($0.name) }
            query.limit = 100
            #expect(names == (try desk.store.cards(query)).map(\.name))
            #expect(names.count == 2)
        }
        for indicator in desk.store.catalogue.indicators.map(\.id) {
            var rows = ContributionQuery(indicator: indicator, asOf: day(2026, 3, 31), limit: 1)
            var found: [ExplainedContribution] = []
            try desk.store.eachContribution(rows) { found.append($0) }
            rows.limit = 1000
            #expect(found == (try desk.store.contributions(rows)))
        }
        var entries: [HistoryEntry] = []
        try desk.store.eachEntry(of: .everything) { entries.append($0) }
        #expect(entries == (try desk.store.history(HistoryQuery(.everything, limit: 1000))))
        #expect(entries.count > 9)
    }

    @Test("Given a list that breaks off at its first card, then the next one is of the data as they are by then")
    func brokenOff() throws {
        struct Full: Error {}
        let desk = try TestDesk()
        for number in 0..<3 { try desk.book(desk.company("会社\(number)")) }
        let query = CardQuery(pipeline: desk.store.catalogue.consultation.pipeline, limit: 100)
        #expect(throws: Full.self) { try desk.store.eachCard(query) { _ in throw Full() } }
        let other = try desk.another()
        defer { other.close() }
        let company = try other.add(Organisation(name: "新しい"), by: desk.aoki)
        _ = try other.book(TestDesk.consultation(company), nextAction: nil, by: desk.aoki)
        #expect(try desk.store.cards(query).contains { $0.name == "新しい" })
        var names: [String] = []
        try desk.store.eachCard(query) { names.append($0.name) }
        #expect(names.count == 4)
    }

    /// A page shows some of them; a file has all.
    @Test func whatNeedsAHandIsWholeAndSaysWhatItIs() throws {
        let desk = try TestDesk()
        let pipeline = desk.store.catalogue.pipelines[0]
        for number in 1...120 {
            let company = try desk.company("会社\(number)")
            let entry = PipelineEntry(
                organisation: company, pipeline: pipeline.id, stage: pipeline.stages[1].id, since: day(2025, 7, 1),
                nextAction: NextAction(text: "電話\(number)", due: day(2025, 11, 1)))
            _ = try desk.store.add(entry, by: desk.aoki)
        }
        let today = day(2025, 11, 20)
        let query = AttentionQuery(
            today: today, silentSince: today + -30, followedUpSince: today + -60, dueUntil: today + 3, limit: 5)
        var found: [AttentionItem] = []
        try desk.store.eachAttention(query) { found.append($0) }
        #expect(found.filter { $0.what == .nextAction }.map(\.detail) == (1...120).map { "電話\($0)" })
        #expect(found.first?.title == "会社1")
    }

    @Test func postingsComeWithTheirApplicantsAndTimelinesWhole() throws {
        let desk = try R7Desk()
        let company = try desk.company("甲")
        for number in 0..<520 {
            let closed: FieldValue = number == 0 ? .day(day(2025, 8, 31)) : .none
            let posting = try desk.add(
                .posting,
                [
                    "organisation": .number(company), "activity": .text("A1-3"), "kind": .token(EmploymentKind.sideJob),
                    "title": .text("販路\(number)"), "date": .day(day(2025, 8, 1)), "closed_on": closed,
                ])
            guard number == 0 else { continue }
            for name in ["佐藤", "鈴木"] {
                let talent = try desk.add(.talent, ["name": .text(name)])
                _ = try desk.add(
                    .application,
                    ["posting": .number(posting), "talent": .number(talent), "date": .day(day(2025, 8, 5))])
            }
        }
        var (all, open): ([PostingLine], [PostingLine]) = ([], [])
        var names: [String] = []
        try desk.store.eachPosting(openOn: nil) { line, applicants in
            all.append(line)
            names += applicants.map(\.name)
        }
        try desk.store.eachPosting(openOn: day(2025, 10, 1)) { line, _ in open.append(line) }
        #expect(all == (try desk.store.postings(PostingQuery(limit: 1000))))
        #expect(all.count == 520 && open.count == 519 && names == ["佐藤", "鈴木"])
        var (happened, applied): ([TimelineItem], [TimelineItem]) = ([], [])
        try desk.store.eachHappening(to: OrganisationID(company), of: nil) { happened.append($0) }
        try desk.store.eachHappening(to: OrganisationID(company), of: .application) { applied.append($0) }
        #expect(happened.count { $0.key.kind == .posting } == 520)
        #expect(applied.count == 2 && applied.allSatisfy { $0.key.kind == .application })
    }
}
