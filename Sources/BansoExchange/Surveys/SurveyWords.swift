import BansoDomain

/// What people answer in surveys, in the words that a field understands. What could mean two things stays as it is.
enum SurveyWords {
    static func plain(_ answer: String, _ field: RecordField, _ scale: SurveyScale) -> String {
        switch field.kind {
        case .number: scale.grade(answer).map { String($0) } ?? answer
        case .flag: flag(answer) ?? answer
        case .day: day(answer) ?? answer
        default: answer
        }
    }

    /// `はい、ありました` is yes.
    private static func flag(_ answer: String) -> String? {
        let typed = Folding.typed(answer)
        if yes.contains(typed) { return "yes" }
        if no.contains(typed) { return "no" }
        let first = typed.prefix { !"、,。.（( ：:".contains($0) }
        guard first.count < typed.count else { return nil }
        return ["はい", "yes"].contains(first) ? "yes" : ["いいえ", "no"].contains(first) ? "no" : nil
    }

    private static let yes = ["ある", "あった", "ありました", "得られた", "思う", "そう思う", "とてもそう思う", "取り組む", "取り組みたい", "取り組んだ"]
    private static let no = ["ない", "なかった", "ありませんでした", "得られなかった", "思わない", "そう思わない", "全くそう思わない", "取り組まない", "取り組んでいない"]

    /// The day of `2025/09/10 14:03:22`; Microsoft's in English is `9/10/25 14:03:22`, month first.
    private static func day(_ answer: String) -> String? {
        let typed = Folding.typed(answer)
        guard let space = typed.firstIndex(of: " ") else { return nil }
        let parts = typed[..<space].split(separator: "/").map { Int($0) }
        if parts.count == 3, let month = parts[0], let day = parts[1], let year = parts[2], (1...12).contains(month),
            year >= 20
        {
            return "\(year < 100 ? 2000 + year : year)-\(month)-\(day)"
        }
        return String(typed[..<space])
    }
}
