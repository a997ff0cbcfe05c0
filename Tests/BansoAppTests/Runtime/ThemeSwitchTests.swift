import BansoDomain
import Synchronization
import TerminalUI
import Testing

@testable import BansoApp

/// Another theme while the program runs: by a person, or as the terminal is.
@Suite struct ThemeSwitchTests {
    /// The themes that were read.
    private final class Read: Sendable {
        let names = Mutex<[String]>([])
    }

    /// - Parameter late: what the terminal answers after the keys.
    private func run(
        _ keys: [Key], isAutomatic: Bool, isDark: Bool? = nil, late: Bool? = nil
    ) throws -> (read: [String], last: String) {
        let desk = try Desk(companies: 0)
        let read = Read()
        var context = desk.context(.ja, size: Size(width: 80, height: 24))
        context.themes = ThemeShelf(
            entries: {
                [
                    .init(name: "light", label: LocalizedText(ja: "昼", en: "Light")),
                    .init(name: "own", label: LocalizedText(ja: "自作", en: "Own")),
                ]
            },
            theme: { name throws(ThemeShelf.Refused) in
                guard name != "own" else {
                    throw ThemeShelf.Refused(LocalizedText(ja: "own.toml：roles：ありません", en: "own.toml: roles: missing"))
                }
                read.names.withLock { $0.append(name) }
                return .fallback
            }, automatic: isAutomatic ? (dark: "dark", light: "light") : nil, current: "dark")
        if let late {
            let inputs = keys.map { Input.key($0) } + [.background(isDark: late)]
            App(terminal: BurstTerminal(inputs), reader: desk.store, writer: desk.store, context: context).run()
            return (read.names.withLock { $0 }, "")
        }
        let terminal = ScriptedTerminal(size: context.size, keys: keys, isDark: isDark)
        App(terminal: terminal, reader: desk.store, writer: desk.store, context: context).run()
        return (read.names.withLock { $0 }, terminal.frame.lines.last ?? "")
    }

    @Test func theTerminalDecidesWhereNobodyHasChosen() throws {
        #expect(try run([.character("0")], isAutomatic: true, isDark: false).read == ["light"])
        #expect(try run([.character("0")], isAutomatic: true, isDark: true).read.isEmpty, "it is dark already")
        #expect(try run([.character("0")], isAutomatic: true).read.isEmpty, "a terminal that doesn't answer")
        #expect(try run([.character("0")], isAutomatic: false, isDark: false).read.isEmpty, "a person has chosen")
    }

    @Test func whoAnswersAtOnceSeesNoOtherTheme() throws {
        let desk = try Desk(companies: 0)
        var context = desk.context(.ja, size: Size(width: 80, height: 24))
        context.themes = ThemeShelf(
            theme: { _ in .fallback }, automatic: (dark: "dark", light: "light"), current: "dark")
        let terminal = ScriptedTerminal(size: context.size, isDark: false)
        App(terminal: terminal, reader: desk.store, writer: desk.store, context: context).run()
        #expect(terminal.theme != nil && terminal.framesShown == 1)
    }

    @Test func whatAPersonHasChosenAnAnswerThatComesLaterLeavesAlone() throws {
        #expect(try run([], isAutomatic: true, late: false).read == ["light"])
        #expect(try run([.character(":")] + .typed("昼") + [.enter], isAutomatic: true, late: true).read == ["light"])
    }

    @Test func aPersonSwitchesByName() throws {
        #expect(try run([.character(":")] + .typed("昼") + [.enter], isAutomatic: false).read == ["light"])
        let broken = try run([.character(":")] + .typed("自作") + [.enter], isAutomatic: false)
        #expect(broken.read.isEmpty && broken.last.contains("own.toml：roles：ありません"))
    }
}
