import BansoDomain
import TerminalUI

/// One company or institution: facts, pipelines, consultations, timeline.
struct OrganisationScreen: Screen {
    let organisation: OrganisationID
    private(set) var file: OrganisationFile?
    private(set) var hasLoaded = false
    /// Into the pipelines it is in.
    private(set) var selected = 0
    /// The first line of the timeline shown.
    private(set) var scroll = 0

    init(organisation: OrganisationID) { self.organisation = organisation }

    func bindings(_ context: Context) -> [Binding] {
        var list: [Binding] = []
        if file?.organisation.record.kind != .institution {
            list.append(
                Binding(
                    [.character("c")], .consult, "相談", "consult", isInFooter: true, refusal: consultRefusal(context)))
        }
        list += [
            Binding([.character("n")], .enter, "登録", "enter a pipeline", isInFooter: true),
            Binding(
                [.character(">")], .stageForward, "次の段階", "next stage", isInFooter: true,
                refusal: stageRefusal(by: 1, context)),
            Binding(
                [.character("<")], .stageBack, "前の段階", "prev stage", isInFooter: true,
                refusal: stageRefusal(by: -1, context)),
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true),
        ]
        return list + [Binding.undo, .search, .help] + Binding.vertical + Binding.pages(context.catalogue)
            + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(let action):
            if let effects = PageActions.effects(for: action, at: nil, context) { return effects }
            return perform(action, context)
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        file = try desk.file(of: organisation)
        hasLoaded = true
        selected = min(selected, max(0, (file?.entries.count ?? 0) - 1))
        scroll = min(scroll, max(0, (file?.timeline.count ?? 0) - 1))
    }

    private mutating func perform(_ action: Action, _ context: Context) -> [Effect] {
        switch action {
        case .down: selected = min(selected + 1, max(0, (file?.entries.count ?? 0) - 1))
        case .up: selected = max(0, selected - 1)
        case .pageDown: scroll = min(scroll + 5, max(0, (file?.timeline.count ?? 0) - 1))
        case .pageUp: scroll = max(0, scroll - 5)
        case .first: scroll = 0
        case .last: scroll = max(0, (file?.timeline.count ?? 0) - 1)
        case .enter: return [.open(.entryLayer(organisation))]
        case .consult: return [.open(.consultationForm(organisation))]
        case .stageForward: return changeStage(by: 1, context)
        case .stageBack: return changeStage(by: -1, context)
        default: break
        }
        return []
    }

    private var entry: Listed<PipelineEntry>? {
        guard let file, file.entries.indices.contains(selected) else { return nil }
        return file.entries[selected]
    }

    private func nextStage(by steps: Int, _ context: Context) -> Stage? {
        guard let entry else { return nil }
        return context.catalogue.pipeline(entry.record.pipeline)?.stage(after: entry.record.stage, by: steps)
    }

    private func changeStage(by steps: Int, _ context: Context) -> [Effect] {
        guard let entry, let stage = nextStage(by: steps, context), let file else { return [] }
        return [
            .write(.move(entry.id, version: entry.version, to: stage.id, name: file.organisation.record.name))
        ]
    }

    private func stageRefusal(by steps: Int, _ context: Context) -> LocalizedText? {
        guard entry != nil else {
            return LocalizedText(ja: "まだ登録されていません（n で登録）", en: "it is in no pipeline yet (n enters it into one)")
        }
        if nextStage(by: steps, context) != nil { return nil }
        return steps > 0
            ? LocalizedText(ja: "最後の段階です", en: "this is the last stage")
            : LocalizedText(ja: "最初の段階です", en: "this is the first stage")
    }

    private func consultRefusal(_ context: Context) -> LocalizedText? {
        guard let file else { return Refusal.nothingSelected }
        return Refusal.consultation(name: file.organisation.record.name, count: file.consultations.count, context)
    }
}
