import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

@Suite struct ImportScreenTests {
    private let context = Context(
        catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar, actor: Actor("田中"))

    /// A screen that has heard of the fake's file.
    private func previewed() -> ImportScreen {
        var screen = ImportScreen(ImportRequest(kind: "companies", path: "/home/tanaka/会社.csv"))
        let counts = Dictionary(grouping: FakeImporter.lines, by: \.outcome).mapValues(\.count)
        #expect(
            screen.hear(.read(counts, notes: []), context) == [
                .importing(.lines(of: nil, from: 0, limit: ImportScreen.reach + height))
            ])
        _ = screen.hear(.lines(from: 0, FakeImporter.lines), context)
        return screen
    }

    private var height: Int { ImportLayout(in: context.body, notes: 0).list.height }

    private func names(_ screen: ImportScreen) -> Set<Action> { Set(screen.bindings(context).map(\.action)) }

    @Test func whileItIsReadNothingButLeavingIsOffered() {
        var screen = ImportScreen(ImportRequest(kind: "companies", path: "a.csv"))
        #expect(names(screen) == [.close, .repaint, .suspend])
        var canvas = Canvas(size: context.size)
        #expect(screen.hear(.converting(seconds: 12, atMost: 120), context).isEmpty)
        #expect(names(screen) == [.close, .repaint, .suspend])
        _ = screen.draw(on: &canvas, in: context.body, context)
        #expect(canvas.lines.joined().contains("LibreOffice が表を読んでいます… 12秒（長くても残り108秒）"))
        #expect(screen.hear(.reading(percent: 40, secondsLeft: 3), context).isEmpty)
        canvas = Canvas(size: context.size)
        _ = screen.draw(on: &canvas, in: context.body, context)
        #expect(canvas.lines.joined().contains("読んでいます… 40%、残り3秒"))
        #expect(screen.update(.action(.close), context) == [.importing(.leave), .close])
        let reason = LocalizedText(ja: "空のファイルです", en: "")
        #expect(
            screen.hear(.failed(reason), context) == [
                .importing(.leave), .close, .say(Message(.error, "空のファイルです")),
            ])
    }

    @Test func oneKeyGoesThroughTheOutcomesThatThereAre() {
        var screen = previewed()
        var seen: [ImportOutcome?] = []
        for _ in 0..<6 {
            let effects = screen.update(.action(.filter), context)
            seen.append(screen.filter)
            #expect(
                effects == [.importing(.lines(of: screen.filter, from: 0, limit: ImportScreen.reach + height))])
        }
        #expect(seen == [.created, .updated, .unchanged, .conflict, .rejected, nil])
    }

    @Test func aNamesakeIsDecidedWhereItWasOpened() throws {
        var screen = previewed()
        // Given the conflict, not opened
        for _ in 0..<2 { _ = screen.update(.action(.down), context) }
        let line = try #require(screen.current)
        #expect(line.outcome == .conflict)
        #expect(names(screen).isDisjoint(with: [.same(12), .asNew, .leaveOut]))
        _ = screen.update(.action(.asNew), context)
        #expect(screen.decisions.isEmpty)
        // When it is opened
        #expect(screen.update(.action(.open), context) == [.importing(.open(line, nil))])
        _ = screen.hear(.opened(FakeImporter.detail(of: line)), context)
        #expect(names(screen).isSuperset(of: [.same(12), .asNew, .leaveOut]))
        // What the decision makes of the record is shown: also what the file leaves empty
        #expect(screen.update(.action(.same(12)), context) == [.importing(.open(line, .same(12)))])
        #expect(screen.decisions == [4: .same(12)])
        _ = screen.hear(.opened(FakeImporter.detail(of: line, .same(12))), context)
        #expect(screen.detailLines(width: 60, context).contains { $0.before == "テンジンコウギョウ" })
        #expect(names(screen).isSuperset(of: [.same(12), .asNew, .leaveOut]))
        _ = screen.update(.action(.leaveOut), context)
        #expect(screen.decisions.isEmpty)
        _ = screen.update(.action(.asNew), context)
        // The first Esc closes the row and keeps what was decided
        #expect(screen.update(.action(.close), context) == [])
        #expect(screen.shownDetail == nil && screen.decisions == [4: .new])
        // What comes of the row after that doesn't open it again
        _ = screen.hear(.opened(FakeImporter.detail(of: line, .new)), context)
        #expect(screen.shownDetail == nil)
        // Then the file is taken with it, and on another row nothing is decided
        _ = screen.update(.action(.down), context)
        #expect(screen.shownDetail == nil)
        #expect(screen.update(.action(.save), context) == [.importing(.take([4: .new]))])
    }

    /// A row is read again when it is opened: who is quicker is heard all the same.
    @Test func whatIsDecidedWhileTheRowIsOpenedIsTaken() throws {
        var screen = previewed()
        for _ in 0..<2 { _ = screen.update(.action(.down), context) }
        let line = try #require(screen.current)
        _ = screen.update(.action(.open), context)
        _ = screen.update(.key(.character("ｎ")), context)
        #expect(screen.decisions.isEmpty)
        _ = screen.hear(.opened(FakeImporter.detail(of: line)), context)
        #expect(screen.decisions == [4: .new])
        // Not what is pressed on another row
        _ = screen.update(.action(.open), context)
        _ = screen.update(.key(.character("1")), context)
        _ = screen.update(.action(.up), context)
        _ = screen.hear(.opened(FakeImporter.detail(of: line)), context)
        #expect(screen.decisions == [4: .new])
    }

    @Test func itIsStoppedOrTakenAsAWhole() {
        var screen = previewed()
        _ = screen.update(.action(.save), context)
        #expect(names(screen) == [.close, .repaint, .suspend])
        // Stopped: what comes of it is waited for
        #expect(screen.update(.action(.close), context) == [.importing(.stop)])
        _ = screen.hear(.failed(LocalizedText(ja: "中断しました", en: "stopped")), context)
        #expect(screen.phase == .ready)
        let text = LocalizedText(ja: "読み込み5行", en: "")
        // Of a file that is taken as a whole nothing is left to be seen. With the key that undoes it, which a person may have moved
        var whole = ImportScreen(ImportRequest(kind: "companies", path: "a.csv"))
        _ = whole.hear(.read([.created: 2], notes: []), context)
        _ = whole.update(.action(.save), context)
        for (key, note) in [(Key.character("u"), "u"), (.function(4), "F4")] {
            var (taken, own) = (whole, context)
            own.keys.keys["undo"] = [key]
            #expect(
                taken.hear(.taken(text), own) == [
                    .importing(.leave), .close, .close, .say(Message(.good, "読み込み5行（\(note) で取消）")),
                ])
        }
    }

    private func taken(_ text: String) -> ImportNews { .taken(LocalizedText(ja: text, en: "")) }

    @Test func whatIsNotTakenStaysUntilItIsInAFile() {
        var screen = previewed()
        _ = screen.update(.action(.save), context)
        #expect(
            screen.hear(taken("読み込み5行"), context) == [
                .say(Message(.good, "読み込み5行（u で取消）（E で残りをファイルに）"))
            ])
        #expect(names(screen).isSuperset(of: [.export, .undo, .redo, .open, .close]))
        #expect(names(screen).isDisjoint(with: [.save]))
        let request = ImportRequest(kind: "companies", path: "/home/tanaka/会社.csv")
        #expect(screen.update(.action(.export), context) == [.open(.rejects(of: request, [:]))])
        _ = screen.hear(.reading(percent: 40, secondsLeft: 2), context)
        #expect(screen.phase == .writing(percent: 40, secondsLeft: 2))
        // Ended: the list stays
        #expect(screen.update(.action(.close), context) == [.importing(.stop)])
        _ = screen.hear(.failed(LocalizedText(ja: "中断しました", en: "")), context)
        #expect(screen.phase == .ready)
        _ = screen.hear(.wroteRejects(LocalizedText(ja: "2件", en: "")), context)
        #expect(screen.update(.action(.close), context) == [.importing(.leave), .close, .close])
        // What was written before is taken without another word
        var written = previewed()
        #expect(
            written.hear(.wroteRejects(LocalizedText(ja: "2件", en: "")), context) == [.say(Message(.good, "2件"))])
        _ = written.update(.action(.save), context)
        #expect(written.hear(taken("5行"), context).first == .importing(.leave))
    }

    @Test func whatEverybodyDecidedAboutIsNoReject() throws {
        var screen = ImportScreen(ImportRequest(kind: "companies", path: "a.csv"))
        _ = screen.hear(.read([.conflict: 1, .created: 1], notes: []), context)
        _ = screen.hear(.lines(from: 0, [FakeImporter.lines[2]]), context)
        func refusal() throws -> LocalizedText? {
            try #require(screen.bindings(context).first { $0.action == .export }).refusal
        }
        #expect(try refusal() == nil)
        _ = screen.update(.action(.open), context)
        _ = screen.hear(.opened(FakeImporter.detail(of: FakeImporter.lines[2])), context)
        _ = screen.update(.action(.asNew), context)
        #expect(try refusal() != nil)
    }

    @Test(arguments: [
        ("/home/tanaka/会社.csv", "/home/tanaka/会社-rejects.csv"), ("~/a.b/c", "~/a.b/c-rejects.csv"),
        ("表.xlsx", "表-rejects.csv"), (" ./.csv", "./.csv-rejects.csv"),
    ])
    func aFileBesideItIsOffered(_ path: String, _ beside: String) {
        var layer = RejectsLayer(of: path, [4: .new], context)
        #expect(layer.form.fields[0].editor.text == beside)
        #expect(layer.update(.action(.save), context) == [.close, .importing(.writeRejects(beside, [4: .new]))])
        _ = layer.update(.key(.control("u")), context)
        #expect(layer.update(.action(.save), context) == [] && layer.form.fields[0].error != nil)
    }

    @Test func ofALongFileOnlyAWindowIsHeld() {
        var screen = ImportScreen(ImportRequest(kind: "companies", path: "a.csv"))
        _ = screen.hear(.read([.created: 1_000_000], notes: []), context)
        let effects = screen.update(.action(.last), context)
        let start = 1_000_000 - height - ImportScreen.reach / 2
        #expect(effects == [.importing(.lines(of: nil, from: start, limit: ImportScreen.reach + height))])
    }

    @Test func whatIsOutdatedIsReadAgain() {
        var screen = previewed()
        for _ in 0..<2 { _ = screen.update(.action(.down), context) }
        _ = screen.update(.action(.open), context)
        _ = screen.hear(.opened(FakeImporter.detail(of: FakeImporter.lines[2])), context)
        _ = screen.update(.action(.asNew), context)
        #expect(screen.decisions == [4: .new])
        _ = screen.update(.action(.save), context)
        let text = LocalizedText(ja: "他の人が変更しました", en: "")
        #expect(
            screen.hear(.outdated(text), context) == [
                .say(Message(.error, "他の人が変更しました")),
                .importing(.read(ImportRequest(kind: "companies", path: "/home/tanaka/会社.csv"))),
            ])
        #expect(screen.phase == .reading(percent: 0, secondsLeft: nil))
        #expect(screen.decisions.isEmpty)
        // What it reads now is shown, not the rows that were read before
        let asked = screen.hear(.read([.conflict: FakeImporter.lines.count], notes: []), context)
        #expect(asked == [.importing(.lines(of: nil, from: 0, limit: ImportScreen.reach + height))])
    }

    @Test func notesOnColumnsStandAboveTheRowsAndTheRestIsCounted() {
        var screen = ImportScreen(ImportRequest(kind: "companies", path: "a.csv"))
        let notes = (1...5).map { LocalizedText(ja: "読まない列\($0)", en: "") }
        _ = screen.hear(.read([.created: 1], notes: notes), context)
        _ = screen.hear(.lines(from: 0, Array(FakeImporter.lines.prefix(1))), context)
        var canvas = Canvas(size: context.size)
        _ = screen.draw(on: &canvas, in: context.body, context)
        let text = canvas.lines.joined(separator: "\n")
        #expect(text.contains("読まない列1") && text.contains("読まない列3（ほか2件）") && !text.contains("読まない列4"))
        #expect(text.contains("阿蘇精機"))
    }

    /// What the layer asks to be read, after these keys.
    private func asked(_ keys: [Key]) throws -> ImportStep? {
        let importer = FakeImporter()
        let desk = try Desk(companies: 40)
        _ = desk.run([.character(":")] + .typed("とりこみ") + [.enter] + keys, importer: importer)
        return importer.steps.first
    }

    @Test func theEventIsAskedWhereAllRowsMayBeAboutOne() throws {
        let path = [Key].typed("a.csv") + [.enter]
        // Companies have none: behind the kind comes the file.
        #expect(
            try asked(.typed("companies") + [.enter] + path)
                == .read(ImportRequest(kind: "companies", path: "a.csv", encoding: "auto")))
        #expect(
            try asked(.typed("surveys") + [.enter, .enter] + path)
                == .read(ImportRequest(kind: "surveys", path: "a.csv", encoding: "auto")))
        let step = try asked(.typed("surveys") + [.enter] + .typed("ＤＸ戦略の策定") + [.down, .enter] + path)
        guard case .read(let request) = step else {
            Issue.record("\(String(describing: step))")
            return
        }
        #expect(request.event != nil && request.path == "a.csv")
    }

    @Test func encodingAndColumnsAreSaidBelowTheFile() throws {
        #expect(
            try asked(
                .typed("companies") + [.enter] + .typed("a.csv") + [.tab, .right, .right, .tab]
                    + .typed("会社名=name") + [.enter])
                == .read(
                    ImportRequest(kind: "companies", path: "a.csv", encoding: "cp932", mapping: "会社名=name")))
    }

    @Test func nothingToWriteIsSaid() throws {
        var screen = ImportScreen(ImportRequest(kind: "companies", path: "a.csv"))
        _ = screen.hear(.read([.rejected: 3], notes: []), context)
        let save = try #require(screen.bindings(context).first { $0.action == .save })
        #expect(save.refusal != nil)
    }

    @Test func theProgramGoesFromThePaletteToTheEnd() throws {
        let importer = FakeImporter()
        let desk = try Desk(companies: 0)
        let shown = desk.run(
            GoldenFrameTests.toImport + [.character("E"), .enter, .control("s")], importer: importer
        ).frame
        #expect(
            importer.steps.first
                == .read(ImportRequest(kind: "companies", path: "/home/tanaka/会社.csv", encoding: "auto")))
        #expect(
            importer.steps.suffix(3) == [.writeRejects("/home/tanaka/会社-rejects.csv", [:]), .take([:]), .leave])
        #expect(shown.lines.last?.contains("読み込み5行：新規1") == true)
        let without = desk.run([.character(":")] + .typed("import") + [.enter], importer: nil).frame
        #expect(without.lines.last?.contains("ここでは取り込めません") == true)
    }
}
