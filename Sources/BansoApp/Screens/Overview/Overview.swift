import BansoDomain
import TerminalUI

/// All indicators by programme: figure, target, gauge with pace mark, forecast, status.
struct Overview: Screen {
    private(set) var readings: [Reading] = []
    /// Of a week ago.
    private(set) var before: [IndicatorID: Reading] = [:]
    private(set) var selected = 0
    /// The data that was read.
    private var version: Int?

    func bindings(_ context: Context) -> [Binding] {
        Binding.vertical + Binding.horizontal
            + [
                Binding(
                    [.enter, .character("e")], .open, "内訳", "explain", isInFooter: true,
                    refusal: current == nil ? Refusal.nothingSelected : nil),
                Binding(
                    [.character("p")], .programme, "事業へ", "programme", isInFooter: true,
                    refusal: Refusal.programme(of: current?.indicator, context)),
            ]
            + Binding.pages(context.catalogue) + Binding.common
            + [Binding([.character("q"), .control("c")], .quit, "終了", "quit", isInFooter: true)] + Binding.terminal
    }

    func copied(_ context: Context) -> String? {
        current.map { reading in
            let indicator = reading.indicator
            return [
                indicator.code, indicator.label(context.language), Figures.ofTarget(reading, context.language),
            ].joined(separator: " ")
        }
    }

    func exported(_ context: Context) -> ExportOffer? {
        guard !readings.isEmpty else { return nil }
        return ExportOffer(
            .readings(asOf: context.today), title: context.language("概況", "Overview"),
            filter: context.language("\(context.today.iso) 現在", "as of \(context.today.iso)"))
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action):
            if let effects = PageActions.effects(for: action, at: .overview, context) { return effects }
            switch action {
            case .open: return current.map { [.open(.explain($0.indicator.id))] } ?? []
            case .programme: return openProgramme(context)
            default: move(action, context)
            }
            return []
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        guard version != context.dataVersion else { return }
        readings = try desk.readings(asOf: context.today)
        let lastWeek = try desk.readings(asOf: context.today + -Progress.span)
        before = Dictionary(lastWeek.map { ($0.indicator.id, $0) }, uniquingKeysWith: { first, _ in first })
        version = context.dataVersion
        selected = min(selected, max(0, readings.count - 1))
    }

    var current: Reading? { readings.indices.contains(selected) ? readings[selected] : nil }

    private mutating func move(_ action: Action, _ context: Context) {
        let area = OverviewParts(readings, in: context.body, context).gauges
        let layout = OverviewLayout(readings: readings, in: area, context)
        let page = max(1, area.height - 2)
        switch action {
        case .up: selected -= 1
        case .down: selected += 1
        case .pageUp: selected -= page
        case .pageDown: selected += page
        case .first: selected = 0
        case .last: selected = readings.count - 1
        case .left: selected = layout.neighbour(of: selected, toward: -1)
        case .right: selected = layout.neighbour(of: selected, toward: 1)
        default: break
        }
        selected = min(max(0, selected), max(0, readings.count - 1))
    }

    private func openProgramme(_ context: Context) -> [Effect] {
        guard let current, let pipeline = context.catalogue.pipeline(of: current.indicator) else { return [] }
        return [.open(.pipeline(pipeline.id))]
    }
}
