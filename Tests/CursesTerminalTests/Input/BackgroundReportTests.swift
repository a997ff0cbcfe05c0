import TerminalUI
import Testing

@testable import CursesTerminal

/// What terminals answer when they are asked for their background.
@Suite struct BackgroundReportTests {
    private func report(_ text: String) -> BackgroundReport? { BackgroundReport(Array(text.utf8)[...]) }

    @Test func darkAndLightAreToldApartHoweverManyDigits() throws {
        #expect(try #require(report("\u{1B}]11;rgb:1616/1818/1d1d\u{1B}\\")).isDark)
        #expect(try #require(report("\u{1B}]11;rgb:00/00/00\u{07}")).isDark)
        #expect(try #require(report("\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\")).isDark == false)
        #expect(try #require(report("\u{1B}]11;rgb:f/f/f\u{07}")).lightness > 0.99)
        #expect(try #require(report("\u{1B}]11;rgba:ffff/ffff/ffff/ffff\u{07}")).isDark == false)
        // Green is much lighter to the eye than blue.
        #expect(try #require(report("\u{1B}]11;rgb:00/ff/00\u{07}")).isDark == false)
        #expect(try #require(report("\u{1B}]11;rgb:00/00/ff\u{07}")).isDark)
    }

    @Test(arguments: [
        "\u{1B}]10;rgb:00/00/00\u{07}", "\u{1B}]11;?\u{07}", "\u{1B}]11;rgb:00/00\u{07}", "\u{1B}]11;rgb:x/y/z\u{07}",
    ])
    func otherReportsAreNone(_ text: String) { #expect(report(text) == nil) }

    /// Behind what nobody types the rest is waited for as long as a slow line may take.
    @Test func anAnswerThatComesInPiecesIsNotTyped() {
        var decoder = KeyDecoder()
        decoder.feed(Array("\u{1B}]11;rgb:ff".utf8))
        #expect(decoder.next() == nil && decoder.patience == 1000)
        decoder.feed(Array("ff/ffff/ffff\u{07}".utf8))
        #expect(decoder.next() == nil && decoder.takeBackground()?.isDark == false && decoder.patience == nil)
        // Alt-] is a key
        decoder.feed(Array("\u{1B}]".utf8))
        #expect(decoder.next() == nil && decoder.patience == 200)
    }

    @Test func anAnswerIsNoKeyAndKeysAroundItStay() {
        var decoder = KeyDecoder()
        decoder.feed(Array("a\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\b".utf8))
        #expect(decoder.next() == .character("a") && decoder.next() == .character("b") && decoder.next() == nil)
        #expect(decoder.takeBackground()?.isDark == false)
        #expect(decoder.takeBackground() == nil)
    }
}
