import BansoDomain
import Testing

import class GRDB.Row

@testable import BansoStore

struct AttentionTests {
    private static let today = day(2025, 11, 20)

    private func items(_ desk: R7Desk, _ what: AttentionItem.What, limit: Int = 50) throws -> [AttentionItem] {
        let query = AttentionQuery(
            today: AttentionTests.today, silentSince: AttentionTests.today + -30,
            followedUpSince: AttentionTests.today + -60, dueUntil: AttentionTests.today + 7, limit: limit)
        return try desk.store.described(try desk.store.attention(query).filter { $0.what == what })
    }

    @discardableResult
    private func card(
        _ desk: R7Desk, _ company: Int64, stage: Int = 2, since: Day = day(2025, 7, 1), next: NextAction? = nil
    ) throws -> Int64 {
        let pipeline = desk.store.catalogue.pipelines[0]
        let entry = PipelineEntry(
            organisation: OrganisationID(company), pipeline: pipeline.id,
            stage: stage < 0 ? pipeline.stages.last!.id : pipeline.stages[stage].id, since: since, nextAction: next)
        return try desk.store.add(entry, by: desk.aoki).value
    }

    @Test("Given next actions, then those up to the day come, the most overdue first, with the card")
    func nextActions() throws {
        let desk = try R7Desk()
        for (name, due) in [("乙", 27), ("甲", 1), ("丙", 28)] {
            let action = NextAction(text: "電話", due: day(2025, 11, due))
            try card(desk, try desk.company(name), next: action)
        }
        let found = try items(desk, .nextAction)
        #expect(found.map(\.title) == ["甲", "乙"])
        #expect(found.first?.detail == "電話")
        #expect(found.first?.entry != nil)
        #expect(try items(desk, .nextAction, limit: 1).map(\.title) == ["甲"])
    }

    @Test("Given companies under way, then those without anything since are silent, the longest first")
    func silent() throws {
        let desk = try R7Desk()
        try card(desk, try desk.company("八月"), since: day(2025, 8, 1))
        try card(desk, try desk.company("七月"), since: day(2025, 7, 1))
        try card(desk, try desk.company("先月"), since: day(2025, 10, 22))
        try card(desk, try desk.company("先頭"), stage: 0)
        try card(desk, try desk.company("最後"), stage: -1)
        let planned = NextAction(text: "訪問", due: day(2025, 12, 1))
        try card(desk, try desk.company("予定"), next: planned)
        try card(desk, try desk.company("期限切れ"), next: NextAction(text: "訪問", due: day(2025, 11, 1)))
        let (asleep, awake) = (try desk.company("保留"), try desk.company("保留切れ"))
        for (company, until) in [(asleep, day(2025, 11, 21)), (awake, day(2025, 11, 20))] {
            try card(desk, company)
            try desk.add(
                .snooze, ["organisation": .number(company), "until": .day(until), "reason": .text("繁忙期")])
        }
        #expect(try items(desk, .silent).map(\.title) == ["七月", "期限切れ", "保留切れ", "八月"])
    }

    @Test("Given a plan that is moved or done away with, then its company is silent or not accordingly")
    func plansThatChange() throws {
        let desk = try R7Desk()
        let company = try desk.company("甲")
        let plan = NextAction(text: "訪問", due: day(2025, 12, 1))
        let entry = try card(desk, company, next: plan)
        func isSilent() throws -> Bool {
            #expect(try desk.store.check().isSound)
            return try !items(desk, .silent).isEmpty
        }
        func edit(_ next: NextAction?) throws {
            let key = RecordKey(.pipelineEntry, entry)
            var record = try #require(try desk.store.record(key))
            record.record["next_action"] = next.map { .text($0.text) } ?? .none
            record.record["next_due"] = next?.due.map { .day($0) } ?? .none
            try desk.store.edit(key, version: record.version, to: record.record, by: desk.aoki)
        }
        #expect(try !isSilent())
        try edit(NextAction(text: "訪問", due: day(2025, 11, 1)))
        #expect(try isSilent())
        try edit(plan)
        #expect(try !isSilent())
        try edit(nil)
        #expect(try isSilent())
    }

    @Test("Given cards that move on, back, to an end or to another company, then who is silent follows")
    func cardsThatMove() throws {
        let desk = try R7Desk()
        let (company, other) = (try desk.company("甲"), try desk.company("乙"))
        let stages = desk.store.catalogue.pipelines[0].stages
        let key = RecordKey(.pipelineEntry, try card(desk, company))
        func silent(_ stage: Int, since: Day, of company: Int64) throws -> [String] {
            var record = try #require(try desk.store.record(key))
            record.record["stage"] = .text(stages[stage].id.text)
            record.record["stage_order"] = .number(Int64(stage))
            record.record["since"] = .day(since)
            record.record["organisation"] = .number(company)
            try desk.store.edit(key, version: record.version, to: record.record, by: desk.aoki)
            #expect(try desk.store.check().isSound)
            return try items(desk, .silent).map { "\($0.title) \($0.day.iso)" }
        }
        #expect(try silent(3, since: day(2025, 8, 1), of: company) == ["甲 2025-08-01"])
        #expect(try silent(stages.count - 1, since: day(2025, 8, 1), of: company) == [])
        #expect(try silent(1, since: day(2025, 8, 1), of: company) == ["甲 2025-08-01"])
        #expect(try silent(1, since: day(2025, 6, 2), of: company) == ["甲 2025-06-02"])
        #expect(try silent(1, since: day(2025, 11, 10), of: company) == [])
        #expect(try silent(1, since: day(2025, 9, 1), of: other) == ["乙 2025-09-01"])
        #expect(try silent(0, since: day(2025, 9, 1), of: other) == [])
    }

    @Test(
        "Given who is silent, or events by what became of them, then an index alone says it",
        arguments: [
            (AttentionItem.What.silent, "d USING COVERING INDEX organisation_day_last"),
            (.noRoster, "e USING COVERING INDEX event_held"), (.noSurvey, "e USING COVERING INDEX event_held"),
            (.unsettledEvent, "e USING COVERING INDEX event_planned"),
            (.nextAction, "e USING COVERING INDEX pipeline_entry_due"),
        ])
    func indexesAlone(what: AttentionItem.What, words: String) throws {
        let query = AttentionQuery(
            today: AttentionTests.today, silentSince: AttentionTests.today + -30,
            followedUpSince: AttentionTests.today + -60, dueUntil: AttentionTests.today + 7, limit: 50)
        let statement = AttentionStatement(what, query)
        let plan = try R7Desk().store.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments)
                .map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains(words) }, "\(plan)")
    }

    @Test("Given any kind of record on a later day, then its organisation is not silent; undone, it is again")
    func somethingHappened() throws {
        let desk = try R7Desk()
        let (company, other) = (try desk.company("甲"), try desk.company("乙"))
        let late = FieldValue.day(day(2025, 11, 10))
        let event = try desk.event("A1-1", on: day(2025, 11, 10))
        let posting = try desk.add(
            .posting,
            [
                "organisation": .number(company), "activity": .text("A1-3"), "kind": .token(EmploymentKind.sideJob),
                "title": .text("販路"), "date": .day(day(2025, 7, 1)),
            ])
        let talent = try desk.add(.talent, ["name": .text("佐藤")])
        try card(desk, company)
        let happenings: [Record] = [
            Record(.attendance, ["event": .number(event), "organisation": .number(company)]),
            Record(.application, ["posting": .number(posting), "talent": .number(talent), "date": late]),
            Record(
                .hearing,
                [
                    "activity": .text("C2"), "organisation": .number(company), "date": late,
                    "employs_foreign_talent": .flag(false),
                ]),
            Record(
                .training,
                ["activity": .text("C4"), "organisation": .number(company), "date": late, "theme": .text("研修")]),
            Record(.processConsultation, ["activity": .text("D3-4"), "organisation": .number(company), "date": late]),
            Record(
                .interview,
                [
                    "activity": .text("C3"), "organisation": .number(company), "talent": .number(talent), "date": late,
                ]),
            Record(
                .interCompanyContract,
                ["activity": .text("A3-4"), "sender": .number(company), "receiver": .number(other), "date": late]),
            Record(
                .interCompanyContract,
                ["activity": .text("A3-4"), "sender": .number(other), "receiver": .number(company), "date": late]),
            Record(
                .caseStudy,
                ["activity": .text("A5"), "organisation": .number(company), "title": .text("例"), "date": late]),
            Record(
                .followUp, ["organisation": .number(company), "date": late, "hires": .number(0), "offers": .number(0)]),
        ]
        #expect(try items(desk, .silent).map(\.title) == ["甲"])
        for record in happenings {
            _ = try desk.store.add(record, by: desk.aoki)
            #expect(try items(desk, .silent).isEmpty, "\(record.kind)")
            _ = try desk.store.undo(by: desk.aoki)
            #expect(try items(desk, .silent).map(\.day) == [day(2025, 7, 1)], "\(record.kind)")
        }
        #expect(try desk.store.check().isSound)
    }

    @Test("Given an event whose day or a guest's presence changes, then its guests' days follow")
    func eventMoves() throws {
        let desk = try R7Desk()
        let company = try desk.company("甲")
        try card(desk, company)
        let event = RecordKey(.event, try desk.event("A1-1", on: day(2025, 11, 10)))
        let guest = RecordKey(
            .attendance, try desk.add(.attendance, ["event": .number(event.id), "organisation": .number(company)]))
        #expect(try items(desk, .silent).isEmpty)
        try edit(desk, event) { $0["date"] = .day(day(2025, 8, 1)) }
        #expect(try items(desk, .silent).map(\.day) == [day(2025, 8, 1)])
        #expect(try items(desk, .followUp).map(\.day) == [day(2025, 8, 1)])
        try edit(desk, guest) { $0["presence"] = .token(Presence.noShow) }
        #expect(try items(desk, .silent).map(\.day) == [day(2025, 7, 1)])
        #expect(try items(desk, .followUp).isEmpty)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given companies that took part, then those not asked since are to be asked; a follow-up starts anew")
    func followUps() throws {
        let desk = try R7Desk()
        let (company, other) = (try desk.company("甲"), try desk.company("乙"))
        let institution = try desk.store.add(Organisation(kind: .institution, name: "会議所"), by: desk.aoki).value
        let event = try desk.event("A1-1", on: day(2025, 8, 20))
        for guest in [company, institution] {
            try desk.add(.attendance, ["event": .number(event), "organisation": .number(guest)])
        }
        _ = try desk.store.book(
            Consultation(company: OrganisationID(other), date: day(2025, 8, 5), minutes: 90, mode: .online),
            nextAction: nil, by: desk.aoki)
        try card(desk, try desk.company("丙"))
        #expect(try items(desk, .followUp).map(\.title) == ["乙", "甲"])
        try desk.add(
            .followUp,
            [
                "organisation": .number(other), "date": .day(day(2025, 9, 1)), "hires": .number(0),
                "offers": .number(0),
            ])
        #expect(try items(desk, .followUp).map(\.title) == ["甲", "乙"])
        #expect(try items(desk, .followUp).map(\.day) == [day(2025, 8, 20), day(2025, 9, 1)])
    }

    @Test("Given events past, then the unsettled, those without a roster and those without a survey come")
    func events() throws {
        let desk = try R7Desk()
        let company = try desk.company()
        let yesterday = try desk.event("A1-1", on: day(2025, 11, 19))
        _ = try desk.event("A1-1", on: AttentionTests.today)
        let planned = try desk.event("A1-1", on: day(2025, 11, 19), status: .planned)
        _ = try desk.event("A1-1", on: AttentionTests.today, status: .planned)
        _ = try desk.event("A1-1", on: day(2025, 11, 1), status: .cancelled)
        let asked = try desk.event("A1-1", on: day(2025, 11, 17))
        let recent = try desk.event("A1-1", on: day(2025, 11, 18))
        for event in [asked, recent] {
            try desk.add(.attendance, ["event": .number(event), "organisation": .number(company)])
        }
        #expect(try items(desk, .unsettledEvent).map(\.record.id) == [planned])
        #expect(try items(desk, .noRoster).map(\.record.id) == [yesterday])
        #expect(try items(desk, .noSurvey).map(\.record.id) == [asked])
        #expect(try items(desk, .noSurvey).first?.detail == "A1-1")
        try desk.add(
            .surveyAnswer,
            [
                "event": .number(asked), "organisation": .number(company), "date": .day(day(2025, 11, 17)),
                "score": .number(4),
            ])
        #expect(try items(desk, .noSurvey).isEmpty)
    }

    @Test(
        "Given attendances added, moved to another event or guest, and deleted, then an event's roster is known; wrong, a check says so"
    )
    func rosters() throws {
        let desk = try R7Desk()
        let (company, talent) = (try desk.company(), try desk.add(.talent, ["name": .text("佐藤健")]))
        let events = try (0..<2).map { try desk.event("A1-1", on: day(2025, 11, 3 + $0)) }
        let attendance = RecordKey(
            .attendance, try desk.add(.attendance, ["event": .number(events[0]), "organisation": .number(company)]))
        func unknown() throws -> [Int64] { try items(desk, .noRoster).map(\.record.id) }
        #expect(try unknown() == [events[1]])
        try edit(desk, attendance) { $0["event"] = .number(events[1]) }
        #expect(try unknown() == [events[0]])
        #expect(try items(desk, .noSurvey).map(\.record.id) == [events[1]])
        // Only companies are asked for surveys
        try edit(desk, attendance) { ($0["organisation"], $0["talent"]) = (.none, .number(talent)) }
        #expect(try items(desk, .noSurvey).isEmpty && unknown() == [events[0]])
        #expect(try desk.store.check().isSound)
        _ = try desk.store.undo(by: desk.aoki)
        #expect(try items(desk, .noSurvey).map(\.record.id) == [events[1]])
        let version = try #require(try desk.store.record(attendance)).version
        try desk.store.delete(attendance, version: version, by: desk.aoki)
        #expect(try unknown() == events)
        #expect(try desk.store.check().isSound)
        try desk.plainSQL("INSERT INTO event_roster VALUES (\(events[0]), 1, 0)")
        #expect(try desk.store.check().differingIndicators.contains("A1.seminar-companies"))
    }

    private func edit(_ desk: R7Desk, _ key: RecordKey, _ change: (inout Record) -> Void) throws {
        var stored = try #require(try desk.store.record(key))
        change(&stored.record)
        try desk.store.edit(key, version: stored.version, to: stored.record, by: desk.aoki)
    }
}
