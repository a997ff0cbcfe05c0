import CNcurses
import Glibc

/// The description of a terminal with direct colours, made from the one that its name has.
///
/// Terminals say by COLORTERM that they know 24-bit colours, while their names (xterm-256color, tmux-256color) stand for
/// descriptions with 256; entries such as xterm-direct are seldom installed. ncurses emits what the description says, and takes
/// one out of TERMINFO itself, in base64 (terminfo(5), "Fetching Compiled Descriptions"). So it is given its own, with other
/// colours. The numbers up to 15 stay the terminal's own colours, the others are red, green and blue.
enum DirectColours {
    private static let count = 0x100_0000
    private static let pairs = 0x1_0000

    /// Whether the terminal says that it knows them. GNU screen hands COLORTERM on and knows none.
    static func areSaid(term: String, _ environment: (String) -> String?) -> Bool {
        guard ["truecolor", "24bit"].contains(environment("COLORTERM")?.lowercased() ?? "") else { return false }
        return !term.hasPrefix("screen") || environment("TMUX")?.isEmpty == false
    }

    /// Does `body`, which opens the terminal, with the description; where there can be none, with the usual one.
    static func use<Result>(for term: String, on output: Int32, _ body: () -> Result?) -> Result? {
        guard let description = description(of: term, on: output) else { return body() }
        let before = getenv("TERMINFO").map { String(cString: $0) }
        setenv("TERMINFO", "b64:" + ControlSequence.base64(description), 1)
        let result = body()
        if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
        return result ?? body()
    }

    /// Compiled as term(5) has it; nil where the terminal isn't known or has no colours.
    static func description(of term: String, on output: Int32) -> [UInt8]? {
        var code: Int32 = 0
        guard setupterm(term, output, &code) == OK else { return nil }
        defer { curses_forget_description() }
        guard tigetnum("colors") > 0 else { return nil }
        let flags = Names.flags.map { $0 == "ccc" ? false : tigetflag($0) > 0 }
        let numbers = Names.numbers.map { $0 == "colors" ? count : $0 == "pairs" ? pairs : Int(tigetnum($0)) }
        let strings = Names.strings.map { name -> [UInt8]? in
            switch name {
            case "setaf": return Array(colour(normal: 3, bright: 9).utf8)
            case "setab": return Array(colour(normal: 4, bright: 10).utf8)
            case "initc", "initp", "setf", "setb": return nil
            default:
                guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
                return Array(UnsafeBufferPointer(start: value, count: strlen(value))).map(UInt8.init(bitPattern:))
            }
        }
        return compiled(name: term, flags: flags, numbers: numbers, strings: strings)
    }

    /// SGR (ECMA-48 and its extension for direct colours), as terminfo writes it.
    private static func colour(normal: Int, bright: Int) -> String {
        "\u{1B}[%?%p1%{8}%<%t\(normal)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e\(normal)8;2;"
            + "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
    }

    /// With the flag RGB, by which ncurses knows how to read its numbers of colours.
    private static func compiled(name: String, flags: [Bool], numbers: [Int], strings: [[UInt8]?]) -> [UInt8] {
        var table: [UInt8] = []
        let places = strings.map { text -> Int in
            guard let text else { return -1 }
            defer { table += text + [0] }
            return table.count
        }
        let names = Array((name + "|direct colours").utf8) + [0]
        var bytes = words([0x21E, names.count, flags.count, numbers.count, strings.count, table.count])
        bytes += names + flags.map { $0 ? 1 : 0 }
        bytes += even(bytes) + numbers.flatMap { word($0, bytes: 4) } + words(places) + table
        let flag = Array("RGB".utf8) + [0]
        // One flag, no numbers, no strings; one name.
        bytes += even(bytes) + words([1, 0, 0, 1, flag.count]) + [1, 0] + words([0]) + flag
        return bytes
    }

    private static func even(_ bytes: [UInt8]) -> [UInt8] { bytes.count % 2 == 0 ? [] : [0] }
    private static func words(_ values: [Int]) -> [UInt8] { values.flatMap { word($0, bytes: 2) } }

    private static func word(_ value: Int, bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// Of the capabilities, in the order of compiled descriptions.
    private enum Names {
        static let flags = all(curses_flag_name)
        static let numbers = all(curses_number_name)
        static let strings = all(curses_string_name)

        private static func all(_ name: (Int32) -> UnsafePointer<CChar>?) -> [String] {
            var names: [String] = []
            while let next = name(Int32(names.count)) { names.append(String(cString: next)) }
            return names
        }
    }
}
