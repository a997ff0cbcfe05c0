import BansoDomain
import TerminalUI

/// Sets stage, coordinator, tags and next action of all ticked cards: one step for undo.
struct SeveralLayer: Screen {
    let request: FormRequest
    let pipeline: Pipeline
    private var drafted: DraftedForm
    /// The cards' records, in the order in which they were ticked, without those that are gone.
    private(set) var entries: [StoredRecord] = []
    private(set) var organisations: [StoredRecord] = []
    private(set) var failure: DeskError?
    private(set) var isSaving = false
    /// The records are read when the layer opens, and again once it has been pointed out what others changed since: so
    /// nothing is written over that nobody here has seen.
    private var isToRead = true
    /// Cards that others have changed since the layer opened, as they are now.
    private(set) var changed: [StoredRecord] = []

    private static let mostFound = 8

    /// - Parameters:
    ///   - request: with the numbers of the cards.
    ///   - draft: what was typed for just these cards the last time and not saved.
    init(_ request: FormRequest, in pipeline: Pipeline, draft: Draft? = nil, _ context: Context) {
        self.request = request
        self.pipeline = pipeline
        let stages = pipeline.stages.map { Choice($0.id.text, ja: $0.label.ja, en: $0.label.en) }
        let fields: [FormField?] = [
            .optional("stage", of: .pipelineEntry, input: FieldInput(stages), context),
            .optional("coordinator", of: .pipelineEntry, context),
            .optional("tags", of: .organisation, label: LocalizedText(ja: "タグ追加", en: "add tags"), context),
            .optional("next_action", of: .pipelineEntry, context), .optional("next_due", of: .pipelineEntry, context),
        ]
        drafted = DraftedForm(
            request, blank: DraftedForm.Contents(form: Form(fields.compactMap { $0 })), draft: draft)
    }

    private(set) var form: Form {
        get { drafted.now.form }
        set { drafted.now.form = newValue }
    }

    var draft: Draft? { drafted.draft(about: names.first ?? "") }
    var draftedForm: FormRequest? { request }
    var isFromDraft: Bool { drafted.isFromDraft }

    /// What the cards' organisations are called, in the order of the cards.
    var names: [String] {
        let known = Dictionary(uniqueKeysWithValues: organisations.map { ($0.key.id, $0.record["name"].text ?? "") })
        return entries.map { $0.record["organisation"].number.flatMap { known[$0] } ?? "" }
    }

    var takesText: Bool { true }
    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.control("s")], .save, "まとめて変更", "change all", isInFooter: true, refusal: goneRefusal)
        ] + drafted.bindings + Binding.terminal
    }

    var goneRefusal: LocalizedText? {
        !isToRead && entries.isEmpty
            ? LocalizedText(ja: "選んだカードは削除されました", en: "the cards are gone") : nil
    }

    /// Changes what is typed other than by keys.
    mutating func change(_ body: (inout Form) -> Void) { body(&form) }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return drafted.leave(context)
        case .action(.discard): return drafted.discard() && !drafted.isTyped ? [.forgetDraft(request)] : []
        case .action(.save): return save(context)
        case .action(let action): return PageActions.effects(for: action, at: nil, context) ?? []
        case .key(let key):
            if key == .enter, form.focus == form.shown.last { return save(context) }
            _ = form.press(key, width: width(context), context.language)
        case .written(.several(let edits), .edited): return done(edits, context)
        case .written(_, .failed(let error)):
            (isSaving, failure) = (false, error)
            switch error {
            case .stale, .notFound: isToRead = true
            default: break
            }
            return [.say(Message(.error, error.text(context.language)))]
        case .written, .returned: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if isToRead {
            let before = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.version) })
            entries = try request.several.compactMap { try desk.record(RecordKey(.pipelineEntry, $0)) }
            changed = entries.filter { before[$0.key].map { [version = $0.version] in $0 != version } ?? false }
            organisations = try Set(entries.compactMap { $0.record["organisation"].number }).sorted().compactMap {
                try desk.record(RecordKey(.organisation, $0))
            }
            isToRead = false
        }
        form.completeChoices(context.language)
        if let question = form.question {
            let query = SearchQuery(question.text, kinds: [question.kind], limit: SeveralLayer.mostFound)
            form.answer(try desk.search(query), canCreate: false)
        }
    }

    private func width(_ context: Context) -> Int {
        FormView.fieldWidth(form, in: frame(in: context.body).inset(x: 2, y: 1), context.language) - 1
    }

    private mutating func save(_ context: Context) -> [Effect] {
        guard !isSaving, let values = form.filled(context) else {
            return isSaving
                ? [] : [.say(Message(.error, context.language("印の付いた項目を直すと変更できます", "mend what is marked first")))]
        }
        if values["next_due"] != nil, values["next_action"] == nil {
            let reason = LocalizedText(ja: "期限だけでは何をするか分かりません", en: "a due date needs something to do")
            form.mark([form.index(of: "next_action", in: .pipelineEntry) ?? 0: reason])
            return []
        }
        let edits = SeveralChange(values).edits(
            of: entries, organisations: organisations, in: pipeline, on: context.today)
        guard !edits.isEmpty else {
            let note =
                values.isEmpty
                ? context.language("変える項目に入力してください", "fill in what is to change")
                : context.language("もうすべてその通りです", "all of them are so already")
            return [.say(Message(.hint, note))]
        }
        (isSaving, failure) = (true, nil)
        return [.write(.several(edits))]
    }

    private func done(_ edits: [Write.Edit], _ context: Context) -> [Effect] {
        let keys = Set(edits.map(\.key))
        let count = entries.count { entry in
            keys.contains(entry.key)
                || entry.record["organisation"].number.map { keys.contains(RecordKey(.organisation, $0)) } ?? false
        }
        let text =
            context.language("\(count)件を変更しました", "\(count) changed")
            + context.note(of: .undo, "一度に取消", "undoes all")
        return [.forgetDraft(request), entries.first.map { .finish($0.key) } ?? .close, .say(Message(.good, text))]
    }
}

extension FormField {
    /// A record's field where it may be left empty.
    /// - Returns: nil where the kind has no such field.
    static func optional(
        _ id: String, of kind: RecordKind, label: LocalizedText? = nil, input: FieldInput? = nil, _ context: Context
    ) -> FormField? {
        guard let index = kind.index(of: id) else { return nil }
        var field = kind.fields[index]
        field.isRequired = false
        if let label { field.label = label }
        return FormField(field, of: kind, input: input, context)
    }
}
