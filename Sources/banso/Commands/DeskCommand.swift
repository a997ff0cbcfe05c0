import ArgumentParser
import BansoApp
import BansoCatalogue
import BansoDomain
import BansoExchange
import BansoSettings
import BansoStore
import CursesTerminal
import Foundation
import TerminalUI

/// The coordinator's program.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: told("デスクを開きます（コマンドなしの banso と同じ）。", "Open the desk (what banso does without a command)."))

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var look: LookOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption
    @OptionGroup var plain: PlainOption

    func run() throws {
        // The catalogue and the holidays are read beside it: what needs neither comes first.
        let day = try today.day
        let settings = try ConfigFolder.settings()
        let theme = try plain.isPlain ? nil : look.load(settings)
        let store = try database.open()
        defer { store.close() }
        let session = Session(
            language: language, look: look, today: day, calendar: try Holidays.calendar(),
            actor: actor.actor, isDemo: false, settings: settings, clock: today.clock)
        try plain.isPlain ? session.talk(store) : session.run(store, theme: theme)
    }
}

/// Wires a store to the program at a terminal.
struct Session {
    var language: LanguageOption
    var look: LookOption
    var today: Day
    var calendar: WorkingCalendar
    var actor: Actor
    var isDemo: Bool
    var settings = Settings()
    var clock: (() -> Day)?

    /// How long a save waits for another program's, in seconds, before it says so and keeps what was typed.
    static let patience = 2.0

    /// - Throws: `CommandFailure` where the settings give a key to two actions of a screen, or keys to a page that isn't there.
    func context(_ catalogue: Catalogue, size: Size = Size(width: 120, height: 40)) throws -> Context {
        var context = Context(
            catalogue: catalogue, language: language.language, today: today, calendar: calendar,
            glyphs: look.glyphs(settings), actor: actor, size: size, isDemo: isDemo)
        try SettingsCheck(settings: settings, context: context).assertSound([.keys])
        if let width = look.ambiguousWidth(settings) { context.use(width) }
        context.keys = settings.keys
        context.themes = look.shelf(settings)
        return context
    }

    /// The frame that stands on the screen after these keys.
    /// - Throws: `CommandFailure` also where no terminal could show it, because the theme can't be used.
    func frame(of store: Store, size: Size, keys: [Key] = []) throws -> Canvas {
        _ = try look.load(settings)
        let context = try context(store.catalogue, size: size)
        try SettingsCheck(settings: settings, context: context).assertSound([.start])
        let terminal = ScriptedTerminal(size: size, keys: keys)
        App(terminal: terminal, reader: store, writer: store, context: context).run()
        return terminal.frame
    }

    /// - Parameter theme: the one that `look` says, where it was loaded already.
    func run(_ store: Store, theme: Theme? = nil) throws {
        let terminal = try Screen.open(
            theme: try theme ?? look.load(settings), hasMouse: look.hasMouse || settings.hasMouse)
        defer { terminal.close() }
        var context = try context(store.catalogue)
        try SettingsCheck(settings: settings, context: context).assertSound([.start])
        let start = settings.start.flatMap { StartPage(named: $0, store.catalogue) } ?? .today
        let check = BackgroundCheck(path: store.path)
        store.patience = Session.patience
        store.keepSearchKeys()
        if !terminal.isUTF8 { context.glyphs = .ascii }
        try look.adapt(&context.themes, to: terminal)
        let exporter = BackgroundExporter(
            database: store.path, catalogue: store.catalogue, language: language.language, actor: actor)
        defer { exporter.stop() }
        let importer = BackgroundImporter(
            database: store.path, language: language.language, actor: actor, today: today)
        defer { importer.stop() }
        let watch = FileWatch(databases: [store.path])
        if let watch { terminal.tell(of: watch.descriptor) }
        App(
            terminal: terminal, reader: store, writer: store, context: context,
            drafts: DraftFile(database: store.path, actor: actor), arrangements: isDemo ? nil : ArrangementFile(),
            exporter: exporter, importer: importer, reports: ReportFolder(ledger: store, actor: actor), start: start,
            day: clock,
            processorTime: ProcessorTime.ofThread, alarm: { check.finding(stopping: store) }, isTold: watch != nil
        ).run()
        withExtendedLifetime(watch) {}
    }

    /// Asks and answers line by line, until the person leaves or there are no lines any more.
    func talk(_ store: Store) throws {
        let check = BackgroundCheck(path: store.path)
        store.patience = Session.patience
        store.keepSearchKeys()
        let conversation = Conversation(
            reader: store, writer: store, context: try context(store.catalogue),
            drafts: DraftFile(database: store.path, actor: actor), day: clock,
            alarm: { check.finding(stopping: store) }, meanwhile: { Session.say([visible($0)]) })
        Session.say(conversation.begin())
        while !conversation.isOver, let line = readLine() { Session.say(conversation.hear(line)) }
    }

    /// At once, also where the output is a pipe.
    private static func say(_ lines: [String]) {
        for line in lines { print(line) }
        fflush(nil)
    }
}

/// The terminal, or one clear line where there is none.
enum Screen {
    static func open(theme: Theme, hasMouse: Bool = false) throws -> CursesTerminal {
        do {
            let terminal = try CursesTerminal(hasMouse: hasMouse)
            terminal.use(theme)
            return terminal
        } catch {
            throw CommandFailure(error)
        }
    }
}
