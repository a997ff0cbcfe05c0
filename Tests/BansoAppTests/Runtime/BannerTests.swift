import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What is wrong with the database for good.
@Suite struct BannerTests {
    private static let path = "/srv/programmes/kyushu/reiwa7/fukuoka/contractor/banso.db"
    static let faults: [DeskError] = [
        .missing(path: path), .foreign(path: path), .newer(path: path, found: 12, known: 9),
        .corrupt(path: path, detail: "Tree 12 page 341 cell 5: invalid page number 1094795585"),
        .replaced(path: path), .gone(path: path), .unreadableLog(path: path), .outdated(path: path),
        .readOnly(path: path), .full(path: path), .networkFileSystem(path: path),
    ]

    @Test(arguments: faults) func itsRemedyIsNeverCut(_ fault: DeskError) {
        for language in Language.allCases {
            for (width, height) in [(80, 24), (40, 12), (120, 40)] {
                let size = Size(width: width, height: height)
                let context = FakeDesk().context(language, size: size)
                let wall = language("更新できません（10分前から）：", "not updating (10 min ago): ")
                for before in ["", wall] {
                    let banner = Banner(fault, before: before, in: size, context)
                    let shown = banner.lines.joined().filter { $0 != " " }
                    let remedy = fault.text(language).filter { $0 != " " }.suffix(20)
                    #expect(shown.hasSuffix(remedy), "\(width) \(banner.lines)")
                    #expect(banner.lines.allSatisfy { cellWidth($0) <= width - 2 } && banner.lines.count <= height / 3)
                }
            }
        }
    }

    @Test func aMessageKeepsItsEndToo() {
        let path = "/srv/" + String(repeating: "programmes/", count: 20) + "banso.db"
        let desk = FakeDesk(companies: 5)
        for size in [Size(width: 40, height: 12), Size(width: 80, height: 24)] {
            let terminal = ScriptedTerminal(size: size, keys: [.character("0"), .character("u")])
            App(
                terminal: terminal, reader: desk, writer: ClosedDesk(.readOnly(path: path)),
                context: desk.context(.en, size: size)
            ).run()
            let foot = terminal.frame.lines.suffix(4)
            #expect(foot.last?.hasSuffix("folder") == true && foot.first?.hasSuffix("…") == true, "\(foot)")
            let words = foot.joined(separator: " ").split(separator: " ").joined(separator: " ")
            #expect(
                words.contains("can't write to…") && words.contains("check the permissions of the file"), "\(words)")
        }
        #expect(Banner.lines("first second last", to: 6, most: 1, .unicode) == ["last"])
        #expect(Banner.lines("", to: 6, most: 1, .unicode) == [""])
    }

    @Test func theScreenBeginsBelowIt() {
        let desk = FakeDesk(companies: 5)
        for size in [Size(width: 80, height: 24), Size(width: 40, height: 12)] {
            let terminal = ScriptedTerminal(size: size, keys: [.character("0")])
            App(
                terminal: terminal, reader: desk, writer: ClosedDesk(), context: desk.context(.en, size: size),
                alarm: { Self.faults[5] }
            ).run()
            let lines = terminal.frame.lines
            let rows = lines.prefix { !$0.contains("Overall") && !$0.contains("A ") }.count
            #expect(lines.prefix(rows).joined(separator: " ").contains("start banso again"), "\(lines)")
        }
    }
}
