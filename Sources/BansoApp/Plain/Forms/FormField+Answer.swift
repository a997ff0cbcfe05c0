import BansoDomain
import TerminalUI

extension FormField {
    /// Takes an answer as a whole, in the place of what the field said.
    /// - Throws: what is wrong with it. A text stays in the field all the same, as one that is typed does.
    mutating func answer(_ text: String, _ context: Context) throws(FieldReader.Problem) {
        error = nil
        switch input {
        case .options(let choices): picked = [try token(text, choices, context)]
        case .several(let choices): picked = try tokens(text, choices, context)
        case .line, .notes, .list, .record:
            editor.text = ""
            reference = nil
            _ = editor.press(.paste(text))
            if !input.isCompleted, case .wrong(let reason) = understanding(context) {
                throw FieldReader.Problem(ja: reason.ja, en: reason.en)
            }
        }
    }

    mutating func clear() {
        error = nil
        (picked, reference) = ([], nil)
        editor.text = ""
    }

    /// What is wrong with the field as it is; nil where one can go on.
    func problem(_ context: Context) -> LocalizedText? {
        if case .record = input, reference == nil, !isEmpty {
            return LocalizedText(ja: "番号で選んでください", en: "choose one by its number")
        }
        do throws(FieldReader.Problem) {
            _ = try value(context)
            return nil
        } catch {
            return error.reason
        }
    }

    /// What it says, as it is understood; empty where it is empty.
    func spoken(_ context: Context) -> String {
        switch input {
        case .options(let choices), .several(let choices):
            return Speech.joined(
                choices.filter { picked.contains($0.token) }.map { $0.label(context.language) }, context)
        case .line:
            if case .fine(let understood, _) = understanding(context), !understood.isEmpty {
                return Speech.paused(understood, context)
            }
            return editor.text
        case .notes, .list, .record: return editor.text.replacing("\n", with: " ")
        }
    }

    /// A number of the list, or the word or its beginning.
    private func token(_ text: String, _ choices: [Choice], _ context: Context) throws(FieldReader.Problem) -> String {
        if let number = Int(Folding.typed(text)), choices.indices.contains(number - 1) {
            return choices[number - 1].token
        }
        var field = self
        field.editor.text = text
        if let choice = field.choice(among: choices) { return choice.token }
        let value = try FieldReader(catalogue: context.catalogue, today: context.today).read(text, self.field)
        let token = value.text ?? value.number.map { String($0) } ?? ""
        // Where a form offers other choices than the record's field takes, the field takes any text.
        guard choices.contains(where: { token.split(separator: " ").map(String.init).contains($0.token) }) else {
            throw FieldReader.Problem(
                ja: "「\(text)」はここにありません。番号で選べます", en: "there is no '\(text)' here; a number chooses")
        }
        return token
    }

    private func tokens(_ text: String, _ choices: [Choice], _ context: Context) throws(FieldReader.Problem)
        -> Set<String>
    {
        if let whole = try? token(text, choices, context), !whole.contains(" ") { return [whole] }
        var tokens: Set<String> = []
        for part in text.split(whereSeparator: { ",、;； 　".contains($0) }) {
            tokens.insert(try token(String(part), choices, context))
        }
        return tokens
    }
}
