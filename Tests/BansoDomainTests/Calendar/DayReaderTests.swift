import BansoDomain
import Testing

@Suite struct DayReaderTests {
    private let today = Sample.day("2025-11-20")

    private func read(_ text: String) -> String? { DayReader.read(text, today: today)?.iso }

    @Test(arguments: [
        "2025-10-01", "2025/10/1", "2025.10.1", "2025年10月1日", "10/1", "10月1日", "10-1", "R7.10.1", "r7.10.1", "R7/10/1",
        "令和7年10月1日", "20251001", "２０２５－１０－０１", "２０２５／１０／１", "１０／１", "１０月１日", "Ｒ７．１０．１", "令和７年１０月１日",
        "２０２５１００１", "2025-10-01 0:00:00", "2025/10/1 00:00", "2025-10-01T00:00:00", "10/1 0:00", " 10/1 ", "　10/1　",
        "㋿7年10月1日", "2025−10−1", "１０−１", "R07.10.01",
    ])
    func october(_ text: String) {
        #expect(read(text) == "2025-10-01")
    }

    @Test(arguments: [
        ("令和元年5月1日", "2019-05-01"), ("R元.5.1", "2019-05-01"), ("令和1年5月1日", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"), ("H31.4.30", "2019-04-30"), ("平成元年1月8日", "1989-01-08"),
        ("昭和64年1月7日", "1989-01-07"), ("S64.1.7", "1989-01-07"), ("昭和元年12月25日", "1926-12-25"),
    ])
    func eras(_ text: String, _ iso: String) {
        #expect(read(text) == iso)
    }

    @Test(arguments: [
        ("今日", 0), ("today", 0), ("ＴＯＤＡＹ", 0), ("t", 0), ("本日", 0), ("明日", 1), ("tomorrow", 1), ("昨日", -1),
        ("yesterday", -1), ("明後日", 2), ("来週", 7), ("先週", -7), ("+3d", 3), ("+3", 3), ("-1w", -7), ("+2週", 14),
        ("＋３ｄ", 3), ("－１ｗ", -7),
        ("−１ｗ", -7), ("+0d", 0), ("+3日", 3), ("+3660d", 3660), ("-3660w", -25620),
    ])
    func relative(_ text: String, _ distance: Int) {
        #expect(DayReader.read(text, today: today) == today + distance)
    }

    @Test(arguments: [
        ("2025-03-31", "2024-10-01", "2025-03-31"), ("2025-04-01", "2025-10-01", "2026-03-31"),
        ("2025-12-31", "2025-10-01", "2026-03-31"), ("2026-01-01", "2025-10-01", "2026-03-31"),
        ("2026-03-31", "2025-10-01", "2026-03-31"), ("2026-04-01", "2026-10-01", "2027-03-31"),
    ])
    func withoutYearItIsTheFiscalYear(_ todayISO: String, _ october: String, _ march: String) {
        #expect(DayReader.read("10/1", today: Sample.day(todayISO))?.iso == october)
        #expect(DayReader.read("3/31", today: Sample.day(todayISO))?.iso == march)
    }

    @Test func aDateWithoutAYearMayLieInAnotherFiscalYear() {
        let late = Day(2026, 11, 28)!
        let end = Day(2026, 3, 31)!
        #expect(DayReader.read("11/20", today: late, year: end)?.iso == "2025-11-20")
        #expect(DayReader.read("2/3", today: late, year: end)?.iso == "2026-02-03")
        #expect(DayReader.read("今日", today: late, year: end) == late)
    }

    @Test func whatTheProgramPrintsIsReadBack() {
        for offset in 0..<400 {
            let day = Day(2025, 4, 1)! + offset
            #expect(DayReader.read(day.wareki, today: today) == day)
        }
        #expect(DayReader.read("令和7年8月5日(水)", today: today) == nil)
        #expect(DayReader.read("(火)", today: today) == nil)
    }

    @Test func aDateWithTheWrongDayOfTheWeekIsKnownAsSuch() {
        func wrong(_ text: String) -> String? { DayReader.readWithAnotherWeekday(text, year: today)?.iso }
        #expect(wrong("8/5(水)") == "2025-08-05" && wrong("８／５（水）") == "2025-08-05")
        #expect(wrong("8/5(火)") == nil, "it is a Tuesday")
        #expect(wrong("8/5(祝)") == nil && wrong("8/32(水)") == nil && wrong("8/5") == nil)
    }

    @Test func theLeapDayExistsOnlyInALeapFiscalYear() {
        #expect(DayReader.read("2/29", today: Sample.day("2023-05-01"))?.iso == "2024-02-29")
        #expect(DayReader.read("2/29", today: Sample.day("2024-05-01")) == nil)
    }

    @Test(arguments: [
        "", " ", "2/30", "13/1", "0/1", "10/0", "令和0年1月1日", "令和0年", "平成32年5月1日", "平成31年5月1日", "昭和64年1月8日",
        "令和元年4月30日", "平成元年1月7日", "昭和元年12月24日", "R7.13.1", "R7.2.29", "R", "令和", "令和元", "R7", "R7.10", "😀", "10/1😀",
        "10", "2025", "2025/10", "10/", "/10", "10//1", "25/10/1", "2025/10/1/1", "20251301", "2025100", "202510010",
        "+", "-",
        "+d", "+-3d", "3d", "+3dw", "+3661d", "+99999999999999999999d", "99999999999999999999/1/1",
        "1/99999999999999999999",
        "9223372036854775807/1/1", "10月", "日", "月", "明日の次", "10 1", "X7.10.1",
    ])
    func noDate(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: [
        "R9223372036854775807.1.1", "令和9223372036854775807年1月1日", "Ｓ９２２３３７２０３６８５４７７５８０７．１．１",
        "R7.9223372036854775807.9223372036854775807",
    ])
    func hugeNumbersAreRefusedWithoutOverflow(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: ["++3d", "-+3d", "+ 3d"]) func onlyOneSign(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: ["令和元7年1月1日", "R元7.1.1", "元年5月1日", "令和元1月1日"])
    func theFirstYearIsAYearByItself(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: ["2025-10-01 13:00", "2025-10-01 0:00:01", " 0:00", "T00:00"])
    func aTimeOfDayIsNoPartOfADate(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: ["00010101", "10011225", "18991231"])
    func eightDigitsNeedAYearFrom1900AsTheOtherFormsDo(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: ["10年5日", "2025月10年1日", "2025月10月1日", "2025年10年1日", "10年1", "R7月10月1日"])
    func yearAndMonthSignsStandOnlyAfterAYearAndAMonth(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test func randomTextNeverCrashesAndGivesRealDatesOnly() {
        let alphabet =
            "0123456789-/.+dwRSHrsht０１２３４５６７８９－／．＋ＲＳＨ令和平成昭元年月日週 　−ー".map(String.init)
            + ["令和", "平成", "昭和", "元年", "9223372036854775807", "2025", "R7.", "😀", "ﾞ", "\u{301}"]
        var generator = SeededGenerator(seed: 2025)
        var understood = 0
        for _ in 0..<100_000 {
            let text = generator.text(of: alphabet, length: 9)
            guard let day = DayReader.read(text, today: today) else { continue }
            understood += 1
            if Day(iso: day.iso) != day || !(1900...9999).contains(day.year) { Issue.record("\(text) → \(day.iso)") }
        }
        #expect(understood > 100)
    }

    @Test(arguments: [
        "20 Nov", "Nov 20", "20 nov 2025", "Thu 20 Nov 2025", "thursday, November 20th, 2025", "20-Nov-2025", "２０　Ｎｏｖ",
        "２０２５ー１１ー２０", "１１ー２０",
    ])
    func november(_ text: String) {
        #expect(read(text) == "2025-11-20")
    }

    @Test func aMonthInEnglishIsOfTheFiscalYearToo() {
        #expect(read("20 Feb") == "2026-02-20" && read("Feb 20") == "2026-02-20")
        #expect(read("20 Feb 2024") == "2024-02-20")
    }

    @Test(arguments: [
        "20 No", "Nov", "31 Nov", "Nov 2025", "20 Nov 25", "20 20", "Thu", "20 Nov 1899", "20 November 2025 1",
    ])
    func noDateInEnglish(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test func whatTheProgramWritesInEnglishIsReadBack() {
        for offset in 0..<350 {
            let day = Day(2025, 4, 1)! + offset
            #expect(DayReader.read(day.spelled(.en), today: today) == day)
            #expect(DayReader.read(day.short(.en), today: today) == day)
        }
        #expect(read("Fri 20 Nov 2025") == nil)
        #expect(DayReader.readWithAnotherWeekday("Fri 20 Nov", year: today)?.iso == "2025-11-20")
        #expect(DayReader.readWithAnotherWeekday("Thu 20 Nov", year: today) == nil)
    }

    /// Today is a Thursday.
    @Test(arguments: [
        ("来週月曜", "2025-11-24"), ("来週の月曜", "2025-11-24"), ("来週の月曜日", "2025-11-24"), ("来週日", "2025-11-30"),
        ("今週金曜", "2025-11-21"), ("先週木曜", "2025-11-13"), ("再来週の水曜", "2025-12-03"), ("再来週", "2025-12-04"),
        ("next mon", "2025-11-24"), ("last Sunday", "2025-11-16"), ("this fri", "2025-11-21"),
        ("next week", "2025-11-27"),
        ("3日後", "2025-11-23"), ("３日後", "2025-11-23"), ("3日前", "2025-11-17"), ("2週間後", "2025-12-04"),
        ("in 3 days", "2025-11-23"), ("1 week ago", "2025-11-13"), ("+1m", "2025-12-20"), ("-1m", "2025-10-20"),
        ("1か月後", "2025-12-20"), ("１ヶ月後", "2025-12-20"), ("+2ヵ月", "2026-01-20"), ("20日", "2025-11-20"),
        ("5日", "2025-11-05"),
        ("30th", "2025-11-30"),
    ])
    func fromToday(_ text: String, _ iso: String) {
        #expect(read(text) == iso)
    }

    @Test func aShorterMonthEndsWithItsLastDay() {
        #expect(DayReader.read("+1m", today: Sample.day("2026-01-31"))?.iso == "2026-02-28")
        #expect(read("31日") == nil)
    }

    @Test(arguments: [
        "3後", "来週の", "来週月火", "月曜", "0日", "20", "123日", "後", "in days", "+1x", "+99999999999999999999m", "3661日後",
    ])
    func notFromToday(_ text: String) {
        #expect(read(text) == nil)
    }
}
