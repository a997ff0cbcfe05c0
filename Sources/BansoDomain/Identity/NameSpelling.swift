/// An organisation's name as it is registered, however somebody wrote it: width, spaces, case and the abbreviation of the
/// legal form (㈱, （株）) don't matter. Where the legal form stands does, and so do kanji and kana: 株式会社甲 and 甲株式会社 are
/// two companies.
public struct NameSpelling: Hashable, Sendable {
    private let text: String
    /// Without the legal form.
    private let core: String

    public init(_ name: String) {
        var text = Folding.compatibility(name).lowercased().filter { !$0.isWhitespace }
        for (short, whole) in NameSpelling.abbreviations {
            if text.hasPrefix(short) {
                text = whole + text.dropFirst(short.count)
            } else if text.hasSuffix(short) {
                text = text.dropLast(short.count) + whole
            } else {
                continue
            }
            break
        }
        self.text = text
        let form = MatchKey.legalFormNames.first { text.count > $0.count && (text.hasPrefix($0) || text.hasSuffix($0)) }
        core = form.map { String(text.hasPrefix($0) ? text.dropFirst($0.count) : text.dropLast($0.count)) } ?? text
    }

    /// Whether this registered name is what somebody wrote, who may have left the legal form out.
    public func isMeant(by written: NameSpelling) -> Bool { text == written.text || core == written.text }

    private static let abbreviations = [
        ("(株)", "株式会社"), ("(有)", "有限会社"), ("(同)", "合同会社"), ("(資)", "合資会社"), ("(名)", "合名会社"),
        ("(一社)", "一般社団法人"), ("(一財)", "一般財団法人"), ("(特非)", "特定非営利活動法人"),
    ]
}
