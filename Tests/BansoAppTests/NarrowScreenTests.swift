import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Where there is little room, what has none is said to be there, and nothing loses its meaning.
struct NarrowScreenTests {
    private let desk: Desk
    private static let size = Size(width: 40, height: 12)

    init() throws { desk = try Desk(companies: 60) }

    private func lines(_ keys: [Key], _ language: Language = .ja, size: Size = Self.size) -> [String] {
        desk.run(keys, language: language, size: size).frame.lines
    }

    /// The last column of a form's rows.
    private func marks(_ keys: [Key]) -> String {
        let canvas = desk.run(keys, size: Self.size).frame
        return (3..<11).map { Character(Unicode.Scalar(canvas[39, $0].scalar)!) }.map(String.init).joined()
    }

    @Test func aFormSaysThatThereAreFieldsAboveAndBelow() {
        let form: [Key] = GoldenFrameTests.toCompany + [.character("c")]
        #expect(marks(form) == "       ↓")
        #expect(marks(form + Array(repeating: .tab, count: 6)).first == "↑")
        #expect(marks(form + [.backTab]) == "↑       ")
        #expect(!lines(form, size: Size(width: 80, height: 40)).contains { $0.contains("↓") })
    }

    @Test func noChoiceIsCutAndThatThereAreMoreIsSaid() {
        let form = lines(GoldenFrameTests.toCompany + [.character("c")])
        let mode = form.first { $0.contains("方法") } ?? ""
        #expect(mode.contains("● オンライン") && mode.hasSuffix("›") && !mode.contains("…"))
        let several = lines([.character("1"), .character("E"), .tab])
        #expect(several.contains { $0.contains("○ CSV") && $0.contains("›") && !$0.contains("…") })
    }

    @Test func aColumnOfTheBoardSaysThatThereAreCardsAboveAndBelow() {
        func heading(_ keys: [Key]) -> String { lines([.character("1")] + keys)[2] }
        #expect(heading([]).hasSuffix("↓") && heading([]).contains("開拓"))
        let end = heading([.end])
        #expect(end.contains("↑ ") && !end.prefix { $0 != "↑" }.contains("↓"))
        #expect(heading([.pageDown, .pageDown]).contains("↑↓"))
    }

    @Test(arguments: Language.allCases) func theBoardSaysWhichStagesAreInSight(_ language: Language) {
        #expect(lines([.character("1")], language)[1].contains("1–2/10"))
        #expect(lines([.character("3")], language)[1].contains("1–2/8"))
    }

    @Test func theTableSaysHowManyColumnsHaveNoRoomAndShowsThemOneByOne() throws {
        let table: [Key] = [.character("1"), .character("v")]
        #expect(lines(table)[1].contains("→ 他4列"))
        #expect(lines(table, .en)[1].contains("→ 4 more"))
        #expect(lines(table, .en, size: Size(width: 80, height: 24))[1].contains("→ 1 more column ·"))
        #expect(!lines(table, size: Size(width: 120, height: 24))[1].contains("→"))
        // Each of them, once the keys are about it
        let headings = ["県", "段階", "相談", "滞在", "次の対応", "期限", "企業"]
        for (steps, heading) in headings.enumerated() {
            let shown = lines(table + Array(repeating: .right, count: steps + 1))[2]
            #expect(shown.contains(heading), "\(steps): \(shown)")
        }
    }

    @Test(arguments: Language.allCases) func reportsSayWhatBecameOfThem(_ language: Language) {
        let list = lines([.character("R")], language)
        #expect(list.contains { $0.contains(language("✓ 確定 11/20", "✓ frozen 20 Nov")) })
        #expect(!list.contains { $0.contains("…") })
        let soon = desk.run([.character("R")], language: language, size: Self.size, today: Day(2025, 12, 2)!).frame
            .lines
        #expect(soon.contains { $0.contains(language("! 未確定", "! to be frozen")) })
    }

    @Test(arguments: Language.allCases) func theOfferRateHasItsPerCentAndItsStatusInWords(_ language: Language) {
        let list = lines([.character("6")], language)
        #expect(list[2].contains("30%") && list[2].contains(language("遅れ", "behind")))
        #expect(list[3].components(separatedBy: "%)").count == 3 && list[3].contains(language("人 ", "pers. ")))
        #expect(
            lines([.character("6")], language, size: Size(width: 80, height: 24))[2].contains(language("遅れ", "behind")))
    }

    @Test(arguments: Language.allCases) func aRateOverItsTargetIsSaidInPerCent(_ language: Language) {
        for size in GoldenFrameTests.sizes {
            let rate = lines([.character("0"), .end], language, size: size).first { $0.contains("/30") } ?? ""
            #expect(rate.contains("/30%"), "\(size): \(rate)")
        }
    }

    /// Which field two people have changed is said whole: in the list, or above its values.
    @Test(arguments: Language.allCases) func aConflictNamesItsField(_ language: Language) throws {
        let context = desk.context(language, size: Self.size)
        for (index, field) in RecordKind.organisation.fields.enumerated() {
            let base = Record(.organisation, ["name": .text("株式会社はじめ")])
            var (mine, theirs) = (base, base)
            (mine.values[index], theirs.values[index]) = (.text("甲"), .text("乙"))
            let conflict = Conflict(
                base: base, mine: mine,
                theirs: StoredRecord(key: RecordKey(.organisation, 1), version: 2, record: theirs), by: "佐藤",
                titles: [:])
            var canvas = Canvas(size: Self.size)
            _ = ConflictView(conflict: conflict, context: context).draw(
                on: &canvas, in: Rect(x: 1, y: 2, width: 38, height: 9))
            #expect(canvas.lines.contains { $0.contains(field.label(language)) }, "\(field.id)")
        }
    }
}
