import BansoDomain
import TerminalUI

/// A pipeline as a board of stages or as a table.
struct PipelineScreen: Screen {
    enum View: Hashable { case board, table }

    let pipeline: Pipeline
    private(set) var view = View.board
    /// The stage in focus on the board.
    private(set) var column = 0
    /// The first stage shown on the board.
    private(set) var firstColumn = 0
    private(set) var counts: [StageID: Int] = [:]
    private(set) var columns: [CardList]
    private(set) var table: CardList
    private(set) var readings: [Reading] = []
    /// The data that counts and figures were read from; nil before the first time.
    private(set) var version: Int?

    init(pipeline: Pipeline) {
        self.pipeline = pipeline
        columns = pipeline.stages.map { CardList(pipeline: pipeline.id, stage: $0.id) }
        table = CardList(pipeline: pipeline.id)
    }

    /// Of the board's column, or of the table's selected card.
    var focusedStage: Stage? {
        view == .board ? pipeline.stages[column] : pipeline.stages.first { $0.id == table.current?.stage }
    }

    var total: Int { counts.values.reduce(0, +) }
    var current: Card? { view == .table ? table.current : columns[column].current }

    func bindings(_ context: Context) -> [Binding] {
        var list = [Binding([.enter], .open, "開く", "open", isInFooter: true)]
        if pipeline.id == context.catalogue.consultation.pipeline {
            list.append(
                Binding(
                    [.character("c")], .consult, "相談", "consult", isInFooter: true, refusal: consultRefusal(context)))
        }
        list += [
            Binding(
                [.character(">")], .stageForward, "次の段階", "next stage", isInFooter: true, refusal: stageRefusal(by: 1)),
            Binding(
                [.character("<")], .stageBack, "前の段階", "prev stage", isInFooter: true, refusal: stageRefusal(by: -1)),
            Binding([.character("v")], .toggleView, "表／ボード", "view", isInFooter: true),
        ]
        return list + [Binding.undo, .search, .help] + Binding.vertical + Binding.horizontal
            + Binding.pages(context.catalogue) + [Binding([.control("c")], .quit, "終了", "quit")]
            + [Binding([.character("q"), .escape], .close, "概況へ", "overview")] + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.open(.overview)]
        case .action(let action):
            if let effects = PageActions.effects(for: action, at: .pipeline(pipeline.id), context) { return effects }
            return perform(action, context)
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if version != context.dataVersion {
            counts = try desk.stageCounts(of: pipeline.id)
            readings = try desk.readings(asOf: context.today).filter {
                context.catalogue.pipeline(of: $0.indicator)?.id == pipeline.id
            }
            version = context.dataVersion
        }
        let layout = PipelineLayout(screen: self, in: context.body)
        firstColumn = layout.firstColumn
        switch view {
        case .table:
            try table.load(from: desk, total: total, height: layout.tableRows, version: context.dataVersion)
        case .board:
            for index in layout.visibleColumns {
                let count = counts[pipeline.stages[index].id] ?? 0
                try columns[index].load(
                    from: desk, total: count, height: layout.cardsPerColumn, version: context.dataVersion)
            }
        }
    }

    private mutating func perform(_ action: Action, _ context: Context) -> [Effect] {
        let page = PipelineLayout(screen: self, in: context.body).page
        switch action {
        case .up: move(.by(-1))
        case .down: move(.by(1))
        case .pageUp: move(.by(-page))
        case .pageDown: move(.by(page))
        case .first: move(.first)
        case .last: move(.last)
        case .left where view == .board: column = max(0, column - 1)
        case .right where view == .board: column = min(pipeline.stages.count - 1, column + 1)
        case .toggleView: view = view == .board ? .table : .board
        case .open: return current.map { [.open(.organisation($0.organisation))] } ?? []
        case .consult: return current.map { [.open(.consultationForm($0.organisation))] } ?? []
        case .stageForward: return changeStage(by: 1)
        case .stageBack: return changeStage(by: -1)
        default: break
        }
        return []
    }

    private mutating func move(_ move: CardList.Move) {
        if view == .table { table.move(move) } else { columns[column].move(move) }
    }

    private func changeStage(by steps: Int) -> [Effect] {
        guard let card = current, let stage = pipeline.stage(after: card.stage, by: steps) else { return [] }
        return [.write(.move(card.entry, version: card.version, to: stage.id, name: card.name))]
    }

    private func stageRefusal(by steps: Int) -> LocalizedText? {
        guard let card = current else { return Refusal.nothingSelected }
        if pipeline.stage(after: card.stage, by: steps) != nil { return nil }
        return steps > 0
            ? LocalizedText(ja: "最後の段階です", en: "this is the last stage")
            : LocalizedText(ja: "最初の段階です", en: "this is the first stage")
    }

    private func consultRefusal(_ context: Context) -> LocalizedText? {
        guard let card = current else { return Refusal.nothingSelected }
        return Refusal.consultation(name: card.name, count: card.consultations, context)
    }
}

/// Why a key can't be used, in the words that more than one screen needs.
enum Refusal {
    static let nothingSelected = LocalizedText(ja: "選ばれているものがありません", en: "nothing is selected")

    static func consultation(name: String, count: Int, _ context: Context) -> LocalizedText? {
        let limit = context.catalogue.consultation.limit
        return count < limit ? nil : DeskError.consultationLimit(company: name, limit: limit).text
    }
    /// The KPIs of the whole belong to no pipeline.
    static func programme(of indicator: Indicator?, _ context: Context) -> LocalizedText? {
        guard let indicator else { return nothingSelected }
        guard context.catalogue.pipeline(of: indicator) == nil else { return nil }
        return LocalizedText(ja: "全体 KPI には事業の頁がありません", en: "an overall KPI has no programme page")
    }
}
