import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A page without a card: its footer has only keys that do something there.
struct EmptyPipelineTests {
    @Test(arguments: ["A", "A3"]) func nothingThatNeedsACardIsOffered(_ pipeline: PipelineID) throws {
        let desk = try Desk(companies: 0)
        let context = desk.context(.ja, size: Size(width: 200, height: 40))
        var screen = PipelineScreen(pipeline: Desk.catalogue.pipeline(pipeline)!, today: Desk.day)
        try screen.load(from: desk.store, context)
        let offered = screen.bindings(context).filter(\.isInFooter)
        #expect(offered.allSatisfy { $0.refusal == nil }, "\(offered.map(\.action.name))")
        #expect(Set(offered.map(\.action)).isDisjoint(with: [.filter, .toggleView, .sort]))
        #expect(offered.first?.action == .add)
        // The keys are still known, and say why they can't be used.
        #expect(screen.bindings(context).contains { $0.action == .open && $0.refusal != nil })
    }

    @Test func whereAFilterLeavesNothingItIsTheFilterThatCanBeChanged() throws {
        let desk = try Desk(companies: 20)
        let context = desk.context(.ja, size: Size(width: 200, height: 40))
        var screen = PipelineScreen(pipeline: Desk.catalogue.pipeline("A")!, today: Desk.day)
        _ = screen.update(.action(.narrow(Record(.savedFilter, ["tag": .text("重点")]))), context)
        try screen.load(from: desk.store, context)
        #expect(screen.total == 0 && screen.whole > 0)
        let offered = screen.bindings(context).filter(\.isInFooter)
        #expect(offered.allSatisfy { $0.refusal == nil } && offered.first?.action == .filter)
        #expect(offered.contains { $0.action == .widen })
    }
}
