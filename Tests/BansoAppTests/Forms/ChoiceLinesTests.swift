import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Choices side by side over as many lines as that takes.
@Suite struct ChoiceLinesTests {
    @Test func whatHasNoRoomBeginsAnotherLine() {
        let lines = ChoiceLines([8, 10, 5], in: 20)
        #expect(lines.places == [Point(x: 0, y: 0), Point(x: 9, y: 0), Point(x: 0, y: 1)])
        #expect(lines.count == 2)
        #expect(ChoiceLines([8, 11], in: 20).count == 1)
    }

    @Test func oneThatIsTooWideHasALineOfItsOwn() {
        let lines = ChoiceLines([30, 4], in: 20)
        #expect(lines.places == [Point(x: 0, y: 0), Point(x: 0, y: 1)])
        #expect(ChoiceLines([], in: 20).count == 1)
    }

    /// In the wizard at 80 columns and less, whatever is chosen can be read whole.
    @Test(arguments: [(80, 24), (60, 20), (40, 12)]) func whatIsChosenCanBeRead(_ width: Int, _ height: Int) throws {
        let desk = try Desk(companies: 60)
        let wizard: [Key] = [.character("1"), .enter, .character("n"), .character("q"), .tab, .tab]
        let industry = try #require(RecordField.Kind.choices(of: "business_class", in: .eligibilityCheck))
        for (index, choice) in industry.enumerated() {
            let keys = wizard + [.character(Character("\(index + 1)"))]
            let frame = desk.run(keys, size: Size(width: width, height: height)).frame.lines
            #expect(frame.contains { $0.contains(choice.label.ja) }, "\(choice.label.ja)")
        }
    }

    @Test func allChoicesStandAtEightyColumns() throws {
        let desk = try Desk(companies: 60)
        let wizard: [Key] = [.character("1"), .enter, .character("n"), .character("q")]
        let industry = try #require(RecordField.Kind.choices(of: "business_class", in: .eligibilityCheck))
        let frame = desk.run(wizard, size: Size(width: 80, height: 24)).frame.lines
        for choice in industry { #expect(frame.contains { $0.contains(choice.label.ja) }, "\(choice.label.ja)") }
    }
}

extension RecordField.Kind {
    fileprivate static func choices(of field: String, in kind: RecordKind) -> [Choice]? {
        guard let field = kind.fields.first(where: { $0.id == field }), case .choice(let choices) = field.kind else {
            return nil
        }
        return choices
    }
}
