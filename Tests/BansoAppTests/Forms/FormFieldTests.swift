import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What is typed in a field, and what it is taken for.
@Suite struct FormFieldTests {
    private static let context = Context(
        catalogue: Desk.catalogue, language: .ja, today: Day(2025, 11, 20)!, calendar: Desk.calendar,
        actor: Actor("田中"))

    private func field(_ kind: RecordKind, _ id: String) -> FormField {
        FormField(kind.fields[kind.index(of: id)!], of: kind, Self.context)
    }

    private func typed(_ kind: RecordKind, _ id: String, _ text: String) -> FormField {
        var field = field(kind, id)
        for character in text { _ = field.press(.character(character)) }
        return field
    }

    private func read(_ kind: RecordKind, _ id: String, _ text: String) -> FormField.Understanding {
        typed(kind, id, text).understanding(Self.context)
    }

    private func isWrong(_ understanding: FormField.Understanding) -> Bool {
        if case .wrong = understanding { true } else { false }
    }

    @Test(arguments: ["8/5", "R7.8.5", "令和7年8月5日", "２０２５／８／５", "8月5日", "2025-08-05"])
    func aDayIsShownAsUnderstood(_ text: String) {
        #expect(read(.consultation, "date", text) == .fine("令和7年8月5日(火)"))
    }

    @Test func daysThatDoNotExistOrLieOutsideThePeriodAreWrong() {
        #expect(isWrong(read(.consultation, "date", "2/30")))
        #expect(isWrong(read(.consultation, "date", "2024-08-05")))
        #expect(read(.snooze, "until", "明日") == .fine("令和7年11月21日(金)"))
        #expect(read(.snooze, "until", "+3d") == .fine("令和7年11月23日(日)"))
    }

    @Test func aNumberIsShownBackWhereItIsWrittenInAnotherWay() {
        for text in ["２５", "25人", "０２５"] { #expect(read(.organisation, "employees", text) == .fine("25"), "\(text)") }
        #expect(read(.organisation, "employees", "25") == .fine(""))
        #expect(read(.organisation, "employees", "2500") == .fine("2,500"))
    }

    @Test(arguments: [("90", 90), ("９０分", 90), ("1.5h", 90), ("1時間半", 90), ("2時間", 120), ("60 min", 60)])
    func minutesAsPeopleWriteThem(_ text: String, _ minutes: Int) throws {
        #expect(try typed(.consultation, "minutes", text).value(Self.context) == .number(minutes))
    }

    @Test(arguments: [
        ("30000000", 30_000_000), ("30,000,000", 30_000_000), ("3000万", 30_000_000), ("3千万", 30_000_000),
        ("３，０００万円", 30_000_000), ("2億円", 200_000_000), ("1億5千万", 150_000_000), ("1.5億", 150_000_000),
        ("¥1,234", 1234), ("3百万", 3_000_000), ("1億1", 100_000_001),
    ])
    func moneyAsPeopleWriteIt(_ text: String, _ yen: Int64) throws {
        #expect(try typed(.organisation, "capital", text).value(Self.context) == .number(yen))
        #expect(
            ["万", "億円", "3万万", "千", "9999999億", "-1万", "3万x"].allSatisfy {
                isWrong(read(.organisation, "capital", $0))
            })
    }

    @Test func minutesOutsideTheUsualArePointedOutAndImpossibleOnesRefused() {
        #expect(read(.consultation, "minutes", "60") == .fine("60分"))
        #expect(read(.consultation, "minutes", "45") == .fine("45分（目安は60～120分）", isUnusual: true))
        // Only a consultation has a usual length.
        #expect(read(.processConsultation, "minutes", "45") == .fine("45分"))
        for text in ["0", "481", "-5", "abc", "99999999999999999999"] {
            #expect(isWrong(read(.consultation, "minutes", text)), "\(text)")
        }
        #expect(read(.consultation, "minutes", "") == .empty)
    }

    @Test(arguments: ["ふくおか", "福岡", "fuku o", "40", "フクオカ"]) func aPrefectureIsFoundByNameKanaAndCode(_ text: String) {
        let field = typed(.organisation, "prefecture", text)
        #expect(field.found(among: field.input.choices).first?.label.ja == "福岡県")
    }

    @Test func theOnlyPrefectureLeftNeedsNoChoosing() throws {
        #expect(try typed(.organisation, "prefecture", "くまも").value(Self.context) == .number(43))
        // ふく is 福岡, 福島 and 福井
        #expect(isWrong(read(.organisation, "prefecture", "ふく")))
    }

    @Test func theDistrictComesFirst() {
        let names = field(.organisation, "prefecture").input.choices.map(\.label.ja)
        #expect(names.prefix(2) == ["福岡県", "佐賀県"] && names.count == 47)
    }

    @Test func choicesArePickedBySpaceArrowAndDigitAndClearedByBackspace() throws {
        var field = field(.event, "status")
        _ = field.press(.character("2"))
        #expect(try field.value(Self.context) == .text("held"))
        _ = field.press(.character(" "))
        #expect(try field.value(Self.context) == .text("cancelled"))
        _ = field.press(.right)
        #expect(try field.value(Self.context) == .text("planned"))
        _ = field.press(.character("　"))
        #expect(try field.value(Self.context) == .text("held"))
        _ = field.press(.backspace)
        #expect(field.isEmpty)
    }

    @Test func theFirstSpacePicksWhatTheCursorStandsOnAndItStandsOnWhatIsPicked() throws {
        var fresh = field(.event, "status")
        _ = fresh.press(.character(" "))
        #expect(try fresh.value(Self.context) == .text("planned"))
        var filled = field(.event, "status")
        filled.fill(.text("held"), titles: [:], Self.context)
        _ = filled.press(.character("l"))
        #expect(try filled.value(Self.context) == .text("cancelled"))
        _ = filled.press(.character("h"))
        #expect(try filled.value(Self.context) == .text("held"))
        var draft = field(.event, "status")
        draft.fill("held")
        _ = draft.press(.left)
        #expect(try draft.value(Self.context) == .text("planned"))
        // Its beginning picks it; what none begins with is not taken, and the field says how it is filled
        _ = draft.press(.character("中"))
        #expect(try draft.value(Self.context) == .text("cancelled"))
        for key in [Key.character("x"), .paste("2"), .paste("")] {
            _ = draft.press(key)
            #expect(draft.isKeyRefused, "\(key)")
            #expect(try draft.value(Self.context) == .text("cancelled"))
        }
        _ = draft.press(.left)
        #expect(!draft.isKeyRefused)
        #expect(draft.press(.function(5)) == false)
    }

    @Test func whatNeedNotBePickedMayStayEmpty() throws {
        #expect(try field(.organisation, "institution_kind").value(Self.context) == FieldValue.none)
        #expect(try field(.talent, "tags").value(Self.context) == .text(""))
        #expect(try field(.event, "region").value(Self.context) == FieldValue.none)
        #expect(isWrong(typed(.event, "region", "x").understanding(Self.context)))
    }

    @Test(arguments: [
        (RecordKind.event, "start_minute", "午後２時", "14:00"), (.organisation, "capital", "３００００", "30,000"),
        (.organisation, "employees", "45", ""),
        (.organisation, "corporate_number", "７-0000-1205-0002", "法人番号 7000012050002：検査数字は正しい"),
        (.organisation, "postcode", "８０３８５０１", "〒803-8501"), (.contact, "kana", "すずき", "スズキ"),
        (.contact, "kana", "スズキ", ""), (.contact, "phone", "０９２", "092"), (.organisation, "tags", "重点、紹介", "重点 · 紹介"),
    ])
    func whatWasUnderstoodIsShown(_ kind: RecordKind, _ id: String, _ text: String, _ shown: String) {
        #expect(read(kind, id, text) == .fine(shown))
    }

    @Test func choicesAreOfferedByTheirBeginningFirst() {
        func found(_ text: String) -> [String] {
            let field = typed(.organisation, "prefecture", text)
            return field.found(among: field.input.choices).map(\.label.ja)
        }
        #expect(found("島") == ["島根県", "鹿児島県", "福島県", "広島県", "徳島県"])
        #expect(found("").count == 47)
        #expect(found("ふく") == ["福岡県", "福島県", "福井県"])
    }

    @Test func anExactNameIsThatOneWhateverElseBeginsSo() throws {
        let choices = [Choice("a", ja: "研修", en: "training"), Choice("b", ja: "研修会", en: "workshop")]
        var field = FormField(
            RecordKind.organisation.fields[1], of: .organisation, input: .list(choices), Self.context)
        field.editor.text = "研修"
        #expect(field.choice(among: choices)?.token == "a")
        field.editor.text = "研"
        #expect(field.choice(among: choices) == nil)
    }

    @Test func whatCanBeChosenIsWhatTheCatalogueHas() {
        #expect(
            field(.savedFilter, "pipeline").input.choices.map(\.token)
                == Self.context.catalogue.pipelines.map(\.id.text))
        #expect(field(.event, "track").input.choices.map(\.token) == ["guideline", "productivity"])
        let postings = field(.posting, "activity").input.choices.map(\.token)
        #expect(postings.contains("A1-3") && !postings.contains("A1-1"))
        #expect(field(.event, "activity").input.choices.contains { $0.label.ja.hasPrefix("A1-1 ") })
        // A few side by side, more than six one under the other
        #expect(FieldInput(Array(TalentTag.choices.prefix(6))) == .options(TalentTag.choices))
        #expect(FieldInput(TalentTag.choices + EventMode.choices) == .list(TalentTag.choices + EventMode.choices))
    }

    @Test func eachSortOfFieldSaysHowItIsFilled() {
        func hint(_ kind: RecordKind, _ id: String) -> String { FieldHint.text(for: field(kind, id)).ja }
        #expect(hint(.consultation, "date").contains("R7.8.5") && hint(.consultation, "date").contains("+3d"))
        #expect(hint(.consultation, "minutes").contains("1.5h") && hint(.event, "start_minute").contains("午後2時"))
        #expect(hint(.posting, "organisation").contains("候補") && hint(.organisation, "prefecture").contains("候補"))
        #expect(hint(.contact, "name") == "例 鈴木一郎" && hint(.event, "venue").isEmpty)
        for kind in RecordKind.allCases {
            for item in kind.fields {
                let hint = FieldHint.text(for: FormField(item, of: kind, Self.context))
                #expect(hint.ja.isEmpty == hint.en.isEmpty, "\(kind).\(item.id)")
            }
        }
    }

    @Test func aDigitTicksOneOfSeveral() throws {
        var field = field(.talent, "tags")
        for key: Key in [.character("3"), .character("１"), .character("3")] { _ = field.press(key) }
        #expect(try field.value(Self.context) == .text("young"))
        _ = field.press(.character("2"))
        #expect(try field.value(Self.context) == .text("young women"))
    }

    @Test func tagsAreTickedOneByOne() throws {
        var field = field(.talent, "tags")
        for key: Key in [.character(" "), .right, .right, .character(" ")] { _ = field.press(key) }
        #expect(try field.value(Self.context) == .text("young senior"))
        _ = field.press(.character(" "))
        #expect(try field.value(Self.context) == .text("young"))
    }

    @Test func wordsOfOnesOwnAreKeptOnce() throws {
        #expect(try typed(.organisation, "tags", "重点　紹介、重点").value(Self.context) == .text("重点 紹介"))
    }

    @Test func anotherRecordHasToBeChosen() throws {
        var field = typed(.posting, "organisation", "やまだ")
        #expect(isWrong(field.understanding(Self.context)))
        field.reference = RecordKey(.organisation, 12)
        #expect(try field.value(Self.context) == .number(12))
        _ = field.press(.character("x"))
        #expect(field.reference == nil, "typing on means another one")
    }

    @Test func aDraftKeepsWhatWasTypedAndChosen() throws {
        var reference = typed(.posting, "organisation", "やまだ")
        reference.reference = RecordKey(.organisation, 12)
        var again = field(.posting, "organisation")
        again.fill(reference.text)
        #expect(again.reference == RecordKey(.organisation, 12) && again.editor.text == "やまだ")
        var half = field(.posting, "organisation")
        half.fill(typed(.posting, "organisation", "#12").text)
        #expect(half.reference == nil && half.editor.text == "#12", "a number that was typed is no choice")
        var picked = field(.talent, "tags")
        picked.fill("young senior nonsense")
        #expect(try picked.value(Self.context) == .text("young senior"))
    }

    /// What a record says is what the same field, filled from it, says again.
    @Test func everyFieldOfEveryKindReadsBackWhatItShows() throws {
        for kind in RecordKind.allCases {
            for item in kind.fields where !item.isAssigned {
                guard let sample = Self.sample(item) else { continue }
                for language in Language.allCases {
                    var context = Self.context
                    context.language = language
                    var field = FormField(item, of: kind, context)
                    field.fill(sample, titles: [:], context)
                    #expect(try field.value(context) == sample, "\(kind).\(item.id) \(language)")
                    var again = FormField(item, of: kind, context)
                    again.fill(field.text)
                    #expect(try again.value(context) == sample, "\(kind).\(item.id) as a draft")
                }
            }
        }
    }

    private static func sample(_ field: RecordField) -> FieldValue? {
        switch field.kind {
        case .line: .text("有明 #3")
        case .kana: .text("ヤマダ")
        case .phone: .text("092-1")
        case .email: .text("a@example.jp")
        case .paragraph: .text("一行目\n二行目")
        case .day: .day(Day(2025, 8, 5)!)
        case .time: .number(Int64(14 * 60 + 30))
        case .number(let range): .number(range.upperBound)
        case .minutes(let range): .number(range.lowerBound)
        case .choice(let choices): .text(choices[choices.count - 1].token)
        case .flag: .flag(false)
        case .tags(let choices): .text(choices.map(\.token).joined(separator: " "))
        case .words: .text("重点 紹介")
        case .prefecture: .number(43)
        case .activity(let sources): .text(context.catalogue.activities(countedFrom: sources)[0].text)
        case .programme: .text("C")
        case .month: .text("2025-10")
        case .recordKey: .text("attendance:12")
        case .track: .text(context.catalogue.tracks(of: "B1")[0].text)
        case .reference: .number(7)
        case .corporateNumber: .text("7000012050002")
        case .postcode: .text("8038501")
        case .word: field.id == "pipeline" ? .text("A") : nil
        }
    }
}
