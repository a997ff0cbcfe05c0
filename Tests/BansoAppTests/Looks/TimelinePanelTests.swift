import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What happened, in a line each.
@Suite struct TimelinePanelTests {
    @Test func aNameIsReadBeforeTheDayOfWhatItIsAbout() {
        func words(_ title: String, _ language: Language) -> String {
            let context = FakeDesk().context(language)
            let item = TimelineItem(
                date: Day(2025, 10, 24)!, key: RecordKey(.attendance, 1), what: .record(title), by: "")
            return TimelinePanel.describe(item, context).2
        }
        #expect(words("2025-10-22 プロ人材活用の実例", .en) == "attendance  プロ人材活用の実例 22 Oct")
        #expect(words("2025-10-22 プロ人材活用の実例", .ja).hasSuffix("  プロ人材活用の実例 10/22"))
        #expect(words("採用動画", .en) == "attendance  採用動画")
    }
}
