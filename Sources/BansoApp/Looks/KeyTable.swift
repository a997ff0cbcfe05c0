import BansoDomain
import TerminalUI

/// All keys by where they work, read off the screens' own bindings: for the manual and the README.
public struct KeyTable {
    public struct Row: Hashable {
        public var keys: [String]
        public var label: LocalizedText
    }

    public struct Section {
        public var title: LocalizedText
        public var rows: [Row]
    }

    /// What works nearly everywhere first, then each screen's own.
    public let sections: [Section]

    /// On a list that doesn't end, so many rows are enough to meet every sort of row.
    private static let mostSteps = 300

    /// - Parameter desk: with sample data, so that each screen has something to choose.
    public init(of desk: any DeskReader, _ context: Context) throws {
        var context = context
        context.size = Size(width: 200, height: 200)
        let own = try KeyTable.screens(desk, context).map { title, screens in
            Section(title: title, rows: try screens.flatMap { try KeyTable.rows(of: $0, desk, context) }.unique)
        }
        let shared = own.flatMap(\.rows).unique.filter { row in own.count { $0.rows.contains(row) } * 2 > own.count }
        sections =
            [Section(title: LocalizedText(ja: "どこでも", en: "Everywhere"), rows: shared)]
            + own.map { Section(title: $0.title, rows: $0.rows.filter { !shared.contains($0) }) }
    }

    /// - Parameter desk: nil leaves the screens as they are before anything was read.
    static func screens(_ desk: (any DeskReader)?, _ context: Context) throws -> [(LocalizedText, [any Screen])] {
        let pipeline = context.catalogue.consultation.pipeline
        let card = try desk?.cards(CardQuery(pipeline: pipeline, limit: 1)).first
        let event = try desk?.search(SearchQuery("", kinds: [.event], limit: 1)).first?.key ?? RecordKey(.event, 0)
        let pipelines: [any Screen] = context.catalogue.pipelines.flatMap { pipeline -> [any Screen] in
            let board = PipelineScreen(pipeline: pipeline, today: context.today)
            var (ticked, table) = (board, board)
            _ = table.update(.action(.toggleView), context)
            if let desk { try? ticked.load(from: desk, context) }
            _ = ticked.update(.action(.select), context)
            return [board, table, ticked]
        }
        var screens: [(LocalizedText, [any Screen])] = [
            (LocalizedText(ja: "今日", en: "Today"), [Today()]),
            (LocalizedText(ja: "概況", en: "Overview"), [Overview()]),
            (LocalizedText(ja: "パイプライン", en: "Pipelines"), pipelines),
            (LocalizedText(ja: "マッチング", en: "Matching"), [MatchingScreen()]),
        ]
        let company = OrganisationScreen(organisation: card?.organisation ?? OrganisationID(0))
        screens.append((LocalizedText(ja: "企業・機関", en: "A company"), [company]))
        if let indicator = context.catalogue.indicators.first {
            screens.append(
                (LocalizedText(ja: "内訳", en: "Behind a number"), [ExplainScreen(indicator: indicator.id)]))
        }
        let door = RosterScreen(event: event.id)
        var list = door
        _ = list.update(.action(.right), context)
        return screens + [
            (LocalizedText(ja: "記録", en: "A record"), [RecordScreen(key: event)]),
            (LocalizedText(ja: "受付と名簿", en: "The roster"), [door, list]),
            (LocalizedText(ja: "履歴", en: "History"), [HistoryScreen(scope: .everything)]),
            (
                LocalizedText(ja: "月次報告", en: "Monthly reports"),
                [ReportsScreen()] + KeyTable.report(context)
            ),
            (LocalizedText(ja: "フォーム", en: "A form"), [FormScreen(FormRequest(.event))]),
        ]
    }

    /// A report as it is, and when freezing was asked for.
    private static func report(_ context: Context) -> [any Screen] {
        guard let programme = context.catalogue.programmes.first else { return [] }
        let month = FiscalMonth(context.today)
        let open = ReportScreen(month: month, programme: programme.id)
        var asked = open
        _ = asked.update(.action(.askToFreeze), context)
        return [open, asked, CorrectionsScreen(month: month, programme: programme.id)]
    }

    /// What can be done on any of its rows.
    private static func rows(
        of screen: any Screen, _ desk: any DeskReader, _ context: Context
    ) throws -> [Row] {
        var screen = screen
        try screen.load(from: desk, context)
        var rows: [Row] = []
        for step in 0..<mostSteps {
            let bindings = screen.bindings(context).filter { !$0.keys.isEmpty }
            rows += bindings.map { Row(keys: $0.keys.map(\.label), label: $0.label) }
            // Where text is typed some keys only make sense once something is.
            guard screen.takesText ? step == 0 : bindings.contains(where: { $0.action == .down }) else { break }
            _ = screen.update(screen.takesText ? .key(.character("a")) : .action(.down), context)
            try screen.load(from: desk, context)
        }
        return rows.unique
    }
}

extension Array where Element: Hashable {
    /// Each once, where it first stands.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
