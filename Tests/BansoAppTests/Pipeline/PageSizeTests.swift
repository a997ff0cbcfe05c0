import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// No size of the terminal crashes a page or a layer, and every row of it is whole.
@Suite struct PageSizeTests {
    private static let sizes = [
        (1, 1), (2, 3), (3, 2), (10, 4), (20, 5), (39, 11), (40, 12), (60, 16), (99, 20), (100, 20), (150, 30),
        (250, 70),
    ]

    private func check(_ screen: any Screen, _ context: Context, _ name: String) {
        var canvas = Canvas(size: context.size)
        _ = screen.draw(on: &canvas, in: context.body, context)
        for y in 0..<context.size.height {
            let width = canvas.row(y).reduce(0) { $0 + Int($1.width) }
            #expect(width == context.size.width, "\(name) at \(context.size), row \(y)")
        }
    }

    @Test(arguments: Language.allCases) func everySize(_ language: Language) throws {
        let desk = CardDesk(cards: 60)
        for number in 1...12 {
            desk.put(
                .savedFilter, Int64(number),
                Record(.savedFilter, ["name": .text("重点\(number)"), "pipeline": .text("A3"), "tag": .text("重点")]))
        }
        let narrow = Action.narrow(Record(.savedFilter, ["tag": .text("重点"), "due": .token(CardFilter.Due.none)]))
        for (width, height) in Self.sizes {
            let context = desk.context(language, width: width, height: height)
            for id in ["A", "A3"] as [PipelineID] {
                for actions in [
                    [Action.select, .last, .select], [.right, narrow, .select], [.toggleView, .select, narrow],
                ] {
                    check(try desk.screen(id, actions, context), context, id.text)
                }
            }
            let pipeline = desk.catalogue.pipeline("A3")!
            var several = SeveralLayer(
                .several(desk.cards(CardQuery(pipeline: "A3", limit: 40)), of: "A3"), in: pipeline, context)
            try several.load(from: desk, context)
            check(several, context, "several")
            var filter = FilterLayer(pipeline, record: nil)
            try filter.load(from: desk, context)
            check(filter, context, "filter")
            let matching = MatchingDesk(postings: 60)
            var screen = MatchingScreen()
            let matchingContext = matching.context(language, width: width, height: height)
            for action in [Action.last, .right, .last] {
                _ = screen.update(.action(action), matchingContext)
                try screen.load(from: matching, matchingContext)
                check(screen, matchingContext, "matching")
            }
        }
    }
}
