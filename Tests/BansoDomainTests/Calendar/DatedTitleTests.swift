import BansoDomain
import Testing

/// What begins with a date is read by its name.
struct DatedTitleTests {
    @Test func aNameIsReadBeforeItsDay() {
        #expect(DatedTitle.read("2025-10-22 プロ人材活用の実例", .en) == "プロ人材活用の実例 22 Oct")
        #expect(DatedTitle.read("2025-10-22 プロ人材活用の実例", .ja) == "プロ人材活用の実例 10/22")
        #expect(DatedTitle.read("2025-10-22", .ja) == "10/22")
    }

    @Test func aMonthIsSaidInWords() {
        #expect(DatedTitle.read("2025-10 D", .ja) == "10月 D")
        #expect(DatedTitle.read("2025-10 D", .en) == "Oct D")
    }

    @Test func whatBeginsWithNoDateStays() {
        for title in ["", "採用動画", "2025-13-01 x", "2025-10の事例", "2024-05 視察", "12"] {
            #expect(DatedTitle.read(title, .ja) == title)
        }
    }
}
