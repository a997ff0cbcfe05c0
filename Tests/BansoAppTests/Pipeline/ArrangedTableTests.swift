import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A table that a person has arranged shows it so, asks for it so and remembers it.
@Suite struct ArrangedTableTests {
    private let desk = CardDesk(cards: 90)

    private func table(_ actions: [Action] = [], in id: PipelineID = "A", _ context: Context) throws -> PipelineScreen {
        try desk.screen(id, [.toggleView] + actions, context)
    }

    @Test func twoKeysSortByTheLastColumn() throws {
        let context = desk.context(width: 80, height: 24)
        var screen = try table([.left, .sort], context)
        let due = CardOrder(by: .due)
        #expect(screen.table.order == due && desk.cardQueries.last?.order == due)
        #expect(screen.current?.nextAction?.due == CardDesk.today + -2)
        #expect(screen.lines(context).contains { $0.contains("期限▲") })
        // Again the other way round, what is not known last all the same; and again as usual
        try desk.press([.sort], on: &screen, context)
        #expect(screen.lines(context).contains { $0.contains("期限▼") })
        #expect(screen.current?.nextAction?.due == CardDesk.today + 3)
        try desk.press([.last], on: &screen, context)
        #expect(screen.current?.nextAction == nil)
        try desk.press([.sort], on: &screen, context)
        #expect(screen.table.order == .usual)
        #expect(screen.lines(context).contains { $0.contains("段階▲") })
    }

    @Test func theLongestWaitingAndTheMostConsultedComeFirst() {
        var order = CardOrder()
        order.sort(by: .age)
        #expect(order == CardOrder(by: .age, isDescending: true))
        order.sort(by: .consultations)
        #expect(order == CardOrder(by: .consultations, isDescending: true))
        order.sort(by: .name)
        #expect(order == CardOrder(by: .name))
    }

    @Test func theBoardStaysAsItIs() throws {
        let context = desk.context()
        let screen = try table([.left, .sort, .toggleView], context)
        #expect(screen.columns.allSatisfy { $0.order == .usual })
        #expect(!screen.bindings(context).contains { [.sort, .group, .columns].contains($0.action) })
    }

    @Test func everyChangeIsRememberedAndNothingElse() throws {
        let context = desk.context()
        var screen = try table([], context)
        func remembered(_ actions: [Action]) throws -> Bool {
            var effects: [Effect] = []
            for action in actions {
                effects += screen.update(.action(action), context)
                try screen.load(from: desk, context)
            }
            return effects == [.remember(screen.arrangement, of: "A")]
        }
        for action in [Action.sort, .widenColumn, .narrowColumn, .toggleView, .toggleView] {
            #expect(try remembered([action]), "\(action)")
        }
        #expect(try remembered([.right, .group, .right, .down]))
        #expect(try remembered([.hideColumn]))
        #expect(screen.update(.action(.down), context).isEmpty && screen.update(.action(.right), context).isEmpty)
        let again = PipelineScreen(
            pipeline: desk.catalogue.pipeline("A")!, screen.arrangement, today: context.today)
        #expect(again.view == .table && again.table.order == screen.table.order)
    }

    @Test func groupsHaveAHeadingWithTheirCount() throws {
        let context = desk.context(width: 80, height: 24)
        var screen = try table([.right, .group], context)
        #expect(screen.table.order.group == .prefecture)
        let lines = screen.lines(context)
        // 90 cards over seven prefectures; the column itself says nothing more
        #expect(
            lines.contains { $0.hasPrefix(" 福岡県  12") } && !lines.contains { $0.contains("県 ") && $0.contains("段階") })
        #expect(screen.bindings(context).first { $0.action == .group }?.label.en == "ungroup")
        try desk.press([.group], on: &screen, context)
        #expect(screen.table.order.group == nil)
        #expect(try table([], context).refusal(of: .group, context) != nil)
    }

    @Test(arguments: [3, 4, 5, 8, 24]) func theSelectedCardIsAlwaysInSightAndNoneIsPassedOver(_ height: Int) throws {
        let context = desk.context(width: 80, height: height)
        var screen = try table([.right, .group, .first], context)
        var seen: Set<PipelineEntryID> = []
        var places: [Int] = []
        for round in 0..<200 {
            let body = max(1, PipelineLayout(screen: screen, in: context.body, context.language).tableRows)
            let lines = screen.table.lines(in: body)
            #expect(lines.count <= body && lines.contains(.card(screen.table.selected)), "round \(round)")
            for case .card(let index) in lines { seen.insert(screen.table.rows[index].entry) }
            places.append(screen.table.position)
            if screen.table.position == 89 { break }
            try desk.press([.pageDown], on: &screen, context)
        }
        #expect(seen.count == 90 && places == places.sorted())
        for _ in 0..<200 where screen.table.position > 0 { try desk.press([.pageUp], on: &screen, context) }
        #expect(screen.table.position == 0 && screen.table.top == 0)
    }

    @Test func aColumnPushesNoOtherOneOffTheScreen() throws {
        let context = desk.context(width: 80, height: 24)
        var screen = try table([.right, .right], context)
        let shown = screen.tableLayout(context).columns.map(\.column)
        var steps = 0
        while screen.refusal(of: .widenColumn, context) == nil, steps < 50 {
            try desk.press([.widenColumn], on: &screen, context)
            steps += 1
        }
        let layout = screen.tableLayout(context)
        #expect((1..<50).contains(steps) && layout.columns.map(\.column) == shown)
        #expect(layout.columns.reduce(0) { $0 + $1.width + 2 } <= 80)
        while screen.refusal(of: .narrowColumn, context) == nil, steps < 150 {
            try desk.press([.narrowColumn], on: &screen, context)
            steps += 1
        }
        #expect(screen.tableLayout(context).focus(.stage).width == 4)
    }

    @Test func namesAreSeenWholeWhereTheyAreWidened() throws {
        let context = desk.context(width: 80, height: 24)
        var screen = try table([], context)
        let before = screen.tableLayout(context)
        for _ in 0..<4 {
            #expect(screen.refusal(of: .widenColumn, context) == nil)
            try desk.press([.widenColumn], on: &screen, context)
        }
        let after = screen.tableLayout(context)
        #expect(after.columns[0].width == before.columns[0].width + 8 && after.hidden > before.hidden)
        #expect(after.width <= 78)
        for _ in 0..<4 { try desk.press([.narrowColumn], on: &screen, context) }
        #expect(screen.tableLayout(context).columns == before.columns)
        // Up to the edge
        for _ in 0..<60 where screen.refusal(of: .widenColumn, context) == nil {
            try desk.press([.widenColumn], on: &screen, context)
        }
        #expect(screen.tableLayout(context).columns.map(\.column).count < 3)
        #expect(screen.refusal(of: .widenColumn, context)?.ja == "これ以上は広げられません")
    }

    @Test func theNameStays() throws {
        let context = desk.context()
        var screen = try table([], context)
        #expect(screen.refusal(of: .hideColumn, context) != nil)
        try desk.press([.right, .hideColumn], on: &screen, context)
        #expect(!screen.arrangement.table.columns.contains(.prefecture))
        #expect(screen.tableLayout(context).columns.first?.column == .name)
    }

    @Test(arguments: [20, 40, 56, 72, 80, 100, 120, 200, 250]) func columnsAreWholeAndTheOrderedOneIsThere(_ width: Int)
    {
        for language in Language.allCases {
            let context = desk.context(language, width: width, height: 24)
            for pipeline in desk.catalogue.pipelines {
                for column in TableArrangement.possible(pipeline, desk.catalogue) {
                    let all = TableArrangement(CardColumn.allCases, order: CardOrder(by: column))
                    let layout = TableLayout(all, pipeline, width: width, context)
                    #expect(layout.columns.reduce(0) { $0 + $1.width + 2 } <= width)
                    #expect(layout.contains(column) || width < 44, "\(column) at \(width)")
                    for column in CardColumn.allCases {
                        let heading = column.heading(pipeline, language) + context.glyphs.ascending
                        #expect(cellWidth(heading) <= column.usualWidth(language), "\(heading)")
                    }
                }
            }
        }
    }

    @Test func whereTheOrderedColumnIsHiddenTheTitleSaysTheOrder() throws {
        let context = desk.context(width: 120, height: 24)
        var screen = try table([.left, .sort], context)
        #expect(!screen.lines(context)[1].contains("期限▲"))
        try desk.press([.hideColumn], on: &screen, context)
        #expect(screen.lines(context)[1].contains("期限▲"))
    }

    @Test func columnsAreChosenAndMovedInALayer() throws {
        let context = desk.context()
        var layer = ColumnLayer(.usual, of: desk.catalogue.pipeline("A3")!, context)
        #expect(layer.columns.first == .prefecture && !layer.columns.contains(.consultations))
        func press(_ actions: [Action]) -> [Effect] { actions.flatMap { layer.update(.action($0), context) } }
        #expect(layer.refusal(of: .left, context) != nil)
        // The prefecture behind the stage, the side gone
        #expect(press([.right, .down, .select]).isEmpty)
        #expect(layer.chosen.columns == [.stage, .prefecture, .age, .nextAction, .due])
        let effects = press([.last, .down, .down, .down, .down, .select, .open])
        let chosen = TableArrangement([.stage, .prefecture, .age, .nextAction, .due, .coordinator])
        #expect(effects == [.pass(.arrange(chosen))])
        var screen = try table([.arrange(chosen)], in: "A3", context)
        #expect(screen.tableLayout(context).columns.map(\.column) == [.name] + chosen.columns)
        try desk.press([.left, .sort], on: &screen, context)
        #expect(screen.table.order.column == .coordinator)
        #expect(
            press([.usual]).isEmpty
                && layer.chosen == TableArrangement([.prefecture, .stage, .side, .age, .nextAction, .due]))
        #expect(press([.close]) == [.close])
    }
}
