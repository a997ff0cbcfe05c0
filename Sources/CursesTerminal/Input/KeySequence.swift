import TerminalUI

/// What a key sends, as the terminal's description says.
struct KeySequence: Hashable {
    var bytes: [UInt8]
    var key: Key

    /// The keys of the terminal that `newterm` opened. Only sequences: a description may give a single control character
    /// to a key, and then it would hide what it means everywhere else.
    static func described() -> [KeySequence] {
        let names: [(String, Key)] =
            [
                ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
                ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
            ] + (1...20).map { ("kf\($0)", .function($0)) }
        return names.compactMap { name, key in
            let bytes = Array(ControlSequence.terminfo(name).utf8)
            return bytes.count > 1 && bytes.first == 0x1B ? KeySequence(bytes: bytes, key: key) : nil
        }
    }
}
