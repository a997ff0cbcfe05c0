import BansoDomain
import TerminalUI

/// A pipeline as a board or as a table. The board has a column for each stage, or for each side where there are two.
struct PipelineScreen: Screen {
    let pipeline: Pipeline
    var arrangement: PipelineArrangement
    /// The table's column that the keys for columns are about.
    var focus = CardColumn.name
    /// The column of the board that is in focus.
    private(set) var column = 0
    /// The first column shown on the board.
    private(set) var firstColumn = 0
    /// How many cards are shown in each stage.
    private(set) var counts: [StageID: Int] = [:]
    /// The same for each column of a board with two sides.
    private(set) var sideCounts: [[StageID: Int]] = []
    /// How many cards there are without the filter.
    private(set) var whole = 0
    private(set) var columns: [CardList] = []
    private(set) var table: CardList
    /// How many cards each group of the table has; nil until they are read.
    private(set) var groupCounts: [FieldValue: Int]?
    private(set) var readings: [Reading] = []
    private(set) var selection = CardSelection()
    /// The filter's record and its words; nil where all cards are shown.
    private(set) var narrowing: Narrowing?
    /// The data that counts and figures were read from; nil before the first time, and where the filter changed.
    private(set) var version: Int?

    /// - Parameter arrangement: as the person left the page; nil for the usual one.
    init(pipeline: Pipeline, _ arrangement: PipelineArrangement? = nil, today: Day) {
        self.pipeline = pipeline
        self.arrangement = arrangement ?? PipelineArrangement()
        table = CardList(pipeline: pipeline.id)
        narrowing = self.arrangement.filter.flatMap { Narrowing($0, today: today) }
        arrange(on: today)
    }

    var view: PipelineArrangement.View { arrangement.view }

    /// What the board's columns are where the pipeline has two sides: those that the filter leaves.
    var sides: [PipelineEntry.Side] {
        guard pipeline.subject == .twoSided else { return [] }
        return PipelineEntry.Side.allCases.filter { narrowing?.filter.on($0) != nil || narrowing == nil }
    }

    var isTwoSidedBoard: Bool { view == .board && pipeline.subject == .twoSided }

    /// Of the board's column, or of the selected card.
    var focusedStage: Stage? {
        view == .board && sides.isEmpty
            ? pipeline.stages[column] : pipeline.stages.first { $0.id == current?.stage }
    }

    /// Of the cards that are shown.
    var total: Int { counts.values.reduce(0, +) }
    /// Cards of a pipeline with two sides that stand on neither: only the table shows them.
    var withoutSide: Int {
        sides.count < 2 ? 0 : max(0, total - sideCounts.reduce(0) { $0 + $1.values.reduce(0, +) })
    }

    var current: Card? {
        if view == .table { return table.current }
        return columns.indices.contains(column) ? columns[column].current : nil
    }

    func count(ofColumn index: Int) -> Int {
        guard sides.isEmpty else { return sideCounts[index].values.reduce(0, +) }
        return counts[pipeline.stages[index].id] ?? 0
    }

    func copied(_ context: Context) -> String? { current?.name }

    /// All cards that the page is narrowed to, a board's in the order of boards.
    func exported(_ context: Context) -> ExportOffer? {
        let order = view == .table ? arrangement.table.order : .usual
        let query = CardQuery(pipeline: pipeline.id, filter: narrowing?.filter, order: order, limit: .max)
        return ExportOffer(
            .cards(query, arrangement.table.columns), title: pipeline.label(context.language),
            filter: narrowing?.words(context.language) ?? "")
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        let before = arrangement
        let effects = take(event, context)
        if arrangement.table.order != before.table.order { listTable() }
        return arrangement == before ? effects : effects + [.remember(arrangement, of: pipeline.id)]
    }

    private mutating func take(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.open(.overview)]
        case .action(let action):
            if let effects = PageActions.effects(for: action, at: .pipeline(pipeline.id), context) { return effects }
            return perform(action, context)
        case .written(let write, let outcome):
            if case (.several, .edited) = (write, outcome) { selection.clear() }
            return PageActions.effects(for: outcome, write, context)
        case .returned(let key):
            if [.pipelineEntry, .interCompanyContract].contains(key.kind) { selection.clear() }
            return []
        case .key: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if version != context.dataVersion {
            if version != nil, view == .board { try followCard(on: desk) }
            try loadFigures(from: desk, context)
        }
        try selection.load(from: desk, version: context.dataVersion)
        let layout = PipelineLayout(screen: self, in: context.body, context.language)
        firstColumn = layout.firstColumn
        switch view {
        case .table:
            if groupCounts == nil, let group = table.order.group {
                groupCounts = try desk.groupCounts(of: pipeline.id, by: group, filter: narrowing?.filter)
            }
            try table.load(from: desk, total: total, height: layout.tableRows, version: context.dataVersion)
        case .board:
            for index in layout.visibleColumns {
                try columns[index].load(
                    from: desk, total: count(ofColumn: index), height: layout.cardsPerColumn,
                    version: context.dataVersion)
            }
        }
    }

    /// Where the selected card stands in another column of the board now, the focus goes there with it.
    private mutating func followCard(on desk: any DeskReader) throws {
        guard let entry = current?.entry else { return }
        let query = CardQuery(pipeline: pipeline.id, entry: entry, filter: narrowing?.filter, limit: 1)
        guard let card = try desk.cards(query).first,
            let now = sides.isEmpty
                ? pipeline.stages.firstIndex(where: { $0.id == card.stage })
                : card.side.flatMap(sides.firstIndex(of:)),
            now != column
        else { return }
        column = now
        columns[now].move(.to(entry))
    }

    private mutating func loadFigures(from desk: any DeskReader, _ context: Context) throws {
        counts = try desk.stageCounts(of: pipeline.id, filter: narrowing?.filter)
        whole = narrowing == nil ? total : try desk.stageCounts(of: pipeline.id).values.reduce(0, +)
        sideCounts = try sides.indices.map { try desk.stageCounts(of: pipeline.id, filter: columns[$0].filter) }
        groupCounts = nil
        readings = try desk.readings(asOf: context.today).filter {
            context.catalogue.pipeline(of: $0.indicator)?.id == pipeline.id
        }
        try narrowing?.load(from: desk)
        // What a filter leaves may all stand in other columns than the one in focus.
        if version == nil, narrowing != nil, count(ofColumn: column) == 0 {
            column = columns.indices.first { count(ofColumn: $0) > 0 } ?? column
        }
        version = context.dataVersion
    }

    /// Lists anew, from their beginning, as the filter and the sides say.
    private mutating func arrange(on today: Day) {
        let filter = narrowing?.filter
        let all = filter ?? CardFilter(today: today)
        columns =
            sides.isEmpty
            ? pipeline.stages.map { CardList(pipeline: pipeline.id, stage: $0.id, filter: filter) }
            : sides.map { CardList(pipeline: pipeline.id, filter: all.on($0)) }
        listTable()
        column = min(column, columns.count - 1)
        version = nil
    }

    private mutating func listTable() {
        table = CardList(pipeline: pipeline.id, filter: narrowing?.filter, order: arrangement.table.order)
        groupCounts = nil
    }

    private mutating func perform(_ action: Action, _ context: Context) -> [Effect] {
        let layout = PipelineLayout(screen: self, in: context.body, context.language)
        let page = max(1, (view == .table ? table.shownCount(in: layout.tableRows) : layout.cardsPerColumn) - 1)
        switch action {
        case .up: move(.by(-1))
        case .down: move(.by(1))
        case .pageUp: move(.by(-page))
        case .pageDown: move(.by(page))
        case .first: move(.first)
        case .last: move(.last)
        case .left where view == .board: column = max(0, column - 1)
        case .right where view == .board: column = min(columns.count - 1, column + 1)
        case .toggleView: arrangement.view = view == .board ? .table : .board
        case .select:
            if let current { selection.toggle(current) }
        case .selectNone: selection.clear()
        case .narrow(let record):
            narrowing = Narrowing(record, today: context.today)
            arrangement.filter = narrowing?.record
            arrange(on: context.today)
        case .widen:
            narrowing = nil
            arrangement.filter = nil
            arrange(on: context.today)
        default:
            if view == .table { arrange(action, context) }
            return effects(of: action, context)
        }
        return []
    }

    private mutating func move(_ move: CardList.Move) {
        if view == .table { table.move(move) } else { columns[column].move(move) }
    }
}
