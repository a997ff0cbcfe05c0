/// 法人番号: 13 digits of which the first is the check digit (法人番号の指定等に関する省令 第2条).
///
/// Branches and sole proprietors have none, so it can't be the key of a company.
public struct CorporateNumber: Hashable, Sendable, Comparable {
    public let digits: String

    /// - Throws: `Failure` with the reason, where `text` (half or full width, hyphens allowed) is not a valid number.
    public init(_ text: String) throws(Failure) {
        let folded = Folding.typed(text).filter { $0 != "-" && $0 != " " }
        let numbers = folded.utf8.map { Int($0) - 0x30 }
        guard numbers.allSatisfy({ (0...9).contains($0) }) else { throw .notDigits }
        guard numbers.count == 13 else { throw .wrongLength(numbers.count) }
        let expected = CorporateNumber.checkDigit(ofTwelve: Array(numbers.dropFirst()))
        guard numbers[0] == expected else { throw .wrongCheckDigit(found: numbers[0], expected: expected) }
        digits = folded
    }

    /// The number made of these twelve digits with the check digit put in front.
    public init?(twelve: String) {
        let numbers = twelve.utf8.map { Int($0) - 0x30 }
        guard numbers.count == 12, numbers.allSatisfy({ (0...9).contains($0) }) else { return nil }
        digits = String(CorporateNumber.checkDigit(ofTwelve: numbers)) + twelve
    }

    /// 9 − (Σ Pn·Qn mod 9), Pn the nth digit from the right, Qn 1 for odd n and 2 for even n.
    static func checkDigit(ofTwelve numbers: [Int]) -> Int {
        var sum = 0
        for (index, digit) in numbers.reversed().enumerated() { sum += digit * (index % 2 == 0 ? 1 : 2) }
        return 9 - sum % 9
    }

    public static func < (left: CorporateNumber, right: CorporateNumber) -> Bool { left.digits < right.digits }

    public enum Failure: Error, Hashable, Sendable {
        case notDigits
        case wrongLength(Int)
        case wrongCheckDigit(found: Int, expected: Int)

        public var text: LocalizedText {
            switch self {
            case .notDigits:
                LocalizedText(ja: "法人番号は数字13桁です", en: "a corporate number is 13 digits")
            case .wrongLength(let count):
                LocalizedText(
                    ja: "法人番号は13桁です（\(count)桁あります）", en: "a corporate number has 13 digits (this has \(count))")
            case .wrongCheckDigit(let found, let expected):
                LocalizedText(
                    ja: "法人番号の検査用数字（先頭の\(found)）が合いません。13桁を確かめてください",
                    en: "wrong check digit (starts with \(found), should start with \(expected))")
            }
        }
    }
}
