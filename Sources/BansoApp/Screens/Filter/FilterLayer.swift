import BansoDomain
import TerminalUI

/// Narrows a pipeline's page: by a filter that was saved, or by one that is filled in here; with a name it is saved too.
struct FilterLayer: Screen {
    let pipeline: Pipeline
    /// Nil until it is loaded.
    private var drafted: DraftedForm?
    /// Of this pipeline, by number.
    private(set) var saved: [StoredRecord] = []
    /// The saved filter that is highlighted; nil while keys go to the form.
    private(set) var picked: Int?
    /// What the page is narrowed to when the layer opens.
    let current: Record?
    private let earlier: Draft?
    /// What the page is to be narrowed to once it is saved.
    private var applied: Record?
    /// What would stand for a saved name from now on, once that was pointed out.
    private var askedAbout: Record?
    /// The data that `saved` was read from.
    private var version: Int?

    private static let mostFound = 8

    /// - Parameters:
    ///   - record: what the page is narrowed to.
    ///   - draft: what was typed the last time and not applied.
    init(_ pipeline: Pipeline, record: Record?, draft: Draft? = nil) {
        self.pipeline = pipeline
        current = record
        earlier = draft
    }

    private(set) var form: Form? {
        get { drafted?.now.form }
        set {
            if let newValue { drafted?.now.form = newValue }
        }
    }

    private var request: FormRequest { .filter(pipeline.id) }
    var draft: Draft? { drafted?.draft(about: "") }
    var draftedForm: FormRequest? { form == nil ? nil : request }
    var isFromDraft: Bool { earlier != nil }

    var takesText: Bool { true }
    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.control("s")], .save, "絞り込む", "apply", isInFooter: true)
        ] + (drafted?.bindings ?? DraftedForm.leaving)
            + (picked == nil ? [] : [Binding([.delete], .delete, "保存を消す", "remove", isInFooter: true)])
            + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return drafted?.leave(context) ?? [.close]
        case .action(.discard): return drafted?.discard() == true && draft == nil ? [.forgetDraft(request)] : []
        case .action(.delete):
            guard let picked, saved.indices.contains(picked) else { return [] }
            let name = saved[picked].record["name"].text ?? ""
            return [.write(.delete(saved[picked].key, version: saved[picked].version, title: name))]
        case .action(.first): picked = saved.isEmpty ? nil : 0
        case .action(.up): picked = picked.map { max(0, $0 - 1) }
        case .action(.down): picked = picked.flatMap { $0 + 1 < saved.count ? $0 + 1 : nil }
        case .action(.save): return picked.map { choose($0) } ?? apply(context)
        case .action(let action): return PageActions.effects(for: action, at: nil, context) ?? []
        case .key(let key): return picked == nil ? press(key, context) : pressInList(key, context)
        case .written(_, .failed(let error)):
            applied = nil
            return [.say(Message(.error, error.text(context.language)))]
        case .written(let write, let outcome):
            guard let applied else { return PageActions.effects(for: outcome, write, context) }
            let text = context.language("絞り込みを保存しました", "filter saved") + context.undoNote
            return narrow(to: applied) + [.say(Message(.good, text))]
        case .returned: break
        }
        return []
    }

    /// Goes to the form.
    mutating func beginAsking() { picked = nil }

    /// Changes what is typed other than by keys.
    mutating func change(_ body: (inout Form) -> Void) {
        if form != nil { body(&form!) }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if version != context.dataVersion { try loadSaved(from: desk) }
        version = context.dataVersion
        if form == nil { try open(from: desk, context) }
        form?.completeChoices(context.language)
        if picked == nil, let question = form?.question {
            let query = SearchQuery(question.text, kinds: [question.kind], limit: FilterLayer.mostFound)
            form?.answer(try desk.search(query), canCreate: false)
        }
    }

    private mutating func loadSaved(from desk: any DeskReader) throws {
        saved = try desk.all(.savedFilter).filter { $0.record["pipeline"].text == pipeline.id.text }
        if let picked { self.picked = saved.isEmpty ? nil : min(picked, saved.count - 1) }
    }

    private mutating func open(from desk: any DeskReader, _ context: Context) throws {
        let name = LocalizedText(ja: "保存名", en: "save as")
        let asked = ["text", "prefecture", "coordinator", "tag", "eligibility", "side", "due"].filter {
            $0 != "side" || pipeline.subject == .twoSided
        }
        var fields = asked.compactMap { FormField.optional($0, of: .savedFilter, context) }
        if let current {
            let named = zip(current.kind.fields, current.values).compactMap { RecordLinks.target(of: $1, in: $0) }
            let titles = try desk.titles(of: Set(named))
            for index in fields.indices {
                fields[index].fill(current[fields[index].field.id], titles: titles, context)
            }
        }
        if let last = FormField.optional("name", of: .savedFilter, label: name, context) { fields.append(last) }
        drafted = DraftedForm(request, blank: DraftedForm.Contents(form: Form(fields)), draft: earlier)
        picked = saved.isEmpty || current != nil || isFromDraft ? nil : 0
    }

    // MARK: Keys

    private mutating func pressInList(_ key: Key, _ context: Context) -> [Effect] {
        guard let picked else { return [] }
        switch key.command {
        case .character(let digit) where digit.wholeNumberValue.map({ (1...9).contains($0) }) == true:
            let index = (digit.wholeNumberValue ?? 1) - 1
            return saved.indices.contains(index) ? choose(index) : []
        case .up, .control("p"): return update(.action(.up), context)
        case .down, .control("n"): return update(.action(.down), context)
        case .tab: self.picked = nil
        case .backTab:
            self.picked = nil
            form?.focusLast()
        case .enter: return choose(picked)
        case .character, .paste:
            // Who begins to type means the first field.
            self.picked = nil
            return press(key, context)
        default: break
        }
        return []
    }

    private mutating func press(_ key: Key, _ context: Context) -> [Effect] {
        guard var form else { return [] }
        if key == .enter, form.focus == form.shown.last { return apply(context) }
        if [.up, .backTab].contains(key), form.focus == form.shown.first, !saved.isEmpty {
            picked = saved.count - 1
            return []
        }
        let inside = FilterLayout(layer: self, in: context.body).form
        _ = form.press(key, width: FormView.fieldWidth(form, in: inside, context.language) - 1, context.language)
        self.form = form
        return []
    }

    private func choose(_ index: Int) -> [Effect] { [.pass(.narrow(saved[index].record.withoutName))] }

    /// What was typed has come to something.
    private func narrow(to record: Record) -> [Effect] { [.forgetDraft(request), .pass(.narrow(record))] }

    private mutating func apply(_ context: Context) -> [Effect] {
        guard let values = form?.filled(context) else {
            return [.say(Message(.error, context.language("印の付いた項目を直すと絞り込めます", "mend what is marked first")))]
        }
        var record = Record(.savedFilter, ["pipeline": .text(pipeline.id.text)])
        for (field, value) in values { record[field] = value }
        guard let name = record["name"].text, !name.isEmpty else { return narrow(to: record) }
        applied = record.withoutName
        // A name that is there already stands for the new conditions from now on.
        guard let same = saved.first(where: { $0.record["name"].text == name }) else { return [.write(.add(record))] }
        guard same.record != record else {
            applied = nil
            let text = context.language("「\(name)」と同じ絞り込みです", "'\(name)' is just that already")
            return narrow(to: record.withoutName) + [.say(Message(.hint, text))]
        }
        guard askedAbout == record else {
            askedAbout = record
            let text = context.language(
                "「\(name)」は別の条件で保存されています。置き換えるなら、もう一度",
                "'\(name)' is saved with other conditions: once more replaces it")
            return [.say(Message(.hint, text))]
        }
        return [.write(.edit(same.key, version: same.version, to: record))]
    }
}

extension Record {
    /// A filter as a page uses it: its name is asked for only to save it.
    fileprivate var withoutName: Record {
        var record = self
        record["name"] = .text("")
        return record
    }
}
