import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct SheetFitTests {
    private func points(_ blocks: ReportPage.Block...) -> Int { SheetFit.fitted(blocks[...]).points }

    private func text(_ length: Int) -> ReportPage.Block { .text(String(repeating: "字", count: length)) }

    @Test func lettersAreAsLargeAsTheSheetAllows() {
        #expect(points(.heading("事例", level: 1), text(400)) == 10)
        #expect(points(text(1900)) == 10)
        #expect(points(text(2200)) == 9)
        #expect(points(text(6000)) == 5)
        // Smaller nobody could read: it goes on.
        #expect(points(text(100_000)) == 5)
        // Short lines take a line each.
        #expect(points(.text(String(repeating: "字\n", count: 60))) == 6)
        // Too many of them are joined
        let many = ReportPage.Block.text(String(repeating: "短い行\n", count: 150))
        let (joined, size) = SheetFit.fitted([many][...])
        #expect(size == 10 && joined == [.text(Array(repeating: "短い行", count: 150).joined(separator: "　"))][...])
        // What else is there takes room too, and a sheet with a table has no end.
        let facts = (1...20).map { ReportPage.Fact("項目\($0)", "値") }
        #expect(points(.facts(facts), text(1900)) < points(text(1900)))
        #expect(points(.table(.init([.init("列")], [])), text(6000)) == 10)
    }
}
