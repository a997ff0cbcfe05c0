import TerminalUI
import Testing

@testable import CursesTerminal

struct KeyDecoderTests {
    /// All keys of `bytes`, the last one given up on where it is unfinished.
    private func keys(_ bytes: [UInt8], described: [KeySequence] = []) -> [Key] {
        var decoder = KeyDecoder(described: described)
        decoder.feed(bytes)
        var keys: [Key] = []
        while decoder.patience != nil || keys.isEmpty {
            guard let key = decoder.next() ?? decoder.giveUp() else { break }
            keys.append(key)
        }
        return keys
    }

    private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

    @Test(arguments: [
        ("a", Key.character("a")), ("漢", .character("漢")), ("\u{301}", .character("\u{301}")),
        ("😀", .character("😀")), ("ｊ", .character("ｊ")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
        ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\0", .control(" ")), ("\u{3}", .control("c")),
        ("\u{13}", .control("s")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
        ("\u{1B}", .escape), ("\u{1B}x", .alt("x")),
        ("\u{1B}\u{7F}", .alt("\u{7F}")), ("\u{1B}\u{8}", .alt("\u{7F}")), ("\u{1B}漢", .alt("漢")),
        ("\u{1B}[", .alt("[")),
        ("\u{1B}O", .alt("O")), ("\u{1B}P", .alt("P")),
    ]) func characters(_ text: String, _ key: Key) {
        #expect(keys(text) == [key])
    }

    @Test(arguments: [
        ("[A", Key.up), ("OA", .up), ("[B", .down), ("OB", .down), ("[C", .right), ("OC", .right), ("[D", .left),
        ("OD", .left), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end), ("OF", .end),
        ("[4~", .end), ("[8~", .end), ("[2~", .insert), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown),
        ("[Z", .backTab), ("[1;5A", .up), ("[3;2~", .delete), ("OP", .function(1)), ("OS", .function(4)),
        ("[[A", .function(1)), ("[[E", .function(5)), ("[11~", .function(1)), ("[15~", .function(5)),
        ("[17~", .function(6)), ("[21~", .function(10)), ("[23~", .function(11)), ("[24~", .function(12)),
        ("[25~", .function(13)), ("[28~", .function(15)), ("[34~", .function(20)), ("[1;2P", .function(1)),
        ("[<0;3;4M", .click(Point(x: 2, y: 3))), ("[<64;1;1M", .wheel(isDown: false)),
        ("[<65;9;9M", .wheel(isDown: true)), ("OM", .enter), ("Oj", .character("*")), ("Op", .character("0")),
        ("Oy", .character("9")),
    ]) func sequences(_ tail: String, _ key: Key) {
        #expect(keys("\u{1B}" + tail) == [key])
        #expect(keys("\u{1B}" + tail + "x") == [key, .character("x")])
    }

    @Test(arguments: [
        "[99~", "[12;5R", "[?1;2c", "[200;1u", "[<0;3;4m", "[<32;3;4M", "[<2;3;4M", "[<0;0;4M", "[<0;3M", "[I",
        "[O", "Oz", "]11;rgb:0/0/0\u{7}", "]52;c;eA==\u{1B}\\",
        "P>|tmux 3.3a\u{1B}\\", "_G\u{1B}\\", "[201~", "[[x", "[1$y",
    ]) func unknownSequencesAreSwallowed(_ tail: String) {
        #expect(keys("\u{1B}" + tail + "x") == [.character("x")])
    }

    @Test(arguments: ["[1;", "]0;title", "P1"]) func halfASequenceIsNeverTyped(_ tail: String) {
        #expect(keys("\u{1B}" + tail) == (tail.count == 1 ? [.alt("P")] : []))
    }

    @Test func escapeThenAKey() {
        #expect(keys("\u{1B}\r") == [.escape, .enter])
        #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
        #expect(keys("\u{1B}[1\u{3}") == [.control("c")])
    }

    @Test(arguments: ["漢", "😀", "é", "\u{1B}[A", "\u{1B}[24~", "\u{1B}OP", "\u{1B}漢", "\u{1B}[200~漢\u{1B}[201~"])
    func splitAnywhere(_ text: String) {
        let bytes = Array(text.utf8)
        let whole = keys(text)
        for cut in 1..<bytes.count {
            var decoder = KeyDecoder()
            decoder.feed(bytes[..<cut])
            #expect(decoder.next() == nil)
            #expect(decoder.patience != nil)
            decoder.feed(bytes[cut...])
            #expect(decoder.next() == whole.first)
            #expect(decoder.next() == nil)
            #expect(decoder.patience == nil)
        }
    }

    @Test func brokenUTF8IsShownAndTheRestKept() {
        #expect(keys([0xE6, 0xBC, 0x41]) == [.character("\u{FFFD}"), .character("A")])
        #expect(keys([0xFF, 0x41]) == [.character("\u{FFFD}"), .character("A")])
        #expect(keys([0xED, 0xA0, 0x80]) == [.character("\u{FFFD}")])
        #expect(keys([0xE6]) == [.character("\u{FFFD}")])
        #expect(keys([0xC2, 0x9B, 0x41]) == [.character("A")])
    }

    @Test func pasteIsTextAndNoCommand() {
        #expect(
            keys("\u{1B}[200~q\r\nj\ry\u{3}\u{1B}[A\u{1B}[201~z") == [.paste("q\nj\ny\u{3}\u{1B}[A"), .character("z")])
        #expect(keys("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    }

    @Test func aPasteThatEndsItselfIsTextToItsRealEnd() {
        #expect(
            keys("\u{1B}[200~x\u{1B}[201~q\u{1B}[200~:q\r\u{1B}[201~z")
                == [.paste("x\u{1B}[201~q\u{1B}[200~:q\n"), .character("z")])
    }

    @Test func anUnfinishedPasteEnds() {
        var decoder = KeyDecoder()
        decoder.feed(Array("\u{1B}[200~途中".utf8))
        #expect(decoder.next() == nil)
        #expect(decoder.patience == 2000)
        #expect(decoder.giveUp() == .paste("途中"))
        #expect(decoder.patience == nil)
    }

    @Test func aPasteIsBounded() {
        var decoder = KeyDecoder()
        decoder.feed(KeyDecoder.pasteBegin)
        for _ in 0..<18 {
            decoder.feed(repeatElement(UInt8(ascii: "a"), count: 65536))
            #expect(decoder.next() == nil)
        }
        decoder.feed(KeyDecoder.pasteEnd)
        guard case .paste(let text)? = decoder.next() else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count == KeyDecoder.pasteLimit)
    }

    @Test func anEndlessSequenceIsBounded() {
        var decoder = KeyDecoder()
        decoder.feed(Array("\u{1B}]".utf8))
        decoder.feed(repeatElement(UInt8(ascii: "a"), count: KeyDecoder.sequenceLimit))
        #expect(decoder.next() == nil)
        #expect(decoder.patience == nil)
    }

    @Test func theTerminalsOwnSequencesComeFirst() {
        let own = [KeySequence(bytes: Array("\u{1B}[7$".utf8), key: .end)]
        #expect(keys(Array("\u{1B}[7$x".utf8), described: own) == [.end, .character("x")])
        #expect(keys(Array("\u{1B}[7~".utf8), described: own) == [.home])
        // One that is split where a shared one ends.
        var decoder = KeyDecoder(described: [KeySequence(bytes: Array("\u{1B}[Ax".utf8), key: .insert)])
        decoder.feed(Array("\u{1B}[A".utf8))
        #expect(decoder.next() == nil)
        decoder.feed([UInt8(ascii: "x")])
        #expect(decoder.next() == .insert)
    }

    /// A click on a slow line, torn at any place, is the click or nothing: none of it is typed.
    @Test func aTornClickIsNeverTyped() {
        let report = Array("\u{1B}[<0;35;12M".utf8)
        for first in 1..<report.count {
            for isLate in [false, true] {
                var decoder = KeyDecoder()
                decoder.feed(report[..<first])
                var keys = [decoder.next()]
                if isLate { keys.append(decoder.giveUp()) }
                decoder.feed(report[first...] + Array("x".utf8))
                keys += [decoder.next(), decoder.next()]
                let typed = keys.compactMap { $0 }.filter { ![.escape, .alt("[")].contains($0) }
                let click = Key.click(Point(x: 34, y: 11))
                #expect(typed == (isLate ? [] : [click]) + [.character("x")], "\(first) \(isLate)")
            }
        }
    }

    @Test(arguments: [
        ("\u{1B}[<0;3j5;12Mx", [Key.character("j"), .character("x")]),
        ("\u{1B}[<0;3\u{1B}[A5;12Mx", [.up, .character("x")]), ("\u{1B}[<0;3\t5;12Mx", [.tab, .character("x")]),
        ("\u{1B}[<0\u{1B}[<0;3;4Mx", [.click(Point(x: 2, y: 3)), .character("x")]),
    ]) func aClickThatAKeyCutsOffIsNeverTyped(_ text: String, _ expected: [Key]) {
        #expect(keys(text) == expected)
    }

    @Test func whatIsTypedLongAfterATornClickIsTyped() {
        var decoder = KeyDecoder()
        decoder.feed(Array("\u{1B}[<0;35".utf8))
        #expect(decoder.next() == nil && decoder.giveUp() == nil)
        #expect(decoder.patience == TornReport.patience)
        #expect(decoder.giveUp() == nil && decoder.patience == nil)
        decoder.feed(Array("12M".utf8))
        #expect(
            [decoder.next(), decoder.next(), decoder.next()] == [.character("1"), .character("2"), .character("M")])
        // A bracket behind the Escape key, and a digit soon after a torn click
        decoder.feed([0x1B])
        #expect(decoder.giveUp() == .escape)
        decoder.feed(Array("[x".utf8))
        #expect([decoder.next(), decoder.next()] == [.character("["), .character("x")])
        decoder.feed(Array("\u{1B}[<0;3".utf8))
        #expect(decoder.giveUp() == nil)
        decoder.feed([UInt8(ascii: "7")])
        #expect(decoder.next() == nil && decoder.giveUp() == .character("7"))
        decoder.feed([UInt8(ascii: "8")])
        #expect(decoder.next() == .character("8"))
    }

    @Test func patienceIsShortForEscapeAlone() {
        var decoder = KeyDecoder()
        #expect(decoder.patience == nil)
        decoder.feed([0x1B])
        #expect(decoder.patience == 25)
        decoder.feed([UInt8(ascii: "[")])
        #expect(decoder.patience == 200)
    }
}
