import BansoDomain

/// Which grade, 5 to 1, a word about satisfaction means in one column of a file.
///
/// Most words mean one grade on every scale of five. `満足` and `不満` alone don't: they are the second and the fourth step
/// where 大変満足 and 大変不満 are the ends, and the ends where やや満足 and やや不満 lie inside. Which, the column's other answers
/// tell. Where they tell nothing the lower grade of each is taken, so that no figure is better than what people said.
///
/// A number before the words, `5 とても満足`, is the grade unless the words contradict it: the options of `1. 大変満足` to
/// `5. 大変不満` are merely numbered, and the words are what people said.
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

        /// What it may mean on some scale.
        var grades: ClosedRange<Int> {
            switch self {
            case .strong(let grade), .weak(let grade): grade...grade
            case .middle: 3...3
            case .content: 4...5
            case .discontent: 1...2
            }
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

    /// An answer's number and what stands after it.
    private struct Numbered {
        var number: Int?
        var words: String

        init(_ answer: String) {
            words = Folding.typed(answer)
            guard let first = words.first, let number = Int(String(first)), (1...5).contains(number) else { return }
            let rest = words.dropFirst()
            // 4.5 and 10 are no answers of five.
            if let next = rest.first, next.isNumber || next == "." && rest.dropFirst().first?.isNumber == true {
                return
            }
            self.number = number
            words = String(rest.drop { " .。、,:)）・-".contains($0) })
        }

        var word: Word? { Word(words) }

        /// Whether the words mean another grade than the number, so that the number merely counts the options.
        var isCounted: Bool {
            guard let number, let word else { return false }
            return !word.grades.contains(number)
        }
    }

    private let content: Int
    private let discontent: Int
    /// What a person should know about how the words are read.
    let notes: [LocalizedText]

    /// - Parameter answers: those of the column, or some of each kind.
    init(_ answers: some Sequence<String>) {
        let answers = answers.map(Numbered.init)
        let words = Set(answers.compactMap(\.word))
        // Where a number says it, the word needn't.
        func isRead(_ word: Word) -> Bool { answers.contains { $0.word == word && ($0.number == nil || $0.isCounted) } }
        func isThere(_ isOne: (Word) -> Bool) -> Bool { words.contains(where: isOne) }
        let hasStrong = isThere { if case .strong = $0 { true } else { false } }
        let hasWeak = isThere { if case .weak = $0 { true } else { false } }
        (content, discontent) = hasStrong ? (4, 2) : hasWeak ? (5, 1) : (4, 1)
        let (own, other) = (content, discontent)
        let read = [
            isRead(.content) ? LocalizedText(ja: "「満足」は\(own)", en: "'satisfied' is read as \(own)") : nil,
            isRead(.discontent) ? LocalizedText(ja: "「不満」は\(other)", en: "'dissatisfied' as \(other)") : nil,
        ].compactMap { $0 }
        var notes: [LocalizedText] = []
        let counted = answers.filter(\.isCounted).min { ($0.number ?? 0, $0.words) < ($1.number ?? 0, $1.words) }
        if let counted, let number = counted.number {
            notes.append(
                LocalizedText(
                    ja: "「\(number). \(counted.words)」の番号は選択肢の番号とみて、言葉で読みます",
                    en: "'\(number). \(counted.words)': the number is taken as the option's, and the words are read"))
        }
        if !read.isEmpty {
            notes.append(
                LocalizedText(
                    ja: read.map(\.ja).joined(separator: "、") + "と読みます（ほかの回答の言葉から。違うときは数字にしてください）",
                    en: read.map(\.en).joined(separator: ", ") + ", by the column's other answers; where that is wrong "
                        + "write figures"))
        }
        self.notes = notes
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
                if case .success(let answer) = answer, Numbered(answer).word != nil {
                    answers.insert(Folding.typed(answer))
                }
            }
        }
        self.init(answers)
    }

    /// - Returns: nil for an answer without a number whose words are none of them.
    func grade(_ answer: String) -> Int? {
        let numbered = Numbered(answer)
        if let number = numbered.number, !numbered.isCounted { return number }
        return switch numbered.word {
        case .strong(let grade), .weak(let grade): grade
        case .middle: 3
        case .content: content
        case .discontent: discontent
        case nil: nil
        }
    }
}
