import BansoDomain
import Testing

@testable import BansoApp

@Suite struct FieldKindTests {
    private let today = Day(2025, 11, 20)!

    private func read(_ kind: FieldKind, _ text: String) -> FieldKind.Understanding {
        kind.understand(text, today: today, language: .ja)
    }

    private func isWrong(_ understanding: FieldKind.Understanding) -> Bool {
        if case .wrong = understanding { true } else { false }
    }

    @Test func aDayIsShownAsUnderstood() {
        let kind = FieldKind.day(isRequired: true, latest: today)
        for text in ["8/5", "R7.8.5", "令和7年8月5日", "２０２５／８／５", "8月5日"] {
            #expect(read(kind, text) == .fine("令和7年8月5日(火)"))
        }
        #expect(isWrong(read(kind, "")))
        #expect(isWrong(read(kind, "2/30")))
    }

    @Test func aDayToComeIsRefusedWhereOnlyThePastMakesSense() {
        let kind = FieldKind.day(isRequired: true, latest: today)
        #expect(read(kind, "今日") == .fine("令和7年11月20日(木)"))
        #expect(isWrong(read(kind, "明日")))
        #expect(read(.day(isRequired: false, latest: nil), "明日") == .fine("令和7年11月21日(金)"))
        #expect(read(.day(isRequired: false, latest: nil), "") == .empty)
    }

    @Test(arguments: [("90", 90), ("９０分", 90), ("1.5h", 90), ("1時間半", 90), ("2時間", 120), ("60 min", 60)])
    func minutesAsPeopleWriteThem(_ text: String, _ minutes: Int) {
        #expect(FieldKind.minutes(text) == minutes)
    }

    @Test func minutesOutsideTheUsualArePointedOutAndImpossibleOnesRefused() {
        let kind = FieldKind.minutes(usual: 60...120)
        #expect(read(kind, "60") == .fine("60分"))
        #expect(read(kind, "45") == .fine("45分（目安は60～120分）", isUnusual: true))
        for text in ["", "0", "481", "-5", "abc", "99999999999999999999"] {
            #expect(isWrong(read(kind, text)), "\(text)")
        }
    }
}
