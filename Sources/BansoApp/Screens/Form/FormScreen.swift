import BansoDomain
import TerminalUI

/// Enters or changes a record of any kind. What its fields are, what they take and what is said about them is data: the
/// kind's description.
struct FormScreen: Screen {
    let request: FormRequest
    private(set) var form: Form?
    /// The record as it was when the form was opened, or as a new one begins.
    private(set) var base: Record?
    private(set) var version: Int?
    /// What the record that is settled or edited is known by.
    private(set) var subject = ""
    /// The company's consultations, where one is to be logged.
    private(set) var file: OrganisationFile?
    private(set) var isSaving = false
    private(set) var failure: DeskError?
    /// Set where somebody else saved the record meanwhile.
    private(set) var conflict: Conflict?
    private(set) var isGone = false
    private var untouched: [String: String] = [:]
    private let earlier: Draft?
    /// The record that a form on top of this one has made, until it is looked up.
    private var made: RecordKey?

    private static let mostFound = 8

    /// - Parameter draft: what was typed the last time and not saved.
    init(_ request: FormRequest, draft: Draft? = nil) {
        self.request = request
        earlier = draft
    }

    var isFromDraft: Bool { earlier != nil }

    var draft: Draft? {
        guard let form, form.texts != untouched, !isGone else { return nil }
        return Draft(request: request, base: request.record == nil ? nil : base, version: version, texts: form.texts)
    }

    var takesText: Bool { conflict == nil }

    var key: RecordKey? { request.record.map { RecordKey(request.kind, $0) } }

    private var consultedCompany: OrganisationID? {
        guard request.kind == .consultation, request.record == nil else { return nil }
        return request.given["organisation"]?.number.map { OrganisationID($0) }
    }

    func bindings(_ context: Context) -> [Binding] {
        var list = [
            Binding(
                [.control("s")], .save, "保存", "save", isInFooter: true,
                refusal: refusal(context) ?? conflict.flatMap { $0.isSettled ? nil : Conflict.undecided }),
            Binding(
                [.escape, .control("c")], .close, conflict == nil ? "やめる" : "入力へ戻る",
                conflict == nil ? "leave" : "back to the form", isInFooter: true),
        ]
        if conflict != nil {
            list += [
                Binding([.left, .character("h")], .left, "自分の値", "mine", isInFooter: true),
                Binding([.right, .character("l")], .right, "相手の値", "theirs", isInFooter: true),
            ]
            list += Binding.vertical
        }
        return list + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close):
            if conflict != nil {
                conflict = nil
                return []
            }
            return leave(context)
        case .action(.save): return conflict == nil ? save(context) : saveSettled(context)
        case .action(let action):
            if conflict?.perform(action) == true { return [] }
            return PageActions.effects(for: action, at: nil, context) ?? []
        case .key(let key): return press(key, context)
        case .returned(let key):
            made = key
            return []
        case .written(let write, let outcome): return written(write, outcome, context)
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if form == nil { try open(from: desk, context) }
        if let company = consultedCompany { file = try desk.file(of: company) }
        if let made {
            self.made = nil
            let title = try desk.titles(of: [made])[made] ?? ""
            form?.take(made, title: title)
        }
        if failure.map({ if case .stale = $0 { true } else { false } }) == true, conflict == nil {
            try compare(with: desk, context)
        }
        form?.completeChoices(context.language)
        if let question = form?.question {
            let query = SearchQuery(question.text, kinds: [question.kind], limit: FormScreen.mostFound)
            form?.answer(try desk.search(query), canCreate: FormScreen.creatable.contains(question.kind))
        }
    }

    /// Kinds of which a record can be made from within another one's field.
    private static let creatable: Set<RecordKind> = [.organisation, .talent, .event, .region, .coordinator, .posting]

    func refusal(_ context: Context) -> LocalizedText? {
        if isGone { return LocalizedText(ja: "この記録は削除されました", en: "this record is gone") }
        guard consultedCompany != nil else { return nil }
        guard let file else { return LocalizedText(ja: "企業が見つかりません", en: "the company is gone") }
        return Refusal.consultation(name: file.organisation.record.name, count: file.consultations.count, context)
    }

    // MARK: Opening

    private mutating func open(from desk: any DeskReader, _ context: Context) throws {
        var base = FormPlan.initial(request, context)
        if let key {
            guard let stored = try desk.record(key) else {
                isGone = true
                return
            }
            (base, version) = (stored.record, stored.version)
        } else if request.kind == .consultation,
            let me = try desk.search(
                SearchQuery(context.actor.name, kinds: [.coordinator], limit: 5)
            ).first(where: { $0.name == context.actor.name })
        {
            base["coordinator"] = .number(me.key.id)
        }
        let named = zip(request.kind.fields, base.values).compactMap { RecordLinks.target(of: $1, in: $0) }
        let titles = try desk.titles(of: Set(named + (key.map { [$0] } ?? [])))
        subject =
            key.map { titles[$0] ?? "" }
            ?? request.given.keys.sorted().compactMap { field in
                request.kind.index(of: field).flatMap {
                    RecordLinks.target(of: request.given[field] ?? .none, in: request.kind.fields[$0])
                }
            }.compactMap { titles[$0] }.joined(separator: "  ")
        var fresh = FormPlan.form(for: request, over: base, context)
        for index in fresh.fields.indices where fresh.fields[index].kind == request.kind {
            fresh.fields[index].fill(base[fresh.fields[index].field.id], titles: titles, context)
        }
        untouched = fresh.texts
        if let earlier {
            fresh.fill(earlier.texts)
            // What the draft was typed over is what it is compared with.
            if let old = earlier.base, let oldVersion = earlier.version { (base, version) = (old, oldVersion) }
        }
        self.base = base
        form = fresh
    }

    // MARK: Typing

    private mutating func press(_ key: Key, _ context: Context) -> [Effect] {
        guard let form, refusal(context) == nil else { return [] }
        let width = FormView.fieldWidth(form, in: context.body, context.language) - 1
        guard case .create(let kind, let name)? = self.form?.press(key, width: width, context.language) else {
            return []
        }
        let named = kind == .event ? "theme" : kind == .posting ? "title" : "name"
        // Where a name is all that is needed, there is nothing more to ask.
        let isNameEnough = kind.fields.allSatisfy { $0.id == named || !$0.isRequired || $0.initial != .none }
        guard isNameEnough, kind != .organisation, kind != .talent else {
            return [.open(.form(FormRequest(kind, suggested: [named: .text(name)])))]
        }
        var record = Record(kind)
        record[named] = .text(name)
        return [.write(.add(record))]
    }

    /// Esc keeps what was typed.
    private func leave(_ context: Context) -> [Effect] {
        guard draft != nil, refusal(context) == nil else { return [.close, .forgetDraft(request)] }
        let note = context.language("下書きを残しました（開き直すと続きから）", "kept as a draft: open it again to go on")
        return [.close, .say(Message(.hint, note))]
    }

    // MARK: Saving

    private mutating func save(_ context: Context) -> [Effect] {
        guard var form, let base, !isSaving else { return [] }
        defer { self.form = form }
        let mend = Effect.say(
            Message(.error, context.language("赤い項目を直すと保存できます", "mend the marked field, then save")))
        guard let record = form.record(request.kind, over: base, context) else { return [mend] }
        if request.kind == .consultation, let date = record["date"].day, date > context.today {
            let reason = LocalizedText(ja: "\(date.wareki)はまだ先の日付です", en: "\(date.spelled(.en)) is still to come")
            form.mark([form.index(of: "date", in: .consultation) ?? 0: reason])
            return [mend]
        }
        failure = nil
        if consultedCompany != nil {
            guard let card = form.record(.pipelineEntry, over: Record(.pipelineEntry, FormScreen.anyCard), context)
            else {
                return [mend]
            }
            let action = card["next_action"].text ?? ""
            if action.isEmpty, card["next_due"] != .none {
                let reason = LocalizedText(ja: "期限だけでは何をするか分かりません", en: "a due date needs something to do")
                form.mark([form.index(of: "next_action", in: .pipelineEntry) ?? 0: reason])
                return [mend]
            }
            isSaving = true
            let next = action.isEmpty ? nil : NextAction(text: action, due: card["next_due"].day)
            return [.write(.book(Consultation(record), next))]
        }
        if let key, let version {
            if record == base {
                return [
                    .close, .forgetDraft(request),
                    .say(Message(.hint, context.language("変更はありません", "nothing changed"))),
                ]
            }
            isSaving = true
            return [.write(.edit(key, version: version, to: record))]
        }
        isSaving = true
        return [.write(.add(record))]
    }

    /// What the card's own required fields are while only the next action is asked.
    private static let anyCard: KeyValuePairs<String, FieldValue> = [
        "organisation": .number(1), "pipeline": .text("-"), "stage": .text("-"), "stage_order": .number(0),
        "since": .day(Day(ordinal: 0)),
    ]

    private mutating func saveSettled(_ context: Context) -> [Effect] {
        guard let conflict, let key, conflict.isSettled, !isSaving else { return [] }
        isSaving = true
        failure = nil
        return [.write(.edit(key, version: conflict.theirs.version, to: conflict.settled))]
    }

    private mutating func written(_ write: Write, _ outcome: Outcome, _ context: Context) -> [Effect] {
        switch outcome {
        case .booked(let receipt):
            return done(RecordKey(.consultation, receipt.consultation.value), booked(receipt, context))
        case .added(let key) where isSaving: return done(key, saved(context))
        case .added(let key):
            made = key
            return []
        case .edited:
            guard let key else { return [] }
            return done(key, saved(context))
        case .failed(let error):
            isSaving = false
            conflict = nil
            failure = error
            return [.say(Message(.error, error.text(context.language)))]
        default: return PageActions.effects(for: outcome, write, context)
        }
    }

    private func done(_ key: RecordKey, _ text: String) -> [Effect] {
        [.forgetDraft(request), .finish(key)] + (request.isShownWhenSaved ? [.open(.showing(key))] : [])
            + [.say(Message(.good, text))]
    }

    private func saved(_ context: Context) -> String {
        let kind = request.kind.label(context.language)
        return context.language("\(kind)を保存しました（u で取消）", "\(kind) saved (u undoes)")
    }

    private func booked(_ receipt: BookingReceipt, _ context: Context) -> String {
        let name = file?.organisation.record.name ?? ""
        let limit = context.catalogue.consultation.limit
        let moved = receipt.movedTo.flatMap { id in
            context.catalogue.pipeline(context.catalogue.consultation.pipeline)?.stages.first { $0.id == id }?.label
        }
        let stage = moved.map { " → " + $0(context.language) } ?? ""
        return context.language(
            "\(name) の相談 \(receipt.ordinal.value)/\(limit) を記録しました\(stage)（u で取消）",
            "consultation \(receipt.ordinal.value)/\(limit) of \(name) saved\(stage) (u undoes)")
    }

    // MARK: Conflicts

    private mutating func compare(with desk: any DeskReader, _ context: Context) throws {
        guard let key, let base, var form else { return }
        guard let theirs = try desk.record(key) else {
            isGone = true
            return
        }
        guard let mine = form.record(request.kind, over: base, context) else { return }
        self.form = form
        let by = try desk.history(HistoryQuery(.record(key), limit: 1)).first?.actor ?? ""
        let named = [base, mine, theirs.record].flatMap { record in
            zip(request.kind.fields, record.values).compactMap { RecordLinks.target(of: $1, in: $0) }
        }
        conflict = Conflict(
            base: base, mine: mine, theirs: theirs, by: by, titles: try desk.titles(of: Set(named)))
    }
}

extension Consultation {
    /// - Parameter record: of the kind of consultations, its required fields filled.
    init(_ record: Record) {
        self.init(
            company: OrganisationID(record["organisation"].number ?? 0), date: record["date"].day ?? Day(ordinal: 0),
            start: record["start_minute"].number.flatMap { ClockTime(minutes: Int($0)) },
            minutes: Int(record["minutes"].number ?? 0),
            mode: record["mode"].text.flatMap(Consultation.Mode.init) ?? .online,
            coordinator: record["coordinator"].number.map { CoordinatorID($0) }, topics: record["topics"].text ?? "",
            notes: record["notes"].text ?? "")
    }
}
