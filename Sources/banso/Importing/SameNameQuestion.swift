import BansoDomain
import BansoExchange
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
            guard let line = readLine() else { return nil }
            let typed = Folding.typed(line)
            if typed.isEmpty { return nil }
            if typed == "n" { return .new }
            let digits = typed.first == "#" ? typed.dropFirst() : typed[...]
            if let number = Int64(digits), reject.namesakes.contains(where: { $0.id == number }) {
                return .same(number)
            }
        }
    }
}
