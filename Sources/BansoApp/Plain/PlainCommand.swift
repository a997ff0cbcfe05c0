import BansoDomain
import TerminalUI

/// What a line means while a page is read out.
enum PlainCommand: Hashable {
    case more, again, back, quit, help
    case number(Int)
    /// A key of the page, for the row of this number where there is one.
    case letter(Character, row: Int?)
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
        } else if let number = Int(typed.hasSuffix(".") ? String(typed.dropLast()) : typed), number > 0 {
            self = .number(number)
        } else if let (letter, row) = PlainCommand.letter(text, typed) {
            self = .letter(letter, row: row)
        } else {
            self = .name(text)
        }
    }

    /// `c`, `c 3`, in full width too.
    private static func letter(_ text: String, _ typed: String) -> (Character, Int?)? {
        guard let first = text.first, case .character(let letter) = Key.character(first).command else { return nil }
        let rest = typed.dropFirst()
        if rest.isEmpty { return (letter, nil) }
        guard rest.first == " ", let row = Int(rest.drop { $0 == " " }) else { return nil }
        return (letter, row)
    }
}
