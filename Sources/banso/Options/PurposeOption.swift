import ArgumentParser
import BansoDomain
import Foundation
import TerminalUI

/// What personal data is exported for.
struct PurposeOption: ParsableArguments {
    @Option(
        name: .customLong("purpose"),
        help: told(
            "個人情報を書き出す目的。書き出し台帳（banso exports）に残ります。",
            "What personal data is exported for; entered in the export ledger (banso exports)."))
    var text: String?

    /// Asks on a terminal where it was not given.
    /// - Parameter columns: what makes it necessary; empty where it is not.
    /// - Returns: empty where none is given and none is needed.
    /// - Throws: `CommandFailure` where nobody can be asked, or nothing was answered.
    func purpose(for columns: [LocalizedText], _ language: Language) throws -> String {
        let given = Folding.stored(text ?? "")
        guard given.isEmpty, !columns.isEmpty else { return given }
        let named = LocalizedText(
            ja: columns.map(\.ja).joined(separator: "・"), en: columns.map(\.en).joined(separator: ", "))
        if text == nil, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 {
            let question = language(
                "個人情報（\(named.ja)）を含みます。書き出す目的：", "it holds personal data (\(named.en)); exported for what purpose? ")
            FileHandle.standardError.write(Data(visible(question).utf8))
            let answer = Folding.stored(readLine() ?? "")
            if !answer.isEmpty { return answer }
        }
        throw CommandFailure(
            "個人情報（\(named.ja)）を含みます。--purpose で目的を指定してください（台帳に残ります）",
            "it holds personal data (\(named.en)); give --purpose TEXT, which is kept in the export ledger")
    }
}
