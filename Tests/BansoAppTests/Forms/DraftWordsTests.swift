import BansoDomain
import Testing

@testable import BansoApp

/// What tells one draft from another where it is offered.
@Suite struct DraftWordsTests {
    private let context = Context(
        catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar, actor: Actor("田中"))

    private func title(
        _ request: FormRequest, about subject: String = "", _ texts: KeyValuePairs<String, String>
    ) -> String {
        let named = texts.map { (request.kind.rawValue + "." + $0, $1) }
        return Draft(
            request: request, subject: subject, base: nil, version: nil,
            texts: Dictionary(uniqueKeysWithValues: named)
        ).title(context)
    }

    @Test func aDraftIsCalledByWhomItIsAboutAndNotByWhatFormsBeginWith() {
        let consultation = FormRequest(.consultation)
        let begun: KeyValuePairs = ["organisation": "#7 株式会社甲", "date": "2025-11-20", "mode": "online"]
        #expect(title(consultation, begun) == "株式会社甲")
        let event = FormRequest(.event)
        #expect(title(event, ["date": "", "theme": "", "status": "planned", "mode": "in-person"]) == "")
        #expect(title(event, ["date": "2025-12-01", "theme": "", "status": "planned"]) == "2025-12-01")
        #expect(title(event, ["theme": "", "status": "planned", "outline": "副業人材の話"]) == "副業人材の話")
        #expect(title(event, ["theme": "副業", "outline": "副業人材の話"]) == "副業")
    }

    @Test func aNameIsSaidOnce() {
        let edit = FormRequest(.organisation, record: 3)
        #expect(title(edit, about: "株式会社甲", ["name": "株式会社甲", "municipality": "A市"]) == "株式会社甲")
        #expect(title(edit, about: "株式会社甲", ["name": "株式会社乙"]) == "株式会社甲 株式会社乙")
        #expect(title(FormRequest(.contact), about: "株式会社甲", ["name": "鈴木"]) == "株式会社甲 鈴木")
    }
}
