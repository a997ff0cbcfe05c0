import BansoDomain
import TerminalUI

/// One field of a form.
struct FormField: Hashable {
    let label: LocalizedText
    let hint: LocalizedText
    let kind: FieldKind
    var editor: TextEditor
    /// Into the options of a choice.
    var choice = 0
    /// Set when saving found it wrong; gone with the next key in it.
    var error: LocalizedText?

    init(_ ja: String, _ en: String, kind: FieldKind, value: String = "", hintJa: String = "", hintEn: String = "") {
        label = LocalizedText(ja: ja, en: en)
        hint = LocalizedText(ja: hintJa, en: hintEn)
        self.kind = kind
        editor = TextEditor(value, isMultiline: kind == .notes)
    }

    var text: String { Folding.stored(editor.text) }
    var isMultiline: Bool { editor.isMultiline }

    /// Known names that begin with or contain what is typed.
    var suggestions: [String] {
        guard case .name(let names) = kind else { return [] }
        let typed = Folding.searchKey(editor.text)
        guard !typed.isEmpty else { return names }
        return names.filter { Folding.searchKey($0).contains(typed) && $0 != editor.text }
    }
}

/// Fields one under the other. Enter or Tab goes on, Shift-Tab back; an invalid field never holds one back: only saving
/// asks.
struct Form: Hashable {
    var fields: [FormField]
    var focus = 0

    init(_ fields: [FormField]) { self.fields = fields }

    /// The fields as texts, a choice as its number: what a draft keeps.
    var texts: [String] {
        fields.map { field in
            if case .choice = field.kind { return String(field.choice) }
            return field.editor.text
        }
    }

    /// Takes a draft's texts; nothing where it is of another form.
    mutating func fill(_ texts: [String]) {
        guard texts.count == fields.count else { return }
        for (index, text) in texts.enumerated() {
            if case .choice(let options) = fields[index].kind {
                fields[index].choice = Int(text).flatMap { options.indices.contains($0) ? $0 : nil } ?? 0
            } else {
                fields[index].editor.text = text
            }
        }
    }

    /// - Returns: whether the key did something here.
    mutating func press(_ key: Key, width: Int) -> Bool {
        switch key {
        case .tab: return step(1)
        case .enter where !fields[focus].isMultiline: return step(1)
        case .backTab: return step(-1)
        case .up: return vertical(-1, width: width)
        case .down: return vertical(1, width: width)
        default: break
        }
        fields[focus].error = nil
        if case .choice(let options) = fields[focus].kind {
            switch key {
            case .right, .character(" "), .character("　"):
                fields[focus].choice = (fields[focus].choice + 1) % options.count
            case .left: fields[focus].choice = (fields[focus].choice + options.count - 1) % options.count
            default: return false
            }
            return true
        }
        return fields[focus].editor.press(key)
    }

    /// Marks the fields that can't be saved and goes to the first of them.
    /// - Returns: whether all are fine.
    mutating func validate(today: Day, language: Language) -> Bool {
        var firstWrong: Int?
        for index in fields.indices {
            if case .wrong(let reason) = fields[index].kind.understand(
                fields[index].editor.text, today: today, language: language)
            {
                fields[index].error = reason
                firstWrong = firstWrong ?? index
            }
        }
        if let firstWrong { focus = firstWrong }
        return firstWrong == nil
    }

    private mutating func step(_ steps: Int) -> Bool {
        focus = (focus + steps + fields.count) % fields.count
        return true
    }

    private mutating func vertical(_ steps: Int, width: Int) -> Bool {
        if fields[focus].isMultiline, fields[focus].editor.moveLine(by: steps, width: width) { return true }
        if case .name(let names) = fields[focus].kind, !names.isEmpty { return cycle(names, by: steps) }
        return step(steps)
    }

    /// Up and down in a name's field take the next known one.
    private mutating func cycle(_ names: [String], by steps: Int) -> Bool {
        let options = fields[focus].suggestions
        if let here = names.firstIndex(of: fields[focus].editor.text) {
            fields[focus].editor.text = names[(here + steps + names.count) % names.count]
        } else if let first = options.first {
            fields[focus].editor.text = first
        }
        return true
    }
}
