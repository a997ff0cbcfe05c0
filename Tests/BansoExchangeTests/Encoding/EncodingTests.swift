import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct EncodingTests {
    private func guess(_ bytes: [UInt8]) throws -> TextEncoding {
        let file = try TemporaryFile(bytes)
        return try withExtendedLifetime(file) { try EncodingGuess.of(FileBytes(path: file.path)) }
    }

    private func decode(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> String {
        let decoder = try FieldDecoder(encoding)
        return try bytes.withUnsafeBufferPointer { try decoder.decode($0) }
    }

    @Test(arguments: ["株式会社表計算", "ﾃｽﾄ", "髙﨑①㈱", "ソ能―～－"])
    func textIsKnownByItsEncoding(_ text: String) throws {
        #expect(try guess(Array(text.utf8)) == .utf8)
        #expect(try guess(CP932.encode(text)) == .cp932)
        #expect(try decode(CP932.encode(text), .cp932) == text)
        #expect(try decode(Array(text.utf8), .utf8) == text)
    }

    @Test func asciiIsUTF8() throws { #expect(try guess(Array("a,b\n".utf8)) == .utf8) }

    private func problem(_ bytes: [UInt8]) -> ImportProblem? {
        #expect(throws: ImportError.self) { try guess(bytes) }?.problem
    }

    @Test func oneDamagedByteDoesNotTurnAFileIntoCP932() throws {
        for bad: [UInt8] in [[0xFF], [0x83], [0xE6], [0x8A, 0xB3]] {
            #expect(try guess(Array("name\n株".utf8) + bad + Array("表\n".utf8)) == .utf8)
        }
        // Where nothing is certain it is refused, with the first byte that is wrong.
        let broken: [UInt8] = [0x8A, 0x8A, 0x0A, 0x8A, 0x8A, 0x0A, 0xE6, 0xA0, 0xAA, 0x0A]
        #expect(
            problem(Array("name\nx".utf8) + broken)
                == .undecodable(line: 2, Undecodable(byte: 0x8A, offset: 1, encoding: .utf8)))
        let text = ImportProblem.undecodable(line: 12, Undecodable(byte: 0xFF, offset: 33, encoding: .utf8)).text
        #expect(text.ja.hasPrefix("12行目の34バイト目の 0xFF は UTF-8 として読めません。直すか保存し直してください"))
        #expect(text.en.hasPrefix("line 12, byte 34 (0xFF) is not UTF-8; mend it or save the file again"))
        #expect(text.ja.contains("--encoding utf-8") && text.en.contains("--encoding utf-8"))
    }

    @Test func ofAnyDamagedFileNoneIsTakenForCP932() throws {
        let seed = UInt64.random(in: 0..<1_000_000_000)
        var random = SeededGenerator(state: seed)
        let characters = try Self.kanji()
        var wrong: [String] = []
        for round in 0..<2000 {
            // Of two letters and nothing else no one could tell.
            let (heading, least) = round.isMultiple(of: 2) ? ("名称\n", 2) : ("name\n", 6)
            let text = (0..<Int.random(in: least...40, using: &random)).map { _ in
                String(characters.randomElement(using: &random)!)
            }.joined()
            if try guess(CP932.encode(heading + text + "\n")) != .cp932 { wrong.append(text) }
            // One byte too many, too few, or another.
            var bytes = Array("\(heading)\(text)\n".utf8)
            let place = Int.random(in: heading.utf8.count..<bytes.count - 1, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &random), at: place)
            default: bytes[place] = UInt8.random(in: 0xF5...0xFF, using: &random)
            }
            if (try? guess(bytes)) == .cp932 { wrong.append(text) }
        }
        #expect(wrong == [], "seed \(seed)")
    }

    /// Kana and the kanji of JIS's first level, of which names are made.
    private static func kanji() throws -> [Unicode.Scalar] {
        let table = try CP932Table()
        return (0x829F...0x9872).compactMap { code in
            let value = table.codes[code]
            return value > 0x3000 && code & 0xFF >= 0x40 ? Unicode.Scalar(value) : nil
        }
    }

    @Test func theWholeFileIsLookedAt() throws {
        let ascii = [UInt8](repeating: 0x61, count: 200_000)
        #expect(try guess(ascii + CP932.encode("株式会社")) == .cp932)
        #expect(try guess(ascii + Array("株式会社".utf8)) == .utf8)
        let line = "表計算の会社\n"
        for (encoding, bytes) in [(TextEncoding.utf8, Array(line.utf8)), (.cp932, CP932.encode(line))] {
            let many = Array(repeatElement(bytes, count: 20_000).joined())
            #expect(try guess(many + [0xFF] + bytes) == encoding)
            #expect(try guess([0xFF] + many) == encoding)
        }
    }

    @Test func blocksMayEndInAnyCharacter() {
        for size in 1...7 {
            var utf8 = UTF8Evidence()
            let bytes = Array("a髙é𠮷\u{FFFF}株".utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBufferPointer { utf8.add($0) }
            }
            utf8.finish()
            #expect(utf8.firstError == nil && utf8.characters == 4)
        }
    }

    /// Overlong forms, surrogates, what lies above U+10FFFF, and what is cut off.
    @Test(
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE3, 0x81], [0x80],
        ] as [[UInt8]])
    func whatIsNoCharacterIsNone(_ bytes: [UInt8]) {
        #expect(String(validating: bytes, as: UTF8.self) == nil)
        var utf8 = UTF8Evidence()
        bytes.withUnsafeBufferPointer { utf8.add($0) }
        utf8.finish()
        #expect(utf8.firstError == 0)
    }

    @Test func otherEncodingsAreNamed() throws {
        let text = "名称,都道府県\n株式会社甲,熊本県\n有限会社あそ、すぎ,大分県\n"
        #expect(problem(CP932.encode(text, as: "EUC-JP")) == .otherEncoding("EUC-JP"))
        #expect(problem(CP932.encode(text, as: "ISO-2022-JP")) == .otherEncoding("ISO-2022-JP (JIS)"))
        #expect(problem(CP932.encode(text, as: "UTF-16LE")) == .utf16)
        #expect(problem(CP932.encode(text, as: "UTF-16BE")) == .utf16)
        #expect(problem(CP932.encode("café,ø\n", as: "ISO-8859-1")) == .unknownEncoding)
        #expect(problem([0xFF, 0x80, 0xFE, 0x0A, 0x81, 0x0A]) == .unknownEncoding)
        #expect(problem(Array("名称\nあ".utf8) + [0, 0x0A]) == .nul(line: 2))
        // Kana of half width are none of them.
        #expect(try guess(CP932.encode("name\nｶﾌﾞｼｷｶﾞｲｼｬ ｱｿ･ｾｲｷ\nﾔﾏﾀﾞｼｮｳｼﾞ\n")) == .cp932)
        for name in ["EUC-JP", "UTF-16"] {
            #expect(ImportProblem.otherEncoding(name).text.ja.contains("UTF-8 か Shift_JIS で保存し直して"))
        }
    }

    @Test func utf8IsNotReadAsCP932WhateverWasAsked() throws {
        func read(_ bytes: [UInt8]) throws -> TextEncoding {
            let file = try TemporaryFile(bytes)
            return try withExtendedLifetime(file) { try ImportFile(path: file.path, encoding: .cp932).encoding }
        }
        let refused = #expect(throws: ImportError.self) { try read(Array("name\n株式会社\n".utf8)) }
        #expect(refused?.problem == .notCP932)
        for sound in [Array("name\nx\n".utf8), CP932.encode("名称\n株式会社\n"), Array("株".utf8) + [0x8A, 0x94]] {
            #expect(try read(sound) == .cp932)
        }
    }

    @Test func aByteOrderMarkSaysWhatItIs() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        #expect(try guess(mark + Array("名称\n".utf8)) == .utf8)
        #expect(
            problem(mark + Array("n\n".utf8) + [0x96, 0xBC])
                == .undecodable(line: 2, Undecodable(byte: 0x96, offset: 0, encoding: .utf8)))
        #expect(try guess(mark + Array("名称\n".utf8) + [0x96, 0xBC]) == .utf8)
    }

    @Test func everyCharacterThatIconvKnowsDecodesTheSame() throws {
        let decoder = FieldDecoder.cp932(try CP932Table())
        for code in 0xA1...0xFFFF {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let bytes = CP932.encode(String(scalar))
            if bytes.isEmpty { continue }
            let text = try bytes.withUnsafeBufferPointer { try decoder.decode($0) }
            // What CP932 has twice, or maps one way only (¬, ‖), comes back as the other twin.
            if CP932.encode(text) != bytes { Issue.record("\(code): \(text)") }
        }
    }

    @Test func aByteWithoutMeaningIsToldByItsPlace() throws {
        let cases: [([UInt8], TextEncoding, UInt8, Int)] = [
            ([0x41, 0xFF, 0x42], .cp932, 0xFF, 1), ([0x95, 0x5C, 0x95], .cp932, 0x95, 2),
            ([0x95, 0x20], .cp932, 0x95, 0), ([0xE8, 0xA1, 0xA8, 0x95, 0x5C], .utf8, 0x95, 3),
            ([0x41, 0xE8, 0xA1], .utf8, 0xE8, 1), ([0xC0, 0x80], .utf8, 0xC0, 0), ([0xED, 0xA0, 0x80], .utf8, 0xED, 0),
        ]
        for (bytes, encoding, byte, offset) in cases {
            let error = #expect(throws: Undecodable.self) { try decode(bytes, encoding) }
            #expect(error == Undecodable(byte: byte, offset: offset, encoding: encoding))
        }
        #expect(Undecodable(byte: 0x05, offset: 0, encoding: .utf8).text.en == "byte 1 (0x05) is not UTF-8")
    }

    @Test func aMissingConverterIsAClearError() {
        let problem = #expect(throws: ImportProblem.self) { try CP932Table(charset: "NO-SUCH-CHARSET") }
        #expect(problem == .encodingUnavailable("NO-SUCH-CHARSET"))
    }

    @Test func controlsAreFound() {
        #expect(FieldText.control(in: "表£é") == nil)
        #expect(FieldText.control(in: "a\u{202E}\u{200B}b") == nil)
        for control in ["\u{1B}", "\u{7F}", "\u{9B}", "\u{80}", "\n", "\0"] {
            #expect(FieldText.control(in: "表" + control + "a") == control.unicodeScalars.first)
        }
    }
}
