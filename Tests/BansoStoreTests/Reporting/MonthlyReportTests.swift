import BansoDomain
import BansoStore
import Testing

struct MonthlyReportTests {
    @Test func aMonthCountedByHand() throws {
        let october = try OctoberDesk().report(OctoberDesk.october).report
        #expect(october.companies.month == CompanyFigures.Pair(visited: 1, informed: 2))
        #expect(october.companies.soFar == CompanyFigures.Pair(visited: 1, informed: 2))
        let seminar = try #require(october.events.first)
        #expect(seminar.activity == "A1-1" && seminar.date == day(2025, 10, 10))
        #expect([seminar.companies, seminar.institutions, seminar.people, seminar.offers] == [2, 1, 5, 0])
        #expect(seminar.scores == [0, 0, 1, 1, 1])
        #expect(seminar.answers == EventFigures.Answers(companies: 2, content: 1, insight: 2, change: 0))
        let matching = october.events[1]
        #expect([matching.companies, matching.people, matching.offers] == [1, 2, 1])
        #expect(october.events.count == 2)
        #expect(
            october.matching.first { $0.activity == "A1-4" }?.month
                == MatchingFigures.Pair(participations: 1, offers: 1))
        #expect(october.meetings.map(\.title) == ["第2回連携会議"])
        #expect(october.meetings[0].minutes == "進捗を共有した。")
        func figure(_ id: IndicatorID) -> IndicatorFigures? { october.indicators.first { $0.indicator == id } }
        #expect(figure("A1.seminars")?.month == IndicatorFigures.Figure(1))
        #expect(figure("A1.seminar-companies")?.month == IndicatorFigures.Figure(2))
        #expect(figure("A2.companies")?.soFar == IndicatorFigures.Figure(2))
        #expect(figure("A2.consultations")?.month == IndicatorFigures.Figure(3))
        #expect(figure("KPI.satisfaction")?.month == IndicatorFigures.Figure(1, of: 2))
        #expect(figure("KPI.satisfaction")?.pooled == IndicatorFigures.Figure(1, of: 2))
        #expect(figure("KPI.offer-rate")?.month == IndicatorFigures.Figure(1, of: 1))
        #expect(figure("C2.companies") == nil)
    }

    @Test func aLaterMonthHasItsOwnFiguresAndAllSoFar() throws {
        let desk = try OctoberDesk()
        try OctoberDesk.book(desk.desk, desk.chikugo, on: day(2025, 11, 5), .inPerson)
        let november = try desk.report(OctoberDesk.november).report
        #expect(november.companies.month == CompanyFigures.Pair(visited: 1, informed: 1))
        #expect(november.companies.soFar == CompanyFigures.Pair(visited: 2, informed: 3))
        let consulted = november.indicators.first { $0.indicator == "A2.companies" }
        #expect(consulted?.month == IndicatorFigures.Figure(1) && consulted?.soFar == IndicatorFigures.Figure(3))
        #expect(november.events.isEmpty && november.corrections.isEmpty)
    }

    @Test func eachProgrammeHasItsOwn() throws {
        let desk = try OctoberDesk()
        try desk.desk.add(
            .hearing,
            [
                "activity": .text("C2"), "organisation": .number(desk.chikugo), "date": .day(day(2025, 10, 7)),
                "employs_foreign_talent": .flag(false),
            ])
        try desk.desk.add(
            .processConsultation,
            ["activity": .text("D3-4"), "organisation": .number(desk.chikugo), "date": .day(day(2025, 10, 8))])
        try desk.desk.add(
            .meeting, ["date": .day(day(2025, 10, 3)), "title": .text("B会議"), "programme": .text("B")])
        let reports = try desk.store.monthlyReports(of: OctoberDesk.october, programmes: ["A", "B", "C", "D"]).map(
            \.report)
        #expect(reports.map(\.companies.month.visited) == [1, 0, 1, 0])
        #expect(reports.map(\.companies.month.informed) == [2, 0, 1, 1])
        #expect(reports.map(\.meetings.count) == [1, 2, 1, 1])
        #expect(reports.map(\.events.count) == [2, 0, 0, 0])
        let all = reports.flatMap(\.indicators).filter { $0.pooled == nil }
        #expect(all.count == 46 && Set(all.map(\.indicator)).count == 46)
    }

    @Test func aDefinitionSaysWhatIsAVisit() throws {
        let text = R7Desk.catalogue(
            "visits = [\"consultation-in-person\", \"hearing\"]", is: "visits = [\"consultation-online\"]")
        let desk = try R7Desk(text: text)
        let (one, other) = (try desk.company("一社"), try desk.company("二社"))
        try OctoberDesk.book(desk, one, on: day(2025, 10, 1), .online)
        try OctoberDesk.book(desk, one, on: day(2025, 10, 2), .online)
        try OctoberDesk.book(desk, other, on: day(2025, 10, 2), .inPerson)
        let report = try desk.store.monthlyReports(of: OctoberDesk.october, programmes: ["A"])[0].report
        #expect(report.companies.month == CompanyFigures.Pair(visited: 1, informed: 2))
    }

    @Test func whatIsNotOfTheMonthStaysOut() throws {
        let desk = try OctoberDesk()
        _ = try desk.desk.event("A1-2", on: day(2025, 10, 20), status: .planned)
        _ = try desk.desk.event("A1-2", on: day(2025, 10, 21), status: .cancelled)
        _ = try desk.desk.event("A1-2", on: day(2025, 9, 30))
        try OctoberDesk.book(desk.desk, desk.chikugo, on: day(2025, 9, 30), .inPerson)
        let report = try desk.report(OctoberDesk.october).report
        #expect(report.events.count == 2)
        #expect(report.companies.month == CompanyFigures.Pair(visited: 1, informed: 2))
        #expect(report.companies.soFar == CompanyFigures.Pair(visited: 2, informed: 3))
    }

    @Test func aCompanyAnswersOnceAndInstitutionsAreNoCompanies() throws {
        let desk = try OctoberDesk()
        try desk.desk.add(
            .surveyAnswer,
            [
                "event": .number(desk.seminar), "organisation": .number(desk.ariake), "date": .day(day(2025, 10, 12)),
                "score": .number(5),
            ])
        let seminar = try #require(try desk.report(OctoberDesk.october).report.events.first)
        #expect(seminar.scores == [0, 0, 1, 1, 2])
        #expect(seminar.answers.companies == 2 && seminar.answers.content == 1)
        let chamber = try desk.store.add(Organisation(kind: .institution, name: "筑後商工会"), by: desk.desk.aoki).value
        try desk.desk.add(
            .hearing,
            [
                "activity": .text("C2"), "organisation": .number(chamber), "date": .day(day(2025, 10, 7)),
                "employs_foreign_talent": .flag(false),
            ])
        #expect(try desk.report(OctoberDesk.october, "C").report.companies.month.visited == 0)
    }

    @Test func anOfferIsOfTheEventWhereTheCompanyPresentedAndNotBeforeIt() throws {
        let desk = try OctoberDesk()
        func offer(from company: Int64, on offered: Day) throws {
            let posting = try desk.desk.add(
                .posting,
                [
                    "organisation": .number(company), "activity": .text("A1-4"),
                    "kind": .token(EmploymentKind.regular), "title": .text("経理"), "date": .day(day(2025, 10, 1)),
                ])
            let sato = try #require(try desk.store.record(RecordKey(.application, desk.application))).record["talent"]
            try desk.desk.add(
                .application,
                [
                    "posting": .number(posting), "talent": sato, "date": .day(day(2025, 10, 2)),
                    "documents": .flag(true), "offered_on": .day(offered),
                ])
        }
        func offers() throws -> Int { try desk.report(OctoberDesk.october).report.events[1].offers }
        // Before the event, then from one that was there without presenting
        try offer(from: desk.ariake, on: day(2025, 10, 21))
        let matching = try desk.report(OctoberDesk.october).report.events[1].event.id
        try desk.desk.add(
            .attendance, ["event": .number(matching), "organisation": .number(desk.shirakawa)])
        try offer(from: desk.shirakawa, on: day(2025, 10, 26))
        #expect(try offers() == 1)
        try offer(from: desk.ariake, on: day(2025, 10, 22))
        #expect(try offers() == 2)
    }
}
