import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct ConsultationRowsTests {
    private let desk = FakeDesk()
    private let today = Day(2025, 11, 20)!

    init() throws {
        try desk.add(Organisation(name: "株式会社表計算", corporateNumber: try CorporateNumber("4011001098993")))
        try desk.add(Organisation(name: "有限会社山田"))
        try desk.add(Organisation(name: "株式会社二つ"))
        try desk.add(Organisation(name: "㈱二つ"))
    }

    private func run(_ text: String, endsAt row: ImportHooks.LastRow? = nil) throws -> ImportSummary {
        let file = try TemporaryFile(text)
        return try withExtendedLifetime(file) {
            try RecordsImport(kind: .consultations, catalogue: TestCatalogue.catalogue, today: today).run(
                file: file.path, into: desk, hooks: .ending(at: row))
        }
    }

    private func problem(_ text: String) -> ImportProblem? {
        #expect(throws: ImportError.self) { try run(text) }?.problem
    }

    private func reject(_ header: String, _ row: String) throws -> ImportReject? {
        let summary = try run(header + "\n" + row + "\n")
        #expect(summary.created == 0)
        #expect(desk.consultations == [])
        return summary.rejects.first
    }

    @Test func aFullRowIsBooked() throws {
        let summary = try run(
            "メモ,企業名,日付,開始,分,方法,コーディネーター,相談内容,次の対応,期限,法人番号\n"
                + "\"一行目\n二行目\",,R7.10.1,午後2時,９０,ｵﾝﾗｲﾝ,山田花子,副業,下書きを送る,10/8,4011001098993\n")
        #expect(summary.rejects == [])
        #expect(summary.created == 1)
        #expect(
            desk.consultations == [
                Consultation(
                    company: OrganisationID(1), date: Day(2025, 10, 1)!, start: ClockTime(minutes: 840), minutes: 90,
                    mode: .online, coordinator: CoordinatorID(1), topics: "副業", notes: "一行目\n二行目")
            ])
        #expect(desk.nextActions == [NextAction(text: "下書きを送る", due: Day(2025, 10, 8))])
        #expect(desk.coordinators == ["山田花子"])
    }

    @Test func englishHeadingsAndNamesWork() throws {
        let summary = try run("Mode,minutes,date,company\nin-person,60,2025-10-01,（有）山田\n,,,\nonline,60,2025/10/2,山田\n")
        #expect(summary.created == 2)
        #expect(summary.read == 2)
        #expect(desk.consultations.map(\.company) == [OrganisationID(2), OrganisationID(2)])
        #expect(desk.consultations.map(\.mode) == [.inPerson, .online])
        #expect(desk.consultations[0].coordinator == nil)
        #expect(desk.nextActions == [nil, nil])
    }

    @Test(arguments: ["0", "4", "x", "-1"])
    func anOrdinalIsOneOfThose(_ ordinal: String) throws {
        let found = try reject("企業名,日付,分,方法,回", "株式会社表計算,2025-10-01,60,対面," + ordinal)
        #expect(found?.column == ImportColumn(number: 5, name: LocalizedText(ja: "回", en: "ordinal")))
        #expect(found?.reason.en == "ordinal \(ordinal): at most 3 per company")
    }

    @Test func aPossibleOrdinalIsTakenAndBookingNumbers() throws {
        #expect(try run("企業名,日付,分,方法,回\n株式会社表計算,2025-10-01,60,対面,３\n山田,2025-10-01,60,対面,2回目\n").created == 2)
        #expect(desk.all(.consultation).map { $0.record["ordinal"] } == [.number(1), .number(1)])
    }

    @Test(arguments: ["2025-05-31", "2026-04-01"])
    func aDateOutsideThePeriodIsRejected(_ date: String) throws {
        let found = try reject("企業名,日付,分,方法", "株式会社表計算,\(date),60,対面")
        #expect(found?.column?.number == 2)
        #expect(found?.reason.en == "\(date) is outside the period (2025-06-01 to 2026-03-31)")
    }

    @Test func anExportIsCarriedOverWithItsNumbers() throws {
        _ = try desk.coordinator(named: "山田花子")
        let header = "番号,企業番号,企業,回,日付,開始,分,方法,コーディネーター番号,コーディネーター"
        let file = header + "\n7,1,誰か,2,2025-10-01,,60,対面,1,誰か\n9,1,,1,2025-10-02,,60,対面,,\n"
        #expect(try run(file).rejects == [])
        #expect(desk.all(.consultation).map(\.id) == [7, 9])
        #expect(desk.all(.consultation).map { $0.record["ordinal"] } == [.number(2), .number(1)])
        #expect(desk.consultations.map(\.coordinator) == [CoordinatorID(1), nil])
        // One that is there already is not booked twice.
        #expect(try run(file).unchanged == 2)
        #expect(try run("番号,分\n9,90\n").updated == 1)
        #expect(desk.records[.consultation]?[9]?["minutes"] == .number(90))
        #expect(desk.records[.consultation]?[9]?["date"] == .day(Day(2025, 10, 2)!))
        #expect(
            try run(header + "\n,9,,2,2025-10-01,,60,対面,,\n,1,,2,2025-10-01,,60,対面,9,\nx,1,,2,2025-10-01,,60,対面,,\n")
                .rejects.map(\.column?.name.en) == ["organisation_number", "coordinator_number", "id"])
        #expect(desk.all(.consultation).count == 2)
    }

    @Test func whatAPersonWritesIsUnderstood() throws {
        let summary = try run("企業名,日付,開始,分,方法\n山田,10/1,午後2時半,1.5h,オンライン\n山田,R7.10.2,14:00,1時間半,対面\n")
        #expect(summary.rejects == [])
        #expect(desk.consultations.map(\.minutes) == [90, 90])
        #expect(desk.consultations.map(\.start?.minutes) == [870, 840])
    }

    @Test func aDateStillToComeIsRefused() throws {
        let found = try reject("企業名,日付,分,方法", "株式会社表計算,2025-11-21,60,対面")
        #expect(found?.column?.name.ja == "日付")
        #expect(found?.reason.en.hasSuffix("is still to come") == true)
        #expect(try run("企業名,日付,分,方法\n株式会社表計算,2025-11-20,60,対面\n").created == 1)
    }

    @Test func cp932Works() throws {
        let file = try TemporaryFile(cp932: "企業名,日付,分,方法\r\n株式会社表計算,2025-10-01,60,対面\r\n")
        let summary = try RecordsImport(kind: .consultations, catalogue: TestCatalogue.catalogue, today: today).run(
            file: file.path, into: desk)
        #expect(summary.encoding == .cp932)
        #expect(summary.created == 1)
    }

    @Test func theHeadingIsChecked() throws {
        let unknown = problem("企業名,日付,分,方法,天気\nx,x,x,x,x\n")
        guard case .unknownHeaders(let columns, let known) = unknown else {
            Issue.record("\(String(describing: unknown))")
            return
        }
        #expect(columns.map(\.number) == [5])
        #expect(known.map(\.en).contains("next_action"))
        #expect(unknown?.text.ja.contains("、企業、") == true)
        #expect(unknown?.text.ja.contains("--map") == true)
        #expect(problem("企業名,日付,分,方法,company\n") == .duplicateHeader(column: 5, name: "company", first: 1))
        #expect(problem("企業名,日付,方法\n") == .missingHeader(["分|minutes"]))
        #expect(
            problem("日付,分,方法\n")
                == .missingHeader(["企業番号|organisation_number", "企業|organisation", "法人番号|corporate_number"]))
        #expect(problem("企業名,日付,分,方法\n") == .noRows)
        #expect(problem("\n\n") == .noRows)
        guard case .badHeader = problem("企業名,\"日\"付,分,方法\n") else {
            Issue.record("a heading with broken quotes")
            return
        }
    }

    @Test(arguments: [
        ("日付", "x,明日,60,対面"), ("日付", "x,today,60,対面"), ("日付", "x,+3d,60,対面"), ("日付", "x,-1,60,対面"),
        ("日付", "x,,60,対面"), ("日付", "x,2025-02-29,60,対面"), ("分", "x,2025-10-01,0,対面"),
        ("分", "x,2025-10-01,481,対面"), ("分", "x,2025-10-01,,対面"),
        ("方法", "x,2025-10-01,60,電話"), ("方法", "x,2025-10-01,60,"),
    ])
    func badValuesAreRejectedByColumn(_ column: String, _ row: String) throws {
        let found = try reject("企業名,日付,分,方法", "株式会社表計算" + row.dropFirst())
        #expect(found?.line == 2)
        #expect(found?.column?.name.ja == column)
    }

    @Test(arguments: [
        ("開始", "25:00,,,"), ("次の対応", ",\u{1B},,"), ("期限", ",,2025-10-01,"), ("期限", ",送る,いつか,"),
        ("コーディネーター", ",,,\u{7F}"),
    ])
    func badOptionalValuesAreRejectedByColumn(_ column: String, _ rest: String) throws {
        let found = try reject(
            "企業名,日付,分,方法,開始,次の対応,期限,コーディネーター", "株式会社表計算,2025-10-01,60,対面," + rest)
        #expect(found?.column?.name.ja == column)
        #expect(desk.coordinators == [])
    }

    @Test func theCompanyMustBeOne() throws {
        let header = "法人番号,企業名,日付,分,方法"
        let rest = ",2025-10-01,60,対面"
        let none = try reject(header, ",株式会社無" + rest)
        #expect(none?.column?.number == 2)
        #expect(none?.reason.en == "no company called \"株式会社無\"")
        #expect(try reject(header, ",二つ" + rest)?.reason.en.contains("more than one company") == true)
        #expect(try reject(header, "," + rest)?.column?.name.en == "organisation")
        #expect(try reject(header, "5011001098993," + rest)?.column?.name.en == "corporate_number")
        #expect(try reject(header, "7000012050002," + rest)?.reason.en.contains("no company has this number") == true)
        #expect(try reject(header, "4011001098993,有限会社山田" + rest)?.reason.en.contains("another company") == true)
        #expect(try reject("法人番号,日付,分,方法", rest)?.column?.name.en == "corporate_number")
    }

    @Test func aWrongColumnCountIsRejected() throws {
        #expect(try reject("企業名,日付,分,方法", "株式会社表計算,2025-10-01,60")?.column == nil)
        #expect(try reject("企業名,日付,分,方法", "株式会社表計算,2025-10-01,60,対面,")?.reason.en.contains("has 5") == true)
    }

    private let four =
        "企業名,日付,分,方法\n" + (1...4).map { "株式会社表計算,2025-10-0\($0),60,対面\n" }.joined() + "山田,2025-10-05,60,対面\n"

    @Test func theFourthConsultationIsRefusedAndTheRestLands() throws {
        let summary = try run(four)
        #expect(summary.created == 4)
        #expect(summary.rejects.map(\.line) == [5])
        #expect(summary.rejects[0].reason == DeskError.consultationLimit(company: "株式会社表計算", limit: 3).text)
        #expect(desk.consultations.last?.company == OrganisationID(2))
    }

    @Test func aStrictImportEndsAtTheFourth() {
        let error = #expect(throws: ImportError.self) { try run(four, endsAt: .badRow) }
        guard case .badRow(let reject) = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reject.line == 5)
    }

    @Test(arguments: Language.allCases)
    func theTemplateCanBeImported(_ language: Language) throws {
        try desk.add(
            Organisation(name: language("株式会社サンプル", "Sample Co.")))
        let summary = try run(
            RecordsImport.template(.consultations, language, catalogue: TestCatalogue.catalogue), endsAt: .badRow)
        #expect(summary.created == 1)
        #expect(desk.coordinators.count == 1)
        #expect(desk.nextActions[0]?.due == Day(2025, 10, 8))
    }
}
