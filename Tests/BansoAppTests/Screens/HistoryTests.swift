import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Who, when, before and after.
@Suite struct HistoryTests {
    private func contact(_ values: KeyValuePairs<String, FieldValue>) -> Record {
        var record = Record(.contact, ["organisation": .number(1), "name": .text("鈴木")])
        for (field, value) in values { record[field] = value }
        return record
    }

    private func changes(_ before: Record?, _ after: Record?) -> [String] {
        let entry = HistoryEntry(
            seq: 1, step: 1, at: 0, actor: "田中", action: .edit, key: RecordKey(.contact, 1), title: "鈴木",
            before: before,
            after: after, isUndone: false)
        return HistoryScreen.changes(of: entry).map(\.field.id)
    }

    @Test func anEditHasTheFieldsThatDiffer() {
        #expect(changes(contact([:]), contact(["phone": .text("092")])) == ["phone"])
        #expect(changes(contact([:]), contact([:])).isEmpty)
    }

    @Test func whatWasAddedOrDeletedHasTheFieldsThatSayAnything() {
        #expect(changes(nil, contact(["phone": .text("092")])) == ["organisation", "name", "phone"])
        #expect(changes(contact([:]), nil) == ["organisation", "name"])
    }

    /// An entry that no field tells of is never blank.
    @Test(arguments: Language.allCases, GoldenFrameTests.sizes)
    func whatChangedNoFieldSaysWhatItWas(_ language: Language, _ size: Size) throws {
        let report = Record(.monthlyReport, ["month": .text("2025-10"), "programme": .text("A")])
        let desk = Trail(RecordKey(.monthlyReport, 1), report, report, .freeze)
        var context = context(size.width, size.height)
        context.language = language
        var screen = HistoryScreen(scope: .everything)
        try screen.load(from: desk, context)
        let shown = lines(screen, context).joined().filter { $0 != " " }
        #expect(shown.contains(language("次の報告に訂正として載ります", "correctedinthenextone")))
        #expect(!shown.contains(language("変更した項目", "whatwaschanged")))
        #expect(screen.spokenLines(context).count == 2)
        let same = Trail(RecordKey(.contact, 1), contact([:]), contact([:]))
        var other = HistoryScreen(scope: .everything)
        try other.load(from: same, context)
        let text = lines(other, context).joined(separator: "\n")
        #expect(text.contains(language("記録の項目は変わっていません", "no field of the record was changed")))
    }

    @Test func erasedTextsHaveNone() { #expect(changes(nil, nil).isEmpty) }

    @Test(arguments: [
        (0.0, 0, "1970-01-01", "00:00"), (0.0, 9 * 3600, "1970-01-01", "09:00"), (-1.0, 0, "1969-12-31", "23:59"),
        (1_763_650_799.9, 9 * 3600, "2025-11-20", "23:59"), (1_763_650_800.0, 9 * 3600, "2025-11-21", "00:00"),
    ])
    func aMomentIsThatOfTheWall(_ seconds: Double, _ offset: Int, _ day: String, _ time: String) {
        let moment = LocalTime(seconds: seconds, offset: offset)
        #expect(moment.day.iso == day && moment.time.text == time)
    }

    /// A trail of one entry.
    private final class Trail: QuietDesk {
        let catalogue = Desk.catalogue
        let entry: HistoryEntry

        init(_ key: RecordKey, _ before: Record?, _ after: Record?, _ action: ChangeAction = .edit) {
            entry = HistoryEntry(
                seq: 1, step: 1, at: 0, actor: "田中", action: action, key: key, title: "鈴木", before: before,
                after: after,
                isUndone: false)
        }

        func history(_ query: HistoryQuery) -> [HistoryEntry] { query.before == nil ? [entry] : [] }
    }

    private func context(_ width: Int, _ height: Int) -> Context {
        Context(
            catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar,
            actor: Actor("田中"), size: Size(width: width, height: height))
    }

    private func lines(_ screen: HistoryScreen, _ context: Context) -> [String] {
        var canvas = Canvas(size: context.size)
        _ = screen.draw(on: &canvas, in: context.body, context)
        return canvas.lines
    }

    @Test(arguments: [(40, 12), (80, 24), (120, 40)]) func everyChangedFieldCanBeSeen(_ width: Int, _ height: Int)
        throws
    {
        let fields: KeyValuePairs<String, FieldValue> = [
            "kana": .text("スズキ"), "position": .text("総務課長"), "phone": .text("092-000-0000"),
            "email": .text("suzuki@example.jp"), "notes": .text("一行目\n" + String(repeating: "長", count: 60) + "終"),
        ]
        let desk = Trail(RecordKey(.contact, 1), nil, contact(fields))
        let context = context(width, height)
        var screen = HistoryScreen(scope: .everything)
        try screen.load(from: desk, context)
        var seen = lines(screen, context)
        for _ in 0..<20 {
            guard screen.bindings(context).first(where: { $0.action == .right })?.refusal == nil else { break }
            _ = screen.update(.action(.right), context)
            try screen.load(from: desk, context)
            seen += lines(screen, context)
        }
        for words in ["スズキ", "総務課長", "092-000-0000", "suzuki@example.jp", "一行目", "終"] {
            #expect(seen.contains { $0.contains(words) }, "\(words) at \(width)×\(height)")
        }
        #expect(screen.changeTop == 0 || screen.bindings(context).first { $0.action == .left }?.refusal == nil)
    }

    @Test func aLongTextStandsBelowWhatItWas() throws {
        let (long, longer) = (String(repeating: "あ", count: 30), String(repeating: "い", count: 30))
        let desk = Trail(
            RecordKey(.contact, 1), contact(["notes": .text(long)]),
            contact(["notes": .text(longer), "phone": .text("1")]))
        let context = context(80, 24)
        var screen = HistoryScreen(scope: .everything)
        try screen.load(from: desk, context)
        let shown = lines(screen, context)
        #expect(shown.contains { $0.contains("– → 1") })
        let before = shown.firstIndex { $0.contains("あああ") }
        let after = shown.firstIndex { $0.contains("→ いいい") }
        #expect(try #require(before) < #require(after))
    }

    @Test func aNarrowPageStillSaysWhatAndWho() throws {
        let desk = Trail(RecordKey(.contact, 1), contact([:]), contact(["phone": .text("1")]))
        let context = context(40, 12)
        var screen = HistoryScreen(scope: .everything)
        try screen.load(from: desk, context)
        let shown = lines(screen, context)
        #expect(shown.contains { $0.contains("連絡先  鈴木") })
        #expect(shown.contains { $0.contains("田中") })
    }

    @Test func anEntryLeadsToTheOrganisationEvenOfARecordThatIsGone() throws {
        let context = context(80, 24)
        func opened(_ desk: Trail) throws -> ([Effect], OrganisationID?) {
            var screen = HistoryScreen(scope: .everything)
            try screen.load(from: desk, context)
            return (screen.update(.action(.organisation), context), screen.subject)
        }
        let (effects, subject) = try opened(Trail(RecordKey(.contact, 1), contact([:]), nil))
        #expect(effects == [.open(.organisation(OrganisationID(1)))] && subject == OrganisationID(1))
        let region = Trail(RecordKey(.region, 1), nil, Record(.region, ["name": .text("北部")]))
        #expect(try opened(region).0.isEmpty)
        var screen = HistoryScreen(scope: .everything)
        try screen.load(from: region, context)
        #expect(screen.bindings(context).first { $0.action == .organisation }?.refusal != nil)
    }

    @Test func theHistoryOfEverythingDoesNotOpenItselfAgain() {
        let context = context(80, 24)
        func hasKey(_ scope: HistoryQuery.Scope) -> Bool {
            HistoryScreen(scope: scope).bindings(context).contains { $0.action == .history }
        }
        #expect(!hasKey(.everything) && hasKey(.organisation(OrganisationID(1))))
    }

    @Test func theHistoryOfARecordSaysWhoChangedWhatAndWhatWasTakenBack() throws {
        let desk = try Desk(companies: 0)
        let id = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("佐藤"))
        let open: [Key] = [.character("/")] + .typed("はじめ") + [.enter]
        let edited = desk.run(open + [.character("e"), .tab] + .typed("ハジメ") + [.control("s"), .character("H")])
        #expect(edited.frame.lines.contains { $0.contains("佐藤") && $0.contains("追加") })
        #expect(edited.frame.lines.contains { $0.contains("田中") && $0.contains("編集") })
        #expect(edited.frame.lines.contains { $0.contains("フリガナ") && $0.contains("– → ハジメ") || $0.contains("→ ハジメ") })
        let undone = desk.run(open + [.character("u"), .character("H")])
        #expect(undone.frame.lines.contains { $0.contains("取消済み") })
        #expect(try desk.store.file(of: id)?.organisation.record.kana == "")
    }
}
