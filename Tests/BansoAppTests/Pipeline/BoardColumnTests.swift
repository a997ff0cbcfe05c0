import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

@Suite struct BoardColumnTests {
    private func head(_ title: String, _ count: Int, width: Int) throws -> String {
        let pipeline = try #require(Desk.catalogue.pipeline("A"))
        var canvas = Canvas(size: Size(width: width, height: 4))
        let column = BoardColumn(
            title: title, notes: [], noteRows: 0, list: CardList(pipeline: "A", stage: "lead"),
            selection: CardSelection(), count: count, isFocused: true, distance: 0, rowsPerCard: 2, pipeline: pipeline,
            context: Context(
                catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar,
                actor: Actor("田中")))
        _ = column.draw(on: &canvas, in: Rect(x: 0, y: 0, width: width, height: 4))
        return canvas.lines[0]
    }

    @Test func aStagesNameKeepsAwayFromItsCount() throws {
        #expect(try head("適格確認", 99_999, width: 21) == " 適格確認 ─ 99,999 ↓")
        #expect(try head("適格確認", 99_999, width: 19) == " 適格確認 99,999 ↓")
        #expect(try head("適格確認", 99_999, width: 18) == " 適格確… 99,999 ↓")
        #expect(try head("適格確認", 99_999, width: 17) == " 適格…  99,999 ↓")
    }
}
