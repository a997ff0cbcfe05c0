import BansoDomain
import BansoStore
import Testing

struct MergeTests {
    private func merge(_ desk: R7Desk, _ other: Int64, into kept: Int64) throws {
        let versions = try [other, kept].map {
            try #require(try desk.store.record(RecordKey(.organisation, $0))).version
        }
        try desk.store.merge(
            OrganisationID(other), version: versions[0], into: OrganisationID(kept), version: versions[1],
            by: desk.aoki)
    }

    private func everything(_ desk: R7Desk) throws -> [RecordKey: Record] {
        var all: [RecordKey: Record] = [:]
        for kind in RecordKind.allCases {
            for stored in try desk.store.records(kind, after: 0, limit: 1000) { all[stored.key] = stored.record }
        }
        return all
    }

    private func figures(_ desk: R7Desk) throws -> [Int] {
        try desk.store.readings(asOf: day(2026, 3, 31)).map(\.tally.counted)
    }

    private func book(_ desk: R7Desk, _ company: Int64, on date: Day) throws {
        _ = try desk.store.book(
            Consultation(company: OrganisationID(company), date: date, minutes: 90, mode: .online), nextAction: nil,
            by: desk.aoki)
    }

    /// Every kind of record that an organisation has, for both, much of it the same.
    private func filled() throws -> (desk: R7Desk, kept: Int64, other: Int64, event: Int64) {
        let desk = try R7Desk()
        let (kept, other) = (try desk.company("有明食品"), try desk.company("有明食品株式会社"))
        let third = try desk.company("別社")
        let event = try desk.event("A1-1", on: day(2025, 8, 20))
        let talent = try desk.add(.talent, ["name": .text("佐藤健")])
        let date = FieldValue.day(day(2025, 10, 1))
        for company in [kept, other] {
            let own = FieldValue.number(company)
            try desk.add(.attendance, ["event": .number(event), "organisation": own])
            try desk.add(
                .surveyAnswer,
                ["event": .number(event), "organisation": own, "date": .day(day(2025, 8, 20)), "score": .number(4)])
            try desk.add(.followUp, ["organisation": own, "date": date, "hires": .number(1), "offers": .number(0)])
            try desk.add(
                .training, ["activity": .text("C4"), "organisation": own, "date": date, "theme": .text("異文化")])
            try desk.add(
                .hearing,
                ["activity": .text("C2"), "organisation": own, "date": date, "employs_foreign_talent": .flag(false)])
            try desk.add(.contact, ["organisation": own, "name": .text("連絡\(company)")])
            try desk.add(.snooze, ["organisation": own, "until": date, "reason": .text("繁忙期")])
            let posting = try desk.add(
                .posting,
                [
                    "organisation": own, "activity": .text("A1-3"), "kind": .token(EmploymentKind.sideJob),
                    "title": .text("販路"), "date": date,
                ])
            try desk.add(
                .application, ["posting": .number(posting), "talent": .number(talent), "date": date])
            try book(desk, company, on: day(2025, 9, 1))
        }
        try desk.add(.attendance, ["event": .number(event), "organisation": .number(other), "attendee": .text("田中")])
        for (sender, receiver) in [(other, third), (third, other)] {
            try desk.add(
                .interCompanyContract,
                [
                    "activity": .text("A3-4"), "sender": .number(sender), "receiver": .number(receiver), "date": date,
                    "project": .text("改善"),
                ])
        }
        return (desk, kept, other, event)
    }

    @Test(
        "Given two of one company, when merged, then all of both is the kept one's, each thing once; undone, all is back"
    )
    func everyKind() throws {
        let (desk, kept, other, event) = try filled()
        let (before, counted) = (try everything(desk), try figures(desk))
        try merge(desk, other, into: kept)
        let after = try everything(desk)
        #expect(after[RecordKey(.organisation, other)] == nil)
        for (key, record) in after {
            for field in ["organisation", "sender", "receiver"] where key.kind.index(of: field) != nil {
                #expect(record[field] != .number(other), "\(key)")
            }
        }
        func count(_ kind: RecordKind) -> Int { after.keys.count { $0.kind == kind } }
        #expect(count(.followUp) == 1 && count(.training) == 1 && count(.hearing) == 2 && count(.contact) == 2)
        #expect(count(.attendance) == 2 && count(.posting) == 2 && count(.interCompanyContract) == 2)
        #expect(try desk.store.roster(of: event, lines: 9)?.organisations == 1)
        let file = try #require(try desk.store.file(of: OrganisationID(kept)))
        #expect(file.consultations.map(\.ordinal.value) == [1, 2])
        #expect(try desk.store.check().isSound)
        #expect(try figures(desk) != counted)
        #expect(try desk.store.undo(by: desk.aoki)?.action == .merge)
        #expect(try everything(desk) == before)
        #expect(try figures(desk) == counted)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given two cards of one pipeline, then the further stage stays, with what the kept card lacked")
    func cards() throws {
        let desk = try R7Desk()
        let (kept, other) = (try desk.company("甲"), try desk.company("乙"))
        let pipeline = desk.store.catalogue.pipelines[0]
        for (company, stage, next) in [(kept, 1, nil), (other, 3, NextAction(text: "電話"))] {
            _ = try desk.store.add(
                PipelineEntry(
                    organisation: OrganisationID(company), pipeline: pipeline.id, stage: pipeline.stages[stage].id,
                    since: day(2025, 7, stage), coordinator: company == other ? CoordinatorID(1) : nil,
                    nextAction: next), by: desk.aoki)
        }
        try merge(desk, other, into: kept)
        let entries = try #require(try desk.store.file(of: OrganisationID(kept))).entries.map(\.record)
        #expect(entries.map(\.stage) == [pipeline.stages[3].id])
        #expect(entries.first?.since == day(2025, 7, 3))
        #expect(entries.first?.nextAction?.text == "電話")
        #expect(entries.first?.coordinator == CoordinatorID(1))
        #expect(try desk.store.check().isSound)
    }

    @Test("Given a kept card that lacks nothing, then it stays as it is; what it lacks comes with its day and side")
    func keptCard() throws {
        let desk = try R7Desk()
        let pipeline = try #require(desk.store.catalogue.pipeline("A3"))
        let (own, others) = (NextAction(text: "訪問", due: day(2025, 8, 1)), NextAction(text: "電話", due: day(2025, 9, 1)))
        let coordinators = try ["佐藤", "鈴木"].map { try desk.add(.coordinator, ["name": .text($0)]) }
        for isWhole in [true, false] {
            let (kept, other) = (try desk.company("甲"), try desk.company("乙"))
            for company in [kept, other] {
                let isKept = company == kept
                _ = try desk.store.add(
                    PipelineEntry(
                        organisation: OrganisationID(company), pipeline: pipeline.id,
                        stage: pipeline.stages[isKept ? 2 : 1].id, since: day(2025, 7, isKept ? 2 : 1),
                        side: isKept ? (isWhole ? .sender : nil) : .receiver,
                        coordinator: isKept
                            ? (isWhole ? CoordinatorID(coordinators[0]) : nil) : CoordinatorID(coordinators[1]),
                        nextAction: isKept ? (isWhole ? own : nil) : others), by: desk.aoki)
            }
            try merge(desk, other, into: kept)
            let card = try #require(try desk.store.file(of: OrganisationID(kept))?.entries.first?.record)
            #expect(card.stage == pipeline.stages[2].id && card.since == day(2025, 7, 2))
            #expect(card.side == (isWhole ? .sender : .receiver) && card.nextAction == (isWhole ? own : others))
            #expect(card.coordinator == CoordinatorID(coordinators[isWhole ? 0 : 1]))
        }
    }

    @Test("Given a company and an institution of one name, then the kept one stays what it is")
    func kinds() throws {
        let desk = try R7Desk()
        let kept = try desk.company("商工会議所")
        let other = try desk.store.add(Organisation(kind: .institution, name: "商工会議所"), by: desk.aoki).value
        try merge(desk, other, into: kept)
        #expect(try desk.store.record(RecordKey(.organisation, kept))?.record["kind"] == .text("company"))
    }

    @Test("Given checks of both, then the newest of them decides")
    func checks() throws {
        let desk = try R7Desk()
        let (kept, other) = (try desk.company("甲"), try desk.company("乙"))
        for (company, month, employees) in [(kept, 8, 900), (other, 9, 20)] {
            try desk.add(
                .eligibilityCheck,
                [
                    "organisation": .number(company), "date": .day(day(2025, month, 1)),
                    "legal_form": .token(LegalForm.company), "business_class": .token(BusinessClass.manufacturing),
                    "capital": .number(900_000_000), "employees": .number(employees),
                    "one_large_firm": .token(LargeFirmAnswer.no), "large_firms": .token(LargeFirmAnswer.no),
                    "officers": .text("no"), "evidence": .text("登記簿"),
                ])
        }
        #expect(try desk.store.record(RecordKey(.organisation, kept))?.record["eligibility"].text == "large")
        try merge(desk, other, into: kept)
        #expect(try desk.store.record(RecordKey(.organisation, kept))?.record["eligibility"].text == "eligible")
    }

    @Test("Given fields that only the other has, then the kept one gets them, its corporate number too")
    func fields() throws {
        let desk = try R7Desk()
        let kept = try desk.store.add(Organisation(name: "甲", kana: "コウ"), by: desk.aoki)
        let number = try CorporateNumber("4011001098993")
        let other = try desk.store.add(
            Organisation(
                name: "甲株式会社", kana: "コウカブシキ", corporateNumber: number, prefecture: Prefecture(code: 43), employees: 8,
                tags: "重点"), by: desk.aoki)
        try merge(desk, other.value, into: kept.value)
        let merged = try #require(try desk.store.file(of: kept)).organisation.record
        #expect(merged.name == "甲" && merged.kana == "コウ" && merged.corporateNumber == number)
        #expect(merged.prefecture?.code == 43 && merged.employees == 8 && merged.tags == "重点")
    }

    @Test(
        "Given more consultations than allowed, other corporate numbers or a contract between them, then it is refused")
    func refused() throws {
        let desk = try R7Desk()
        let companies = try (1...4).map { try desk.company("企業\($0)") }
        for company in companies.prefix(2) {
            for month in [8, 9] { try book(desk, company, on: day(2025, month, 1)) }
        }
        let many = try #require(throws: DeskError.self) { try merge(desk, companies[1], into: companies[0]) }
        #expect(many.text.ja.contains("合わせると4件になり、上限の3件を超えます") && many.text.ja.contains("d で削除"))
        #expect(many.text.en.contains("4 together, and 3 are the most") && many.text.en.contains("delete them (d)"))
        try desk.add(
            .interCompanyContract,
            [
                "activity": .text("A3-4"), "sender": .number(companies[2]), "receiver": .number(companies[3]),
                "date": .day(day(2025, 10, 1)),
            ])
        let between = DeskError.invalid(
            field: RecordKind.interCompanyContract.label,
            reason: LocalizedText(ja: "両者の間の契約があるため統合できません", en: "joins the two, so that they can't be one"))
        #expect(throws: between) { try merge(desk, companies[2], into: companies[3]) }
        let same = DeskError.invalid(
            field: RecordKind.organisation.label, reason: LocalizedText(ja: "同じ記録です", en: "is the same record"))
        #expect(throws: same) { try merge(desk, companies[3], into: companies[3]) }
        let numbered = try ["4011001098993", "7000012050002"].map {
            try desk.store.add(Organisation(name: "番号", corporateNumber: try CorporateNumber($0)), by: desk.aoki)
        }
        #expect(throws: DeskError.self) { try merge(desk, numbered[0].value, into: numbered[1].value) }
        #expect(throws: DeskError.stale(what: LocalizedText(ja: "この企業・機関", en: "the organisation"))) {
            try desk.store.merge(
                OrganisationID(companies[0]), version: 9, into: OrganisationID(companies[3]), version: 1,
                by: desk.aoki)
        }
        #expect(throws: DeskError.stale(what: LocalizedText(ja: "この企業・機関", en: "the organisation"))) {
            try desk.store.merge(
                OrganisationID(companies[0]), version: 1, into: OrganisationID(companies[3]), version: 9,
                by: desk.aoki)
        }
        #expect(try desk.store.check().isSound)
    }
}
