import BansoDomain
import TerminalUI

/// A form that asks field by field, says back what it understood, and saves at the end.
struct FormTalk: Topic {
    private(set) var screen: any Asking
    private var step = Step.asking
    /// The field that was asked for.
    private var asked = 0
    /// What the numbers stand for that were last read out for it.
    private var offered: [Form.Option] = []
    /// Whether what was just said is a question of its own.
    private var hasAsked = false
    /// Whether the answers were read out to be looked over.
    private var hasSummed = false

    enum Step: Hashable {
        case asking
        /// A text of several lines, with those that were said.
        case notes([String])
        case summary
        /// Somebody else has saved the record meanwhile.
        case settling
    }

    /// - Parameter screen: loaded.
    init(_ screen: any Asking) {
        self.screen = screen
        self.screen.beginAsking()
        asked = form.focus
        if form.shown.isEmpty { step = .summary }
    }

    var top: any Screen { screen }

    private var form: Form { screen.questions }
    private var field: FormField? { form.fields.indices.contains(asked) ? form.fields[asked] : nil }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] { screen.update(event, context) }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        try screen.load(from: desk, context)
    }

    mutating func press(_ action: Action, _ context: Context) -> Reply {
        Reply(effects: update(.action(action), context))
    }

    // MARK: Asking

    mutating func begin(_ context: Context) -> [String] {
        let language = context.language
        let draft = screen.isFromDraft ? language("下書きの続きです", "from your draft") : ""
        let head = [
            screen.askedTitle(context), screen.outlook(context)?.0 ?? "", draft, otherDraft(context),
            FieldQuestion.signs(context),
        ]
        return head.filter { !$0.isEmpty } + question(context)
    }

    private func signs(_ context: Context) -> [String] {
        FieldQuestion.help(context) + [otherDraft(context)].filter { !$0.isEmpty }
    }

    /// What `+` does; empty where it does nothing.
    private func otherDraft(_ context: Context) -> String {
        let binding = screen.bindings(context).first { $0.action == .otherDraft }
        return binding.map { context.language("+で\($0.label.ja)", "+: \($0.label.en)") } ?? ""
    }

    mutating func goOn(isReturn: Bool, isSilent: Bool, _ context: Context) -> [String] {
        if let refusal = screen.refusal(context) { return [refusal(context.language)] }
        var lines: [String] = []
        if let conflict = screen.conflict, step != .settling {
            step = .settling
            lines = ConflictWords(conflict: conflict).beginning(context)
        }
        // The record that was made for the field is in it now.
        if step == .asking, form.focus != asked {
            lines.append(field?.spoken(context) ?? "")
            forward()
        }
        defer { hasAsked = false }
        return hasAsked ? lines : lines + question(context)
    }

    private mutating func question(_ context: Context) -> [String] {
        let language = context.language
        switch step {
        case .notes: return []
        case .asking: return form.shown.isEmpty ? [] : FieldQuestion(form: form, index: asked).lines(context)
        case .settling: return screen.conflict.map { ConflictWords(conflict: $0).question(context) } ?? []
        case .summary:
            let ask =
                screen.lastQuestion(context)
                + language("、n 入力へ戻る、番号 その項目へ", ", n goes back, a number goes to its field")
            if hasSummed { return [ask] }
            hasSummed = true
            let answers = answered.enumerated().map { number, index in
                let field = form.fields[index]
                return Speech.numbered(
                    number + 1, Speech.pair(field.field.label(language), field.spoken(context), context))
            }
            let outlook = screen.outlook(context)?.0 ?? ""
            return answers + [outlook].filter { !$0.isEmpty } + [ask]
        }
    }

    /// The fields that say anything.
    private var answered: [Int] { form.shown.filter { !form.fields[$0].isEmpty } }

    private mutating func go(to index: Int) {
        guard form.fields.indices.contains(index) else { return }
        (step, asked, offered) = (.asking, index, [])
        screen.change { $0.go(to: index) }
    }

    /// To the next field, after the last one to the summary.
    private mutating func forward() {
        let rest = form.shown.drop { $0 <= asked }
        if let next = rest.first {
            go(to: next)
        } else {
            sum()
        }
    }

    private mutating func sum() {
        go(to: asked)
        (step, hasSummed) = (.summary, false)
    }

    // MARK: Listening

    mutating func hear(_ line: String, _ desk: any DeskReader, _ context: Context) throws -> Reply {
        let command = FormCommand(line)
        switch (step, command) {
        case (.notes(let lines), _): return note(line, after: lines)
        case (_, .leave): return Reply(effects: leave(context))
        case (_, .other): return other(context)
        case (_, .help): return try help(desk, context)
        case (.summary, _): return decide(command, context)
        case (.settling, _): return settle(command, context)
        case (.asking, .back):
            guard let before = form.shown.last(where: { $0 < asked }) else {
                return Reply(lines: [context.language("最初の項目です", "this is the first field")])
            }
            go(to: before)
        case (.asking, .on): forward()
        case (.asking, .end): sum()
        case (.asking, .empty):
            screen.change { $0.fields[asked].clear() }
            return keep(context)
        case (.asking, .keep): return keep(context)
        case (.asking, .answer(let text)): return try answer(text, desk, context)
        }
        return Reply()
    }

    /// Esc means the form, and what stands in the way of leaving it first.
    private mutating func leave(_ context: Context) -> [Effect] {
        if screen.conflict != nil { _ = screen.update(.action(.close), context) }
        return screen.update(.action(.close), context)
    }

    private mutating func other(_ context: Context) -> Reply {
        guard otherDraft(context).isEmpty else { return Reply(effects: screen.update(.action(.otherDraft), context)) }
        let none = context.language(
            "下書きになっている新規の記録で使えます", "+ is for new records of which a draft is kept")
        return Reply(lines: [none])
    }

    private mutating func help(_ desk: any DeskReader, _ context: Context) throws -> Reply {
        guard step == .asking, let field else { return Reply(lines: signs(context)) }
        if case .list(let choices) = field.input { offered = choices.map(Form.Option.choice) }
        // Of who is settled already others are offered too.
        if case .record = field.input, field.isEmpty || field.reference != nil {
            var empty = screen
            empty.change { $0.fields[asked].clear() }
            try empty.load(from: desk, context)
            offered = empty.questions.completion.options
        }
        return offered.isEmpty ? Reply(lines: signs(context)) : offer(context)
    }

    /// Reads out what can be chosen.
    private mutating func offer(_ context: Context) -> Reply {
        hasAsked = true
        let lines = offered.enumerated().map { Speech.numbered($0.offset + 1, $0.element.spoken(context)) }
        return Reply(lines: lines + [context.language("番号で選ぶ", "choose by number")])
    }

    private mutating func keep(_ context: Context) -> Reply {
        if let problem = field?.problem(context) { return refused(problem, context) }
        forward()
        return Reply()
    }

    private func refused(_ reason: LocalizedText, _ context: Context) -> Reply {
        let label = field?.field.label ?? LocalizedText(ja: "", en: "")
        return Reply(lines: [Speech.pair(label(context.language), reason(context.language), context)])
    }

    private mutating func note(_ line: String, after lines: [String]) -> Reply {
        guard Folding.stored(line).isEmpty else {
            step = .notes(lines + [line])
            let text = (lines + [line]).joined(separator: "\n")
            screen.change { form in
                form.fields[asked].editor.text = ""
                _ = form.fields[asked].editor.press(.paste(text))
            }
            return Reply()
        }
        step = .asking
        forward()
        return Reply()
    }

    private mutating func answer(_ text: String, _ desk: any DeskReader, _ context: Context) throws -> Reply {
        guard let field else { return Reply() }
        if field.input == .notes { return note(text, after: []) }
        if field.input.isCompleted { return try complete(text, desk, context) }
        var problem: FieldReader.Problem?
        screen.change { form in
            do throws(FieldReader.Problem) {
                try form.fields[asked].answer(text, context)
            } catch { problem = error }
        }
        if let problem { return refused(problem.reason, context) }
        // What was understood is said where it isn't what was typed.
        let spoken = self.field?.spoken(context) ?? ""
        forward()
        return Reply(lines: spoken == text ? [] : [spoken])
    }

    // MARK: Choosing

    private mutating func complete(_ text: String, _ desk: any DeskReader, _ context: Context) throws -> Reply {
        if let number = Int(Folding.typed(text)), offered.indices.contains(number - 1) {
            return choose(offered[number - 1], context)
        }
        screen.change { try? $0.fields[asked].answer(text, context) }
        if let field, let choice = field.choice(among: field.input.choices) {
            return choose(.choice(choice), context)
        }
        try screen.load(from: desk, context)
        offered = form.completion.options
        if let sure = sure(text) { return choose(sure, context) }
        guard !offered.isEmpty else {
            return refused(LocalizedText(ja: "「\(text)」は見つかりません", en: "nothing found for '\(text)'"), context)
        }
        return offer(context)
    }

    /// The one record of just this name.
    private func sure(_ text: String) -> Form.Option? {
        let key = Folding.searchKey(text)
        let named = offered.filter { option in
            if case .found(let hit) = option { Folding.searchKey(hit.name) == key } else { false }
        }
        return named.count == 1 ? named[0] : nil
    }

    private mutating func choose(_ option: Form.Option, _ context: Context) -> Reply {
        guard case .new = option, let place = form.completion.options.firstIndex(of: option) else {
            screen.change { $0.take(option, context.language) }
            let spoken = field?.spoken(context) ?? ""
            forward()
            return Reply(lines: [spoken])
        }
        while let selected = form.completion.selected, selected > place { _ = screen.update(.key(.up), context) }
        while (form.completion.selected ?? -1) < place { _ = screen.update(.key(.down), context) }
        return Reply(effects: screen.update(.key(.enter), context))
    }

    // MARK: Saving

    private mutating func decide(_ command: FormCommand, _ context: Context) -> Reply {
        guard case .answer(let text) = command else {
            if command == .back, let last = form.shown.last { go(to: last) }
            return Reply()
        }
        if let number = Int(Folding.typed(text)), answered.indices.contains(number - 1) {
            go(to: answered[number - 1])
            return Reply()
        }
        switch Confirmation(text) {
        case .yes: return save(context)
        case .no:
            go(to: form.shown.first ?? 0)
            return Reply()
        case nil: return Reply()
        }
    }

    private mutating func save(_ context: Context) -> Reply {
        let effects = screen.update(.action(.save), context)
        let wrong = form.shown.filter { form.fields[$0].error != nil }
        guard let first = wrong.first else { return Reply(effects: effects) }
        let lines = wrong.map { index in
            let field = form.fields[index]
            let reason = field.problem(context) ?? field.error ?? LocalizedText(ja: "", en: "")
            return Speech.pair(field.field.label(context.language), reason(context.language), context)
        }
        go(to: first)
        for index in wrong { screen.change { $0.fields[index].error = nil } }
        return Reply(lines: lines)
    }

    private mutating func settle(_ command: FormCommand, _ context: Context) -> Reply {
        guard let conflict = screen.conflict, case .answer(let text) = command else { return Reply() }
        switch (conflict.isSettled, Folding.typed(text), Confirmation(text)) {
        case (false, "1", _): _ = screen.update(.action(.left), context)
        case (false, "2", _): _ = screen.update(.action(.right), context)
        case (true, _, .yes): return Reply(effects: screen.update(.action(.save), context))
        case (true, _, .no):
            _ = screen.update(.action(.close), context)
            go(to: form.shown.first ?? 0)
        default: break
        }
        return Reply()
    }
}
