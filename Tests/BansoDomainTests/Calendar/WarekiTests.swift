import BansoDomain
import Testing

@Suite struct WarekiTests {
    @Test(arguments: [
        ("2025-08-05", "令和7年8月5日(火)"), ("2019-05-01", "令和元年5月1日(水)"), ("2019-04-30", "平成31年4月30日(火)"),
        ("2019-12-31", "令和元年12月31日(火)"), ("2020-01-01", "令和2年1月1日(水)"), ("1989-01-08", "平成元年1月8日(日)"),
        ("1989-01-07", "昭和64年1月7日(土)"), ("1926-12-25", "昭和元年12月25日(土)"), ("1927-01-01", "昭和2年1月1日(土)"),
        ("1926-12-24", "1926年12月24日(金)"), ("1900-01-01", "1900年1月1日(月)"),
    ])
    func wareki(_ iso: String, _ text: String) {
        #expect(Sample.day(iso).wareki == text)
        #expect(Sample.day(iso).spelled(.ja) == text)
    }

    @Test func english() {
        #expect(Sample.day("2025-08-05").spelled(.en) == "Tue 5 Aug 2025")
        #expect(Sample.day("2025-08-05").short(.en) == "5 Aug")
        #expect(Sample.day("2025-08-05").short(.ja) == "8/5")
        #expect(Sample.day("2026-12-31").short(.en) == "31 Dec")
    }

    @Test func everyEraBeginsInItsFirstYear() {
        for era in Era.allCases {
            #expect(era.firstDay.year - era.offset == 1)
            #expect(Era.containing(era.firstDay) == era)
            #expect(Era.containing(era.firstDay + -1) != era)
        }
        #expect(Era.containing(Sample.day("1926-12-24")) == nil)
    }

    @Test func listsSayItShort() {
        let day = Day(2025, 8, 5)!
        #expect(day.short(.ja) == "8/5" && day.short(.en) == "5 Aug")
        #expect(day.shortWithWeekday(.ja) == "8/5(火)" && day.shortWithWeekday(.en) == "Tue 5 Aug")
        let month = FiscalMonth(day)
        #expect(month.short(.ja) == "8月" && month.short(.en) == "Aug")
        #expect(month.spelled(.ja) == "令和7年8月" && month.spelled(.en) == "Aug 2025")
    }

    @Test func whatIsSpelledIsReadBack() {
        for ordinal in stride(from: Era.showa.firstDay.ordinal, to: Day(2060, 1, 1)!.ordinal, by: 1) {
            let day = Day(ordinal: ordinal)
            let text = String(day.wareki.prefix { $0 != "(" })
            guard DayReader.read(text, today: Day(2025, 4, 1)!) != day else { continue }
            Issue.record("\(text) is not read as \(day.iso)")
            return
        }
    }
}
