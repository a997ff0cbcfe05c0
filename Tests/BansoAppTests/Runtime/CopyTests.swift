import TerminalUI
import Testing

@testable import BansoApp

/// `y` offers what a person would type elsewhere; the window is called what the page is.
@Suite struct CopyTests {
    @Test func eachScreenOffersWhatIsSelected() throws {
        let desk = try Desk(companies: 300)
        let company = try #require(desk.run([.character("1"), .character("y")]).copied)
        #expect(desk.run([.character("1"), .enter]).frame.lines[1].contains(company))
        let withNumber = try #require(desk.run([.character("1"), .enter, .character("y")]).copied)
        #expect(withNumber.hasPrefix(company + " ") && withNumber.suffix(13).allSatisfy(\.isNumber))
        let timeline: [Key] = [.character("1"), .enter, .right]
        let record = try #require(desk.run(timeline + [.character("y")]).copied)
        #expect(record != withNumber && record != desk.run(timeline + [.down, .character("y")]).copied)
        #expect(desk.run([.character("0"), .character("y")], language: .en).copied == "A1 Seminars 5/6")
        let subject = try #require(desk.run(GoldenFrameTests.toExplain + [.character("y")]).copied)
        #expect(desk.run(GoldenFrameTests.toExplain).frame.lines.contains { $0.contains(subject) })
        #expect(desk.run([.character("6"), .character("y")]).copied?.isEmpty == false)
    }

    @Test func whereNothingIsSelectedItSaysSo() throws {
        let terminal = try Desk(companies: 0).run([.character("1"), .character("y")])
        #expect(terminal.copied == nil)
        #expect(terminal.frame.lines.last!.contains("コピーするものがありません"))
    }

    @Test func theWindowIsCalledWhatThePageIs() throws {
        let desk = try Desk(companies: 60)
        #expect(desk.run([]).title == "伴走 今日")
        #expect(desk.run([.character("0")], language: .en).title == "banso Overview")
        // A company's name is for the desk alone.
        #expect(desk.run([.character("1"), .enter]).title == "伴走 A")
    }
}
