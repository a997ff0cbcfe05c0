import BansoDomain
import BansoStore
import Testing

struct FileTests {
    @Test("Given a company with a history, then its file has all of it, newest first")
    func wholeFile() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let entry = try desk.store.add(
            PipelineEntry(organisation: company, pipeline: "A", stage: "lead", since: day(2025, 6, 2)), by: desk.aoki)
        _ = try desk.store.add(
            PipelineEntry(organisation: company, pipeline: "B", stage: "guide", since: day(2025, 6, 3)), by: desk.aoki)
        var consultation = TestDesk.consultation(company)
        consultation.topics = "採用計画\n求人票"
        _ = try desk.store.book(consultation, nextAction: nil, by: Actor("森"))
        try desk.store.move(entry, version: 2, to: "posting", on: day(2025, 9, 1), by: desk.aoki)
        let file = try #require(try desk.store.file(of: company))
        #expect(file.entries.map(\.record.pipeline) == ["A", "B"])
        #expect(file.entries.first?.version == 3)
        #expect(file.consultations.map(\.coordinatorName) == ["森"])
        #expect(file.consultations.first?.listed.record.start == ClockTime(minutes: 840))
        #expect(
            file.timeline.map(\.what) == [
                .stage("A", from: "consultation", to: "posting"),
                .consultation(ordinal: Ordinal(1)!, minutes: 90, mode: .online, topics: "採用計画\n求人票"),
                .stage("A", from: "lead", to: "consultation"), .stage("B", from: nil, to: "guide"),
                .stage("A", from: nil, to: "lead"),
            ])
        #expect(file.timeline.map(\.by) == ["青木", "森", "森", "青木", "青木"])
    }

    @Test("Given nobody of that number, then there is no file")
    func none() throws {
        #expect(try TestDesk().store.file(of: OrganisationID(7)) == nil)
    }

    @Test("Given contacts, checks, snoozes and an organisation of the same name, then the file has them")
    func besides() throws {
        let desk = try R7Desk()
        let (company, twin) = (try desk.company("有明食品"), try desk.company("㈱有明食品"))
        try desk.add(.contact, ["organisation": .number(company), "name": .text("鈴木")])
        for month in [9, 7] {
            try desk.add(
                .eligibilityCheck,
                [
                    "organisation": .number(company), "date": .day(day(2025, month, 1)),
                    "legal_form": .token(LegalForm.other), "evidence": .text("登記"),
                ])
            try desk.add(
                .snooze,
                ["organisation": .number(company), "until": .day(day(2025, month, 1)), "reason": .text("繁忙期")])
        }
        let file = try #require(try desk.store.file(of: OrganisationID(company)))
        #expect(file.contacts.map { $0.record["name"] } == [.text("鈴木")])
        #expect(file.eligibilityCheck?.record["date"] == .day(day(2025, 9, 1)))
        #expect(file.snooze?.record["until"] == .day(day(2025, 9, 1)))
        #expect(file.twins.map(\.key.id) == [twin])
        #expect(try desk.store.file(of: OrganisationID(twin))?.twins.map(\.name) == ["有明食品"])
    }

    @Test("Given every kind of record of a company, then its timeline has them all, newest first, or those asked for")
    func timeline() throws {
        let desk = try R7Desk()
        let (company, other) = (try desk.company("有明食品"), try desk.company("別社"))
        let own = FieldValue.number(company)
        let talent = try desk.add(.talent, ["name": .text("佐藤健")])
        func date(_ dayOfMonth: Int) -> FieldValue { .day(day(2025, 9, dayOfMonth)) }
        for (number, presence) in [(1, Presence.attended), (2, .noShow)] {
            let event = try desk.event("A1-\(number)", on: day(2025, 9, number))
            try desk.add(
                .attendance, ["event": .number(event), "organisation": own, "presence": .token(presence)])
            guard number == 1 else { continue }
            try desk.add(
                .surveyAnswer, ["event": .number(event), "organisation": own, "date": date(3), "score": .number(4)])
        }
        let posting = try desk.add(
            .posting,
            [
                "organisation": own, "activity": .text("A1-3"), "kind": .token(EmploymentKind.sideJob),
                "title": .text("販路"), "date": date(4),
            ])
        try desk.add(.application, ["posting": .number(posting), "talent": .number(talent), "date": date(5)])
        try desk.add(
            .interview,
            ["activity": .text("C3"), "organisation": own, "talent": .number(talent), "date": date(6)])
        let coordinator = try #require(try desk.store.coordinators().first).id.value
        try desk.add(
            .hearing,
            [
                "activity": .text("C2"), "organisation": own, "date": date(7), "employs_foreign_talent": .flag(false),
                "coordinator": .number(coordinator),
            ])
        try desk.add(
            .training, ["activity": .text("C4"), "organisation": own, "date": date(8), "theme": .text("異文化")])
        try desk.add(.processConsultation, ["activity": .text("D3-4"), "organisation": own, "date": date(9)])
        for (place, ends) in [(10, (company, other)), (11, (other, company))] {
            try desk.add(
                .interCompanyContract,
                [
                    "activity": .text("A3-4"), "sender": .number(ends.0), "receiver": .number(ends.1),
                    "date": date(place), "project": .text("改善"),
                ])
        }
        try desk.add(
            .caseStudy, ["activity": .text("A5"), "organisation": own, "title": .text("好事例"), "date": date(12)])
        try desk.add(.followUp, ["organisation": own, "date": date(13), "hires": .number(0), "offers": .number(0)])
        let items = try #require(try desk.store.file(of: OrganisationID(company))).timeline
        #expect(items.map(\.date) == (1...13).reversed().map { day(2025, 9, $0) })
        #expect(
            items.map(\.what)
                == [
                    "", "好事例", "改善", "改善", "", "異文化", "", "佐藤健", "佐藤健 販路", "販路", "2025-09-01 テーマ",
                ].map { .record($0) } + [.record("テーマ", presence: .noShow), .record("テーマ", presence: .attended)])
        #expect(items[6].by == "青木" && items[0].by.isEmpty)
        let part = try desk.store.timeline(
            of: OrganisationID(company), kinds: [.attendance, .interCompanyContract], limit: 3)
        #expect(part.map(\.key.kind) == [.interCompanyContract, .interCompanyContract, .attendance])
    }
}
