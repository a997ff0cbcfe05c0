import ArgumentParser
import BansoApp
import BansoDomain
import BansoSettings
import BansoStore
import Foundation
import TerminalUI

/// The read-only board on the wall.
struct WallboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wallboard",
        abstract: told(
            "壁に数字を映します：読み取り専用、ページは自動で替わり、名前は出ません。", "Show the figures on a wall: read-only, rotating, no names."))

    @Option(
        name: .customLong("db"),
        help: told(
            "データベースのファイル。複数なら各受託者のものを一つの画面に（なければデスクと同じ）。",
            "The database file; several show contractors' databases on one board (else as for the desk)."),
        completion: .file())
    var databases: [String] = []

    @OptionGroup var language: LanguageOption
    @OptionGroup var look: LookOption
    @OptionGroup var today: TodayOption

    @Option(
        help: told(
            "1ページを出しておく秒数（なければ config.toml、それもなければ15）。", "Seconds a page stays (else as config.toml says, else 15)."))
    var interval: Double?

    @Option(
        name: .customLong("page"),
        help: told(
            "このページだけ：overview、A、A3、B、C、D、deadlines。複数指定できます。",
            "Only this page: overview, A, A3, B, C, D, deadlines; may be given several times."),
        completion: .list(["overview", "A", "A3", "B", "C", "D", "deadlines"]))
    var pages: [String] = []

    @Option(
        help: told(
            "暗くする時間帯（明るい配色は暗い配色に替えます）：19:00-07:00、または off。",
            "When the wall is dim, a light one dark: 19:00-07:00, or off."))
    var dim = "19:00-07:00"

    @Flag(help: told("一画面を文字で出力して終わります。", "Print one frame as text and end."))
    var once = false

    @Option(help: told("その画面の大きさ、桁x行。", "The size of that frame, COLSxROWS."))
    var size = FrameSize(columns: 120, rows: 40)

    private static let never = "off"

    func validate() throws {
        guard interval.map({ (0.2...86400).contains($0) }) ?? true else {
            throw ValidationError(told("--interval は0.2～86400秒です", "--interval is 0.2 to 86400 seconds"))
        }
        guard dim == WallboardCommand.never || Dimming.Hours(dim) != nil else {
            throw ValidationError(
                told("--dim は 19:00-07:00 のように、または off と書いてください", "write --dim as 19:00-07:00, or off"))
        }
    }

    func run() throws {
        let shown = WallDatabases(databases.isEmpty ? [DatabaseOption.standard] : databases)
        try shown.assertDistinct()
        let settings = try ConfigFolder.settings()
        let session = Session(
            language: language, look: look, today: try today.day, calendar: try Holidays.calendar(), actor: Actor(""),
            isDemo: false, settings: settings)
        if once {
            let desk = try shown.open()
            let context = try session.context(desk.catalogue)
            try SettingsCheck(settings: settings, context: context).assertSound([.wallPages])
            _ = try look.load(settings)
            let chosen = try wallPages(desk.catalogue, settings)
            let frame = try Wallboard.frame(
                desk: desk, page: chosen.first ?? .overview, of: chosen.isEmpty ? nil : chosen, context: context,
                now: Date().timeIntervalSince1970, size: Size(width: size.columns, height: size.rows))
            print(frame.lines.joined(separator: "\n"))
            return
        }
        // The wall goes up even while its database is away; the embedded catalogue stands in until it is there.
        let catalogue = try (try? shown.open().catalogue) ?? Embedded.catalogue()
        var context = try session.context(catalogue)
        try SettingsCheck(settings: settings, context: context).assertSound([.wallPages])
        let chosen = try wallPages(catalogue, settings)
        let terminal = try Screen.open(theme: try look.load(settings))
        defer { terminal.close() }
        try look.adapt(&context.themes, to: terminal)
        let (theme, night) = try look.themes(on: context.themes)
        // Of the files as they are once they are opened: one that was replaced is another one.
        var watch: FileWatch?
        Wallboard(
            terminal: terminal, context: context,
            pages: chosen.isEmpty ? WallPage.all(catalogue) : chosen,
            interval: interval ?? settings.wall.interval ?? Setting.usualInterval,
            clock: { Date().timeIntervalSince1970 }, day: today.clock,
            dimming: Dimming.Hours(dim).map { Dimming(hours: $0, theme: theme, night: night) },
            connect: {
                let opened = try shown.open()
                watch = shown.watch()
                terminal.tell(of: watch?.descriptor)
                return opened
            }, isTold: { watch != nil }
        ).run()
    }

    private func wallPages(_ catalogue: Catalogue, _ settings: Settings) throws -> [WallPage] {
        guard !pages.isEmpty else { return settings.wall.pages.compactMap { WallPage(named: $0, catalogue) } }
        return try pages.map { name in
            guard let page = WallPage(named: name, catalogue) else {
                let known = WallPage.all(catalogue).map(\.name).joined(separator: ", ")
                throw CommandFailure("\(name) というページはありません（\(known)）", "no page called \(name); there are \(known)")
            }
            return page
        }
    }
}
