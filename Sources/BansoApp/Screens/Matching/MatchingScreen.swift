import BansoDomain
import TerminalUI

/// From postings to contracts: postings beside the applicants of the selected one, each step of theirs one key.
struct MatchingScreen: Screen {
    enum Panel: Hashable { case postings, applicants }

    private(set) var panel = Panel.postings
    private(set) var postings = ForwardList<PostingLine, PostingQuery.Place>(page: 50) { $0.place }
    /// Of the selected posting.
    private(set) var applicants: [Applicant] = []
    /// Into `applicants`.
    private(set) var selected = 0
    /// The first applicant shown.
    private(set) var top = 0
    /// Whether only postings are shown that are open today.
    private(set) var isOpenOnly = false
    /// The offer rate; nil where the catalogue has none.
    private(set) var rate: Reading?
    /// The data that everything was read from; nil before the first time.
    private(set) var version: Int?
    /// The posting that `applicants` were read for.
    private var applied: RecordKey?
    /// An application that was just entered: the one to stand on.
    private var made: RecordKey?
    /// What the write under way says when it is done.
    private var note: LocalizedText?

    var posting: PostingLine? { postings.current }
    var applicant: Applicant? { applicants.indices.contains(selected) ? applicants[selected] : nil }

    /// The record that Enter and `e` are about.
    private var current: StoredRecord? { panel == .postings ? posting?.posting : applicant?.application }

    func bindings(_ context: Context) -> [Binding] {
        let noPosting = posting == nil ? MatchingScreen.noPosting : nil
        let noRecord = current == nil ? (panel == .postings ? noPosting : MatchingScreen.noApplicant) : nil
        let keys: [(MatchingStep, Character)] = [
            (.documents, "d"), (.interview, "i"), (.offer, "o"), (.contract, "K"), (.decline, "x"),
        ]
        let steps = keys.map { step, key in
            Binding(
                [.character(key)], step.action, step.label.ja, step.label.en, isInFooter: panel == .applicants,
                refusal: refusal(of: step, context))
        }
        return [
            Binding(
                [.enter], .open, panel == .postings ? "企業" : "人材", panel == .postings ? "company" : "person",
                isInFooter: true, refusal: noRecord)
        ] + steps + [
            Binding([.character("a")], .addApplicant, "応募を追加", "applicant", isInFooter: true, refusal: noPosting),
            Binding([.character("p")], .addPosting, "求人を追加", "posting", isInFooter: panel == .postings),
            Binding(
                [.character("f")], .filter, isOpenOnly ? "すべての求人" : "掲載中のみ",
                isOpenOnly ? "all postings" : "open only", isInFooter: panel == .postings,
                refusal: isOpenOnly ? nil : noPosting),
            Binding([.character("e")], .edit, "編集", "edit", refusal: noRecord),
        ] + Binding.common + Binding.vertical + Binding.horizontal
            + Binding.pages(context.catalogue) + [Binding([.character("q"), .escape], .close, "概況へ", "overview")]
            + [Binding([.control("c")], .quit, "終了", "quit")] + Binding.terminal
    }

    func copied(_ context: Context) -> String? { panel == .postings ? posting?.organisation : applicant?.name }

    func exported(_ context: Context) -> ExportOffer? {
        guard posting != nil else { return nil }
        return ExportOffer(
            .postings(openOn: isOpenOnly ? context.today : nil), title: context.language("マッチング", "Matching"),
            filter: isOpenOnly
                ? context.language("\(context.today.iso) に掲載中のみ", "open on \(context.today.iso) only") : "")
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.open(.overview)]
        case .action(let action):
            if let effects = PageActions.effects(for: action, at: .matching, context) { return effects }
            return perform(action, context)
        case .written(.edit, .edited):
            defer { note = nil }
            return note.map { [.say(Message(.good, $0(context.language)))] } ?? []
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .returned(let key):
            switch key.kind {
            case .posting: postings.move(.first)
            case .application: (made, panel) = (key, .applicants)
            default: break
            }
            return []
        case .key: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if version != context.dataVersion {
            rate = try desk.readings(asOf: context.today).first { $0.indicator.count.source == .offers }
        }
        let layout = MatchingLayout(screen: self, in: context.body)
        let openOn = isOpenOnly ? context.today : nil
        try postings.load(height: layout.shownPostings, version: context.dataVersion) { place, limit in
            try desk.postings(PostingQuery(openOn: openOn, after: place, limit: limit))
        }
        try loadApplicants(from: desk, isNew: version != context.dataVersion)
        version = context.dataVersion
        if selected < top { top = selected }
        if selected >= top + layout.shownApplicants { top = selected - layout.shownApplicants + 1 }
        top = max(0, min(top, applicants.count - layout.shownApplicants))
    }

    private mutating func loadApplicants(from desk: any DeskReader, isNew: Bool) throws {
        let key = posting?.posting.key
        guard isNew || key != applied else { return }
        let kept = key == applied ? made ?? applicant?.application.key : made
        applicants = try key.map { try desk.applicants(of: $0.id) } ?? []
        selected = kept.flatMap { kept in applicants.firstIndex { $0.application.key == kept } } ?? 0
        if key != applied { top = 0 }
        (applied, made) = (key, nil)
        if posting == nil { panel = .postings }
    }

    private mutating func perform(_ action: Action, _ context: Context) -> [Effect] {
        let layout = MatchingLayout(screen: self, in: context.body)
        let page = max(1, (panel == .postings ? layout.shownPostings : layout.shownApplicants) - 1)
        switch action {
        case .up: move(.by(-1))
        case .down: move(.by(1))
        case .pageUp: move(.by(-page))
        case .pageDown: move(.by(page))
        case .first: move(.first)
        case .last: move(.last)
        case .left: panel = .postings
        case .right: if posting != nil { panel = .applicants }
        case .filter:
            isOpenOnly.toggle()
            postings = ForwardList(page: 50) { $0.place }
            panel = .postings
        case .open: return open()
        case .edit: return current.map { [.open(.form(editing($0)))] } ?? []
        case .addPosting: return [.open(.form(FormRequest(.posting)))]
        case .addApplicant:
            guard let posting else { return [] }
            return [.open(.form(FormRequest(.application, given: ["posting": .number(posting.posting.key.id)])))]
        default:
            if let step = MatchingStep.allCases.first(where: { $0.action == action }) { return take(step, context) }
        }
        return []
    }

    private mutating func move(_ move: ForwardList<PostingLine, PostingQuery.Place>.Move) {
        if panel == .postings { return postings.move(move) }
        let last = max(0, applicants.count - 1)
        switch move {
        case .by(let steps): selected = min(max(0, selected + steps), last)
        case .first: selected = 0
        case .last: selected = last
        }
    }

    /// The posting's company, or the person who applied.
    private func open() -> [Effect] {
        let (field, kind): (String, RecordKind) =
            panel == .postings ? ("organisation", .organisation) : ("talent", .talent)
        return current?.record[field].number.map { [.open(.showing(RecordKey(kind, $0)))] } ?? []
    }

    /// An application's form opens at its last step: a day that was marked as today's is what is mended most.
    private func editing(_ stored: StoredRecord) -> FormRequest {
        var request = FormRequest.edit(stored.key)
        if stored.key.kind == .application {
            request.focus = MatchingStep.allCases.last { $0.day(in: stored.record) != nil }?.field
        }
        return request
    }

    private mutating func take(_ step: MatchingStep, _ context: Context) -> [Effect] {
        guard let applicant, let changed = try? step.toggled(in: applicant.application.record, context) else {
            return []
        }
        let isDone = step.isDone(in: changed)
        let day = step.day(in: changed)
        // The rate counts those with papers: an offer to anybody else has nothing to stand over.
        let lacksPapers =
            isDone && [.offer, .contract].contains(step) && !MatchingStep.documents.isDone(in: changed)
        let papers = context.note(of: Binding([.character("d")], .documents, "書類", "papers"), "書類", "marks them")
        note = LocalizedText(
            ja: "\(applicant.name)：\(step.label.ja)"
                + (isDone ? day.map { " \($0.short(.ja))" } ?? "あり" : "を外しました")
                + (lacksPapers ? "。書類が未提出で、参加人材数に入っていません" + papers : context.undoNote),
            en: "\(applicant.name): \(step.label.en)"
                + (isDone ? day.map { " on \($0.short(.en))" } ?? " are there" : " taken back")
                + (lacksPapers ? "; without papers they count as no participant" + papers : context.undoNote))
        let stored = applicant.application
        return [.write(.edit(stored.key, version: stored.version, to: changed))]
    }

    private func refusal(of step: MatchingStep, _ context: Context) -> LocalizedText? {
        guard panel == .applicants else {
            return posting == nil ? MatchingScreen.noPosting : MatchingScreen.notOnApplicant
        }
        guard let applicant else { return MatchingScreen.noApplicant }
        do throws(MatchingStep.Refused) {
            _ = try step.toggled(in: applicant.application.record, context)
            return nil
        } catch {
            return error.reason
        }
    }

    private static let noPosting = LocalizedText(ja: "求人がありません（p で追加）", en: "there is no posting; p adds one")
    private static let noApplicant = LocalizedText(ja: "応募者がいません（a で追加）", en: "nobody has applied; a adds somebody")
    static let notOnApplicant = LocalizedText(ja: "応募者を選んでから（→）", en: "choose an applicant first (→)")
}
