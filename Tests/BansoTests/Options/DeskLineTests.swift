import Foundation
import Testing

@testable import banso

/// The short way reads what the parser of all commands reads, or leaves it alone.
struct DeskLineTests {
    private static let values = [
        "--db": "九州/令和7 年度.db", "--lang": "en", "--today": "R7.11.20", "--as": "田中", "--theme": "light",
        "--ambiguous": "wide",
    ]

    /// All that a line says; nil where it isn't read.
    private func said(_ desk: DeskCommand?) -> String? {
        desk.map { desk in
            """
            \(desk.database.path ?? "-") \(String(describing: desk.language.explicit)) \(desk.look.theme ?? "-") \
            \(desk.look.ambiguous ?? "-") \(desk.look.isASCII) \(desk.look.hasMouse) \
            \(String(describing: desk.today.explicit)) \(desk.actor.name ?? "-") \(desk.plain.isPlain)
            """
        }
    }

    private func short(_ words: [String]) -> String? { said(DeskLine.command(words[...])) }

    private func parsed(_ words: [String]) -> String? { said(try? DeskCommand.parse(words)) }

    @Test func everyOptionOfTheDeskIsReadTheShortWay() throws {
        let named = DeskCommand.helpMessage().matches(of: /--[a-z-]+/).map { String($0.output) }
        let options = Set(named).subtracting(["--help", "--version"])
        #expect(options.isSuperset(of: Self.values.keys) && options.count == Self.values.count + 3)
        for option in options {
            let words = [option] + (Self.values[option].map { [$0] } ?? [])
            #expect(short(words) != nil && short(words) == parsed(words), "\(words)")
            #expect(short(words) != short([]), "\(words) says nothing")
        }
        #expect(short([]) != nil && short([]) == parsed([]))
    }

    @Test(arguments: [
        ["--help"], ["-h"], ["--version"], ["help"], ["desk"], ["kpi"], ["--db"], ["--db=x.db"], ["--db", "--ascii"],
        ["--db", "-"], ["--", "x"], ["--lang", "fr"], ["--theme", "neon"], ["--ambiguous", "both"], ["--mouse=1"],
        ["--mouse", "on"], ["--nonsense", "x"], ["--generate-completion-script", "bash"], ["--ascii", "kpi"],
    ])
    func whatIsNoPlainLineIsLeftToTheParser(_ words: [String]) { #expect(short(words) == nil) }

    @Test func whatIsReadTheShortWayTheParserReadsToo() {
        let pieces =
            Self.values.flatMap { [$0.key, $0.value, $0.key + "=" + $0.value] }
            + ["--ascii", "--mouse", "--plain", "--lang", "--theme", "dark", "ja", "fr", "", "-", "--", "-x", "kpi"]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let words = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                pieces.randomElement(using: &random)!
            }
            if let read = short(words) { #expect(read == parsed(words), "\(words)") }
        }
    }
}
