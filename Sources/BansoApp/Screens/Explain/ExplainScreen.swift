import BansoDomain
import TerminalUI

/// What stands behind one number: its target, pace and conditions, and each row that is counted or excluded; or the same
/// by month and prefecture.
struct ExplainScreen: Screen {
    enum View: Hashable { case rows, matrix, facts }

    private(set) var indicator: IndicatorID
    private(set) var reading: Reading?
    private(set) var view = View.rows
    private(set) var list: ContributionList
    private(set) var matrix: CountMatrix?
    /// The first month and the first prefecture shown; nil before the matrix was.
    private(set) var corner: Point?
    /// The first line of the facts shown, where they have the screen to themselves.
    private(set) var scroll = 0
    /// Whose row is selected; nil where it is nobody's.
    private(set) var organisation: OrganisationID?
    /// The row that `organisation` was looked up for.
    private var lookedUp: ContributionPlace?
    /// The data that was read.
    private var version: Int?

    var hasLoaded: Bool { version != nil }

    init(indicator: IndicatorID) {
        self.indicator = indicator
        list = ContributionList(indicator: indicator)
    }

    func bindings(_ context: Context) -> [Binding] {
        let (record, organisation) = rowBindings
        return record + [
            Binding([.character("f")], .filter, "計上／除外", "filter", isInFooter: true),
            Binding([.character("m")], .matrix, "月×県", "months", isInFooter: true),
            Binding([.character("i")], .facts, "要領と条件", "terms", isInFooter: true),
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true),
        ] + organisation + [
            Binding([.character("]")], .nextIndicator, "次の指標", "next indicator"),
            Binding([.character("[")], .previousIndicator, "前の指標", "previous indicator"),
            Binding(
                [.character("p")], .programme, "事業へ", "programme",
                refusal: Refusal.programme(of: reading?.indicator, context)),
        ] + Binding.common + Binding.vertical + (view == .matrix ? Binding.horizontal : [])
            + Binding.pages(context.catalogue) + Binding.terminal
    }

    /// What can be done about a row, where there are rows.
    private var rowBindings: (record: [Binding], organisation: [Binding]) {
        guard view == .rows else { return ([], []) }
        let noRow = list.current == nil ? ExplainScreen.noRow : nil
        let noOrganisation = organisation == nil ? ExplainScreen.noOrganisation : nil
        return (
            [Binding([.enter], .open, "記録", "record", isInFooter: true, refusal: noRow)],
            [
                Binding(
                    [.character("o")], .organisation, "企業・機関", "organisation", isInFooter: true,
                    refusal: noRow ?? noOrganisation)
            ]
        )
    }

    private static let noRow = LocalizedText(ja: "選ばれている行がありません", en: "no row is selected")
    private static let noOrganisation = LocalizedText(
        ja: "この行には企業・機関がありません", en: "no organisation stands behind this row")

    func exported(_ context: Context) -> ExportOffer? {
        let filter: String
        switch list.verdict {
        case .all: filter = ""
        case .counted: filter = context.language("計上のみ", "counted only")
        case .excluded: filter = context.language("除外のみ", "excluded only")
        }
        let day = context.language("\(context.today.iso) 現在", "as of \(context.today.iso)")
        return ExportOffer(
            .contributions(
                ContributionQuery(indicator: indicator, asOf: context.today, verdict: list.verdict, limit: .max)),
            title: indicator.text + " " + (reading?.indicator.label(context.language) ?? ""),
            filter: [day, filter].filter { !$0.isEmpty }.joined(separator: context.language("・", " · ")))
    }

    func copied(_ context: Context) -> String? { view == .rows ? list.current?.subject : nil }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(let action):
            if let effects = PageActions.effects(for: action, at: nil, context) { return effects }
            return perform(action, context)
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if version != context.dataVersion {
            reading = try desk.readings(asOf: context.today).first { $0.indicator.id == indicator }
            matrix = nil
            lookedUp = nil
            version = context.dataVersion
        }
        let layout = ExplainLayout(screen: self, in: context.body, context)
        switch view {
        case .rows:
            try list.load(
                from: desk, asOf: context.today, height: layout.listRows, version: context.dataVersion)
            try lookUp(from: desk)
        case .matrix:
            if matrix == nil { matrix = try desk.matrix(of: indicator, asOf: context.today) }
            let table = MatrixTable(matrix ?? CountMatrix(), context: context)
            let last = table.lastCorner(in: layout.body)
            let wanted = corner ?? table.home(in: layout.body)
            corner = Point(x: min(max(0, wanted.x), last.x), y: min(max(0, wanted.y), last.y))
        case .facts:
            scroll = min(max(0, scroll), max(0, layout.allFacts.count - layout.body.height))
        }
    }

    private mutating func perform(_ action: Action, _ context: Context) -> [Effect] {
        switch action {
        case .filter:
            list = ContributionList(indicator: indicator, verdict: list.verdict.next)
            view = .rows
        case .matrix: view = view == .matrix ? .rows : .matrix
        case .facts: view = view == .facts ? .rows : .facts
        case .nextIndicator: show(steps: 1, context)
        case .previousIndicator: show(steps: -1, context)
        case .open: return list.current.map { [.open(ExplainScreen.destination(of: $0.contribution))] } ?? []
        case .organisation: return organisation.map { [.open(.organisation($0))] } ?? []
        case .programme:
            guard let reading, let pipeline = context.catalogue.pipeline(of: reading.indicator) else { return [] }
            return [.open(.pipeline(pipeline.id))]
        default: move(action, context)
        }
        return []
    }

    /// A consultation is looked at with the others of its company.
    static func destination(of contribution: Contribution) -> Destination {
        let (source, subject) = (contribution.source, contribution.subject)
        return source.kind == .consultation && subject.kind == .organisation ? .showing(subject) : .showing(source)
    }

    private mutating func move(_ action: Action, _ context: Context) {
        let layout = ExplainLayout(screen: self, in: context.body, context)
        let page = max(1, (view == .rows ? layout.listRows : layout.body.height) - 1)
        let far = Int(Int16.max)
        let (columns, rows): (Int, Int)
        switch action {
        case .up: (columns, rows) = (0, -1)
        case .down: (columns, rows) = (0, 1)
        case .pageUp: (columns, rows) = (0, -page)
        case .pageDown: (columns, rows) = (0, page)
        case .left: (columns, rows) = (-1, 0)
        case .right: (columns, rows) = (1, 0)
        case .first: (columns, rows) = (0, -far)
        case .last: (columns, rows) = (0, far)
        default: return
        }
        switch view {
        case .rows where action == .first: list.move(.first)
        case .rows where action == .last: list.move(.last)
        case .rows: list.move(.by(rows))
        case .matrix: corner = corner.map { Point(x: $0.x + columns, y: $0.y + rows) }
        case .facts: scroll += rows
        }
    }

    /// Another indicator in the catalogue's order; what is shown of it stays.
    private mutating func show(steps: Int, _ context: Context) {
        let all = context.catalogue.indicators
        guard let here = all.firstIndex(where: { $0.id == indicator }) else { return }
        let (kept, verdict, corner) = (view, list.verdict, corner)
        self = ExplainScreen(indicator: all[(here + steps + all.count) % all.count].id)
        view = kept
        list = ContributionList(indicator: indicator, verdict: verdict)
        self.corner = corner
    }

    private mutating func lookUp(from desk: any DeskReader) throws {
        guard let row = list.current else {
            (organisation, lookedUp) = (nil, nil)
            return
        }
        guard row.place != lookedUp else { return }
        let keys = [row.contribution.subject, row.contribution.source]
        organisation = nil
        for key in keys where organisation == nil { organisation = try RecordLinks.organisation(of: key, desk) }
        lookedUp = row.place
    }
}

extension ContributionQuery.Verdict {
    fileprivate var next: Self {
        switch self {
        case .all: .counted
        case .counted: .excluded
        case .excluded: .all
        }
    }
}
