import BansoDomain
import TerminalUI

/// The fields of a form one under the other. Enter or Tab goes on, Shift-Tab back; an invalid field never holds one back:
/// only saving asks.
struct Form: Hashable {
    var fields: [FormField]
    /// What is settled and not asked.
    let given: [String: FieldValue]
    private(set) var focus = 0 {
        didSet {
            guard fields.indices.contains(oldValue), oldValue != focus else { return }
            (fields[oldValue].isKeyRefused, fields[oldValue].isJustReached) = (false, false)
            fields[focus].reach()
        }
    }
    /// What completes the focused field; empty where nothing does.
    private(set) var completion = Completion()

    /// One of the rows under a field that is being completed.
    enum Option: Hashable {
        case choice(Choice)
        case found(SearchHit)
        /// Makes a record of the kind, of the name that was typed.
        case new(RecordKind, name: String)
    }

    struct Completion: Hashable {
        /// What the options were found for; nil before the first time.
        var field: Int?
        var text = ""
        var options: [Option] = []
        /// Nil while nothing is highlighted: Enter just goes on.
        var selected: Int?
    }

    enum Reply: Hashable {
        case used, unused
        case create(RecordKind, name: String)
    }

    init(_ fields: [FormField], given: [String: FieldValue] = [:]) {
        self.fields = fields
        self.given = given
        focus = fields.indices.first ?? 0
    }

    var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

    /// The fields that make sense with what is picked in the others.
    var shown: [Int] { fields.indices.filter(isShown) }

    func isShown(_ index: Int) -> Bool {
        guard let condition = fields[index].condition else { return true }
        if let value = given[condition.field] { return condition.tokens.contains(value.text ?? "") }
        guard let other = fields.first(where: { $0.field.id == condition.field && $0.kind == fields[index].kind })
        else {
            return true
        }
        return !other.chosen.isDisjoint(with: condition.tokens)
    }

    func index(of field: String, in kind: RecordKind) -> Int? {
        fields.firstIndex { $0.field.id == field && $0.kind == kind }
    }

    /// By name, with the kind before a field of another record.
    var texts: [String: String] {
        Dictionary(uniqueKeysWithValues: fields.map { (name(of: $0), $0.text) })
    }

    mutating func fill(_ texts: [String: String]) {
        for index in fields.indices {
            if let text = texts[name(of: fields[index])] { fields[index].fill(text) }
        }
    }

    private func name(of field: FormField) -> String { field.kind.rawValue + "." + field.field.id }

    /// The record that a field stands for.
    func reference(of field: String, in kind: RecordKind) -> RecordKey? {
        index(of: field, in: kind).flatMap { fields[$0].reference }
    }

    /// Goes to a field, where it is asked.
    mutating func focus(on field: String, in kind: RecordKind) {
        guard let index = index(of: field, in: kind), isShown(index) else { return }
        focus = index
        completion = Completion()
    }

    /// The form was opened: its first field is reached.
    mutating func reach() { if fields.indices.contains(focus) { fields[focus].reach() } }

    // MARK: Keys

    mutating func press(_ key: Key, width: Int, _ language: Language) -> Reply {
        guard let field = focused else { return .unused }
        if field.input.isCompleted, let reply = pressCompleted(key, language) { return reply }
        switch key {
        case .tab: return step(1)
        case .enter where field.input != .notes: return step(1)
        case .backTab: return step(-1)
        case .up, .control("p"): return vertical(-1, width: width)
        case .down, .control("n"): return vertical(1, width: width)
        default: return fields[focus].press(key) ? .used : .unused
        }
    }

    /// - Returns: nil where the key means here what it means in any field.
    private mutating func pressCompleted(_ key: Key, _ language: Language) -> Reply? {
        let count = completion.options.count
        switch key {
        case .down, .control("n"):
            guard count > 0, completion.field == focus else { return nil }
            completion.selected = completion.selected.map { min($0 + 1, count - 1) } ?? 0
        case .up, .control("p"):
            guard let selected = completion.selected else { return nil }
            completion.selected = selected > 0 ? selected - 1 : nil
        case .enter, .tab:
            guard let selected = completion.selected, completion.options.indices.contains(selected),
                completion.field == focus
            else { return nil }
            if case .new(let kind, let name) = completion.options[selected] {
                return key == .enter ? .create(kind, name: name) : nil
            }
            take(completion.options[selected], language)
            return step(1)
        default: return nil
        }
        return .used
    }

    /// Puts one of the options into the focused field.
    mutating func take(_ option: Option, _ language: Language) {
        fields[focus].error = nil
        switch option {
        case .choice(let choice):
            fields[focus].editor.text = choice.label(language)
        case .found(let hit):
            fields[focus].editor.text = hit.name
            fields[focus].reference = hit.key
        case .new: break
        }
        completion = Completion()
    }

    /// The record that was made for the focused field.
    mutating func take(_ key: RecordKey, title: String) {
        fields[focus].editor.text = title
        fields[focus].reference = key
        fields[focus].error = nil
        completion = Completion()
        _ = step(1)
    }

    private mutating func step(_ steps: Int) -> Reply {
        let shown = shown
        let here = shown.firstIndex(of: focus) ?? 0
        focus = shown[(here + steps + shown.count) % shown.count]
        completion = Completion()
        return .used
    }

    /// Arrows, and so the mouse's wheel, stop at the ends; Tab goes round.
    private mutating func vertical(_ steps: Int, width: Int) -> Reply {
        if fields[focus].input == .notes, fields[focus].editor.moveLine(by: steps, width: width) { return .used }
        return focus == (steps > 0 ? shown.last : shown.first) ? .used : step(steps)
    }

    // MARK: Completion

    /// What the focused field asks the desk for; nil where it has its answer.
    var question: (kind: RecordKind, text: String)? {
        guard let field = focused, case .record(let kind) = field.input, field.reference == nil else { return nil }
        let text = Folding.stored(field.editor.text)
        return completion.field == focus && completion.text == text ? nil : (kind, text)
    }

    /// - Parameter createsAtOnce: a new one needs no more than its name: it is not made by an Enter that just goes on.
    mutating func answer(_ hits: [SearchHit], canCreate: Bool, createsAtOnce: Bool = false) {
        guard let field = focused, case .record(let kind) = field.input else { return }
        let text = Folding.stored(field.editor.text)
        var options = hits.map(Option.found)
        if canCreate, !text.isEmpty { options.append(.new(kind, name: text)) }
        completion = Completion(
            field: focus, text: text, options: options,
            selected: text.isEmpty || options.isEmpty || hits.isEmpty && createsAtOnce ? nil : 0)
    }

    /// Completes the focused field from choices that are known without the desk.
    mutating func completeChoices(_ language: Language) {
        guard let field = focused, case .list(let choices) = field.input else {
            if focused?.input.isCompleted != true { completion = Completion() }
            return
        }
        let text = Folding.stored(field.editor.text)
        guard completion.field != focus || completion.text != text else { return }
        let isChosen = choices.contains { $0.label(language) == text }
        let found = isChosen ? [] : field.found(among: choices)
        completion = Completion(
            field: focus, text: text, options: found.map(Option.choice),
            selected: text.isEmpty || found.isEmpty ? nil : 0)
    }

    /// Takes the one record whose name stands in the focused field as a whole: whoever typed it has chosen it.
    mutating func takeNamed(_ language: Language) {
        guard let field = focused, case .record = field.input, field.reference == nil, completion.field == focus
        else { return }
        let text = Folding.stored(field.editor.text)
        let named = completion.options.filter { option in
            if case .found(let hit) = option { Folding.stored(hit.name) == text } else { false }
        }
        if named.count == 1 { take(named[0], language) }
    }

    // MARK: The record

    /// The values of a kind's fields, where all of them can be read; what is wrong is marked, and focused.
    /// - Parameter base: what the fields that the form doesn't show keep.
    mutating func record(_ kind: RecordKind, over base: Record, _ context: Context) -> Record? {
        var record = base
        var wrong: [Int: LocalizedText] = [:]
        for (index, field) in fields.enumerated() where field.kind == kind {
            guard isShown(index) else {
                record[field.field.id] = field.field.initial
                continue
            }
            do throws(FieldReader.Problem) {
                record[field.field.id] = try field.value(context)
            } catch {
                wrong[index] = error.reason
            }
        }
        if wrong.isEmpty {
            let untimely = [
                RecordRules.ahead(record, of: context.today), RecordRules.past(record, on: context.today),
            ]
            let problems = RecordRules.problems(in: record, catalogue: context.catalogue)
            for problem in problems + untimely.compactMap({ $0 }) {
                wrong[index(of: problem.field, in: kind) ?? focus] = problem.reason
            }
        }
        mark(wrong)
        return wrong.isEmpty ? record : nil
    }

    /// The values of the fields that are filled, by name; nil where one can't be read: it is marked, and focused.
    mutating func filled(_ context: Context) -> [String: FieldValue]? {
        var values: [String: FieldValue] = [:]
        var wrong: [Int: LocalizedText] = [:]
        for index in shown where !fields[index].isEmpty {
            do throws(FieldReader.Problem) {
                values[fields[index].field.id] = try fields[index].value(context)
            } catch {
                wrong[index] = error.reason
            }
        }
        mark(wrong)
        return wrong.isEmpty ? values : nil
    }

    /// Goes to the last field.
    mutating func focusLast() { go(to: shown.last ?? 0) }

    mutating func go(to field: Int) {
        focus = field
        completion = Completion()
    }

    /// Marks what can't be saved and goes to the first of it.
    mutating func mark(_ wrong: [Int: LocalizedText]) {
        for (index, reason) in wrong { fields[index].error = reason }
        guard let first = wrong.keys.min() else { return }
        focus = first
        completion = Completion()
    }
}
