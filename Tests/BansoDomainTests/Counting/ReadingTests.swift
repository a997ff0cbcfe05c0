import BansoDomain
import Testing

@Suite struct ReadingTests {
    private let catalogue = Sample.catalogue()
    private let day = Sample.day("2025-11-20")

    @Test func aConstraintThatFailsKeepsAReachedFigureFromBeingMet() {
        let constraint = Constraint(
            rule: .eachActivity, label: LocalizedText(ja: "各1回", en: "each once"), activities: ["A1-1", "A1-2"])
        let indicator = Sample.indicator(target: Target(atLeast: 6), constraints: [constraint])
        var tally = Sample.tally(6, activity: "A1-1")
        let short = Reading(indicator, tally: tally, asOf: day, catalogue: catalogue)
        #expect(!short.isMet)
        #expect(short.pace.status != .met)
        let ended = Reading(indicator, tally: tally, asOf: Sample.day("2026-04-01"), catalogue: catalogue)
        #expect(ended.pace.status == .endedShort)
        tally.add(counted: 1, excluded: 0, month: FiscalMonth(day), activity: "A1-2")
        let met = Reading(indicator, tally: tally, asOf: day, catalogue: catalogue)
        #expect(met.isMet)
        #expect(met.pace.status == .met)
    }

    @Test func nearABandIsMet() {
        let indicator = Sample.indicator(target: Target(about: 8, near: 7...9))
        let readings = [6, 7, 8, 12].map {
            Reading(indicator, tally: Sample.tally($0), asOf: day, catalogue: catalogue).isMet
        }
        #expect(readings == [false, true, true, true])
    }

    @Test(arguments: [(0, 0, nil, false), (9, 10, 90.0, true), (899, 1000, 89.9, false), (0, 5, 0, false)])
    func ratios(_ numerator: Int, _ denominator: Int, _ actual: Double?, _ isMet: Bool) {
        let indicator = Sample.indicator(
            kind: .ratio, target: Target(atLeast: 90), count: CountRule(source: .surveyAnswers, activities: ["A2"]))
        var tally = Tally()
        add(numerator, .content, to: &tally)
        add(denominator - numerator, .other, to: &tally)
        let reading = Reading(indicator, tally: tally, asOf: day, catalogue: catalogue)
        #expect(reading.actual == actual)
        #expect(reading.isMet == isMet)
        #expect(reading.pace.expected == 90)
        #expect(reading.pace.forecast == actual ?? 0)
    }

    private func add(_ count: Int, _ part: RatePart, activity: ActivityID = "A2", to tally: inout Tally) {
        tally.add(counted: count, excluded: 0, month: FiscalMonth(day), activity: activity, part: part.rawValue)
    }

    @Test func peopleAndInstitutionsStandBesideTheSatisfactionOfCompanies() {
        let indicator = Sample.indicator(kind: .ratio, count: CountRule(source: .surveyAnswers, activities: ["A2"]))
        var tally = Tally()
        for (part, count) in [
            (RatePart.content, 3), (.other, 1), (.attended, 10), (.personContent, 1), (.personOther, 1),
            (.institutionContent, 2),
        ] { add(count, part, to: &tally) }
        let rate = Reading(indicator, tally: tally, asOf: day, catalogue: catalogue).rate
        #expect(rate?.pooled == Fraction(3, of: 4))
        #expect(rate?.beside.map(\.fraction) == [Fraction(4, of: 10), Fraction(1, of: 2), Fraction(2, of: 2)])
    }

    @Test func theOfferRateHasBothDenominatorsAndEachProgramme() {
        let indicator = Sample.indicator(kind: .ratio, count: CountRule(source: .offers, activities: ["A2", "D4-1"]))
        var catalogue = Sample.catalogue(indicators: [indicator])
        for (activity, programme) in [("A2", "A"), ("D4-1", "D")] {
            let label = LocalizedText(ja: activity, en: activity)
            catalogue.programmes.append(Programme(id: ProgrammeID(programme), label: label, cap: 1))
            catalogue.activities.append(
                Activity(
                    id: ActivityID(activity), programme: ProgrammeID(programme), label: label, window: Sample.period,
                    source: ""))
        }
        var tally = Tally()
        add(2, .offer, to: &tally)
        add(1, .offer, activity: "D4-1", to: &tally)
        add(8, .participation, to: &tally)
        add(4, .participation, activity: "D4-1", to: &tally)
        add(5, .person, to: &tally)
        add(1, .person, activity: "D4-1", to: &tally)
        add(5, .programmePerson, to: &tally)
        add(3, .programmePerson, activity: "D4-1", to: &tally)
        var rate = Reading(indicator, tally: tally, asOf: day, catalogue: catalogue).rate
        #expect(rate?.pooled == Fraction(3, of: 6))
        #expect(rate?.byProgramme.map(\.fraction) == [Fraction(2, of: 5), Fraction(1, of: 3)])
        #expect(rate?.beside.map(\.fraction) == [Fraction(3, of: 6), Fraction(3, of: 12)])
        catalogue.definitions = [
            Definition(
                id: "denominator", version: 2, since: day, label: LocalizedText(ja: "分母", en: "denominator"), value: "",
                setting: .denominator(.participations))
        ]
        rate = Reading(indicator, tally: tally, asOf: day, catalogue: catalogue).rate
        #expect(rate?.pooled == Fraction(3, of: 12))
        #expect(rate?.byProgramme.map(\.fraction) == [Fraction(2, of: 8), Fraction(1, of: 4)])
        let earlier = Reading(indicator, tally: tally, asOf: Sample.day("2025-11-19"), catalogue: catalogue).rate
        #expect(earlier?.pooled == Fraction(3, of: 6))
    }

    @Test func eachPartHasItsOwnMinimum() {
        let label = LocalizedText(ja: "副業6件", en: "6 side-job")
        let parts = Constraint(rule: .parts, label: label, minimum: 6, parts: ["side-job"])
        let regions = Constraint(rule: .regions, label: label, minimum: 2)
        var tally = Tally()
        for (part, count) in [("side-job", 5), ("regular", 4)] {
            tally.add(counted: count, excluded: 0, month: FiscalMonth(day), activity: "A5", part: part)
        }
        let check = ConstraintCheck(parts, tally: tally, prefectures: [])
        #expect(!check.isMet)
        #expect(check.detail.ja == "副業6件：未達 5/6")
        #expect(ConstraintCheck(regions, tally: tally, prefectures: []).isMet)
        tally.add(counted: 1, excluded: 0, month: FiscalMonth(day), activity: "A5", part: "side-job")
        #expect(ConstraintCheck(parts, tally: tally, prefectures: []).isMet)
        tally.add(counted: -4, excluded: 4, month: FiscalMonth(day), activity: "A5", part: "regular")
        #expect(!ConstraintCheck(regions, tally: tally, prefectures: []).isMet)
    }

    @Test func excludedRowsAddNothing() {
        var tally = Tally()
        tally.add(counted: 0, excluded: 4, month: FiscalMonth(day), activity: "A2")
        #expect(tally.excluded == 4)
        #expect(tally.counted == 0)
        #expect(tally.byMonth.isEmpty && tally.byActivity.isEmpty && tally.byPrefecture.isEmpty)
        tally.add(counted: 2, excluded: 1, month: FiscalMonth(day), activity: "A2")
        tally.add(counted: 3, excluded: 0, month: FiscalMonth(day), activity: "A2", part: "side-job")
        #expect(tally.counted == 5 && tally.excluded == 5)
        #expect(tally.byMonth == [FiscalMonth(day): 5])
        #expect(tally.byPart == [Tally.Part("A2", "side-job"): 3])
    }

    @Test func everyPrefectureNamesWhatIsMissing() {
        let constraint = Constraint(rule: .everyPrefecture, label: LocalizedText(ja: "各県1社", en: "one each"))
        var tally = Tally()
        for code in [40, 41, 42, 43, 44, 45] {
            tally.add(counted: 1, in: Prefecture(code: code)!)
        }
        let check = ConstraintCheck(constraint, tally: tally, prefectures: Prefecture.kyushu)
        #expect(!check.isMet)
        #expect(check.detail.ja == "各県1社：未達 鹿児島")
        #expect(check.detail.en == "one each: missing Kagoshima")
        tally.add(counted: 1, in: Prefecture(code: 46)!)
        #expect(ConstraintCheck(constraint, tally: tally, prefectures: Prefecture.kyushu).isMet)
        #expect(ConstraintCheck(constraint, tally: tally, prefectures: Prefecture.kyushu).detail == constraint.label)
    }

    @Test func rulesThatHoldRowByRowAreMet() {
        let constraint = Constraint(rule: .noPrefectureTwice, label: LocalizedText(ja: "重複なし", en: "none twice"))
        #expect(ConstraintCheck(constraint, tally: Tally(), prefectures: []).isMet)
    }
}
