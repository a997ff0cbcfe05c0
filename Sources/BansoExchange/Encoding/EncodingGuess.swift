import BansoDomain
import Glibc

/// Tells UTF-8 from CP932 by all bytes of a file.
///
/// One damaged byte must not turn a whole file into CP932: what is read in the wrong encoding is stored as other characters,
/// and nobody is told. So the evidence of all bytes is weighed, and what is neither for certain is refused.
enum EncodingGuess {
    /// Reads the whole file and goes back to its start.
    /// - Returns: the encoding of which it is, but for a few bytes that are told with their rows.
    /// - Throws: `ImportError` where it is neither, or no text.
    static func of(_ file: FileBytes, isCancelled: () -> Bool = { false }) throws(ImportError) -> TextEncoding {
        var utf8 = UTF8Evidence()
        while try file.refill() {
            try assertText(file)
            utf8.add(file.bytes)
            if isCancelled() { throw ImportError(path: file.path, problem: .cancelled) }
        }
        utf8.finish()
        try file.rewind()
        guard let damage = utf8.firstError else { return .utf8 }
        let (cp932, euc) = try others(file)
        if file.hasByteOrderMark || isDamaged(utf8, cp932) {
            guard utf8.characters >= utf8.errors else { throw try undecodable(at: damage, in: file) }
            return .utf8
        }
        if euc.isLikely || euc.isValid && cp932.firstError != nil {
            throw ImportError(path: file.path, problem: .otherEncoding("EUC-JP"))
        }
        guard cp932.characters >= 4 * cp932.errors else {
            throw ImportError(path: file.path, problem: .unknownEncoding)
        }
        return .cp932
    }

    /// Whether all of a file is UTF-8 and no CP932, in which so much of it never comes about by chance. Goes back to its start.
    static func isUTF8(_ file: FileBytes) throws(ImportError) -> Bool {
        var utf8 = UTF8Evidence()
        while utf8.errors == 0, try file.refill() { utf8.add(file.bytes) }
        utf8.finish()
        try file.rewind()
        return utf8.errors == 0 && utf8.characters > 0
    }

    /// Whether it is UTF-8 with something wrong. In CP932 nearly every kanji breaks UTF-8, and in UTF-8 nearly every one
    /// begins like a rare kanji of CP932.
    private static func isDamaged(_ utf8: UTF8Evidence, _ cp932: CP932Evidence) -> Bool {
        utf8.characters > utf8.errors
            || utf8.characters > 0 && 4 * utf8.characters >= utf8.errors && (cp932.rare > 0 || cp932.firstError != nil)
    }

    private static func others(_ file: FileBytes) throws(ImportError) -> (CP932Evidence, EUCEvidence) {
        var cp932: CP932Evidence
        do throws(ImportProblem) {
            cp932 = try CP932Evidence()
        } catch {
            throw ImportError(path: file.path, problem: error)
        }
        var euc = EUCEvidence()
        while try file.refill() {
            cp932.add(file.bytes)
            euc.add(file.bytes)
        }
        cp932.finish()
        euc.finish()
        try file.rewind()
        return (cp932, euc)
    }

    private static func undecodable(at offset: Int, in file: FileBytes) throws(ImportError) -> ImportError {
        let (line, position, byte) = try file.place(of: offset)
        return ImportError(
            path: file.path,
            problem: .undecodable(line: line, Undecodable(byte: byte, offset: position, encoding: .utf8)))
    }

    /// - Throws: for a NUL, which no text holds, and for JIS, whose bytes are all ASCII.
    private static func assertText(_ file: FileBytes) throws(ImportError) {
        if let nul = memchr(file.buffer, 0, file.count) {
            if isUTF16(file.bytes) { throw ImportError(path: file.path, problem: .utf16) }
            let line = try file.place(of: file.offset + (nul - UnsafeMutableRawPointer(file.buffer))).line
            throw ImportError(path: file.path, problem: .nul(line: line))
        }
        if memchr(file.buffer, 0x1B, file.count) != nil, isJIS(file.bytes) {
            throw ImportError(path: file.path, problem: .otherEncoding("ISO-2022-JP (JIS)"))
        }
    }

    /// In UTF-16 each comma and line end is a NUL and itself, so all NULs stand on one side.
    private static func isUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var counts = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { counts[index % 2] += 1 }
        return counts.min() == 0 && counts[0] + counts[1] >= max(2, bytes.count / 128)
    }

    /// The escape sequence with which JIS goes over to kanji: `ESC $ B` or `ESC $ @`.
    private static func isJIS(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.indices.dropLast(2).contains {
            bytes[$0] == 0x1B && bytes[$0 + 1] == 0x24 && (bytes[$0 + 2] == 0x42 || bytes[$0 + 2] == 0x40)
        }
    }
}
