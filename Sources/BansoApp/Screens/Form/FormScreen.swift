import BansoDomain
import TerminalUI

/// Enters or changes a record of any kind. What its fields are, what they take and what is said about them is data: the
/// kind's description.
struct FormScreen: Screen {
    let request: FormRequest
    /// Nil until it is loaded, and where the record is gone.
    private var drafted: DraftedForm?
    /// What the record that is settled or edited is known by.
    private(set) var subject = ""
    /// What is known of whom it is about.
    private(set) var aside = FormAside()
    private(set) var isSaving = false
    /// What is known of the records that are named.
    private var known = FormNamed()
    /// What was pointed out at the last attempt to save: the next one saves.
    private var pointedOut: FormDoubt?
    private(set) var failure: DeskError?
    /// Set where somebody else saved the record meanwhile.
    private(set) var conflict: Conflict?
    private(set) var isGone = false
    private var earlier: Draft?
    /// The record that a form on top of this one has made, until it is looked up.
    private var made: RecordKey?
    /// As of which change of the data it was asked whether somebody was erased.
    private var dataVersion: Int?

    static let mostFound = 8

    /// - Parameter draft: what was typed the last time and not saved.
    init(_ request: FormRequest, draft: Draft? = nil) {
        self.request = request
        earlier = draft
    }

    var isFromDraft: Bool { earlier != nil }

    private(set) var form: Form? {
        get { drafted?.now.form }
        set {
            if let newValue { drafted?.now.form = newValue }
        }
    }

    /// The record as it was when the form was opened, or as a new one begins.
    var base: Record? { drafted?.now.base }

    private var version: Int? { drafted?.now.version }

    var draft: Draft? { drafted?.draft(about: subject) }

    var draftedForm: FormRequest? { form == nil ? nil : request }

    var takesText: Bool { conflict == nil }

    var key: RecordKey? { request.record.map { RecordKey(request.kind, $0) } }

    /// The company's consultations, where one is to be logged.
    var file: OrganisationFile? { isBooking ? aside.file : nil }

    var isBooking: Bool { request.kind == .consultation && request.record == nil }

    /// Whom it is about: settled, picked in the form, or what stays of the record.
    private func organisation(_ desk: any DeskReader) throws -> OrganisationID? {
        if request.kind == .organisation { return request.record.map { OrganisationID($0) } }
        if let named = named(["organisation", "sender", "receiver"]) { return OrganisationID(named) }
        return try named(["posting"]).flatMap { try RecordLinks.organisation(of: RecordKey(.posting, $0), desk) }
    }

    /// The record that the first of these fields with one names.
    private func named(_ fields: [String]) -> Int64? {
        fields.lazy.filter { request.kind.index(of: $0) != nil }.compactMap { field in
            request.given[field]?.number
                ?? (form?.index(of: field, in: request.kind) == nil
                    ? base?[field].number : form?.reference(of: field, in: request.kind)?.id)
        }.first
    }

    func bindings(_ context: Context) -> [Binding] {
        let save = Binding(
            [.control("s")], .save, "保存", "save", isInFooter: true,
            refusal: refusal(context) ?? conflict.flatMap { $0.isSettled ? nil : Conflict.undecided })
        guard conflict == nil else {
            return [
                save, Binding([.escape, .control("c")], .close, "入力へ戻る", "back to the form", isInFooter: true),
                Binding([.left, .character("h")], .left, "自分の値", "mine", isInFooter: true),
                Binding([.right, .character("l")], .right, "相手の値", "theirs", isInFooter: true),
            ] + Binding.vertical + Binding.terminal
        }
        return [save] + (drafted?.bindings ?? DraftedForm.leaving) + otherBinding(context) + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.discard): return discard()
        case .action(.otherDraft): return openOther(context)
        case .action(.close):
            if conflict != nil {
                (conflict, failure) = (nil, nil)
                return []
            }
            return drafted?.leave(context) ?? [.close]
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
        try forgetErased(desk, context)
        // Somebody may have taken its deletion back.
        if isGone, let key, try desk.record(key) != nil { isGone = false }
        if isBooking || context.body.width >= FormParts.leastWidth {
            try aside.load(about: organisation(desk), editing: key, from: desk, context)
        }
        let before = known.days.event
        known = try FormNamed(request.kind, from: desk) { named($0) }
        if let day = known.days.event, day != before, day > context.today { expect() }
        if case .notFound? = failure { try markGone(desk) }
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
            let query = SearchQuery(
                question.text, kinds: [question.kind],
                organisationKind: question.kind == .organisation ? request.kind.organisationKind : nil,
                limit: FormScreen.mostFound)
            form?.answer(
                try desk.search(query), canCreate: true,
                createsAtOnce: FormScreen.isNameEnough(for: question.kind))
        }
    }

    /// Who is entered for an event to come is expected there.
    private mutating func expect() {
        guard request.record == nil, request.given["event"] == nil else { return }
        change { form in
            form.index(of: "presence", in: .attendance).map { form.fields[$0].fill(Presence.registered.rawValue) }
        }
    }

    /// Changes what is typed other than by keys.
    mutating func change(_ body: (inout Form) -> Void) {
        if form != nil { body(&form!) }
    }

    func refusal(_ context: Context) -> LocalizedText? {
        if isGone {
            return draft == nil
                ? LocalizedText(ja: "この記録は削除されました", en: "this record is gone")
                : LocalizedText(
                    ja: "この記録は削除されました。入力は下書きに残ります（Ctrl-X で消す）",
                    en: "this record is gone; what was typed is kept as a draft (Ctrl-X discards)")
        }
        guard isBooking, request.given["organisation"] != nil else { return nil }
        guard file != nil else { return LocalizedText(ja: "企業が見つかりません", en: "the company is gone") }
        return bookingRefusal(context)
    }

    /// That the company has had all its consultations, or is none.
    private func bookingRefusal(_ context: Context) -> LocalizedText? {
        file.flatMap { Refusal.consultation(of: $0, context) }
    }

    /// What may not be meant, though it can be saved.
    func doubt(_ context: Context) -> FormDoubt? {
        if let form, let doubt = known.doubt(form, context) { return doubt }
        guard let file, let form, let index = form.index(of: "date", in: .consultation) else { return nil }
        return (try? form.fields[index].value(context).day).flatMap { FormDoubt(day: $0, file: file) }
    }

    // MARK: Opening

    private mutating func open(from desk: any DeskReader, _ context: Context) throws {
        var base = FormPlan.initial(request, context)
        var version: Int?
        if let key {
            let stored = try desk.record(key)
            isGone = stored == nil
            // What was typed over a record that is gone is shown over what it was.
            guard let record = stored?.record ?? earlier?.base else { return }
            (base, version) = (record, stored?.version ?? earlier?.version)
        } else if request.kind == .consultation,
            let me = try desk.search(
                SearchQuery(context.actor.name, kinds: [.coordinator], limit: 5)
            ).first(where: { $0.name == context.actor.name })
        {
            base["coordinator"] = .number(me.key.id)
        }
        let named = zip(request.kind.fields, base.values).compactMap { RecordLinks.target(of: $1, in: $0) }
        let titles = try desk.titles(of: Set(named))
        subject = try subject(desk, context)
        var form = FormPlan.form(for: request, over: base, context)
        for index in form.fields.indices where form.fields[index].kind == request.kind {
            form.fields[index].fill(base[form.fields[index].field.id], titles: titles, context)
        }
        if request.record == nil {
            for index in form.fields.indices { form.fields[index].isSuggested = !form.fields[index].isEmpty }
        }
        if let field = request.focus { form.focus(on: field, in: request.kind) }
        let blank = DraftedForm.Contents(form: form, base: base, version: version)
        drafted = DraftedForm(request, blank: blank, draft: earlier)
    }

    private func subject(_ desk: any DeskReader, _ context: Context) throws -> String {
        let settled = request.given.keys.sorted().compactMap { field in
            request.kind.index(of: field).flatMap {
                RecordLinks.target(of: request.given[field] ?? .none, in: request.kind.fields[$0])
            }
        }
        let keys = key.map { [$0] } ?? settled
        let titles = try desk.titles(of: Set(keys))
        return keys.compactMap { titles[$0].map { DatedTitle.read($0, context.language) } }.joined(separator: "  ")
    }

    /// Where a record was erased meanwhile, nothing of what it said may go into a draft, nor be saved again.
    private mutating func forgetErased(_ desk: any DeskReader, _ context: Context) throws {
        guard dataVersion != context.dataVersion else { return }
        dataVersion = context.dataVersion
        subject = try subject(desk, context)
        guard let key, let version, let stored = try desk.record(key), stored.version != version else { return }
        let since = try desk.history(HistoryQuery(.record(key), limit: stored.version - version))
        guard since.contains(where: { $0.action == .erase }) else { return }
        (drafted, earlier, conflict) = (nil, nil, nil)
        try open(from: desk, context)
    }

    // MARK: Typing

    private mutating func press(_ key: Key, _ context: Context) -> [Effect] {
        guard let form, refusal(context) == nil else { return [] }
        let area = parts(of: form, in: context.body, context).fields
        let width = FormView.fieldWidth(form, in: area, context.language) - 1
        guard case .create(let kind, let name)? = self.form?.press(key, width: width, context.language) else {
            return []
        }
        let named = FormScreen.nameField(of: kind)
        guard FormScreen.isNameEnough(for: kind) else {
            var given: [String: FieldValue] = [:]
            if kind == .organisation, let only = request.kind.organisationKind { given["kind"] = .token(only) }
            return [.open(.form(FormRequest(kind, given: given, suggested: [named: .text(name)], isInside: true)))]
        }
        var record = Record(kind)
        record[named] = .text(name)
        return [.write(.add(record))]
    }

    private static func nameField(of kind: RecordKind) -> String {
        kind == .event ? "theme" : kind == .posting ? "title" : "name"
    }

    /// Where a name is all that is needed, there is nothing more to ask.
    private static func isNameEnough(for kind: RecordKind) -> Bool {
        kind != .organisation && kind != .talent
            && kind.fields.allSatisfy { $0.id == nameField(of: kind) || !$0.isRequired || $0.initial != .none }
    }

    /// Leaves this one as Esc does, and opens another of the same form.
    private func openOther(_ context: Context) -> [Effect] {
        guard let other = other(context) else { return [] }
        let left: [Effect] = draft == nil ? [.close, .forgetDraft(request)] : [.close]
        return left + [.open(.form(other))]
    }

    private mutating func discard() -> [Effect] {
        guard drafted?.discard() == true else { return [] }
        failure = nil
        return draft == nil ? [.forgetDraft(request)] : []
    }

    // MARK: Saving

    private mutating func save(_ context: Context) -> [Effect] {
        guard var form, let base, !isSaving else { return [] }
        defer { self.form = form }
        let mend = Effect.say(
            Message(.error, context.language("赤い項目を直すと保存できます", "mend the marked field, then save")))
        // All that is wrong is marked, and the first of it is gone to.
        let card =
            isBooking ? form.record(.pipelineEntry, over: Record(.pipelineEntry, FormScreen.anyCard), context) : nil
        guard let record = form.record(request.kind, over: base, context), !isBooking || card != nil else {
            return [mend]
        }
        if let problem = RecordRules.ahead(record, of: context.today, beside: known.days) {
            form.mark([form.index(of: problem.field, in: request.kind) ?? 0: problem.reason])
            return [mend]
        }
        failure = nil
        let write: Write
        if let card {
            if let reason = bookingRefusal(context) {
                form.mark([form.index(of: "organisation", in: .consultation) ?? 0: reason])
                return [mend]
            }
            let action = card["next_action"].text ?? ""
            if action.isEmpty, card["next_due"] != .none {
                let reason = LocalizedText(ja: "期限だけでは何をするか分かりません", en: "a due date needs something to do")
                form.mark([form.index(of: "next_action", in: .pipelineEntry) ?? 0: reason])
                return [mend]
            }
            let next = action.isEmpty ? nil : NextAction(text: action, due: card["next_due"].day)
            write = .book(Consultation(record), next)
        } else if let key, let version {
            guard record != base else {
                let unchanged = context.language("変更はありません", "nothing changed")
                return [.close, .forgetDraft(request), .say(Message(.hint, unchanged))]
            }
            write = .edit(key, version: version, to: record)
        } else {
            write = .add(record)
        }
        if let doubt = doubt(context), doubt != pointedOut {
            pointedOut = doubt
            return [.say(Message(.hint, doubt.question(context.language)))]
        }
        isSaving = true
        return [.write(write)]
    }

    /// What the card's own required fields are while only the next action is asked.
    private static let anyCard: KeyValuePairs<String, FieldValue> = [
        "organisation": .number(1), "pipeline": .text("-"), "stage": .text("-"), "stage_order": .number(0),
        "since": .day(Day(ordinal: 0)),
    ]

    private mutating func saveSettled(_ context: Context) -> [Effect] {
        guard let conflict, let key, conflict.isSettled, !isSaving else { return [] }
        guard conflict.settled != conflict.theirs.record else {
            return [.close, .forgetDraft(request), .say(Message(.hint, conflict.kept(context.language)))]
        }
        isSaving = true
        failure = nil
        return [.write(.edit(key, version: conflict.theirs.version, to: conflict.settled))]
    }

    private mutating func written(_ write: Write, _ outcome: Outcome, _ context: Context) -> [Effect] {
        switch outcome {
        case .booked(let receipt):
            return done(RecordKey(.consultation, receipt.consultation.value), booked(receipt, context))
        case .added(let key) where isSaving: return done(key, saved(write, context))
        case .added(let key):
            made = key
            guard case .add(let record) = write, let name = record[FormScreen.nameField(of: key.kind)].text else {
                return []
            }
            let kind = record.label(context.language)
            return [.say(Message(.good, context.language("新しい\(kind)「\(name)」を登録しました", "new \(kind) '\(name)' added")))]
        case .edited:
            guard let key else { return [] }
            return done(key, saved(write, context))
        case .failed(let error):
            isSaving = false
            conflict = nil
            failure = error
            // Both versions are about to be shown, with what to do.
            if case .stale = error { return [] }
            if case .invalid(let label, let reason) = error, var form,
                let index = form.shown.first(where: { form.fields[$0].field.label == label })
            {
                form.mark([index: reason])
                (self.form, failure) = (form, nil)
            }
            return [.say(Message(.error, error.text(context.language)))]
        default: return PageActions.effects(for: outcome, write, context)
        }
    }

    private func done(_ key: RecordKey, _ text: String) -> [Effect] {
        [.forgetDraft(request), .finish(key)] + (request.isShownWhenSaved ? [.open(.showing(key))] : [])
            + [.say(Message(.good, text))]
    }

    /// Marks the fields whose records are there no more.
    private mutating func markGone(_ desk: any DeskReader) throws {
        guard var form else { return }
        let named = form.shown.compactMap { index in form.fields[index].reference.map { (index, $0) } }
        let titles = try desk.titles(of: Set(named.map(\.1)))
        let reason = LocalizedText(ja: "削除されています。選び直してください", en: "is gone: pick another one")
        let gone = named.filter { titles[$0.1] == nil }
        guard !gone.isEmpty else { return }
        form.mark(Dictionary(uniqueKeysWithValues: gone.map { ($0.0, reason) }))
        (self.form, failure) = (form, nil)
    }

    // MARK: Conflicts

    private mutating func compare(with desk: any DeskReader, _ context: Context) throws {
        guard let key, let base, var form else { return }
        guard let theirs = try desk.record(key) else {
            (isGone, failure) = (true, nil)
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
