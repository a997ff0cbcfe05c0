import BansoDomain
import BansoExchange
import Foundation
import TerminalUI

/// Asks a person about each row whose name or number a record has that may be another one.
struct SameNameQuestion {
    let language: Language

    /// - Returns: nil where the row is to stay out.
    func ask(_ reject: ImportReject) -> ImportTerms.Decision? {
        print(visible(reject.text(language)))
        let numbers = reject.namesakes.map { "#\($0.id)" }.joined(separator: language("・", ", "))
        while true {
            print(
                language(
                    "  同じもの：番号（\(numbers)）、別のもの：n、取り込まない：Enter > ",
                    "  the same: its number (\(numbers)), another one: n, leave it out: Enter > "), terminator: "")
            guard let line = line() else { return nil }
            let typed = Folding.typed(line)
            if typed.isEmpty { return nil }
            if typed == "n" { return .new }
            let digits = typed.first == "#" ? typed.dropFirst() : typed[...]
            if let number = Int64(digits), reject.namesakes.contains(where: { $0.id == number }) {
                return .same(number)
            }
        }
    }

    /// What is typed; nil at the end of it, or once a signal came: reading alone would go on waiting.
    private func line() -> String? {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while !Interruption.isAsked {
            if poll(&input, 1, SameNameQuestion.patience) > 0 { return readLine() }
        }
        return nil
    }

    /// Milliseconds between two looks for a signal that came just before the wait.
    private static let patience: Int32 = 300
}
