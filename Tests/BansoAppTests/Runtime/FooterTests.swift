import BansoDomain
import Foundation
import TerminalUI
import Testing

@testable import BansoApp

/// The footer offers what works now, and nothing else.
struct FooterTests {
    private static let size = Size(width: 200, height: 40)

    /// The frame behind these keys; on a desk that is only to be looked at, or on one that can be written.
    private func frame(_ keys: [Key], _ desk: Desk, isReadOnly: Bool) -> Canvas {
        let terminal = ScriptedTerminal(size: Self.size, keys: keys)
        let writer: any DeskWriter = isReadOnly ? ClosedDesk(isKnown: true) : desk.store
        App(
            terminal: terminal, reader: desk.store, writer: writer, context: desk.context(.ja, size: Self.size)
        ).run()
        return terminal.frame
    }

    /// The keys that the footer offers, from the left.
    private func offered(_ frame: Canvas) -> [Key] {
        (0..<frame.size.width).reduce(into: []) { keys, x in
            guard case .key(let key)? = frame.touch(at: Point(x: x, y: frame.size.height - 1)) else { return }
            if keys.last != key { keys.append(key) }
        }
    }

    private func footer(_ keys: [Key], _ desk: Desk, isReadOnly: Bool = true) -> String {
        offered(frame(keys, desk, isReadOnly: isReadOnly)).map(\.label).joined(separator: " ")
    }

    /// Whether the last row says that something can't be done.
    private func isRefused(_ frame: Canvas) -> Bool { frame.lines[frame.size.height - 1].hasPrefix(" ! ") }

    @Test func whatOnlyLooksIsLeftWhereNothingCanBeWritten() throws {
        let desk = try Desk(companies: 60)
        #expect(footer([], desk) == "Enter / Tab q ?")
        #expect(footer(GoldenFrameTests.toCompany, desk) == "Enter f Esc / Tab ?")
        #expect(footer([.character("1")], desk) == "Enter f v / Tab ?")
        #expect(footer([.character("6"), .right], desk) == "Enter / Tab ?")
        #expect(footer(GoldenFrameTests.toEvent + [.character("r")], desk) == "Ctrl-T Tab Esc")
        #expect(footer(GoldenFrameTests.toEvent + [.character("r"), .tab], desk) == "Tab Esc / ?")
        #expect(footer(GoldenFrameTests.toOpenReport, desk) == "w Esc / Tab ?")
        #expect(footer([.character("1")], desk, isReadOnly: false).contains("c"))
    }

    @Test func nothingThatIsOfferedIsRefusedAsReadOnly() throws {
        let desk = try Desk(companies: 60)
        let (company, event) = (GoldenFrameTests.toCompany, GoldenFrameTests.toEvent)
        let screens: [[Key]] = [
            [], [.character("0")], [.character("1")], [.character("1"), .character("v")],
            [.character("2"), .character(" ")], company, event, event + [.character("r")],
            event + [.character("r"), .tab], [.character("6")], [.character("6"), .right], [.character("H")],
            [.character("R")], GoldenFrameTests.toOpenReport, [.character("1"), .character("f")],
        ]
        for keys in screens {
            let keysHere = offered(frame(keys, desk, isReadOnly: true))
            #expect(!keysHere.isEmpty)
            for key in keysHere where key != .character("q") {
                let after = frame(keys + [key], desk, isReadOnly: true)
                #expect(!isRefused(after), "\(keys.map(\.label)) \(key.label): \(after.lines.last!)")
            }
        }
    }

    @Test func onAnEmptyDeskNothingIsOfferedThatNeedsARow() throws {
        let desk = try Desk(companies: 0)
        #expect(footer([.character("6")], desk, isReadOnly: false) == "p u n / Tab ?")
        for page in "t012345689HR" {
            for key in offered(frame([.character(page)], desk, isReadOnly: false)) where key != .character("q") {
                let after = frame([.character(page), key], desk, isReadOnly: false)
                #expect(!isRefused(after), "\(page) \(key.label): \(after.lines.last!)")
            }
        }
    }

    /// What must not be written because the database is damaged isn't offered either.
    @Test func aDamagedDatabaseIsToLookAt() throws {
        let desk = try Desk(companies: 60)
        let terminal = ScriptedTerminal(size: Self.size, keys: [.character("1"), .character("t"), .character("1")])
        App(
            terminal: terminal, reader: desk.store, writer: desk.store, context: desk.context(.ja, size: Self.size),
            alarm: { .corrupt(path: desk.path, detail: "page 7") }
        ).run()
        #expect(offered(terminal.frame).map(\.label).joined(separator: " ") == "Enter f v / Tab ?")
    }

    /// What the footer leaves out the list of keys still has, with the reason.
    @Test func theListOfKeysSaysWhyTheyCantBeUsed() throws {
        let desk = try Desk(companies: 60)
        let help = frame([.character("1"), .character("?")], desk, isReadOnly: true).lines
        #expect(help.contains { $0.contains("相談：") && $0.contains("書き込めません") })
        let palette = frame([.character(":")] + .typed("とりこみ") + [.enter], desk, isReadOnly: true)
        #expect(isRefused(palette) && palette.lines.contains { $0.contains("取り込み：") })
        let enter = frame([.character("1"), .character("c")], desk, isReadOnly: true)
        #expect(isRefused(enter) && enter.lines[0].contains("読み取り専用"))
    }

    /// A key is refused for what holds when it is pressed: files may be unlocked between two ticks.
    @Test func whatCanBeWrittenMeanwhileIsRefusedNoMore() throws {
        let desk = try Desk(companies: 0)
        let writer = ClosedDesk(isKnown: true)
        let new: [Key] = [.character("n"), .character("t")] + .typed("山田") + [.control("s")]
        let terminal = ScriptedTerminal(size: Self.size, keys: new + new, interludes: [new.count: { writer.open() }])
        App(
            terminal: terminal, reader: desk.store, writer: writer, context: desk.context(.ja, size: Self.size)
        ).run()
        #expect(writer.asked == 1)
    }

    /// Hints name the keys that a person has given to what they hint at.
    @Test func anEmptyDeskNamesTheKeysAsTheyAre() throws {
        let desk = try Desk(companies: 0)
        func hint(_ page: ProgrammeID?, _ keys: [String: [Key]], _ language: Language = .ja) -> String {
            var context = desk.context(language, size: Self.size)
            context.keys = KeyMap(keys)
            let number = ["A": "1", "B": "3"][page] ?? "t"
            let terminal = ScriptedTerminal(size: Self.size, keys: [.character(Character(number))])
            App(terminal: terminal, reader: desk.store, writer: desk.store, context: context).run()
            // A long hint takes two lines
            return terminal.frame.lines.dropFirst(2).dropLast().map { $0.trimmingCharacters(in: .whitespaces) }.joined()
        }
        #expect(hint(nil, [:]).contains("n のあと o で最初の企業、e で最初のイベント、? でキー一覧"))
        let own: [String: [Key]] = ["add": [.function(2)], "search": [.control("p")]]
        #expect(hint(nil, own).contains("F2 のあと o で最初の企業"))
        #expect(hint("A", own).contains("F2 のあと o で最初の企業、Ctrl-P で探して開く、F2 n でここに登録"))
        // What no key does is not hinted at
        #expect(hint("A", ["search": []], .en).contains("n, then o: the first company, n n there enters it"))
        // An institution's page is not begun with a company
        #expect(hint("B", [:]).contains("n のあと k で最初の機関"))
    }

    /// Whoever can't enter anything is not told how.
    @Test func anEmptyDeskThatCantBeWrittenInvitesToNothing() throws {
        let desk = try Desk(companies: 0)
        for (page, hint) in [("t", "n のあと"), ("1", "n のあと"), ("6", "p で求人")] as [(Character, String)] {
            #expect(frame([.character(page)], desk, isReadOnly: false).lines.contains { $0.contains(hint) })
            #expect(!frame([.character(page)], desk, isReadOnly: true).lines.contains { $0.contains(hint) })
        }
    }
}
