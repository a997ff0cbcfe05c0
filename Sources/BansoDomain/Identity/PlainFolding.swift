/// Folds what most Japanese text is made of, ASCII, kana and kanji, byte by byte: NFKC leaves it as it is, and asking
/// Unicode's tables about each letter takes ten times as long.
enum PlainFolding {
    /// Whether NFKC leaves a text as it is, told by its bytes; where that isn't certain, false.
    static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(isPlain)
    }

    /// As `Folding.searchKey`; nil where the text is not plain.
    static func searchKey(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            guard isPlain(bytes) else { return nil }
            // Nothing grows: a variant of a kanji takes three bytes too.
            return String(unsafeUninitializedCapacity: bytes.count) { output in fold(bytes, into: output) }
        }
    }

    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            guard index + 2 < bytes.count else { return false }
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            switch (byte, second) {
            // Kanji; hiragana up to み.
            case (0xE4...0xE9, _), (0xE3, 0x81): break
            // But for voicing marks and ゟ.
            case (0xE3, 0x82): if (0x99...0x9C).contains(third) || third == 0x9F { return false }
            // But for ヿ.
            case (0xE3, 0x83): if third == 0xBF { return false }
            default: return false
            }
            index += 3
        }
        return true
    }

    private static func fold(
        _ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var length = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                if byte == 0x20 || (0x09...0x0D).contains(byte) { continue }
                output[length] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
                length += 1
                continue
            }
            var code = Int(byte & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
            index += 3
            if byte != 0xE3 || code == 0x30F5 || code == 0x30F6 {
                code = variants[code].map { Int($0) } ?? code
            }
            if (0x30A1...0x30F6).contains(code) { code -= 0x60 }
            output[length] = UInt8(0xE0 | code >> 12)
            output[length + 1] = UInt8(0x80 | code >> 6 & 0x3F)
            output[length + 2] = UInt8(0x80 | code & 0x3F)
            length += 3
        }
        return length
    }

    /// `Folding.variants` within the BMP, found without hashing.
    private static let variants: VariantTable = VariantTable(
        Folding.variants.compactMap { from, to in
            from.value < 0x10000 && to.value < 0x10000 ? (Int(from.value), UInt16(to.value)) : nil
        })

    /// A page for each 256 codes that have any variant.
    private struct VariantTable {
        private var pages: [[UInt16]] = Array(repeating: [], count: 256)

        init(_ variants: [(Int, UInt16)]) {
            for (from, to) in variants {
                if pages[from >> 8].isEmpty { pages[from >> 8] = Array(repeating: 0, count: 256) }
                pages[from >> 8][from & 0xFF] = to
            }
        }

        subscript(code: Int) -> UInt16? {
            let page = pages[code >> 8]
            guard !page.isEmpty else { return nil }
            let found = page[code & 0xFF]
            return found == 0 ? nil : found
        }
    }
}
