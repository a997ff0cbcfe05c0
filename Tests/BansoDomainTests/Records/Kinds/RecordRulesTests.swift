import BansoDomain
import Testing

/// What must hold among the fields of a record, whoever writes it.
@Suite struct RecordRulesTests {
    private func wrong(_ record: Record) -> [String] {
        RecordRules.problems(in: record, catalogue: Sample.desk).map(\.field)
    }

    private func changed(_ record: Record, _ changes: KeyValuePairs<String, FieldValue>) -> Record {
        var record = record
        for (field, value) in changes { record[field] = value }
        return record
    }

    private let day = FieldValue.day(Sample.day("2025-09-10"))

    private var event: Record {
        Record(.event, ["activity": .text("A1-1"), "theme": .text("副業"), "date": day])
    }

    private var application: Record {
        Record(.application, ["posting": .number(1), "talent": .number(2), "date": day])
    }

    @Test func whatIsNeededIsThere() {
        #expect(wrong(event).isEmpty && wrong(application).isEmpty)
        #expect(wrong(Record(.contact)) == ["organisation", "name"])
        #expect(wrong(changed(event, ["theme": .text(""), "date": .none])) == ["theme", "date"])
        // The verdict is the desk's to give.
        #expect(!wrong(Record(.eligibilityCheck, ["verdict": .none])).contains("verdict"))
    }

    @Test func aValueIsOneOfThoseThatThereAre() {
        #expect(wrong(changed(event, ["status": .text("nonsense")])) == ["status"])
        #expect(wrong(changed(event, ["activity": .text("A9")])) == ["activity"])
        let talent = Record(.talent, ["name": .text("佐藤"), "tags": .text("young senior")])
        #expect(wrong(talent).isEmpty)
        #expect(wrong(changed(talent, ["tags": .text("young nonsense")])) == ["tags"])
        let company = Record(.organisation, ["name": .text("甲"), "employees": .number(10_000_000)])
        #expect(wrong(company).isEmpty)
        #expect(wrong(changed(company, ["employees": .number(10_000_001)])) == ["employees"])
        #expect(wrong(changed(company, ["employees": .number(-1)])) == ["employees"])
        let consultation = Record(
            .consultation,
            ["organisation": .number(1), "date": day, "minutes": .number(480), "mode": .text("online")])
        #expect(wrong(consultation).isEmpty)
        #expect(wrong(changed(consultation, ["minutes": .number(481)])) == ["minutes"])
    }

    @Test func anEventIsOnlineWithItsToolOrInPersonWithout() {
        for mode in [EventMode.online, .hybrid] {
            #expect(wrong(changed(event, ["mode": .token(mode)])) == ["tool"])
            #expect(wrong(changed(event, ["mode": .token(mode), "tool": .token(OnlineTool.webex)])).isEmpty)
        }
        #expect(wrong(changed(event, ["tool": .token(OnlineTool.teams)])) == ["tool"])
    }

    @Test func anEventEndsAfterItStarts() {
        let starts = changed(event, ["start_minute": .number(840)])
        #expect(wrong(changed(starts, ["end_minute": .number(841)])).isEmpty)
        #expect(wrong(changed(starts, ["end_minute": .number(840)])) == ["end_minute"])
        #expect(wrong(changed(event, ["end_minute": .number(840)])).isEmpty)
    }

    @Test func aTrackIsOneOfItsActivity() {
        let tracked = changed(event, ["activity": .text("B1"), "track": .text("guideline")])
        #expect(wrong(tracked).isEmpty)
        #expect(wrong(changed(tracked, ["track": .text("nonsense")])) == ["track"])
        #expect(wrong(changed(event, ["track": .text("guideline")])) == ["track"])
    }

    @Test func someRecordsAreOfOneOrOfTheOther() {
        let about: [(Record, String)] = [
            (Record(.attendance, ["event": .number(1)]), "talent"),
            (Record(.surveyAnswer, ["event": .number(1), "date": day, "score": .number(4)]), "talent"),
            (
                Record(
                    .caseStudy,
                    ["activity": .text("A5"), "title": .text("副業"), "date": day, "status": .token(CaseStatus.draft)]),
                "region"
            ),
        ]
        for (record, other) in about {
            #expect(wrong(record) == ["organisation"], "neither")
            #expect(wrong(changed(record, ["organisation": .number(1)])).isEmpty)
            #expect(wrong(changed(record, [other: .number(1)])).isEmpty)
            #expect(
                wrong(changed(record, ["organisation": .number(1), other: .number(1)])) == ["organisation"], "both")
        }
    }

    @Test func noStageOfAnApplicationIsBeforeIt() {
        for stage in ["interviewed_on", "offered_on", "contracted_on", "declined_on"] {
            #expect(wrong(changed(application, [stage: day])).isEmpty, "\(stage) on the day itself")
            #expect(wrong(changed(application, [stage: .day(Sample.day("2025-09-09"))])) == [stage])
        }
        // Who has declined is offered nothing.
        let offered = changed(application, ["offered_on": .day(Sample.day("2025-09-12"))])
        #expect(wrong(changed(offered, ["declined_on": .day(Sample.day("2025-09-11"))])) == ["declined_on"])
        #expect(wrong(changed(offered, ["declined_on": .day(Sample.day("2025-09-12"))])).isEmpty)
    }

    @Test func whoCameToAnEventIsKnownOnItsDay() {
        let event = Record(.event, ["date": day])
        let attended = Record(
            .attendance, ["event": .number(3), "organisation": .number(1), "presence": .token(Presence.attended)])
        let days = NamedDays(
            of: attended, id: nil, find: { $0 == RecordKey(.event, 3) ? event : nil }, wasAttended: { _ in false })
        func problem(_ attendance: Record, on today: String) -> RecordRules.Problem? {
            RecordRules.ahead(attendance, of: Sample.day(today), beside: days)
        }
        #expect(problem(attended, on: "2025-09-09")?.field == "presence")
        #expect(problem(attended, on: "2025-09-10") == nil)
        #expect(problem(changed(attended, ["presence": .token(Presence.registered)]), on: "2025-09-09") == nil)
        #expect(RecordRules.ahead(attended, of: Sample.day("2025-09-09")) == nil, "it is not known when the event is")
    }

    @Test func anEventThatSomebodyCameToIsNotPutOff() {
        let event = Record(.event, ["date": day])
        func problem(_ id: Int64?, on today: String) -> String? {
            let days = NamedDays(of: event, id: id, find: { _ in nil }, wasAttended: { $0 == 3 })
            return RecordRules.ahead(event, of: Sample.day(today), beside: days)?.field
        }
        #expect(problem(3, on: "2025-09-09") == "date")
        #expect(problem(3, on: "2025-09-10") == nil, "it is today")
        #expect(problem(4, on: "2025-09-09") == nil, "nobody has been there yet")
        #expect(problem(nil, on: "2025-09-09") == nil)
    }

    @Test func anApplicationFromBeforeItsPostingIsDoubted() {
        let application = Record(.application, ["posting": .number(4), "talent": .number(1), "date": day])
        func problem(listedOn date: String) -> RecordRules.Problem? {
            let posting = Record(.posting, ["date": .day(Sample.day(date))])
            let days = NamedDays(
                of: application, id: nil, find: { $0 == RecordKey(.posting, 4) ? posting : nil },
                wasAttended: { _ in false })
            return RecordRules.doubt(application, beside: days)
        }
        #expect(problem(listedOn: "2025-09-11")?.reason.ja == "求人の掲載日（9/11）より前の応募です")
        #expect(problem(listedOn: "2025-09-10") == nil)
    }

    @Test func aContractJoinsTwo() {
        let contract = Record(
            .interCompanyContract,
            ["activity": .text("A3-4"), "sender": .number(1), "receiver": .number(1), "date": day])
        #expect(wrong(contract) == ["receiver"])
        #expect(wrong(changed(contract, ["receiver": .number(2)])).isEmpty)
        // Each field by itself first.
        #expect(wrong(changed(contract, ["date": .none])) == ["date"])
    }

    @Test func aFilterIsOfAPipelineThatThereIs() {
        #expect(wrong(Record(.savedFilter, ["name": .text("熊本"), "pipeline": .text("A")])).isEmpty)
        #expect(wrong(Record(.savedFilter, ["name": .text("熊本"), "pipeline": .text("Z")])) == ["pipeline"])
    }

    @Test func aConsultationIsLoggedOnceItHasBeen() {
        let consultation = Record(.consultation, ["date": day])
        #expect(RecordRules.ahead(consultation, of: Sample.day("2025-09-10")) == nil)
        #expect(RecordRules.ahead(consultation, of: Sample.day("2025-09-09"))?.field == "date")
        #expect(RecordRules.ahead(event, of: Sample.day("2025-09-09")) == nil, "an event is planned")
        var held = event
        held["status"] = .token(EventStatus.held)
        #expect(RecordRules.ahead(held, of: Sample.day("2025-09-09"))?.field == "status")
        #expect(RecordRules.ahead(held, of: Sample.day("2025-09-10")) == nil)
        var interview = Record(.interview, ["date": day, "held_on": day])
        #expect(RecordRules.ahead(interview, of: Sample.day("2025-09-09")) == nil, "one is arranged")
        interview["status"] = .token(InterviewStatus.held)
        #expect(RecordRules.ahead(interview, of: Sample.day("2025-09-09"))?.field == "held_on")
        #expect(RecordRules.ahead(interview, of: Sample.day("2025-09-10")) == nil)
        for kind in [
            RecordKind.assessment, .eligibilityCheck, .followUp, .hearing, .training, .processConsultation,
            .surveyAnswer,
        ] {
            let record = Record(kind, ["date": day])
            #expect(RecordRules.ahead(record, of: Sample.day("2025-09-09"))?.field == "date")
            #expect(RecordRules.ahead(record, of: Sample.day("2025-09-10")) == nil)
        }
        for step in ["interviewed_on", "offered_on", "contracted_on", "declined_on"] {
            var application = Record(.application, ["date": .day(Sample.day("2025-09-01"))])
            application[step] = day
            #expect(RecordRules.ahead(application, of: Sample.day("2025-09-09"))?.field == step)
            #expect(RecordRules.ahead(application, of: Sample.day("2025-09-10")) == nil)
        }
        let study = Record(.caseStudy, ["date": day])
        #expect(RecordRules.ahead(study, of: Sample.day("2025-09-09")) == nil, "a draft has the day it is due")
        #expect(
            RecordRules.ahead(
                changed(study, ["status": .token(CaseStatus.done)]), of: Sample.day("2025-09-09"))?.field == "date")
        interview["held_on"] = FieldValue.none
        #expect(RecordRules.ahead(interview, of: Sample.day("2025-09-09"))?.field == "status")
        let snooze = Record(.snooze, ["organisation": .number(1), "until": .day(Sample.day("2025-09-10"))])
        #expect(RecordRules.past(snooze, on: Sample.day("2025-09-11"))?.field == "until")
        #expect(RecordRules.past(snooze, on: Sample.day("2025-09-10")) == nil)
    }

    @Test func daysAreInTheOrderInWhichThingsHappen() {
        func problem(_ kind: RecordKind, _ days: KeyValuePairs<String, String>) -> RecordRules.Problem? {
            var record = Record(kind)
            for index in kind.fields.indices
            where kind.fields[index].isRequired && [.none, .text("")].contains(record.values[index]) {
                record.values[index] =
                    switch kind.fields[index].kind {
                    case .reference: .number(Int64(index + 1))
                    case .activity: .text(kind == .posting ? "A1-3" : "A3-4")
                    case .choice(let choices): .text(choices[0].token)
                    default: .text("甲")
                    }
            }
            for (field, day) in days { record[field] = .day(Sample.day(day)) }
            return RecordRules.problems(in: record, catalogue: Sample.desk).first
        }
        let applied = problem(
            .application, ["date": "2025-09-01", "interviewed_on": "2025-09-03", "offered_on": "2025-09-02"])
        #expect(applied?.field == "offered_on" && applied?.reason.ja == "面談日（9/3）より前の日付です")
        #expect(
            problem(.application, ["date": "2025-09-01", "offered_on": "2025-09-05", "contracted_on": "2025-09-04"])?
                .field == "contracted_on")
        #expect(problem(.application, ["date": "2025-09-02", "declined_on": "2025-09-01"])?.field == "declined_on")
        #expect(
            problem(.application, ["date": "2025-09-01", "offered_on": "2025-09-01", "declined_on": "2025-09-01"])
                == nil)
        #expect(problem(.posting, ["date": "2025-09-02", "closed_on": "2025-09-01"])?.field == "closed_on")
        #expect(problem(.posting, ["date": "2025-09-02", "closed_on": "2025-09-02"]) == nil)
        let contract = ["date": "2025-09-02", "starts_on": "2025-12-01", "ends_on": "2025-11-01"] as KeyValuePairs
        #expect(problem(.interCompanyContract, contract)?.field == "ends_on")
    }

    @Test func anInterviewIsNotHeldBeforeItIsArranged() {
        var interview = Record(
            .interview,
            ["activity": .text("C3"), "organisation": .number(1), "talent": .number(2), "date": day, "held_on": day])
        func isTold() -> Bool {
            RecordRules.problems(in: interview, catalogue: Sample.desk).contains { $0.field == "held_on" }
        }
        #expect(!isTold())
        interview["held_on"] = .day(Sample.day("2025-09-09"))
        #expect(isTold())
    }

    @Test func allThatIsWrongIsTold() {
        let event = changed(
            event, ["mode": .token(EventMode.online), "start_minute": .number(900), "end_minute": .number(840)])
        #expect(Set(wrong(event)) == ["tool", "end_minute"])
    }

    @Test func theFirstProblemIsToldWithItsLabel() {
        let problem = #expect(throws: DeskError.self) {
            try RecordRules.check(Record(.contact, ["organisation": .number(1)]), catalogue: Sample.desk)
        }
        #expect(
            problem
                == .invalid(
                    field: LocalizedText(ja: "氏名", en: "name"), reason: LocalizedText(ja: "入力してください", en: "is empty")))
    }
}
