import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// The form of a check, where the answers decide whether the call is for a company.
@Suite struct EligibilityFormTests {
    private func form(_ legal: LegalForm, focus: String, _ context: Context, _ desk: Desk) throws -> [String] {
        let id = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("田中"))
        var request = FormRequest.add(.eligibilityCheck, to: id)
        request.suggested = ["legal_form": .token(legal)]
        request.focus = focus
        var form = FormScreen(request)
        try form.load(from: desk.store, context)
        var canvas = Canvas(size: context.size)
        _ = form.draw(on: &canvas, in: context.body, context)
        return canvas.lines
    }

    private func run(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    @Test(arguments: Language.allCases, [Size(width: 80, height: 24), Size(width: 120, height: 40)])
    func whatAQuestionAsksStandsBelowItInFull(_ language: Language, _ size: Size) throws {
        let desk = try Desk(companies: 0)
        let context = desk.context(language, size: size)
        for field in RecordKind.eligibilityCheck.fields {
            guard let help = field.help, let legal = field.condition?.tokens.first.flatMap(LegalForm.init) else {
                continue
            }
            let lines = try form(legal, focus: field.id, context, desk)
            // Without what stands beside the fields
            let shown = lines.map { String($0.prefix { $0 != "─" }) }.joined()
            #expect(run(shown).contains(run(help(language))), "\(lines.joined(separator: "\n"))")
            #expect(lines.contains { $0.contains(field.label(language)) }, "\(field.id)")
            // Another one doesn't ask it
            let elsewhere = try form(legal, focus: "evidence", context, desk).joined()
            #expect(!run(elsewhere).contains(run(help(language))))
        }
    }

    @Test(arguments: Language.allCases) func aVerdictIsReadInFull(_ language: Language) throws {
        let desk = try Desk(companies: 0)
        let keys: [Key] =
            [.character("/")] + .typed("はじめ") + [.enter, .character("n"), .character("q"), .tab, .tab]
            + [.character("1"), .tab] + .typed("5000000") + [.tab] + .typed("5") + [.tab, .character("2"), .tab]
            + [.character("2"), .tab, .character("2")]
        _ = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("田中"))
        let lines = desk.run(keys, language: language, size: Size(width: 80, height: 24)).frame.lines
        let verdict = lines[2] + lines[3]
        #expect(run(verdict).contains(run(language("従業員300人以下（中小企業基本法第2条））", "(SME Basic Act, Art. 2))"))), "\(lines)")
    }
}
