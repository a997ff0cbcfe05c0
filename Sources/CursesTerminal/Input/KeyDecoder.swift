import TerminalUI

/// Bytes from a terminal as keys. Plain data: what it answers depends on the bytes alone, time is the caller's.
///
/// ncurses' own `wget_wch` is not used: it knows no bracketed paste, types the tail of a sequence that the terminal's
/// description lacks, and draws while it reads.
struct KeyDecoder {
    /// A longer paste is cut here.
    static let pasteLimit = 1 << 20
    /// A longer sequence is none.
    static let sequenceLimit = 4096
    static let pasteBegin = Array("\u{1B}[200~".utf8)
    static let pasteEnd = Array("\u{1B}[201~".utf8)

    enum Step: Equatable {
        case key(Key, length: Int)
        /// Belongs to no key.
        case swallow(length: Int)
        case unfinished
    }

    /// What the terminal's description adds to the sequences that all of them share.
    private let described: [KeySequence]
    private var rest: ArraySlice<UInt8> = []
    private var pasted: [UInt8]?
    private var torn: TornReport?
    /// What the terminal answered, until it is asked for.
    private var background: BackgroundReport?
    private var cursor: CursorReport?

    init(described: [KeySequence] = []) { self.described = described }

    mutating func feed(_ bytes: some Sequence<UInt8>) { rest.append(contentsOf: bytes) }

    /// The next key that is there as a whole.
    mutating func next() -> Key? {
        while !rest.isEmpty {
            if pasted != nil {
                guard let text = collectPaste() else { return nil }
                return .paste(text)
            }
            if rest.starts(with: Self.pasteBegin) {
                rest = rest.dropFirst(Self.pasteBegin.count)
                pasted = []
                continue
            }
            if let torn {
                let (length, isWhole) = torn.rest(in: rest)
                if !isWhole, length == rest.count { return nil }
                let going = isWhole ? nil : torn.going(on: rest.prefix(length))
                if isWhole || going != nil {
                    rest = rest.dropFirst(length)
                    self.torn = going
                    continue
                }
            }
            switch step() {
            case .key(let key, let length):
                rest = rest.dropFirst(length)
                torn = torn?.behindKey
                return key
            case .swallow(let length):
                torn = TornReport(rest.prefix(length)) ?? torn
                background = BackgroundReport(rest.prefix(length)) ?? background
                cursor = CursorReport(rest.prefix(length)) ?? cursor
                rest = rest.dropFirst(length)
            case .unfinished: return nil
            }
        }
        return nil
    }

    mutating func takeBackground() -> BackgroundReport? {
        defer { background = nil }
        return background
    }

    mutating func takeCursor() -> CursorReport? {
        defer { cursor = nil }
        return cursor
    }

    /// How many milliseconds after the last byte something unfinished counts as finished; nil where nothing is.
    var patience: Int? {
        if pasted != nil { return 2000 }
        if rest.isEmpty { return torn == nil ? nil : TornReport.patience }
        // Nobody types how the terminal's answer begins.
        if rest.starts(with: BackgroundReport.head) { return TornReport.patience }
        return rest.count == 1 && rest.first == 0x1B ? 25 : 200
    }

    /// Ends what is unfinished: a lone escape is the Escape key, half a sequence is dropped, half a paste is a paste.
    mutating func giveUp() -> Key? {
        if let bytes = pasted {
            pasted = nil
            let text = Self.text(bytes + rest)
            rest = []
            return .paste(text)
        }
        if let torn, !rest.isEmpty, torn.rest(in: rest).length == rest.count {
            self.torn = torn.going(on: rest)
            guard self.torn != nil else { return next() }
            rest = []
            return nil
        }
        torn = TornReport(rest)
        defer { rest = [] }
        guard let first = rest.first else { return nil }
        guard first == 0x1B else { return .character("\u{FFFD}") }
        if rest.count == 1 { return .escape }
        guard rest.count == 2, let second = rest.last, (0x21...0x7E).contains(second) else { return nil }
        return .alt(Character(Unicode.Scalar(second)))
    }

    private func step() -> Step {
        guard rest.first == 0x1B else { return Self.plain(rest) }
        for sequence in described where rest.starts(with: sequence.bytes) {
            return .key(sequence.key, length: sequence.bytes.count)
        }
        if described.contains(where: { $0.bytes.starts(with: rest) }) { return .unfinished }
        return EscapeSequence.step(rest)
    }

    /// A character, or a control character, that no escape stands before.
    static func plain(_ bytes: ArraySlice<UInt8>) -> Step {
        guard let first = bytes.first else { return .unfinished }
        switch first {
        case 0x0A, 0x0D: return .key(.enter, length: 1)
        case 0x09: return .key(.tab, length: 1)
        case 0x08, 0x7F: return .key(.backspace, length: 1)
        case 0x00: return .key(.control(" "), length: 1)
        case 0x01...0x1A: return .key(.control(Character(Unicode.Scalar(first + 0x60))), length: 1)
        case 0x1C...0x1F: return .key(.control(Character(Unicode.Scalar(first + 0x40))), length: 1)
        case 0x20...0x7E: return .key(.character(Character(Unicode.Scalar(first))), length: 1)
        default: return wide(bytes, first: first)
        }
    }

    private static func wide(_ bytes: ArraySlice<UInt8>, first: UInt8) -> Step {
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        let body = bytes.prefix(length)
        let tail = body.dropFirst().prefix { $0 & 0xC0 == 0x80 }
        if tail.count + 1 < length, body.count == tail.count + 1 { return .unfinished }
        guard tail.count + 1 == length, let text = String(validating: body, as: UTF8.self),
            let scalar = text.unicodeScalars.first
        else { return .key(.character("\u{FFFD}"), length: tail.count + 1) }
        // C1: control characters that nobody types.
        if scalar.value < 0xA0 { return .swallow(length: length) }
        return .key(.character(Character(scalar)), length: length)
    }

    /// Takes what belongs to the paste; its text when the end came. A hostile text brings an end of its own, so that keys seem
    /// to follow it: what came at once ends at the last one.
    private mutating func collectPaste() -> String? {
        let size = Self.pasteEnd.count
        let end = rest.indices.dropLast(size - 1).last {
            rest[$0] == 0x1B && rest[$0...].starts(with: Self.pasteEnd)
        }
        // What may be the beginning of an end stays.
        let stop = end ?? rest.indices.suffix(size - 1).first { Self.pasteEnd.starts(with: rest[$0...]) }
        let taken = rest[..<(stop ?? rest.endIndex)]
        let room = max(0, Self.pasteLimit - (pasted?.count ?? 0))
        pasted?.append(contentsOf: taken.prefix(room))
        rest = rest.dropFirst(taken.count)
        guard end != nil, let bytes = pasted else { return nil }
        rest = rest.dropFirst(size)
        pasted = nil
        return Self.text(bytes)
    }

    /// Terminals send a line's end as CR.
    private static func text(_ bytes: [UInt8]) -> String {
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count)
        var isAfterReturn = false
        for byte in bytes {
            if !(byte == 0x0A && isAfterReturn) { lines.append(byte == 0x0D ? 0x0A : byte) }
            isAfterReturn = byte == 0x0D
        }
        return String(decoding: lines, as: UTF8.self)
    }
}
