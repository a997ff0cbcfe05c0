import ArgumentParser
import BansoApp
import BansoCatalogue
import BansoDomain
import BansoSample
import BansoStore
import Foundation
import TerminalUI

/// The program on a throw-away database, on a day in the middle of the period.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: told(
            "試用：使い捨てのデータベースとサンプルデータ、2025-11-20 の時点で。",
            "Try it out: sample data in a throw-away database, on 2025-11-20."))

    @OptionGroup var language: LanguageOption
    @OptionGroup var look: LookOption
    @OptionGroup var actor: ActorOption
    @OptionGroup var plain: PlainOption

    @Option(
        name: .customLong("today"),
        help: told("今日とみなす日（なければ 2025-11-20）。", "The day to take as today (else 2025-11-20)."))
    var today: GivenDay?

    @Option(help: told("企業の数。", "How many companies."))
    var companies = 300

    @Flag(help: told("最初の画面を文字で出力して終わります。", "Print the first frame as text and end."))
    var once = false

    @Option(help: told("その画面の大きさ、桁x行。", "The size of that frame, COLSxROWS."))
    var size = FrameSize(columns: 120, rows: 40)

    @Option(help: ArgumentHelp("Draw the README's pictures into this folder and end.", visibility: .hidden))
    var pictures: String?

    func run() throws {
        try DemoCommand.withDesk(companies: companies, by: actor.actor, show)
    }

    /// A database that is gone afterwards.
    static func withDesk<Result>(companies: Int, by actor: Actor, _ body: (Store) throws -> Result) throws -> Result {
        let folder = try TemporaryFolder(.demo)
        defer { folder.remove() }
        let store = try Store.create(
            at: folder.path + "/demo.db", catalogueText: CatalogueFile.embedded, catalogue: Embedded.catalogue())
        try SampleCommand.fill(store, companies: companies, seed: 1, through: Sample.usualDay, by: actor)
        return try body(store)
    }

    private func show(_ store: Store) throws {
        let today = try today?.day(around: Sample.usualDay) ?? Sample.usualDay
        let session = Session(
            language: language, look: look, today: today, calendar: try Holidays.calendar(), actor: actor.actor,
            isDemo: true, settings: try ConfigFolder.settings())
        if let pictures { return try Pictures(session: session, store: store).draw(into: pictures) }
        if plain.isPlain { return try session.talk(store) }
        guard once else { return try session.run(store) }
        let frame = try session.frame(of: store, size: Size(width: size.columns, height: size.rows))
        print(frame.lines.joined(separator: "\n"))
    }
}
