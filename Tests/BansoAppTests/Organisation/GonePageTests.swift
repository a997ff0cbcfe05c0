import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Somebody takes back the company whose page is open.
@Suite struct GonePageTests {
    private static let gone: [Key] = "no壱".map { .character($0) } + [.control("s"), .character("u")]

    @Test func noKeyEndsTheDeskAndWhatIsNewIsOfNobody() throws {
        let desk = try Desk(companies: 0)
        let page = desk.run(Self.gone)
        #expect(page.frame.lines.contains { $0.contains("この組織は削除されました") })
        let letters = "abcdefghijklmnopqrstuvwxyz<>GHRK0123456789/:?".map { Key.character($0) }
        for key in letters + [.enter, .escape, .tab, .left, .right, .down, .pageDown, .control("r"), .control("x")] {
            let after = desk.run(Self.gone + [key, .enter, .escape, .escape])
            #expect(!after.frame.lines.isEmpty, "\(key)")
        }
        #expect(desk.run(Self.gone + [.character("n")]).frame.lines.contains { $0.contains("イベント") })
        #expect(desk.run(Self.gone + [.character("e")]).frame.lines.last?.contains("この組織は削除されました") == true)
    }
}
