import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Somebody takes back the company whose page is open.
@Suite struct GonePageTests {
    private static let gone: [Key] = "no壱".map { .character($0) } + [.control("s"), .character("u")]

    @Test func noKeyEndsTheDeskAndWhatIsNewIsOfNobody() throws {
        // Each on a desk of its own: some keys bring the company back
        func run(_ keys: [Key]) throws -> [String] { try Desk(companies: 0).run(Self.gone + keys).frame.lines }
        #expect(try run([]).contains { $0.contains("この組織は削除されました") })
        let letters = "abcdefghijklmnopqrstuvwxyz<>GHRK0123456789/:?".map { Key.character($0) }
        for key in letters + [.enter, .escape, .tab, .left, .right, .down, .pageDown, .control("r"), .control("x")] {
            #expect(try !run([key, .enter, .escape, .escape]).isEmpty, "\(key)")
        }
        #expect(try run([.character("n")]).contains { $0.contains("イベント") })
        #expect(try run([.character("e")]).last?.contains("この組織は削除されました") == true)
    }
}
