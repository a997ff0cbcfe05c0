import BansoDomain
import BansoThemes
import TerminalUI
import Testing

@testable import BansoApp

/// Every screen as a literal frame, at four sizes and in both languages; each theme once with its colours.
@Suite struct GoldenFrameTests {
    struct Frame: CustomTestStringConvertible, Sendable {
        var name: String
        var keys: [Key]
        var testDescription: String { name }
    }

    static let frames: [Frame] = [
        Frame(name: "today", keys: [.down]),
        Frame(name: "overview", keys: [.character("0")]),
        Frame(name: "pipeline-A", keys: [.character("1")]),
        Frame(name: "pipeline-A-table", keys: [.character("1"), .character("v")]),
        Frame(name: "pipeline-A-due", keys: [.character("1"), .character("v"), .left, .character("s"), .down]),
        Frame(
            name: "pipeline-A3-groups",
            keys: [.character("2"), .character("v"), .right, .character("o"), .left, .character("s"), .down]),
        Frame(name: "columns", keys: [.character("2"), .character("v"), .character("a"), .down]),
        Frame(name: "pipeline-A3", keys: [.character("2")]),
        Frame(name: "pipeline-B", keys: [.character("3")]),
        Frame(name: "pipeline-C", keys: [.character("4")]),
        Frame(name: "pipeline-D", keys: [.character("5")]),
        Frame(name: "company", keys: toCompany),
        Frame(name: "form", keys: toCompany + [.character("c"), .tab] + .typed("14:00") + [.tab] + .typed("0")),
        Frame(
            name: "form-error", keys: toCompany + [.character("c"), .control("u")] + .typed("2/30") + [.control("s")]),
        Frame(name: "additions", keys: toCompany + [.character("n")]),
        Frame(name: "entry", keys: toCompany + [.character("n"), .character("n")]),
        Frame(name: "matching", keys: [.character("6"), .right]),
        Frame(name: "event", keys: toEvent),
        Frame(name: "roster", keys: toEvent + [.character("r")] + .typed("やま")),
        Frame(
            name: "form-event",
            keys: [.character("n"), .character("e")] + .typed("a1-1") + [.enter, .tab, .control("s")]),
        Frame(name: "form-eligibility", keys: toCompany + [.character("n"), .character("q")]),
        Frame(name: "filter", keys: [.character("1"), .character("f")]),
        Frame(
            name: "several",
            keys: [.character("1"), .character(" "), .down, .character(" "), .character("b")]),
        Frame(name: "palette", keys: [.character("1"), .character(":")] + .typed("そうだん")),
        Frame(name: "search", keys: [.character("/")] + .typed("やまだ")),
        Frame(name: "help", keys: [.character("1"), .character("?")]),
        Frame(name: "history", keys: [.character("H")]),
        Frame(name: "export", keys: [.character("1"), .character("E")]),
        Frame(name: "import", keys: [.character(":")] + .typed("とりこみ") + [.enter]),
        Frame(
            name: "import-surveys",
            keys: [.character(":")] + .typed("とりこみ") + [.enter] + .typed("surveys") + [.enter] + .typed("ＤＸ")),
        Frame(name: "import-update", keys: toImport + [.down, .enter]),
        Frame(name: "import-namesake", keys: toImport + [.down, .down, .enter, .character("n")]),
        Frame(name: "reports", keys: [.character("R")]),
        Frame(name: "report", keys: [.character("R"), .enter]),
    ]

    /// The first company in the consultation stage of A.
    static let toCompany: [Key] = [.character("1"), .right, .right, .right, .enter]

    /// The preview of a file.
    static let toImport: [Key] =
        [.character(":")] + .typed("とりこみ") + [.enter] + .typed("companies") + [.enter]
        + .typed("/home/tanaka/会社.csv") + [.enter]

    /// The report of A for the month that is not over.
    static let toOpenReport: [Key] = [.character("R"), .down, .down, .down, .down, .enter]

    /// A seminar of D.
    static let toEvent: [Key] = [.character("/")] + .typed("ＤＸ戦略の策定") + [.enter]

    /// The companies supported in A2.
    static let toExplain: [Key] = [.character("0")] + Array(repeating: .down, count: 8) + [.enter]

    /// What stands behind a number.
    static let explainFrames: [Frame] = [
        Frame(name: "explain", keys: toExplain),
        Frame(name: "explain-matrix", keys: toExplain + [.character("m")]),
        Frame(name: "explain-excluded", keys: toExplain + [.character("f"), .character("f")]),
        Frame(name: "explain-rate", keys: [.character("0"), .end, .enter]),
        Frame(name: "record", keys: [.character("0"), .enter, .enter]),
    ]

    static let sizes = [
        Size(width: 200, height: 60), Size(width: 120, height: 40), Size(width: 80, height: 24),
        Size(width: 40, height: 12),
    ]

    @Test(arguments: Language.allCases) func everyScreen(_ language: Language) throws {
        let desk = try Desk(companies: 300)
        for frame in Self.frames + Self.explainFrames {
            for size in Self.sizes {
                let shown = desk.run(frame.keys, language: language, size: size).frame
                try Golden.check(shown.lines, "\(frame.name)-\(language.rawValue)-\(size.width)x\(size.height)")
            }
        }
    }

    /// Two records of a reported month were changed; of one it is said why.
    @Test(arguments: Language.allCases) func correctionsHaveTheirReasons(_ language: Language) throws {
        let desk = try Desk(companies: 60)
        for name in ["後日株式会社", "有限会社遅れ"] {
            let company = try desk.store.add(Organisation(name: name), by: Actor("森"))
            _ = try desk.store.book(
                Consultation(company: company, date: Day(2025, 10, 30)!, minutes: 60, mode: .inPerson), nextAction: nil,
                by: Actor("森"))
        }
        let toReasons = Self.toOpenReport + [.character("c")]
        _ = desk.run(toReasons + [.enter] + .typed("日報が遅れて届いた") + [.control("s")])
        for size in Self.sizes {
            let shown = desk.run(toReasons, language: language, size: size)
            try Golden.check(
                shown.frame.lines, "corrections-\(language.rawValue)-\(size.width)x\(size.height)")
        }
    }

    /// What stands before a month is frozen for good.
    @Test(arguments: Language.allCases) func freezingIsAskedFor(_ language: Language) throws {
        let desk = try Desk(companies: 300)
        for size in Self.sizes {
            let shown = desk.run(
                [.character("R"), .enter, .character("f")], language: language, size: size, today: Day(2025, 12, 2)!)
            try Golden.check(
                shown.frame.lines, "report-asked-\(language.rawValue)-\(size.width)x\(size.height)")
        }
    }

    /// Who exported what and why, one of them in vain; and the ledger before the first.
    @Test(arguments: Language.allCases) func theExportLedger(_ language: Language) throws {
        let desk = try Desk(companies: 12)
        func check(_ name: String) throws {
            for size in Self.sizes {
                let shown = desk.run(
                    [.character(":")] + .typed("export ledger") + [.enter, .down], language: language, size: size)
                try Golden.check(shown.frame.lines, "\(name)-\(language.rawValue)-\(size.width)x\(size.height)")
            }
        }
        try check("exports-empty")
        let entries = [
            ExportEntry(
                subject: "talent", filter: "", rows: 300, hash: Array(0..<32), purpose: "研修の案内を送るため",
                format: "xlsx", name: "人材_2025-11-20.xlsx"),
            ExportEntry(
                subject: "cards A", filter: "熊本県・期限切れ", rows: 1204, hash: Array(32..<64), purpose: "局への状況報告",
                format: "csv", name: "戦略構築支援_2025-11-20.csv"),
            ExportEntry(
                subject: "explain A2.companies", filter: "", rows: 15, hash: Array(64..<96), purpose: "計上の確認（監査）",
                format: "csv", name: ""),
        ]
        for entry in entries { _ = try desk.store.enter(entry, by: Actor("田中")) }
        try desk.store.withdraw(export: 2)
        try check("exports")
    }

    /// What a terminal shows that draws ambiguous characters two cells wide.
    @Test func whereAmbiguousCharactersAreWide() throws {
        let desk = try Desk(companies: 300)
        for frame in Self.frames + Self.explainFrames where ["overview", "company", "explain"].contains(frame.name) {
            let shown = desk.run(frame.keys, size: Size(width: 80, height: 24), ambiguousWidth: .wide).frame
            try Golden.check(shown.lines, "\(frame.name)-wide-80x24")
        }
    }

    @Test(arguments: Themes.names) func everyTheme(_ name: String) throws {
        let desk = try Desk(companies: 300)
        let keys = Self.toCompany + [.character("c"), .control("u")] + .typed("2/30") + [.control("s")]
        let theme = try Themes.named(name)
        for (screen, keys) in [("overview", [Key.character("0")]), ("form", keys)] {
            let frame = desk.run(keys, size: Size(width: 80, height: 24)).frame
            let lines = Picture(frame, theme: theme).svg.split(separator: "\n").map(String.init)
            try Golden.check(lines, "theme-\(name)-\(screen)")
        }
    }

    @Test(arguments: Language.allCases) func theWallboard(_ language: Language) throws {
        let desk = try Desk(companies: 300)
        for page in WallPage.all(Desk.catalogue) {
            for size in Self.sizes {
                let context = desk.context(language, size: size)
                let frame = try Wallboard.frame(
                    desk: desk.store, page: page, context: context, now: Desk.moment + 185, size: size)
                try Golden.check(
                    frame.lines, "wallboard-\(page.name)-\(language.rawValue)-\(size.width)x\(size.height)")
            }
        }
    }

    /// What doesn't happen every day: two people at one record, a damaged file, a wall without its database.
    @Test(arguments: Language.allCases) func statesOutOfTheOrdinary(_ language: Language) throws {
        let desk = try Desk(companies: 60)
        let edit: [Key] = [.character("1"), .enter, .character("e")]
        let keys = edit + [.tab] + .typed("カナ") + [.control("s")]
        let company = try #require(try desk.store.cards(CardQuery(pipeline: "A", stage: "lead", limit: 1)).first)
        let key = RecordKey(.organisation, company.organisation.value)
        let twin = Organisation(name: company.name, prefecture: Prefecture(code: 46))
        _ = try desk.store.add(twin, by: Actor("佐藤"))
        for size in Self.sizes {
            func check(_ lines: [String], _ name: String) throws {
                try Golden.check(lines, "state-\(name)-\(language.rawValue)-\(size.width)x\(size.height)")
            }
            // Just before Ctrl-S somebody else has saved the same company.
            let conflict = desk.run(
                keys, language: language, size: size,
                interludes: [
                    1: {
                        guard let stored = try? desk.store.record(key) else { return }
                        var theirs = stored.record
                        theirs["kana"] = .text("ベツノカナ")
                        try? desk.store.edit(key, version: stored.version, to: theirs, by: Actor("佐藤"))
                    }
                ])
            try check(conflict.frame.lines, "conflict")
            let merge: [Key] = [.character("1"), .enter, .character("m")]
            try check(desk.run(merge, language: language, size: size).frame.lines, "merge")
            _ = try desk.store.undo(by: Actor("佐藤"))
            let terminal = ScriptedTerminal(size: size, keys: [.character("1")])
            App(
                terminal: terminal, reader: desk.store, writer: desk.store, context: desk.context(language, size: size),
                alarm: { .corrupt(path: "/srv/banso.db", detail: "row 12 missing") }
            ).run()
            try check(terminal.frame.lines, "damaged")
            let looker = ScriptedTerminal(size: size, keys: [.character("1"), .character("n")])
            App(
                terminal: looker, reader: desk.store,
                writer: ClosedDesk(.readOnly(path: "/srv/banso.db"), isKnown: true),
                context: desk.context(language, size: size)
            ).run()
            try check(looker.frame.lines, "read-only")
            var wall = WallState(pages: WallPage.all(Desk.catalogue), now: Desk.moment)
            func frame() -> [String] {
                WallView(state: wall, context: desk.context(language, size: size)).frame(size: size).lines
            }
            try check(frame(), "wall-waiting")
            wall.fail(.missing(path: "/srv/banso.db"), desk.context(language, size: size))
            try check(frame(), "wall-missing")
            try wall.load(from: desk.store, desk.context(language, size: size))
            wall.fail(.missing(path: "/srv/banso.db"), desk.context(language, size: size))
            wall.now += 600
            try check(frame(), "wall-stale")
        }
    }

    @Test(arguments: Language.allCases) func anEmptyDatabaseAndAnEndedProgramme(_ language: Language) throws {
        let size = Size(width: 80, height: 24)
        let empty = try Desk(companies: 0)
        try Golden.check(
            empty.run([.character("1")], language: language, size: size).frame.lines, "empty-\(language.rawValue)-80x24"
        )
        let ended = try Desk(companies: 60)
        try Golden.check(
            ended.run([.character("0")], language: language, size: size, today: Day(2026, 11, 22)!).frame.lines,
            "ended-\(language.rawValue)-80x24")
        try Golden.check(
            ended.run([.character("1")], language: language, size: size, today: Day(2026, 11, 22)!).frame.lines,
            "pipeline-ended-\(language.rawValue)-80x24")
        try Golden.check(
            ended.run([], language: language, size: size, today: Day(2026, 11, 22)!).frame.lines,
            "today-ended-\(language.rawValue)-80x24")
        try Golden.check(
            empty.run([], language: language, size: size).frame.lines, "today-empty-\(language.rawValue)-80x24")
    }
}
