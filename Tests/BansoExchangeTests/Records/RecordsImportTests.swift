import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct RecordsImportTests {
    private let desk = FakeDesk()
    private let today = Day(2025, 11, 20)!

    init() throws {
        try desk.add(Organisation(name: "株式会社表計算", corporateNumber: try CorporateNumber("4011001098993")))
        try desk.add(Organisation(name: "有限会社山田"))
        try desk.add(Organisation(name: "株式会社二つ"))
        try desk.add(Organisation(name: "㈱二つ"))
        _ = try desk.put(Record(.talent, ["name": .text("佐藤健")]), id: 6)
        _ = try desk.put(
            Record(.event, ["activity": .text("A1-1"), "theme": .text("副業"), "date": .day(Day(2025, 9, 10)!)]), id: 3)
    }

    private func run(_ kind: FileKind, _ text: String, endsAt row: ImportHooks.LastRow? = nil) throws -> ImportSummary {
        let file = try TemporaryFile(text)
        return try withExtendedLifetime(file) {
            try RecordsImport(kind: kind, catalogue: TestCatalogue.catalogue, today: today).run(
                file: file.path, into: desk, hooks: .ending(at: row))
        }
    }

    private func problem(_ kind: FileKind, _ text: String) -> ImportProblem? {
        #expect(throws: ImportError.self) { try run(kind, text) }?.problem
    }

    /// The reject of a file's one row; nothing of it is written.
    private func reject(_ kind: FileKind, _ header: String, _ row: String) throws -> ImportReject? {
        let before = desk.records
        let summary = try run(kind, header + "\n" + row + "\n")
        #expect(summary.rejected == 1)
        #expect(desk.records == before)
        return summary.rejects.first
    }

    private func only(_ kind: RecordKind) -> Record? { desk.all(kind).last?.record }

    private let contract = "事業,派遣側企業番号,派遣側企業,受入側企業番号,受入側企業,契約日"
    private let posting = "企業番号,企業,事業,雇用形態,求人名,掲載日"

    @Test func aFullRowIsWritten() throws {
        let summary = try run(
            .events,
            "テーマ,ＩＤ,事業,開催日,開始,終了,状況,方法,ツール,都道府県,概要\n"
                + "副業人材,#12,ａ1-1,R7.9.10,14:00,16時,開催済み,オンライン,Teams,福岡,\"一行目\r\n二行目\"\n")
        #expect(summary.rejects.map(\.text.en) == [])
        #expect(summary.created == 1)
        #expect(
            desk.records[.event]?[12]
                == Record(
                    .event,
                    [
                        "activity": .text("A1-1"), "theme": .text("副業人材"), "date": .day(Day(2025, 9, 10)!),
                        "start_minute": .number(840), "end_minute": .number(960), "status": .token(EventStatus.held),
                        "mode": .token(EventMode.online), "tool": .token(OnlineTool.teams), "prefecture": .number(40),
                        "outline": .text("一行目\n二行目"),
                    ]))
    }

    /// An activity may be left out where there is just one.
    @Test func theOnlyActivityNeedsNoColumn() throws {
        #expect(try run(.trainings, "企業,実施日,テーマ\n山田,2025-11-05,研修\n").created == 1)
        #expect(only(.training)?["activity"] == .text("C4"))
    }

    @Test(arguments: ["1,", "#1,", "１,", "4011001098993,", "4-0110-0109-8993,", ",株式会社表計算", ",4011001098993", "1,誰か"])
    func aCompanyIsFoundByNumberOrName(_ cells: String) throws {
        #expect(try run(.postings, posting + "\n" + cells + ",A1-3,副業・兼業,求人,2025-09-01\n").created == 1)
        #expect(only(.posting)?["organisation"] == .number(1))
    }

    @Test(arguments: [
        ("9,株式会社表計算", 1, "\"9\": no company has this number"),
        ("x,", 1, "\"x\": is no number (such as 12)"), ("0,", 1, "\"0\": is no number (such as 12)"),
        ("7000012050002,", 1, "\"7000012050002\": no company has this number"),
        ("5011001098993,", 1, "wrong check digit (starts with 5, should start with 4)"),
        (",株式会社無", 2, "no company called \"株式会社無\""),
        (",二つ", 2, "more than one company called \"二つ\"; give its number"), (",", 2, "is empty"),
    ])
    func theCompanyMustBeOne(_ cells: String, _ column: Int, _ reason: String) throws {
        let found = try reject(.postings, posting, cells + ",A1-3,副業・兼業,求人,2025-09-01")
        #expect(found?.line == 2)
        #expect(found?.column?.number == column)
        #expect(found?.column?.name.ja == ["企業番号", "企業"][column - 1])
        #expect(found?.reason.en.hasSuffix(reason) == true, "\(String(describing: found?.reason.en))")
    }

    @Test func aCorporateNumberColumnHoldsNoOtherNumber() throws {
        let header = "法人番号,実施日,テーマ"
        #expect(try reject(.trainings, header, "1,2025-11-05,研修")?.column?.name.ja == "法人番号")
        #expect(try run(.trainings, header + "\n４011001098993,2025-11-05,研修\n").created == 1)
        #expect(only(.training)?["organisation"] == .number(1))
    }

    @Test func otherRecordsAreFoundToo() throws {
        let header = "イベント,企業,人材"
        #expect(try run(.attendances, header + "\n副業,,佐藤健\n").created == 1)
        #expect(only(.attendance)?["event"] == .number(3))
        #expect(only(.attendance)?["talent"] == .number(6))
        let none = try reject(.attendances, header, "転職,山田,")
        #expect(none?.reason == LocalizedText(ja: "「転職」というイベントは登録されていません", en: "no event called \"転職\""))
        #expect(try reject(.attendances, "イベント番号,企業", "4,山田")?.reason.en == "\"4\": no event has this number")
    }

    @Test func anOnlineEventIsOnTeamsOrWebex() throws {
        let header = "事業,テーマ,開催日,方法,ツール"
        let zoom = try reject(.events, header, "A1-1,副業,2025-09-10,オンライン,Zoom")
        #expect(zoom?.column == ImportColumn(number: 5, name: LocalizedText(ja: "ツール", en: "tool")))
        for reason in [zoom?.reason.ja, zoom?.reason.en] {
            #expect(reason?.contains("Microsoft Teams") == true)
            #expect(reason?.contains("Cisco Webex Meetings") == true)
        }
        let none = try reject(.events, header, "A1-1,副業,2025-09-10,オンライン,")
        #expect(none?.column?.number == 5)
        #expect(none?.reason.en.contains("must be Microsoft Teams or Cisco Webex Meetings") == true)
    }

    @Test(arguments: [
        ("開催日", "A1-1,副業,2026-04-01,,"), ("開催日", "A1-1,副業,2025-05-31,,"), ("開催日", "A1-1,副業,明日,,"),
        ("開催日", "A1-1,副業,+3d,,"), ("開催日", "A1-1,副業,,,"), ("事業", "A9,副業,2025-09-10,,"),
        ("テーマ", "A1-1,,2025-09-10,,"), ("テーマ", "A1-1,\u{1B}x,2025-09-10,,"), ("方法", "A1-1,副業,2025-09-10,電話,"),
        ("開始", "A1-1,副業,2025-09-10,,25:00"), ("番号", "A1-1,副業,2025-09-10,,,x"),
    ])
    func badValuesAreRejectedByColumn(_ column: String, _ row: String) throws {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        let found = try reject(
            .events, "事業,テーマ,開催日,方法,開始,番号", row + (cells.count == 5 ? "," : ""))
        #expect(found?.line == 2)
        #expect(found?.column?.name.ja == column)
    }

    @Test func aDateOutsideThePeriodSaysThePeriod() throws {
        let found = try reject(.trainings, "企業,実施日,テーマ", "山田,2026-04-01,研修")
        #expect(found?.reason.en == "2026-04-01 is outside the period (2025-06-01 to 2026-03-31)")
    }

    @Test func whatTheRulesRefuseIsToldByColumn() throws {
        let same = try reject(.contracts, contract, "A3-4,1,,,株式会社表計算,2025-12-01")
        #expect(same?.column == ImportColumn(number: 5, name: LocalizedText(ja: "受入側企業", en: "receiver")))
        #expect(same?.reason.en == "is the sender itself")
        let before = try reject(
            .applications, "求人番号,人材,応募日,書類提出,内定日", "1,佐藤健,2025-09-05,はい,2025-09-01")
        #expect(before?.reason.en == "\"1\": no posting has this number")
        let both = try reject(.attendances, "イベント,企業,人材", "副業,山田,佐藤健")
        #expect(both?.column?.name.en == "organisation")
        #expect(both?.reason.en.contains("not both") == true)
        // No column of the file holds the field: the reason says which.
        let track = try reject(.events, "事業,テーマ,開催日,方法", "A1-1,副業,2025-09-10,online")
        #expect(track?.column == nil)
        #expect(track?.reason.en.hasPrefix("tool: ") == true)
    }

    @Test func aRefusedRowLeavesNoCoordinatorBehind() throws {
        let header = "事業,企業,実施日,種別,高度外国人材を雇用,コーディネーター番号,コーディネーター"
        let control = try reject(.hearings, header + ",メモ", "C2,山田,2025-08-20,,はい,,山田花子,\u{1B}")
        #expect(control?.column?.number == 8)
        #expect(try reject(.hearings, header, "C2,山田,2025-08-20,,はい,4,山田花子")?.column?.number == 6)
        #expect(try run(.hearings, header + "\nC2,山田,2025-08-20,,はい,,山田花子\n").created == 1)
        #expect(desk.coordinators == ["山田花子"])
        #expect(only(.hearing)?["coordinator"] == .number(1))
    }

    private let three = "地域名,状況\n筑豊,選定\n天草,未定\n,,\n島原,応募\n,選定\n"

    @Test func theRestOfTheFileLands() throws {
        let summary = try run(.regions, three)
        #expect(summary.created == 2)
        #expect(summary.rejects.map(\.line) == [3, 6])
        #expect(desk.all(.region).map { $0.record["name"].text } == ["筑豊", "島原"])
    }

    @Test func aStrictImportEndsAtTheFirstBadRow() {
        let error = #expect(throws: ImportError.self) { try run(.regions, three, endsAt: .badRow) }
        guard case .badRow(let reject) = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reject.line == 3)
        #expect(reject.column?.number == 2)
    }

    /// A comma that is not quoted moves what stands behind it into other columns.
    @Test func aRowWithOtherColumnsEndsTheImportWhereNobodyLooksAtTheRest() throws {
        let ragged = "地域名,メモ\n,悪い行\n筑豊,a\n島原,b,c\n"
        let error = #expect(throws: ImportError.self) { try run(.regions, ragged, endsAt: .brokenRow) }
        guard case .brokenRow(let reject) = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
        // The bad row before it has as many columns as the heading
        #expect((reject.line, reject.column) == (4, nil))
        #expect(error?.text.ja.contains("4行目：列の数が3です（見出しは2列）") == true)
        #expect(error?.text.en.contains("--rejects FILE") == true)
        // Else it is a row like others that can't be taken
        #expect(try run(.regions, ragged).rejects.map(\.isBroken) == [false, true])
    }

    @Test func aKnownNumberIsReplacedAsFarAsTheFileHasColumns() throws {
        _ = try desk.put(Record(.region, ["name": .text("筑豊"), "notes": .text("残す")]), id: 5)
        #expect(try run(.regions, "番号,地域名\n5,天草\n").updated == 1)
        #expect(desk.records[.region]?[5]?["name"] == .text("天草"))
        #expect(desk.records[.region]?[5]?["notes"] == .text("残す"))
        #expect(try run(.regions, "番号,地域名\n5,天草\n").unchanged == 1)
        // A whole row replaces all of it.
        let summary = try run(.regions, "番号,地域名,都道府県,状況,メモ\n5,阿蘇,,,\n9,島原,,,\n9,島原,,,\n")
        #expect((summary.updated, summary.created, summary.unchanged) == (1, 1, 1))
        #expect(desk.records[.region]?[5]?["notes"] == .text(""))
        #expect(try run(.regions, "番号,地域名\n8,阿蘇\n").created == 1)
    }

    @Test func whoCameToAnEventStillToComeIsRefusedUnlessItWasSoInTheDatabase() throws {
        _ = try desk.put(
            Record(.event, ["activity": .text("A1-1"), "theme": .text("新年"), "date": .day(Day(2026, 1, 15)!)]), id: 9)
        let refused = try reject(.attendances, "イベント番号,企業,出欠", "9,有限会社山田,参加")
        #expect(refused?.column?.name.ja == "出欠")
        #expect(refused?.reason.ja.contains("まだ参加になりません") == true)
        #expect(try run(.attendances, "イベント番号,企業,出欠\n9,有限会社山田,申込\n3,有限会社山田,参加\n").created == 2)
        let putOff = try reject(.events, "番号,事業,テーマ,開催日", "3,A1-1,秋,2026-01-20")
        #expect(putOff?.column?.name.ja == "開催日" && putOff?.reason.ja.contains("参加の記録があります") == true)
        // As an export of the database has it, and again
        let headings = FileKind.attendances.headings.map(\.ja).joined(separator: ",")
        func row(_ number: Int, _ presence: String) -> String {
            let values = ["番号": "\(number)", "イベント番号": "9", "企業番号": "1", "役割": "参加者", "出欠": presence]
            return headings.split(separator: ",").map { values[String($0)] ?? "" }.joined(separator: ",")
        }
        func file(_ row: String) -> String { headings + "\n" + row + "\n" }
        #expect(try run(.attendances, file(row(40, "参加"))).created == 1)
        #expect(try run(.attendances, file(row(40, "参加"))).unchanged == 1)
        // What is changed in it is held to the rule; a file of another make bears numbers that mean nothing
        #expect(try run(.attendances, file(row(40, "申込"))).updated == 1)
        #expect(try run(.attendances, file(row(40, "参加"))).rejected == 1)
        #expect(try run(.attendances, "番号,イベント番号,企業,出欠\n41,9,有限会社山田,参加\n").rejected == 1)
    }

    @Test func anApplicationFromBeforeItsPostingIsTakenAndSaid() throws {
        let posting = Record(
            .posting,
            [
                "organisation": .number(2), "activity": .text("A1-3"), "kind": .token(EmploymentKind.regular),
                "title": .text("経理"), "date": .day(Day(2025, 9, 10)!),
            ])
        _ = try desk.put(posting, id: 4)
        let summary = try run(.applications, "求人番号,人材番号,応募日\n4,6,2025-09-10\n4,6,2025-09-09\n")
        #expect(summary.created == 2)
        #expect(summary.notes.map(\.ja) == ["3行目 求人の掲載日（9/10）より前の応募です"])
    }

    @Test func aKnownCorporateNumberUpdatesAndBlanksNothing() throws {
        let summary = try run(.companies, "法人番号,名称,従業員数\n4011001098993,株式会社表,45\n")
        #expect(summary.updated == 1)
        #expect(desk.organisations.count == 4)
        #expect(desk.organisations[0].name == "株式会社表")
        #expect(desk.organisations[0].employees == 45)
        #expect(try run(.institutions, "名称,機関の種類\n会議所,商工団体\n").created == 1)
        #expect(desk.organisations[4].kind == .institution)
        #expect(try reject(.companies, "名称,郵便番号", "x,123")?.column?.number == 2)
    }

    @Test func guardsOfAnExportAreTakenOffAndNoOthers() throws {
        #expect(try run(.regions, "番号,地域名,メモ\n,'=1+1,''@x\n").created == 1)
        #expect(only(.region)?["name"] == .text("=1+1"))
        #expect(only(.region)?["notes"] == .text("'@x"))
        // The rows that were not taken of an export go in again as they came.
        #expect(try run(.regions, "id,notes,name,import_reason\n,'+81,'-1,x\n").created == 1)
        #expect(only(.region)?["name"] == .text("-1"))
        #expect(only(.region)?["notes"] == .text("+81"))
        // Where an export has not written the headings, the mark is the text's own.
        for heading in ["地域名,メモ", "番号,地域名,notes", "番号,地域名,備考"] {
            let number = heading.hasPrefix("番号") ? "," : ""
            desk.records[.region] = nil
            #expect(try run(.regions, heading + "\n" + number + "'=1+1,''@x\n").created == 1)
            #expect(only(.region)?["name"] == .text("'=1+1"), "\(heading)")
            #expect(only(.region)?["notes"] == .text("''@x"), "\(heading)")
        }
    }

    @Test func linesThatAreJoinedAreTold() throws {
        let summary = try run(
            .events,
            "事業,テーマ,開催日,方法,会場,概要\n"
                + "A1-1,一,2025-09-10,対面,\"博多\n２階\",\"一\n二\"\n"
                + "A1-1,二,2025-09-10,対面,\"博多\n\",\nA1-1,\"三\r\n四\",2025-09-10,対面,\"五\n六\",\n"
                + "A1-1,\"七\n八\",いつか,対面,,\n")
        #expect(summary.created == 3)
        #expect(desk.all(.event).suffix(3).map { $0.record["venue"] } == [.text("博多 ２階"), .text("博多"), .text("五 六")])
        // A line end at a cell's end is none, and a row that stays out has its own reason.
        #expect(summary.noted == 2)
        #expect(
            summary.notes.map(\.en) == ["line 2: line breaks in column 5 (venue) become spaces (and 1 more rows)"])
        #expect(summary.notes.map(\.ja) == ["2行目 5列目（会場）の改行は空白になります（ほか1行）"])
    }

    @Test func longValuesAreCut() throws {
        let long = String(repeating: "長", count: 500)
        #expect(try reject(.regions, "地域名,状況", "x," + long)?.reason.ja.count ?? 0 < 80)
        #expect(try reject(.trainings, "企業,実施日,テーマ", long + ",2025-11-05,x")?.reason.ja.count ?? 0 < 80)
    }

    @Test func cp932Works() throws {
        let file = try TemporaryFile(cp932: "地域名,状況\r\n筑豊,選定\r\n")
        let summary = try RecordsImport(kind: .regions, catalogue: TestCatalogue.catalogue, today: today).run(
            file: file.path, into: desk)
        #expect(summary.encoding == .cp932)
        #expect(summary.created == 1)
    }
}
