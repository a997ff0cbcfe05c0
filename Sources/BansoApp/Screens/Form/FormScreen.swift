import BansoDomain
import TerminalUI

/// Enters or changes a record of any kind. What its fields are, what they take and what is said about them is data: the
/// kind's description.
struct FormScreen: Screen {
    let request: FormRequest
    /// Nil until it is loaded, and where the record is gone.
    var drafted: DraftedForm?
    /// What the record that is settled or edited is known by.
    var subject = ""
    /// What is known of whom it is about.
    private(set) var aside = FormAside()
    var isSaving = false
    /// What is known of the records that are named.
    var known = FormNamed()
    /// What was pointed out at the last attempt to save: the next one saves.
    var pointedOut: FormDoubt?
    var failure: DeskError?
    /// Set where somebody else saved the record meanwhile.
    var conflict: Conflict?
    var isGone = false
    var earlier: Draft?
    /// The record that a form on top of this one has made, until it is looked up.
    var made: RecordKey?
    /// As of which change of the data it was asked whether somebody was erased.
    var dataVersion: Int?

    static let mostFound = 8

    /// - Parameter draft: what was typed the last time and not saved.
    init(_ request: FormRequest, draft: Draft? = nil) {
        self.request = request
        earlier = draft
    }

    var isFromDraft: Bool { earlier != nil }

    var form: Form? {
        get { drafted?.now.form }
        set {
            if let newValue { drafted?.now.form = newValue }
        }
    }

    /// The record as it was when the form was opened, or as a new one begins.
    var base: Record? { drafted?.now.base }

    var version: Int? { drafted?.now.version }

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

    /// What a new company or person is called so far.
    private var newName: String? {
        guard [.organisation, .talent].contains(request.kind), request.record == nil,
            let index = form?.index(of: FormScreen.nameField(of: request.kind), in: request.kind),
            let name = form?.fields[index].editor.text, !Folding.stored(name).isEmpty
        else { return nil }
        return name
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
                save, Binding([.left, .character("h")], .left, "自分の値", "mine", isInFooter: true),
                Binding([.right, .character("l")], .right, "相手の値", "theirs", isInFooter: true),
                Binding([.escape, .control("c")], .close, "入力へ", "back", isInFooter: true),
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
        // Where a conflict is settled the fields aren't in sight: nothing is typed into them.
        case .key(let key): return conflict == nil ? press(key, context) : []
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
        known = try FormNamed(request.kind, id: request.record, name: newName, from: desk) { named($0) }
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
    func bookingRefusal(_ context: Context) -> LocalizedText? {
        file.flatMap { Refusal.consultation(of: $0, context) }
    }

    /// What may not be meant, though it can be saved.
    func doubt(_ context: Context) -> FormDoubt? {
        if let form, let doubt = known.doubt(form, context) { return doubt }
        guard let file, let form, let index = form.index(of: "date", in: .consultation) else { return nil }
        return (try? form.fields[index].value(context).day).flatMap { FormDoubt(day: $0, file: file) }
    }
}
