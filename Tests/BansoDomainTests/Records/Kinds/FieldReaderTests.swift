import BansoDomain
import Testing

/// What a person or a file wrote, read as a field.
@Suite struct FieldReaderTests {
    private let reader = FieldReader(catalogue: Sample.desk, today: Sample.day("2025-11-20"))

    private func read(_ kind: RecordKind, _ field: String, _ text: String) -> FieldValue? {
        try? reader.read(text, kind.fields[kind.index(of: field)!])
    }

    private func shown(_ kind: RecordKind, _ field: String, _ value: FieldValue, _ language: Language = .ja) -> String {
        kind.fields[kind.index(of: field)!].text(of: value, language)
    }

    @Test(arguments: ["10000", "10,000", "１０，０００", "　10000　"]) func numbers(_ text: String) {
        #expect(read(.organisation, "capital", text) == .number(10_000))
    }

    @Test(arguments: ["-1", "1.5", "abc", "100000000000001", "99999999999999999999"]) func noNumbers(_ text: String) {
        #expect(read(.organisation, "capital", text) == nil)
    }

    @Test(arguments: [
        ("90", 90), ("９０分", 90), ("90min", 90), ("90 m", 90), ("1.5h", 90), ("１時間半", 90), ("2時間", 120),
        ("1時間30分", 90), ("１時間３０分", 90), ("1h30m", 90), ("1h 5min", 65), ("1時間60分", nil), ("1時間-5分", nil),
        ("24h", nil), ("0", nil), ("481", nil), ("1e300h", nil), ("-1h", nil), ("nanh", nil), ("90秒", nil),
    ])
    func minutes(_ text: String, _ minutes: Int?) {
        #expect(read(.consultation, "minutes", text) == minutes.map { .number($0) })
    }

    @Test func hoursEndWithTheDay() {
        let field = RecordKind.processConsultation.fields[RecordKind.processConsultation.index(of: "minutes")!]
        #expect(field.kind == .minutes(1...960))
        #expect(read(.processConsultation, "minutes", "16h") == .number(960))
        #expect(read(.processConsultation, "minutes", "99999999999999999999h") == nil)
    }

    @Test(arguments: [("14:00", 840), ("１４：３０", 870), ("1400", 840), ("午後2時", 840), ("25:00", nil), ("x", nil)])
    func times(_ text: String, _ minutes: Int?) {
        #expect(read(.event, "start_minute", text) == minutes.map { .number($0) })
    }

    @Test(arguments: [
        ("8/5", "2025-08-05"), ("R7.8.5", "2025-08-05"), ("令和７年８月５日", "2025-08-05"), ("明日", "2025-11-21"),
        ("+3d", "2025-11-23"), ("2/30", nil), ("2024-08-05", nil),
    ])
    func days(_ text: String, _ iso: String?) {
        #expect(read(.posting, "date", text) == iso.map { .day(Sample.day($0)) })
    }

    @Test func theWrongDayOfTheWeekIsRefusedWithTheRightOne() {
        let field = RecordKind.posting.fields[RecordKind.posting.index(of: "date")!]
        let refused = #expect(throws: FieldReader.Problem.self) { try reader.read("8/5(水)", field) }
        #expect(refused?.reason.ja == "その日は令和7年8月5日(火)です")
        #expect(refused?.reason.en == "that day is Tue 5 Aug 2025")
    }

    @Test func onlySomeDaysHaveToLieInThePeriod() {
        #expect(read(.posting, "closed_on", "2024-08-05") == .day(Sample.day("2024-08-05")))
    }

    @Test(arguments: ["はい", "YES", "ｙ", "１", "true", "○", "〇", "有", "あり", "済"]) func yes(_ text: String) {
        #expect(read(.application, "documents", text) == .flag(true))
    }

    @Test(arguments: ["いいえ", "No", "0", "false", "×", "無", "なし", "未"]) func no(_ text: String) {
        #expect(read(.application, "documents", text) == .flag(false))
    }

    @Test(arguments: ["福岡県", "福岡", "Fukuoka", "40", "４０"]) func prefectures(_ text: String) {
        #expect(read(.organisation, "prefecture", text) == .number(40))
    }

    @Test(arguments: ["48", "0", "ふくおかけん市"]) func noPrefectures(_ text: String) {
        #expect(read(.organisation, "prefecture", text) == nil)
    }

    @Test func choicesByTokenAndByTheirLabelInEitherLanguage() {
        for text in ["side-job", "副業・兼業", "Side Job", "ＳＩＤＥ－ＪＯＢ"] {
            #expect(read(.posting, "kind", text) == .token(EmploymentKind.sideJob), "\(text)")
        }
        #expect(read(.event, "mode", "In person") == .token(EventMode.inPerson))
        #expect(read(.event, "mode", "電話") == nil)
    }

    /// Whatever is between them; a label that holds spaces is one; the order is the choices'.
    @Test(arguments: TalentTag.allCases) func tags(_ tag: TalentTag) {
        let first = TalentTag.allCases[0]
        let expected = FieldValue.text(tag == first ? first.rawValue : first.rawValue + " " + tag.rawValue)
        for text in [
            "\(tag.label.en), \(first.label.en)", "\(tag.label.ja)、\(first.label.ja)",
            "\(tag.rawValue) \(first.rawValue)",
            "\(tag.rawValue)；\(first.rawValue)",
        ] {
            #expect(read(.talent, "tags", text) == expected, "\(text)")
        }
        #expect(read(.talent, "tags", tag.rawValue + " nonsense") == nil)
    }

    @Test func wordsOfOnesOwnAreKeptOnceInTheirOrder() {
        #expect(read(.organisation, "tags", "紹介　重点、紹介；九州") == .text("紹介 重点 九州"))
    }

    @Test(arguments: ["A1-1", "ａ１－１", "a1-1"]) func activitiesInAnyCase(_ text: String) {
        #expect(read(.event, "activity", text) == .text("A1-1"))
    }

    @Test func onlyActivitiesThatCountIt() {
        #expect(read(.posting, "activity", "A1-3") == .text("A1-3"))
        #expect(read(.posting, "activity", "A1-1") == nil)
        // Where there is just one it need not be said.
        #expect(read(.training, "activity", "") == .text("C4"))
        #expect(read(.posting, "activity", "") == nil)
    }

    @Test(arguments: [("12", 12), ("#12", 12), ("＃１２", 12), ("0", nil), ("-3", nil), ("やまだ", nil), ("#", nil)])
    func references(_ text: String, _ number: Int?) {
        #expect(read(.posting, "organisation", text) == number.map { .number($0) })
    }

    @Test(arguments: ["8038501", "803-8501", "〒803-8501", "８０３－８５０１"]) func postcodes(_ text: String) {
        #expect(read(.organisation, "postcode", text) == .text("8038501"))
    }

    @Test(arguments: ["803850", "80385011", "803850a", "八〇三八五〇一"]) func noPostcodes(_ text: String) {
        #expect(read(.organisation, "postcode", text) == nil)
    }

    @Test func kanaAndAddressesAreKeptInOneForm() {
        #expect(read(.contact, "kana", "すずき ｲﾁﾛｳ") == .text("スズキ イチロウ"))
        #expect(read(.contact, "phone", "０９２－１２３") == .text("092-123"))
        #expect(read(.contact, "name", "　鈴木　") == .text("鈴木"))
        #expect(read(.organisation, "corporate_number", "7-0000-1205-0002") == .text("7000012050002"))
        #expect(read(.organisation, "corporate_number", "7000012050003") == nil)
    }

    @Test func whatIsNeededCanNotBeEmptyUnlessItBeginsWithSomething() {
        #expect(read(.contact, "name", " ") == nil)
        #expect(read(.posting, "date", "") == nil)
        #expect(read(.event, "status", "") == .token(EventStatus.planned))
        #expect(read(.contact, "notes", "") == .text(""))
        #expect(read(.posting, "closed_on", "") == FieldValue.none)
    }

    @Test func valuesAreShownAsPeopleSayThem() {
        #expect(shown(.application, "documents", .flag(true)) == "はい")
        #expect(shown(.application, "documents", .flag(false), .en) == "no")
        let both = FieldValue.text(TalentTag.allCases.prefix(2).map(\.rawValue).joined(separator: " "))
        #expect(
            shown(.talent, "tags", both) == TalentTag.allCases.prefix(2).map(\.label.ja).joined(separator: "、"))
        #expect(
            shown(.talent, "tags", both, .en) == TalentTag.allCases.prefix(2).map(\.label.en).joined(separator: ", "))
        #expect(shown(.event, "start_minute", .number(845)) == "14:05")
        #expect(shown(.organisation, "prefecture", .number(40)) == "福岡県")
        #expect(shown(.posting, "kind", .token(EmploymentKind.sideJob)) == EmploymentKind.sideJob.label.ja)
        #expect(shown(.posting, "organisation", .number(12)) == "#12")
        #expect(shown(.posting, "closed_on", .none).isEmpty)
    }

    @Test(arguments: [
        ("phone", "０９２ー０００ー０００１", "092-000-0001"), ("phone", "+81 (92) 000-0001 内線12", "+81 (92) 000-0001 内線12"),
        ("phone", "電話", nil), ("phone", "-", nil), ("phone", "abc1", nil), ("email", "ａ＠ｂ", "a@b"),
        ("email", "abc", nil),
        ("email", "@b", nil), ("email", "a@", nil), ("email", "a@b@c", nil), ("email", "a b@c", nil),
    ])
    func waysToReachSomebody(_ field: String, _ text: String, _ value: String?) {
        #expect(read(.contact, field, text) == value.map { .text($0) })
    }

    @Test func postcodesWithTheHyphenOfKanaInput() {
        #expect(read(.organisation, "postcode", "〒８４２ー０６０７") == .text("8420607"))
    }
}
