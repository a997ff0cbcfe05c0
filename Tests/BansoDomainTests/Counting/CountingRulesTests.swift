import BansoDomain
import Testing

/// Each kind of rule on a few occurrences, by hand.
@Suite struct CountingRulesTests {
    private let period = Sample.period

    // MARK: Once for each session, once for each subject, every record

    @Test func cumulativeCountsACompanyOnceForEachSession() {
        let rows = counted(
            .cumulative, .eventCompanies,
            [
                attends(1, event: 10, on: "2025-07-01"), attends(2, event: 10, on: "2025-07-01"),
                attends(3, event: 11, on: "2025-08-01"),
            ])
        #expect(rows == [nil, .sameSession, nil])
    }

    @Test func distinctCountsACompanyAtItsFirst() {
        let rows = counted(
            .distinct, .eventCompanies,
            [attends(2, event: 11, on: "2025-08-01"), attends(1, event: 10, on: "2025-07-01")])
        #expect(rows == [nil, .alreadyCounted])
    }

    @Test func whatTheRecordItselfSaysComesFirst() {
        var absent = attends(1, event: 10, on: "2025-03-01")
        absent.void = .noShow
        #expect(counted(.cumulative, .eventCompanies, [absent]) == [.noShow])
        let rows = counted(.cumulative, .eventCompanies, [attends(1, event: 10, on: "2025-03-31")])
        #expect(rows == [.outsidePeriod])
        // Who did not come the first time counts at the second.
        absent.date = Sample.day("2025-06-01")
        #expect(
            counted(.distinct, .eventCompanies, [absent, attends(2, event: 11, on: "2025-07-01")]) == [.noShow, nil])
    }

    @Test func rolesThatAreNotAskedForAreNoRows() {
        let rule = CountRule(source: .eventCompanies, activities: ["A3-1"], role: .sender)
        let sender = attends(1, event: 10, on: "2025-07-01", activity: "A3-1", role: .sender)
        let receiver = attends(2, event: 10, on: "2025-07-01", activity: "A3-1", role: .receiver, company: 2)
        #expect(contributions(.distinct, rule, [sender, receiver]).map(\.source.id) == [1])
        let institution = attends(3, event: 10, on: "2025-07-01", party: .institution, company: 3)
        #expect(counted(.cumulative, .eventCompanies, [institution]).isEmpty)
        #expect(counted(.cumulative, .eventInstitutions, [institution]) == [nil])
    }

    // MARK: What must hold besides

    @Test func noPrefectureTwice() {
        let rows = counted(
            .sessions, .events,
            [
                event(1, on: "2025-07-01", in: 40), event(2, on: "2025-08-01", in: 41),
                event(3, on: "2025-09-01", in: 40),
                event(4, on: "2025-09-02", in: nil),
            ], constraint(.noPrefectureTwice))
        #expect(rows == [nil, nil, .prefectureTwice, .noPrefecture])
    }

    @Test func aCancelledEventTakesNoPrefecture() {
        var cancelled = event(1, on: "2025-07-01", in: 40)
        cancelled.void = .cancelled
        let rows = counted(
            .sessions, .events, [cancelled, event(2, on: "2025-08-01", in: 40)], constraint(.noPrefectureTwice))
        #expect(rows == [.cancelled, nil])
    }

    @Test func notInMunicipalities() {
        var rule = constraint(.notInMunicipalities)
        rule.municipalities = ["別府市", "八代市"]
        let rows = counted(
            .sessions, .events,
            [event(1, on: "2025-07-01", in: 44, at: "大分県別府市"), event(2, on: "2025-08-01", in: 44, at: "大分市")], rule)
        #expect(rows == [.excludedMunicipality, nil])
    }

    @Test func onlineOnly() {
        let rows = counted(
            .sessions, .events,
            [event(1, on: "2025-07-01", in: 40), event(2, on: "2025-08-01", in: nil, online: true)],
            constraint(.online))
        #expect(rows == [.notOnline, nil])
    }

    @Test(
        arguments: [
            (Eligibility.eligible, nil), (.unknown, .eligibilityUnknown), (.large, .notEligible),
            (.deemedLarge, .notEligible),
            (.other, .notEligible),
        ] as [(Eligibility, ExclusionReason?)])
    func eligibleCompaniesOnly(_ eligibility: Eligibility, _ reason: ExclusionReason?) {
        let company = attends(1, event: 10, on: "2025-07-01", party: .company(eligibility, hasDistrictOffice: true))
        #expect(counted(.distinct, .eventCompanies, [company], constraint(.eligibleCompany)) == [reason])
    }

    @Test func officeInTheDistrict() {
        let rows = [true, false].map { office in
            counted(
                .distinct, .eventCompanies,
                [attends(1, event: 10, on: "2025-07-01", party: .company(.large, hasDistrictOffice: office))],
                constraint(.officeInDistrict))
        }
        #expect(rows == [[nil], [.noDistrictOffice]])
    }

    @Test func participantsOfAnEarlierEventOnly() {
        var rule = constraint(.participantsOf)
        rule.activities = ["A3-3"]
        let count = CountRule(source: .interCompanySides, activities: ["A3-4"], role: .sender)
        func contract(_ id: Int64, on date: String) -> Occurrence {
            occurrence(.contract(.sender), .interCompanyContract, id, on: date, activity: "A3-4")
        }
        let event = attends(1, event: 10, on: "2025-08-01", activity: "A3-3", role: .sender)
        let rows = contributions(
            .distinct, count, [contract(2, on: "2025-07-31"), event, contract(3, on: "2025-08-01")], [rule])
        #expect(rows.map { $0.reason(on: period.upperBound) } == [.notParticipant, nil])
    }

    @Test func noMoreThanTheLimitForOneCompany() {
        var rule = constraint(.atMostPerCompany)
        rule.limit = 2
        let all = (1...3).map { occurrence(.consultation, .consultation, $0, on: "2025-07-0\($0)") }
        #expect(counted(.records, .consultations, all, rule) == [nil, nil, .overLimit])
    }

    @Test func theFirstHearingDecidesForGood() {
        let rule = CountRule(source: .hearings, activities: ["A2"], role: .nonUser)
        func hearing(_ id: Int64, on date: String, employs: Bool) -> Occurrence {
            occurrence(.hearing(employs: employs), .hearing, id, on: date)
        }
        let hired = contributions(
            .distinct, rule,
            [hearing(1, on: "2025-07-01", employs: false), hearing(2, on: "2025-08-01", employs: true)],
            [constraint(.atFirstHearing)])
        #expect(hired.map { $0.reason(on: period.upperBound) } == [nil, .alreadyCounted])
        let left = contributions(
            .distinct, rule,
            [hearing(1, on: "2025-07-01", employs: true), hearing(2, on: "2025-08-01", employs: false)],
            [constraint(.atFirstHearing)])
        #expect(left.map { $0.reason(on: period.upperBound) } == [.employedAtFirst, .employedAtFirst])
    }

    @Test func onlyPeopleWhoHandedInDocuments() {
        let rows = counted(
            .cumulative, .applicants, [applies(1, documents: false), applies(2, documents: true)],
            constraint(.documentsSubmitted))
        #expect(rows == [.noDocuments, nil])
    }

    // MARK: Without doubles

    @Test func aPostingStopsCountingWhenItsCompanyPresents() throws {
        let posting = occurrence(.posting(.regular), .posting, 1, on: "2025-07-10")
        let presents = attends(2, event: 10, on: "2025-09-15", role: .presenter)
        let rows = contributions(
            .cumulative, CountRule(source: .presentersAndPostings, activities: ["A2"]), [posting, presents],
            [constraint(.withoutDoubles)])
        #expect(rows.map(\.verdict) == [.countedUntil(Sample.day("2025-09-15"), .presented), .counted])
        let first = try #require(rows.first)
        #expect(first.reason(on: Sample.day("2025-09-14")) == nil)
        #expect(first.reason(on: Sample.day("2025-09-15")) == .presented)
    }

    @Test func aPostingOfACompanyThatPresentedNeverCounts() {
        let rows = counted(
            .cumulative, .presentersAndPostings,
            [
                attends(2, event: 10, on: "2025-07-10", role: .presenter),
                occurrence(.posting(.regular), .posting, 1, on: "2025-07-10"), attends(3, event: 11, on: "2025-08-10"),
            ],
            constraint(.withoutDoubles))
        #expect(rows == [nil, .presented])
    }

    @Test func somebodyCountsOnceForEachCompanyAndNotAgainForOneMetAtAnEvent() {
        let all = [
            applies(1, posting: 1, company: 5), applies(2, posting: 2, company: 5), applies(3, posting: 3, company: 6),
            applies(4, posting: 4, company: 7, metOn: "2025-06-01"),
        ]
        let rows = counted(.cumulative, .eventTalentAndApplicants, all, constraint(.withoutDoubles))
        #expect(rows == [nil, .sameSession, nil, .metAtEvent])
    }

    @Test(arguments: [CountSource.hearings, .consultedCompanies, .trainings])
    func institutionsAreNoCompanies(_ source: CountSource) {
        var record = occurrence(
            source == .hearings ? .hearing(employs: false) : source == .trainings ? .training : .consultation, .hearing,
            1,
            on: "2025-07-01")
        record.subject.party = .institution
        #expect(counted(.distinct, source, [record]) == [.notCompany])
    }

    @Test func aPostingForOtherEmploymentIsShownNotCounted() {
        let rule = CountRule(source: .postings, activities: ["A2"], role: .sideJob)
        let rows = contributions(
            .records, rule, [occurrence(.posting(.regular), .posting, 1, on: "2025-07-10")])
        #expect(rows.map { $0.reason(on: period.upperBound) } == [.otherKind])
    }

    // MARK: Rates

    @Test func oneAnswerForEachCompanyAndEvent() {
        let all = [
            attends(1, event: 10, on: "2025-07-01"), answers(2, event: 10, score: 4), answers(3, event: 10, score: 1),
            answers(4, event: 11, score: 5),
        ]
        let rows = contributions(.ratio, CountRule(source: .surveyAnswers, activities: ["A2"]), all)
        #expect(rows.map(\.line.part) == ["attended", "content", "other", "content"])
        #expect(rows.map { $0.reason(on: period.upperBound) } == [nil, nil, .anotherAnswer, .notAttended])
    }

    @Test func aPersonOfTwoProgrammesIsOneInAllAndOneInEach() {
        var catalogue = Sample.catalogue(indicators: [
            Sample.indicator(kind: .ratio, count: CountRule(source: .offers, activities: ["A1-3", "D4-3"]))
        ])
        let label = LocalizedText(ja: "", en: "")
        catalogue.activities = [("A1-3", "A"), ("D4-3", "D")].map {
            Activity(id: ActivityID($0), programme: ProgrammeID($1), label: label, window: period, source: "")
        }
        let all = [
            applies(1, activity: "A1-3"), applies(2, posting: 2, company: 6, activity: "A1-3"),
            person(.assessment, .assessment, 3, on: "2025-08-01", activity: "D4-3"),
            person(.offer, .application, 1, on: "2025-09-01", activity: "A1-3"),
        ]
        let rows = CountingRules(catalogue).contributions(of: all)
        let parts = rows.reduce(into: [:]) { $0[$1.line.part, default: 0] += 1 }
        #expect(parts == ["participation": 3, "person": 1, "programme-person": 2, "offer": 1])
    }

    @Test func theDefinitionInForceOnTheDayDecidesWhatAnOfferIs() {
        var catalogue = Sample.catalogue(indicators: [
            Sample.indicator(kind: .ratio, count: CountRule(source: .offers, activities: ["A2"]))
        ])
        let label = LocalizedText(ja: "", en: "")
        catalogue.definitions = [
            Definition(
                id: "offer", version: 2, since: Sample.day("2025-10-01"), label: label, value: "",
                setting: .offerFrom(.contract))
        ]
        let all = [("2025-09-30", Int64(1)), ("2025-10-01", 2)].flatMap { date, id in
            [person(.offer, .application, id, on: date), person(.contract(nil), .application, id, on: date)]
        }
        let rows = CountingRules(catalogue).contributions(of: all)
        #expect(rows.map(\.source.id) == [1, 2])
    }

    // MARK: Groups

    @Test func theOrderOfTheRecordsMakesNoDifference() {
        var random = SeededGenerator(seed: 7)
        var all = (1...40).map { id in
            attends(
                Int64(id), event: Int64.random(in: 1...9, using: &random),
                on: "2025-0\(Int.random(in: 5...9, using: &random))-1\(id % 10)", company: Int64(id % 6))
        }
        let expected = contributions(.distinct, CountRule(source: .eventCompanies, activities: ["A2"]), all)
        for _ in 0..<20 {
            all.shuffle(using: &random)
            #expect(contributions(.distinct, CountRule(source: .eventCompanies, activities: ["A2"]), all) == expected)
        }
        // Company by company it comes to the same.
        let apart = Dictionary(grouping: all, by: \.subject.key).values.flatMap {
            contributions(.distinct, CountRule(source: .eventCompanies, activities: ["A2"]), $0)
        }
        #expect(Set(apart) == Set(expected))
    }
}

extension CountingRulesTests {
    private func constraint(_ rule: Constraint.Rule) -> Constraint {
        Constraint(rule: rule, label: LocalizedText(ja: "", en: ""))
    }

    private func contributions(
        _ kind: IndicatorKind, _ count: CountRule, _ all: [Occurrence], _ constraints: [Constraint] = []
    ) -> [Contribution] {
        let indicator = Sample.indicator(kind: kind, count: count, constraints: constraints)
        return CountingRules(Sample.catalogue(indicators: [indicator])).contributions(of: all)
    }

    /// Why each row doesn't count at the end, by date; nil for one that does.
    private func counted(
        _ kind: IndicatorKind, _ source: CountSource, _ all: [Occurrence], _ constraint: Constraint? = nil
    ) -> [ExclusionReason?] {
        contributions(kind, CountRule(source: source, activities: ["A2"]), all, constraint.map { [$0] } ?? [])
            .map { $0.reason(on: period.upperBound) }
    }

    private func occurrence(
        _ matter: Occurrence.Matter, _ kind: RecordKind, _ id: Int64, on date: String, activity: ActivityID = "A2"
    ) -> Occurrence {
        let company = Occurrence.Subject(RecordKey(.organisation, 1), .company(.eligible, hasDistrictOffice: true))
        return Occurrence(
            matter, source: RecordKey(kind, id), subject: company, activity: activity, date: Sample.day(date),
            prefecture: Prefecture(code: 40))
    }

    private func attends(
        _ id: Int64, event: Int64, on date: String, activity: ActivityID = "A2", role: AttendanceRole = .participant,
        party: Occurrence.Subject.Party = .company(.eligible, hasDistrictOffice: true), company: Int64 = 1
    ) -> Occurrence {
        var attendance = occurrence(
            .attendance(event: event, role: role), .attendance, id, on: date, activity: activity)
        attendance.subject = Occurrence.Subject(RecordKey(.organisation, company), party)
        return attendance
    }

    private func answers(_ id: Int64, event: Int64, score: Int) -> Occurrence {
        occurrence(.answer(event: event, score: score), .surveyAnswer, id, on: "2025-07-0\(id)")
    }

    private func person(
        _ matter: Occurrence.Matter, _ kind: RecordKind, _ id: Int64, on date: String, activity: ActivityID = "A2"
    ) -> Occurrence {
        var occurrence = occurrence(matter, kind, id, on: date, activity: activity)
        occurrence.subject = Occurrence.Subject(RecordKey(.talent, 1), .person)
        return occurrence
    }

    private func applies(
        _ id: Int64, posting: Int64 = 1, company: Int64 = 5, documents: Bool = true, metOn: String? = nil,
        activity: ActivityID = "A2"
    ) -> Occurrence {
        person(
            .application(
                posting: posting, company: company, hasDocuments: documents, metOn: metOn.map { Sample.day($0) }),
            .application, id, on: "2025-07-0\(id)", activity: activity)
    }

    private func event(
        _ id: Int64, on date: String, in prefecture: Int?, at municipality: String = "", online: Bool = false
    ) -> Occurrence {
        let key = RecordKey(.event, id)
        return Occurrence(
            .event(track: nil, municipality: municipality, isOnline: online, region: nil), source: key,
            subject: Occurrence.Subject(key, .itself), activity: "A2", date: Sample.day(date),
            prefecture: prefecture.flatMap(Prefecture.init(code:)))
    }
}
