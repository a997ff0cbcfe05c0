import BansoDomain
import TerminalUI

/// One company or institution: facts, eligibility, pipelines, contacts, and everything that happened on one timeline.
struct OrganisationScreen: Screen {
    enum Panel: Hashable { case facts, timeline }

    let organisation: OrganisationID
    private(set) var file: OrganisationFile?
    private(set) var hasLoaded = false
    private(set) var panel = Panel.facts
    private(set) var rows: [OrganisationRow] = []
    /// Into `rows`.
    private(set) var selected = 0
    /// What the timeline shows: all of it, or the records of one kind.
    private(set) var kind: RecordKind?
    private(set) var timeline: [TimelineItem] = []
    /// Into `timeline`.
    private(set) var place = 0
    /// Whether the timeline has the room that the facts can spare, where one is above the other.
    private(set) var isPastLarge = false
    /// What the chosen record says, where there is room for it.
    private(set) var preview = OrganisationPreview()
    private var version: Int?
    private var shownKind: RecordKind?

    private static let mostItems = 200

    init(organisation: OrganisationID) { self.organisation = organisation }

    var subject: OrganisationID? { organisation }

    var isCompany: Bool { file?.organisation.record.kind != .institution }

    /// The card that stage and next action are about: the chosen one, else the first.
    var card: Listed<PipelineEntry>? {
        if case .card(let card)? = row { return card }
        return file?.entries.first
    }

    var row: OrganisationRow? { rows.indices.contains(selected) ? rows[selected] : nil }
    var item: TimelineItem? { timeline.indices.contains(place) ? timeline[place] : nil }

    /// Whether the drawn timeline is another one than the file's: a part of it.
    var kinds: [RecordKind] {
        let present = Set((file?.timeline ?? []).map(\.key.kind))
        return RecordKind.allCases.filter { present.contains($0) || $0 == kind }
    }

    func bindings(_ context: Context) -> [Binding] {
        let list = [
            Binding([.enter], .open, "開く", "open", isInFooter: true, refusal: openRefusal),
            Binding(
                [.character("c")], .consult, "相談", "consult", isInFooter: isCompany, refusal: consultRefusal(context)),
            Binding([.character("n")], .add, "新規", "new", isInFooter: true),
            Binding([.character("e")], .edit, "編集", "edit", isInFooter: true, refusal: goneRefusal),
            Binding(
                [.character("a")], .nextAction, "次の対応", "next action", isInFooter: true, refusal: cardRefusal(context)),
            Binding([.character(">")], .stageForward, "次の段階", "next stage", refusal: stageRefusal(by: 1, context)),
            Binding([.character("<")], .stageBack, "前の段階", "prev stage", refusal: stageRefusal(by: -1, context)),
            Binding([.character("f")], .filter, "種類で絞り込み", "filter by kind", isInFooter: true),
            Binding([.character("m")], .merge, "統合", "merge", refusal: mergeRefusal),
            Binding([.character("z")], .snooze, "保留", "snooze", refusal: goneRefusal),
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true),
        ]
        let common = Binding.common.filter { $0.action != .add }
        return list + common + Binding.vertical + Binding.horizontal + Binding.pages(context.catalogue)
            + Binding.terminal
    }

    /// The name with the corporate number; of a contact what it is reached by, of the timeline what is chosen there.
    func copied(_ context: Context) -> String? {
        if panel == .timeline, let item {
            return item.date.spelled(context.language) + " " + TimelinePanel.describe(item, context).2
        }
        if panel == .facts, case .contact(let contact)? = row {
            let parts = ["name", "phone", "email"].map { contact.record[$0].text ?? "" }
            return parts.filter { !$0.isEmpty }.joined(separator: " ")
        }
        guard let record = file?.organisation.record else { return nil }
        return [record.name, record.corporateNumber?.digits ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The timeline as it is filtered, also what is beyond what is read for the screen.
    func exported(_ context: Context) -> ExportOffer? {
        guard let name = file?.organisation.record.name, !timeline.isEmpty else { return nil }
        let words = [name, kind?.label(context.language) ?? ""]
        return ExportOffer(
            .timeline(organisation, kind), title: context.language("経過", "Timeline"),
            filter: words.filter { !$0.isEmpty }.joined(separator: context.language("・", ", ")))
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action):
            if let effects = perform(action, context) { return effects }
            return PageActions.effects(for: action, at: nil, context) ?? []
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if version != context.dataVersion {
            file = try desk.file(of: organisation)
            hasLoaded = true
        }
        guard let file else { return }
        rows = OrganisationRow.rows(of: file, context)
        selected = min(selected, max(0, rows.count - 1))
        if version != context.dataVersion || shownKind != kind {
            timeline =
                try kind.map { try desk.timeline(of: organisation, kinds: [$0], limit: OrganisationScreen.mostItems) }
                ?? file.timeline
            shownKind = kind
        }
        version = context.dataVersion
        place = min(place, max(0, timeline.count - 1))
        isPastLarge = isPastToBeLarge(context)
        if OrganisationParts.hasPreview(in: context.body) {
            try preview.load(panel == .timeline ? item?.key : row?.record(in: file), from: desk, context)
        }
    }

    /// - Returns: nil where the action is none of its own.
    private mutating func perform(_ action: Action, _ context: Context) -> [Effect]? {
        switch action {
        case .close: return [.close]
        case .down: move(1)
        case .up: move(-1)
        case .pageDown: move(8)
        case .pageUp: move(-8)
        case .first: move(-Int.max / 2)
        case .last: move(Int.max / 2)
        case .left: panel = .facts
        case .right: panel = .timeline
        case .open: return open()
        case .add: return [.open(.additions(about: organisation))]
        case .edit: return [.open(.form(.edit(RecordKey(.organisation, organisation.value))))]
        case .nextAction:
            return card.map { [.open(.form(.nextAction(of: RecordKey(.pipelineEntry, $0.id.value))))] } ?? []
        case .consult: return [.open(.form(.add(.consultation, to: organisation)))]
        case .snooze: return [.open(.form(.add(.snooze, to: organisation)))]
        case .merge: return [.open(.merge(organisation))]
        case .history: return [.open(.history(.organisation(organisation)))]
        case .filter:
            let kinds = kinds
            let here = kind.flatMap { kinds.firstIndex(of: $0) } ?? -1
            kind = here + 1 < kinds.count ? kinds[here + 1] : nil
            place = 0
        case .stageForward: return changeStage(by: 1, context)
        case .stageBack: return changeStage(by: -1, context)
        default: return nil
        }
        return []
    }

    private mutating func move(_ steps: Int) {
        switch panel {
        case .facts: selected = min(max(0, selected + steps), max(0, rows.count - 1))
        case .timeline: place = min(max(0, place + steps), max(0, timeline.count - 1))
        }
    }

    private func open() -> [Effect] {
        if panel == .timeline { return item.map { [.open(.record($0.key))] } ?? [] }
        switch row {
        case .draft(let request): return [.open(.form(request))]
        case .eligibility:
            if let check = file?.eligibilityCheck { return [.open(.record(check.key))] }
            guard let file else { return [] }
            return [.open(.form(AdditionLayer.eligibilityCheck(of: file)))]
        case .card(let card): return [.open(.form(.edit(RecordKey(.pipelineEntry, card.id.value))))]
        case .contact(let stored), .snooze(let stored): return [.open(.record(stored.key))]
        case .twin(let hit): return [.open(.showing(hit.key))]
        case nil: return []
        }
    }

    // MARK: Stages

    private func nextStage(by steps: Int, _ context: Context) -> Stage? {
        guard let card else { return nil }
        return context.catalogue.pipeline(card.record.pipeline)?.stage(after: card.record.stage, by: steps)
    }

    private func changeStage(by steps: Int, _ context: Context) -> [Effect] {
        guard let card, let stage = nextStage(by: steps, context), let file else { return [] }
        return [.write(.move(card.id, version: card.version, to: stage.id, name: file.organisation.record.name))]
    }

    // MARK: Refusals

    private var goneRefusal: LocalizedText? {
        hasLoaded && file == nil ? LocalizedText(ja: "この組織は削除されました", en: "this organisation is gone") : nil
    }

    private var openRefusal: LocalizedText? {
        (panel == .timeline ? item == nil : row == nil) ? Refusal.nothingSelected : nil
    }

    private func cardRefusal(_ context: Context) -> LocalizedText? {
        guard card == nil else { return nil }
        let note = context.note(of: .add, "登録", "enters it into one", then: "n")
        return LocalizedText(ja: "まだ登録されていません" + note, en: "it is in no pipeline yet" + note)
    }

    private var mergeRefusal: LocalizedText? {
        file?.twins.isEmpty == false
            ? nil : LocalizedText(ja: "同じ名前の組織はありません", en: "no other organisation has this name")
    }

    private func stageRefusal(by steps: Int, _ context: Context) -> LocalizedText? {
        if let refusal = cardRefusal(context) { return refusal }
        if nextStage(by: steps, context) != nil { return nil }
        return steps > 0
            ? LocalizedText(ja: "最後の段階です", en: "this is the last stage")
            : LocalizedText(ja: "最初の段階です", en: "this is the first stage")
    }

    private func consultRefusal(_ context: Context) -> LocalizedText? {
        guard let file else { return Refusal.nothingSelected }
        return Refusal.consultation(of: file, context)
    }
}
