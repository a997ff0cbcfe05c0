import ArgumentParser
import BansoApp
import BansoCatalogue
import BansoDomain
import BansoStore
import CursesTerminal
import Foundation
import TerminalUI

/// The coordinator's program.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "Open the desk (what banso does without a command).")

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var look: LookOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    func run() throws {
        let store = try database.open()
        try Session(language: language, look: look, today: today.day, actor: actor.actor, isDemo: false).run(store)
    }
}

/// Wires a store to the program at a terminal.
struct Session {
    var language: LanguageOption
    var look: LookOption
    var today: Day
    var actor: Actor
    var isDemo: Bool

    /// How long a save waits for another program's, in seconds, before it says so and keeps what was typed.
    static let patience = 2.0

    func context(_ catalogue: Catalogue, size: Size = Size(width: 120, height: 40)) throws -> Context {
        Context(
            catalogue: catalogue, language: language.language, today: today, calendar: try Holidays.calendar(),
            glyphs: look.glyphs, actor: actor, size: size, isDemo: isDemo)
    }

    /// The frame that stands on the screen after these keys.
    func frame(of store: Store, size: Size, keys: [Key] = []) throws -> Canvas {
        let terminal = ScriptedTerminal(size: size, keys: keys)
        App(terminal: terminal, reader: store, writer: store, context: try context(store.catalogue, size: size)).run()
        return terminal.frame
    }

    func run(_ store: Store) throws {
        let terminal = try Screen.open(theme: try look.load())
        defer { terminal.close() }
        let check = BackgroundCheck(path: store.path)
        store.patience = Session.patience
        store.keepSearchKeys()
        var context = try context(store.catalogue)
        if !terminal.isUTF8 { context.glyphs = .ascii }
        App(
            terminal: terminal, reader: store, writer: store, context: context,
            drafts: DraftFile(database: store.path, actor: actor), alarm: { check.finding }
        ).run()
    }
}

/// The terminal, or one clear line where there is none.
enum Screen {
    static func open(theme: Theme) throws -> CursesTerminal {
        do {
            let terminal = try CursesTerminal()
            terminal.use(theme)
            return terminal
        } catch {
            throw CommandFailure(error)
        }
    }
}
