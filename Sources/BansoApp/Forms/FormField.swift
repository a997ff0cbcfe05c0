import BansoDomain
import TerminalUI

/// One field of a form: what was typed or picked, and what it is understood as.
struct FormField: Hashable {
    /// The kind of record whose field it is: a form may ask for another record's beside its own.
    let kind: RecordKind
    let field: RecordField
    let input: FieldInput
    /// Where it only makes sense with certain values of another one.
    let condition: RecordField.Condition?
    var editor: TextEditor
    /// The tokens of what is picked, in the order of the choices.
    var picked: Set<String> = []
    /// The choice that the cursor stands on.
    var place = 0
    /// The record that the text stands for.
    var reference: RecordKey?
    /// What stands in it was put there for a new record: the first letter that is typed replaces it.
    var isSuggested = false
    /// A record's day or time that the focus has just come to: the first letter that is typed replaces it too.
    var isJustReached = false
    /// What the record says, as text.
    private var recorded = ""
    /// Set when saving found it wrong; gone with the next key in it.
    var error: LocalizedText?
    /// Whether the last key means nothing here; gone with the next one, and when the field is left.
    var isKeyRefused = false

    /// - Parameter input: how it is filled, where that doesn't follow from the field.
    init(_ field: RecordField, of kind: RecordKind, input: FieldInput? = nil, _ context: Context) {
        self.kind = kind
        self.field = field
        let input = input ?? FieldInput(field, of: kind, context)
        self.input = input
        condition = field.condition(in: context.catalogue)
        editor = TextEditor("", isMultiline: input == .notes)
    }

    /// What a field's text means.
    enum Understanding: Hashable {
        case empty
        /// Taken, and shown back as understood; with `isUnusual` pointed out, not refused.
        case fine(String, isUnusual: Bool = false)
        case wrong(LocalizedText)
    }

    var isMissing: Bool { field.isRequired && isEmpty }

    var isEmpty: Bool {
        switch input {
        case .options, .several: picked.isEmpty
        default: Folding.stored(editor.text).isEmpty
        }
    }

    /// What is picked, or the one of many that is typed.
    var chosen: Set<String> {
        guard case .list(let choices) = input else { return picked }
        return Set(choice(among: choices).map { [$0.token] } ?? [])
    }

    /// What a draft keeps.
    var text: String {
        switch input {
        case .options(let choices), .several(let choices):
            choices.map(\.token).filter(picked.contains).joined(separator: " ")
        case .record: (reference.map { "#\($0.id) " } ?? "") + editor.text
        default: editor.text
        }
    }

    /// Takes a draft's text.
    mutating func fill(_ text: String) {
        if text != self.text { (isSuggested, isJustReached) = (false, false) }
        switch input {
        case .options(let choices), .several(let choices):
            picked = Set(text.split(separator: " ").map(String.init)).intersection(choices.map(\.token))
            placeOnPicked()
        case .record(let kind):
            if text.first == "#", let space = text.firstIndex(of: " "),
                let number = Int64(text[text.index(after: text.startIndex)..<space])
            {
                reference = RecordKey(kind, number)
                editor.text = String(text[text.index(after: space)...])
            } else {
                reference = nil
                editor.text = text
            }
        default: editor.text = text
        }
    }

    /// Takes a record's value into the empty field.
    mutating func fill(_ value: FieldValue, titles: [RecordKey: String], _ context: Context) {
        switch (input, value) {
        case (_, .none): break
        case (.options, _), (.several, _):
            let tokens = value.number.map { String($0) } ?? value.text ?? ""
            picked = Set(tokens.split(separator: " ").map(String.init))
            placeOnPicked()
        case (.list(let choices), _):
            let token = value.number.map { String($0) } ?? value.text ?? ""
            editor.text = choices.first { $0.token == token }?.label(context.language) ?? token
        case (.record(let kind), .number(let number)):
            let key = RecordKey(kind, number)
            reference = key
            editor.text = titles[key].map { DatedTitle.read($0, context.language) } ?? "#\(number)"
        case (_, .day(let day)): editor.text = day.iso
        default: editor.text = field.text(of: value, context.language)
        }
        recorded = editor.text
    }

    /// - Throws: what is wrong with the text.
    func value(_ context: Context) throws(FieldReader.Problem) -> FieldValue {
        let reader = FieldReader(catalogue: context.catalogue, today: context.today)
        switch input {
        case .options, .several: return try reader.read(text, field)
        case .list(let choices):
            guard let choice = choice(among: choices) else {
                // A word can be any; where some are offered it is one of them.
                if field.kind == .word, !isEmpty {
                    throw FieldReader.Problem(ja: "候補から選んでください", en: "pick one of those that are offered")
                }
                return try reader.read(editor.text, field)
            }
            return try reader.read(choice.token, field)
        case .record:
            if let reference { return .number(reference.id) }
            if isEmpty { return try reader.read("", field) }
            throw FieldReader.Problem(
                ja: "候補か新規を ↓ で選び、Enter で決めてください", en: "pick one of those found, or the new one (↓ and Enter)")
        case .line, .notes: return try reader.read(editor.text, field)
        }
    }

    func understanding(_ context: Context) -> Understanding {
        if isEmpty { return .empty }
        let language = context.language
        do throws(FieldReader.Problem) {
            let value = try value(context)
            switch (field.kind, value) {
            case (.day, .day(let day)):
                let isOff = field.id == "next_due" && !context.calendar.isWorking(day)
                return .fine(
                    day.spelled(language) + (isOff ? language("　休日です", ", a day off") : ""), isUnusual: isOff)
            case (.time, .number(let minutes)): return .fine(ClockTime(minutes: Int(minutes))?.text ?? "")
            case (.number, .number(let number)):
                let isAsTyped = number < 1000 && Folding.stored(editor.text) == String(number)
                return .fine(isAsTyped ? "" : Figures.grouped(Int(number)))
            case (.minutes, .number(let number)):
                let usual = context.catalogue.consultation.usualMinutes
                if kind == .consultation, !usual.contains(Int(number)) {
                    return .fine(
                        language(
                            "\(number)分（目安は\(usual.lowerBound)～\(usual.upperBound)分）",
                            "\(number) minutes (usually \(usual.lowerBound)–\(usual.upperBound))"), isUnusual: true)
                }
                return .fine(language("\(number)分", "\(number) minutes"))
            case (.corporateNumber, .text(let digits)):
                return .fine(language("法人番号 \(digits)：検査数字は正しい", "\(digits): the check digit is right"))
            case (.postcode, .text(let digits)): return .fine("〒\(digits.prefix(3))-\(digits.suffix(4))")
            case (.kana, .text(let text)), (.phone, .text(let text)),
                (.email, .text(let text)):
                return .fine(text == Folding.stored(editor.text) ? "" : text)
            case (.words, .text(let words)): return .fine(words.split(separator: " ").joined(separator: " · "))
            default: return .fine("")
            }
        } catch {
            return .wrong(error.reason)
        }
    }

    /// The choices that begin with what is typed, then those that contain it.
    func found(among choices: [Choice]) -> [Choice] {
        let typed = Folding.searchKey(editor.text)
        guard !typed.isEmpty else { return choices }
        let keyed = choices.map { choice in
            (choice, [choice.token, choice.label.ja, choice.label.en, choice.kana].map(Folding.searchKey))
        }
        let first = keyed.filter { $0.1.contains { $0.hasPrefix(typed) } }.map(\.0)
        return first
            + keyed.map(\.0).filter { choice in
                !first.contains(choice)
                    && [choice.label.ja, choice.label.en].contains { Folding.searchKey($0).contains(typed) }
            }
    }

    /// The one choice that the text names; nil where it names none or several.
    func choice(among choices: [Choice]) -> Choice? {
        let typed = Folding.searchKey(editor.text)
        guard !typed.isEmpty else { return nil }
        let exact = choices.first { choice in
            [choice.token, choice.label.ja, choice.label.en].contains { Folding.searchKey($0) == typed }
        }
        if let exact { return exact }
        let found = found(among: choices)
        return found.count == 1 ? found[0] : nil
    }

    /// Whether what stands in it gives way to what is typed.
    var isReplaced: Bool { isSuggested || isJustReached }

    /// The focus has come to it: half of a day and half of another one make none. What a person typed is never replaced.
    mutating func reach() {
        switch field.kind {
        case .day, .time: isJustReached = !isEmpty && editor.text == recorded
        default: break
        }
    }

    /// - Returns: whether the key did something here.
    mutating func press(_ key: Key) -> Bool {
        (error, isKeyRefused) = (nil, false)
        switch input {
        case .options(let choices): return pick(key, choices, isSeveral: false)
        case .several(let choices): return pick(key, choices, isSeveral: true)
        default:
            if isReplaced, key.isTyped { _ = editor.press(.control("u")) }
            let before = editor.text
            let isUsed = editor.press(key)
            if editor.text != before { reference = nil }
            if isUsed { (isSuggested, isJustReached) = (false, false) }
            return isUsed
        }
    }

    private mutating func pick(_ key: Key, _ choices: [Choice], isSeveral: Bool) -> Bool {
        guard !choices.isEmpty else { return false }
        switch key.command {
        case .right, .character("l"): place = (place + 1) % choices.count
        case .left, .character("h"): place = (place + choices.count - 1) % choices.count
        case .character(" "):
            if isSeveral {
                picked.formSymmetricDifference([choices[place].token])
                return true
            }
            if !picked.isEmpty { place = (place + 1) % choices.count }
        case .character(let digit) where digit.wholeNumberValue.map({ (1...choices.count).contains($0) }) == true:
            place = (digit.wholeNumberValue ?? 1) - 1
            if isSeveral { picked.formSymmetricDifference([choices[place].token]) }
        case .backspace, .delete:
            picked = []
            return true
        case .character, .paste:
            guard let found = named(by: key, among: choices) else {
                isKeyRefused = true
                return true
            }
            place = found
            if isSeveral { return true }
        default: return false
        }
        if !isSeveral { picked = [choices[place].token] }
        return true
    }

    /// The next choice after the one with the cursor that begins with what was typed.
    private func named(by key: Key, among choices: [Choice]) -> Int? {
        let typed =
            switch key {
            case .character(let letter): Folding.searchKey(String(letter))
            case .paste(let text): Folding.searchKey(text)
            default: ""
            }
        guard !typed.isEmpty else { return nil }
        return (1...choices.count).map { (place + $0) % choices.count }.first { index in
            [choices[index].label.ja, choices[index].label.en, choices[index].kana].contains {
                Folding.searchKey($0).hasPrefix(typed)
            }
        }
    }

    private mutating func placeOnPicked() {
        place = input.choices.firstIndex { picked.contains($0.token) } ?? 0
    }
}

extension Key {
    fileprivate var isTyped: Bool {
        switch self {
        case .character, .paste: true
        default: false
        }
    }
}
