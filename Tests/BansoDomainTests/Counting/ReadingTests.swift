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
        tally.add(counted: 1, excluded: 0, month: FiscalMonth(day), activity: "A1-2", prefecture: nil)
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
        let indicator = Sample.indicator(kind: .ratio, target: Target(atLeast: 90))
        var tally = Tally()
        tally.numerator = numerator
        tally.denominator = denominator
        let reading = Reading(indicator, tally: tally, asOf: day, catalogue: catalogue)
        #expect(reading.actual == actual)
        #expect(reading.isMet == isMet)
        #expect(reading.pace.expected == 90)
        #expect(reading.pace.forecast == actual ?? 0)
    }

    @Test func excludedRowsAddNothing() {
        var tally = Tally()
        tally.add(
            counted: 0, excluded: 4, month: FiscalMonth(day), activity: "A2", prefecture: Prefecture(code: 40))
        #expect(tally.excluded == 4)
        #expect(tally.counted == 0)
        #expect(tally.byMonth.isEmpty && tally.byActivity.isEmpty && tally.byPrefecture.isEmpty)
        tally.add(counted: 2, excluded: 1, month: FiscalMonth(day), activity: "A2", prefecture: Prefecture(code: 40))
        tally.add(counted: 3, excluded: 0, month: FiscalMonth(day), activity: "A2", prefecture: nil)
        #expect(tally.counted == 5 && tally.excluded == 5)
        #expect(tally.byMonth == [FiscalMonth(day): 5])
        #expect(tally.byPrefecture == [Prefecture(code: 40)!: 2])
    }

    @Test func everyPrefectureNamesWhatIsMissing() {
        let constraint = Constraint(rule: .everyPrefecture, label: LocalizedText(ja: "各県1社", en: "one each"))
        var tally = Tally()
        for code in [40, 41, 42, 43, 44, 45] {
            tally.add(
                counted: 1, excluded: 0, month: FiscalMonth(day), activity: "C4", prefecture: Prefecture(code: code))
        }
        let check = ConstraintCheck(constraint, tally: tally, prefectures: Prefecture.kyushu)
        #expect(!check.isMet)
        #expect(check.detail.ja == "各県1社：未達 鹿児島")
        #expect(check.detail.en == "one each: missing Kagoshima")
        tally.add(counted: 1, excluded: 0, month: FiscalMonth(day), activity: "C4", prefecture: Prefecture(code: 46))
        #expect(ConstraintCheck(constraint, tally: tally, prefectures: Prefecture.kyushu).isMet)
        #expect(ConstraintCheck(constraint, tally: tally, prefectures: Prefecture.kyushu).detail == constraint.label)
    }

    @Test func rulesThatHoldRowByRowAreMet() {
        let constraint = Constraint(rule: .noPrefectureTwice, label: LocalizedText(ja: "重複なし", en: "none twice"))
        #expect(ConstraintCheck(constraint, tally: Tally(), prefectures: []).isMet)
    }
}
