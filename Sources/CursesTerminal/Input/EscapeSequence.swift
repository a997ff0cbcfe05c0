import TerminalUI

/// The sequences that today's terminals share (ECMA-48, xterm, the Linux console); what is unknown is swallowed whole,
/// so that its tail is never typed.
enum EscapeSequence {
    private static let escape: UInt8 = 0x1B

    /// - Parameter bytes: begins with an escape.
    static func step(_ bytes: ArraySlice<UInt8>) -> KeyDecoder.Step {
        guard let second = bytes.dropFirst().first else { return .unfinished }
        switch second {
        case UInt8(ascii: "["): return control(bytes)
        case UInt8(ascii: "O"): return single(bytes)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): return string(bytes)
        case 0x20...0x7E, 0x80...: return alt(bytes)
        case 0x08, 0x7F: return .key(.alt("\u{7F}"), length: 2)
        // Escape, and then a key of its own.
        default: return .key(.escape, length: 1)
        }
    }

    private static func alt(_ bytes: ArraySlice<UInt8>) -> KeyDecoder.Step {
        switch KeyDecoder.plain(bytes.dropFirst()) {
        case .key(.character(let character), let length): .key(.alt(character), length: length + 1)
        case .key(_, let length), .swallow(let length): .swallow(length: length + 1)
        case .unfinished: .unfinished
        }
    }

    /// ESC [ parameters final.
    private static func control(_ bytes: ArraySlice<UInt8>) -> KeyDecoder.Step {
        let body = bytes.dropFirst(2)
        // The Linux console's F1 to F5: ESC [ [ A.
        if body.first == UInt8(ascii: "[") {
            guard let letter = body.dropFirst().first else { return .unfinished }
            guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return .swallow(length: 4) }
            return .key(.function(Int(letter - UInt8(ascii: "A")) + 1), length: 4)
        }
        let parameters = body.prefix { (0x20...0x3F).contains($0) }
        guard let final = body.dropFirst(parameters.count).first else {
            return bytes.count > KeyDecoder.sequenceLimit ? .swallow(length: bytes.count) : .unfinished
        }
        // Broken off by a control character: that one is the next key.
        guard (0x40...0x7E).contains(final) else { return .swallow(length: 2 + parameters.count) }
        let length = 3 + parameters.count
        if parameters.first == UInt8(ascii: "<") {
            // Broken off by a letter: no other report is one of numbers.
            let isMouse = final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
            if !isMouse, parameters.count > 1 { return .swallow(length: length - 1) }
            guard let key = mouse(parameters.dropFirst(), final: final) else { return .swallow(length: length) }
            return .key(key, length: length)
        }
        let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        let first = numbers.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard let key = key(final: final, parameters: parameters, first: first) else { return .swallow(length: length) }
        return .key(key, length: length)
    }

    /// xterm's mouse report (SGR 1006): ESC [ < button ; column ; row M, with m where the button is let go.
    private static func mouse(_ parameters: ArraySlice<UInt8>, final: UInt8) -> Key? {
        let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 3, final == UInt8(ascii: "M"), numbers[1] > 0, numbers[2] > 0 else { return nil }
        switch numbers[0] {
        case 0: return .click(Point(x: numbers[1] - 1, y: numbers[2] - 1))
        case 64: return .wheel(isDown: false)
        case 65: return .wheel(isDown: true)
        default: return nil
        }
    }

    private static func key(final: UInt8, parameters: ArraySlice<UInt8>, first: Int?) -> Key? {
        if final == UInt8(ascii: "~") { return first.flatMap(numbered) }
        // With a modifier (ESC [ 1 ; 5 A) a key means the same; other numbers belong to the terminal's reports.
        guard parameters.isEmpty || first == 1 else { return nil }
        return lettered(final)
    }

    /// ESC O letter: the same keys in application mode, and the keypad.
    private static func single(_ bytes: ArraySlice<UInt8>) -> KeyDecoder.Step {
        guard let letter = bytes.dropFirst(2).first else { return .unfinished }
        guard (0x20...0x7E).contains(letter) else { return .key(.alt("O"), length: 2) }
        let key: Key? =
            switch letter {
            case UInt8(ascii: "M"): .enter
            case UInt8(ascii: "I"): .tab
            case UInt8(ascii: "X"): .character("=")
            // * + , - . / and the digits, in ASCII's order.
            case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(letter - 0x40)))
            default: lettered(letter)
            }
        guard let key else { return .swallow(length: 3) }
        return .key(key, length: 3)
    }

    /// OSC, DCS and APC: reports that end with BEL or ESC \.
    private static func string(_ bytes: ArraySlice<UInt8>) -> KeyDecoder.Step {
        let body = bytes.dropFirst(2)
        for index in body.indices {
            if body[index] == 0x07 { return .swallow(length: index + 1 - bytes.startIndex) }
            guard body[index] == escape else { continue }
            guard index + 1 < body.endIndex else { return .unfinished }
            let end = body[index + 1] == UInt8(ascii: "\\") ? index + 2 : index
            return .swallow(length: end - bytes.startIndex)
        }
        return bytes.count > KeyDecoder.sequenceLimit ? .swallow(length: bytes.count) : .unfinished
    }

    private static func lettered(_ letter: UInt8) -> Key? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "Z"): .backTab
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
        default: nil
        }
    }

    /// ESC [ number ~.
    private static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }
}
