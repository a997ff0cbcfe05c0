/// The form of an organisation's name in which two spellings of one name are equal.
///
/// NFKC (㈱ becomes (株)), kanji variants folded, the legal form and all spacing and punctuation removed, lower case.
/// It proposes duplicates for a person to decide; it never merges: hundreds of companies share one name.
public struct MatchKey: Hashable, Sendable {
    public let text: String

    public init(_ name: String) {
        var folded = Folding.searchKey(name)
        for form in MatchKey.legalForms where folded.count > form.count {
            if folded.hasPrefix(form) {
                folded = String(folded.dropFirst(form.count))
                break
            }
            if folded.hasSuffix(form) {
                folded = String(folded.dropLast(form.count))
                break
            }
        }
        var scalars = String.UnicodeScalarView()
        for scalar in folded.unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "ー"
        {
            scalars.append(scalar)
        }
        text = scalars.isEmpty ? folded : String(scalars)
    }

    /// As `Folding.searchKey` leaves them.
    private static let legalForms = [
        "特定非営利活動法人", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "社会福祉法人", "医療法人社団",
        "医療法人", "農事組合法人", "協同組合", "株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "(株)", "(有)",
        "(同)", "(資)", "(名)", "(一社)", "(一財)", "(特非)", "co.,ltd.", "k.k.",
    ]
}
