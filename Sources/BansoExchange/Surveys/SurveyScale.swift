import BansoDomain

/// Which grade, 5 to 1, a word about satisfaction means in one column of a file.
///
/// Most words mean one grade on every scale of five. `満足` and `不満` alone don't: they are the second and the fourth step
/// where 大変満足 and 大変不満 are the ends, and the ends where やや満足 and やや不満 lie inside. Which, the column's other answers
/// tell. Where they tell nothing the lower grade of each is taken, so that no figure is better than what people said.
struct SurveyScale {
    private enum Word: Hashable {
        /// `大変`…: an end of its scale.
        case strong(Int)
        /// `やや`…: inside it.
        case weak(Int)
        case middle
        case content, discontent

        init?(_ answer: String) {
            let answer = Word.folded(answer)
            guard let word = Word.known[answer] else { return nil }
            self = word
        }

        /// Without the verb at its end.
        private static func folded(_ answer: String) -> String {
            let typed = Folding.typed(answer)
            let ending = ["しています", "しました", "している", "した", "でした", "だった", "です"].first { typed.hasSuffix($0) }
            return String(typed.dropLast(ending?.count ?? 0))
        }

        private static let known: [String: Word] = {
            let content = ["満足", "satisfied"]
            let discontent = ["不満", "不満足", "dissatisfied", "unsatisfied"]
            let strong = ["大変", "たいへん", "とても", "非常に", "大いに", "very ", "extremely "]
            let weak = ["やや", "まあ", "まあまあ", "少し", "どちらかといえば", "どちらかと言えば", "somewhat ", "fairly "]
            var known: [String: Word] = [:]
            for word in content { known[word] = .content }
            for word in discontent { known[word] = .discontent }
            for mark in strong {
                for word in content { known[mark + word] = .strong(5) }
                for word in discontent { known[mark + word] = .strong(1) }
            }
            for mark in weak {
                for word in content { known[mark + word] = .weak(4) }
                for word in discontent { known[mark + word] = .weak(2) }
            }
            for word in [
                "普通", "ふつう", "どちらともいえない", "どちらとも言えない", "どちらでもない", "neutral", "neither",
                "neither satisfied nor dissatisfied",
            ] { known[word] = .middle }
            return known
        }()
    }

    private let content: Int
    private let discontent: Int
    /// What a person should know about how the words are read.
    let notes: [LocalizedText]

    /// - Parameter answers: those of the column, or some of each kind.
    init(_ answers: some Sequence<String>) {
        let words = Set(answers.compactMap(Word.init))
        func isThere(_ isOne: (Word) -> Bool) -> Bool { words.contains(where: isOne) }
        let hasStrong = isThere { if case .strong = $0 { true } else { false } }
        let hasWeak = isThere { if case .weak = $0 { true } else { false } }
        (content, discontent) = hasStrong ? (4, 2) : hasWeak ? (5, 1) : (4, 1)
        let (own, other) = (content, discontent)
        let read = [
            words.contains(.content) ? LocalizedText(ja: "「満足」は\(own)", en: "'satisfied' is read as \(own)") : nil,
            words.contains(.discontent) ? LocalizedText(ja: "「不満」は\(other)", en: "'dissatisfied' as \(other)") : nil,
        ].compactMap { $0 }
        notes =
            read.isEmpty
            ? []
            : [
                LocalizedText(
                    ja: read.map(\.ja).joined(separator: "、") + "と読みます（ほかの回答の言葉から。違うときは数字にしてください）",
                    en: read.map(\.en).joined(separator: ", ") + ", by the column's other answers; where that is wrong "
                        + "write figures")
            ]
    }

    /// Reads a file's column beforehand.
    /// - Parameter place: nil where the file has none.
    init(of file: ImportFile, at place: Int?) throws(ImportError) {
        var answers: Set<String> = []
        if let place {
            let again = try file.again()
            while let answer = try again.next({ record throws(RowFailure) -> String in
                guard place < record.columns else { return "" }
                return try again.text(record, place, named: LocalizedText(ja: "", en: ""))
            }) {
                if case .success(let answer) = answer, Word(answer) != nil { answers.insert(Folding.typed(answer)) }
            }
        }
        self.init(answers)
    }

    /// - Returns: nil for words that are none of them.
    func grade(_ answer: String) -> Int? {
        switch Word(answer) {
        case .strong(let grade), .weak(let grade): grade
        case .middle: 3
        case .content: content
        case .discontent: discontent
        case nil: nil
        }
    }
}
