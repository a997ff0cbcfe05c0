import BansoDomain
import TerminalUI

/// What a line means while a page is read out.
enum PlainCommand: Hashable {
    case more, again, back, quit, help
    case number(Int)
    /// A key of the page, for the rows of these numbers where there are any.
    case letter(Character, rows: [Int])
    case search(String)
    /// The name of anything that can be done, or a part of it.
    case name(String)

    private static let words: [String: PlainCommand] = [
        "": .more, "more": .more, "続き": .more, "つづき": .more,
        "=": .again, "again": .again, "もう一度": .again, "もういちど": .again,
        "b": .back, "back": .back, "戻る": .back, "もどる": .back, ".": .back, "。": .back,
        "q": .quit, "quit": .quit, "exit": .quit, "終了": .quit, "しゅうりょう": .quit,
        "?": .help, "help": .help, "ヘルプ": .help, "へるぷ": .help,
    ]
    private static let searchWords = ["search ", "find ", "検索 ", "けんさく "]

    /// What an input method makes of `/` is a search too.
    private static let searchMarks: [Character] = ["/", "／", "・"]

    init(_ line: String) {
        let text = Folding.stored(line)
        let typed = Folding.typed(text)
        if let command = PlainCommand.words[typed] {
            self = command
        } else if let mark = text.first, PlainCommand.searchMarks.contains(mark) {
            self = .search(Folding.stored(String(text.dropFirst())))
        } else if let word = PlainCommand.searchWords.first(where: { typed.hasPrefix($0) }) {
            self = .search(Folding.stored(String(text.dropFirst(word.count))))
        } else if typed.first?.isNumber == true,
            let number = Int(typed.hasSuffix(".") ? String(typed.dropLast()) : typed), number > 0
        {
            self = .number(number)
        } else if let (letter, rows) = PlainCommand.letter(text, typed) {
            self = .letter(letter, rows: rows)
        } else {
            self = .name(text)
        }
    }

    /// `c`, `c 3`, `+ 1 3`, in full width too. A sign needs no space after it.
    private static func letter(_ text: String, _ typed: String) -> (Character, [Int])? {
        guard let first = text.first, case .character(let letter) = Key.character(first).command else { return nil }
        let rest = typed.dropFirst()
        if rest.isEmpty { return (letter, []) }
        guard rest.first == " " || "+<>".contains(letter) else { return nil }
        let (name, rows) = split(String(rest))
        return name.isEmpty && !rows.isEmpty ? (letter, rows) : nil
    }

    /// A name and the numbers of rows behind it: 選択 1 3.
    static func split(_ text: String) -> (name: String, rows: [Int]) {
        var words = Folding.typed(text).split(separator: " ").map(String.init)
        var rows: [Int] = []
        while let last = words.last, last.allSatisfy(\.isNumber), let row = Int(last), row > 0 {
            rows.insert(row, at: 0)
            words.removeLast()
        }
        return (words.joined(separator: " "), rows)
    }
}
