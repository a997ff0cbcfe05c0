import CNcurses
import Glibc
import TerminalUI

/// What is written to the terminal beside what ncurses writes.
enum ControlSequence {
    static let bracketedPasteOn = "\u{1B}[?2004h"
    static let bracketedPasteOff = "\u{1B}[?2004l"
    /// Presses and the wheel, with places in decimal (SGR).
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
    /// The window's name is put aside, and taken back.
    static let titleKept = "\u{1B}[22;2t"
    static let titleBack = "\u{1B}[23;2t"
    /// The terminal keeps what follows to itself until the end, so that no half frame is seen.
    static let synchronisedBegin = "\u{1B}[?2026h"
    static let synchronisedEnd = "\u{1B}[?2026l"

    static func title(_ text: String) -> String { "\u{1B}]2;" + visible(text) + "\u{1B}\\" }

    /// OSC 52: text for the clipboard.
    static func clipboard(_ text: String) -> String {
        "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{1B}\\"
    }

    /// RFC 4648, section 4.
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                result.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A string of the terminal's description, without the delays ($<5>) that old terminals needed; empty where there
    /// is none. Only after `newterm`.
    static func terminfo(_ name: String) -> String {
        // ncurses answers (char *)-1 for a name that is no string capability.
        guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return "" }
        let text = String(cString: value)
        guard text.utf8.contains(0x24) else { return text }
        var result = ""
        var rest = Substring(text)
        while let delay = rest.firstIndex(of: "$") {
            result += rest[..<delay]
            rest = rest[delay...]
            if rest.hasPrefix("$<"), let end = rest.firstIndex(of: ">") {
                rest = rest[rest.index(after: end)...]
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }

    /// Writes all of it at once, past ncurses' buffer. A terminal that is gone is noticed when it is read.
    static func write(_ text: String, to output: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.write(output, bytes.baseAddress! + sent, bytes.count - sent)
                if count > 0 { sent += count } else if errno != EINTR && errno != EAGAIN { return }
            }
        }
    }
}
