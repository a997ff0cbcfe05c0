import BansoDomain
import TerminalUI

/// Every month's reports: when each is due, which are frozen, and what has changed since.
struct ReportsScreen: Screen {
    /// A month's report of one programme.
    struct Row: Hashable {
        var deadline: ReportDeadline
        var programme: Programme
        /// Nil while it is open.
        var frozen: FrozenReport?
        /// Whether a report is still to come in which corrections can stand.
        var hasNext: Bool
    }

    private(set) var rows: [Row] = []
    private(set) var selected = 0
    private var top = 0
    private var version: Int?

    var row: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

    /// - Parameter month: where the selection begins; nil: at the month that is to be reported.
    init(month: FiscalMonth? = nil) { wanted = month }

    private var wanted: FiscalMonth?

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.enter], .open, "報告を開く", "open the report", isInFooter: true),
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true),
        ] + Binding.common.filter { $0.action != .reports } + Binding.vertical + Binding.pages(context.catalogue)
            + Binding.terminal
    }

    func copied(_ context: Context) -> String? { row?.frozen?.sha256 }

    /// The selected report, as a table.
    func exported(_ context: Context) -> ExportOffer? {
        row.map { ExportOffer(reportOf: $0.deadline.month, $0.programme.id, context) }
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action):
            if let place = action.moved(selected, of: rows.count, page: max(1, context.body.height - 3)) {
                selected = place
                return []
            }
            switch action {
            case .close: return [.close]
            case .open: return row.map { [.open(.report($0.deadline.month, $0.programme.id))] } ?? []
            default: return PageActions.effects(for: action, at: nil, context) ?? []
            }
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if version != context.dataVersion {
            let frozen = try desk.frozenReports()
            rows = ReportDeadline.all(period: context.catalogue.period, calendar: context.calendar).flatMap {
                deadline in
                context.catalogue.programmes.map { programme in
                    let own = frozen.filter { $0.programme == programme.id }
                    return Row(
                        deadline: deadline, programme: programme, frozen: own.first { $0.month == deadline.month },
                        hasNext: !own.contains { $0.month == FiscalMonth(context.catalogue.period.upperBound) })
                }
            }
            if version == nil {
                selected = rows.firstIndex { $0.deadline.month == start(context) } ?? 0
                // What was reported before it and what comes next are both in sight.
                top = selected - ReportsScreen.list(in: context.body).height / 2
            }
            version = context.dataVersion
        }
        selected = min(selected, max(0, rows.count - 1))
        let height = max(1, ReportsScreen.list(in: context.body).height)
        top = min(max(top, selected - height + 1), selected)
        top = max(0, min(top, rows.count - height))
    }

    /// The month that is to be reported: the last one that is over.
    private func start(_ context: Context) -> FiscalMonth {
        wanted ?? FiscalMonth(FiscalMonth(context.today).firstDay + -1)
    }

    // MARK: Drawing

    private static func list(in area: Rect) -> Rect { area.split(top: 2).1 }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        canvas.put(
            clipped(language("月次報告", "Monthly reports"), to: area.width - 2), x: area.x + 1, y: area.y,
            style: Style(.heading, isBold: true))
        let columns = ReportsColumns(width: area.width)
        columns.draw(
            columns.headings(language), roles: [.muted, .muted, .muted, .muted], on: &canvas,
            in: Rect(x: area.x, y: area.y + 1, width: area.width, height: 1), surface: .base, context)
        let list = ReportsScreen.list(in: area)
        var cursor = Point(x: list.x, y: list.y)
        for (line, row) in rows.dropFirst(top).prefix(list.height).enumerated() {
            let index = top + line
            let place = Rect(x: list.x, y: list.y + line, width: list.width, height: 1)
            let surface: Surface = index == selected ? .selection : .base
            canvas.touch(place, down: index - selected)
            if index == selected {
                cursor = Point(x: place.x, y: place.y)
                canvas.fill(place, style: Style(.text, on: surface))
            }
            // A month stands before its first programme alone.
            let isFirst = line == 0 || row.programme == context.catalogue.programmes.first
            let (state, role) = row.state(context)
            columns.draw(
                [isFirst ? row.monthText(context) : "", row.programme.id.text, state, row.note(context)],
                roles: [.text, .text, role, .muted], on: &canvas, in: place, surface: surface, context)
        }
        return cursor
    }
}
