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

    @Test func oneDamagedByteDoesNotTurnAFileIntoCP932() throws {
        #expect(try guess(Array("株式会社".utf8) + [0xFF] + Array("表計算".utf8)) == .utf8)
    }

    @Test func theGuessIsMadeOnTheFirstBytesThatAreNotASCII() throws {
        let ascii = [UInt8](repeating: 0x61, count: 200_000)
        #expect(try guess(ascii + CP932.encode("株式会社")) == .cp932)
        #expect(try guess(ascii + Array("株式会社".utf8)) == .utf8)
    }

    @Test func aCharacterCutOffByTheWindowIsNoError() throws {
        var guess = EncodingGuess()
        let text = Array(String(repeating: "表", count: 30_000).utf8)
        text.withUnsafeBufferPointer { guess.add($0) }
        #expect(guess.encoding == .utf8)
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
