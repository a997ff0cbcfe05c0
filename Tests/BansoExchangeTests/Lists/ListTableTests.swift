import BansoDomain
import Testing

@testable import BansoExchange

/// Lists as a screen shows them, as files.
@Suite struct ListTableTests {
    private let reader = FakeReader()
    private let today = Day(2025, 11, 20)!

    private func csv(_ table: some TableSource, _ language: Language) throws -> [String] {
        var bytes: [UInt8] = []
        try table.write(as: .csv, language) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    @Test func cardsHaveTheColumnsOfTheTable() throws {
        let pipeline = try #require(TestCatalogue.catalogue.pipelines.first)
        let stage = try #require(pipeline.stages.first)
        let key = CardKey(stageOrder: 0, since: Day(2025, 8, 1)!, entry: PipelineEntryID(5))
        reader.cards = [
            Card(
                place: CardPlace(key), version: 1, organisation: OrganisationID(12), name: "有明,食品",
                prefecture: Prefecture(code: 43), stage: stage.id, side: nil, consultations: 2,
                nextAction: NextAction(text: "=電話", due: today), coordinator: "青木", eligibility: .eligible,
                tags: "重点 紹介"),
            Card(
                place: CardPlace(key), version: 1, organisation: OrganisationID(13), name: "空", prefecture: nil,
                stage: StageID("gone"), side: nil, consultations: 0, nextAction: nil),
        ]
        let query = CardQuery(pipeline: pipeline.id, limit: 1)
        let all = CardsTable(query, columns: CardColumn.allCases, pipeline, .ja, from: reader)
        let label = stage.label.ja
        #expect(
            try csv(all, .ja) == [
                "企業・機関番号,名称,県,段階,側,相談,段階の開始日,次の対応,期限,担当,適格,タグ",
                "12,\"有明,食品\",熊本県,\(label),,2,2025-08-01,'=電話,2025-11-20,青木,適格,重点 紹介",
                "13,空,,gone,,0,2025-08-01,,,,未確認,",
            ])
        #expect(all.personalColumns.map(\.id) == ["next_action", "coordinator"])
        let few = CardsTable(query, columns: [.stage], pipeline, .en, from: reader)
        #expect(try csv(few, .en)[0] == "organisation_number,Name,Stage")
        #expect(few.personalColumns.isEmpty)
    }

    @Test func whatATextFindsIsOneListOfAllKinds() throws {
        let number = try CorporateNumber("7000012050002")
        reader.hits = [
            SearchHit(
                key: RecordKey(.organisation, 3), organisationKind: .company, name: "=有明食品", kana: "ありあけしょくひん",
                corporateNumber: number, prefecture: Prefecture(code: 43), place: "荒尾市", contact: "有明 花子"),
            SearchHit(key: RecordKey(.event, 8), name: "有明説明会", place: "C2", day: today),
            SearchHit(key: RecordKey(.talent, 9), name: "佐藤"),
        ]
        let table = HitsTable("有明", .ja, from: reader)
        #expect(
            try csv(table, .ja) == [
                "種類,番号,名称,かな,法人番号,県,市区町村など,日付,連絡先",
                "企業,3,'=有明食品,ありあけしょくひん,7000012050002,熊本県,荒尾市,,有明 花子", "イベント,8,有明説明会,,,,C2,2025-11-20,",
            ])
        // A person can be found by the name
        #expect(table.personalColumns.map(\.id) == ["name", "kana", "contact"])
    }

    @Test func rowsBehindANumberSayWhetherTheyCountAndWhyNot() throws {
        let line = LedgerLine("A2.companies", "A2")
        func row(_ verdict: Contribution.Verdict, _ reason: ExclusionReason?) -> ExplainedContribution {
            let contribution = Contribution(
                line: line, subject: RecordKey(.organisation, 3), date: Day(2025, 8, 5)!,
                prefecture: Prefecture(code: 40), source: RecordKey(.consultation, 9), verdict: verdict)
            let place = ContributionPlace(
                date: contribution.date, subject: contribution.subject, line: 1, source: contribution.source)
            return ExplainedContribution(
                place: place, contribution: contribution, reason: reason, subject: "有明食品", source: "")
        }
        let why = try #require(ExclusionReason.allCases.first)
        reader.contributions = [row(.counted, nil), row(.excluded(why), why)]
        let query = ContributionQuery(indicator: "A2.companies", asOf: today, limit: 1)
        let lines = try csv(ContributionsTable(query, .ja, from: reader), .ja)
        #expect(lines[1] == "はい,2025-08-05,企業・機関,3,有明食品,相談,9,,福岡県,A2,,")
        #expect(lines[2].hasPrefix("いいえ,2025-08-05,") && lines[2].hasSuffix("," + why.text.ja))
    }

    @Test func theHistoryHasEachFieldBeforeAndAfter() throws {
        let before = Record(.region, ["name": .text("筑豊"), "status": .token(RegionStatus.candidate)])
        let after = Record(.region, ["name": .text("筑豊地域"), "status": .token(RegionStatus.candidate)])
        // 2025-11-20 23:30 UTC is the next morning in Japan.
        let at = Double(Day(2025, 11, 20)!.ordinal * 86400 + 23 * 3600 + 1800)
        reader.entries = [
            HistoryEntry(
                seq: 7, step: 7, at: at, actor: "青木", action: .edit, key: RecordKey(.region, 2), title: "筑豊地域",
                before: before, after: after, isUndone: true)
        ]
        let table = HistoryTable(.everything, utcOffset: 9 * 3600, .ja, from: reader)
        #expect(try csv(table, .ja)[1] == "7,2025-11-21,08:30,青木,編集,地域,2,筑豊地域,地域名：筑豊 → 筑豊地域,はい")
        #expect(table.personalColumns.map(\.id) == ["actor", "title", "changes"])
    }

    @Test func thePageOfTheDayIsInItsOwnOrderWithReasonAndDay() throws {
        func action(_ day: Int, _ title: String) -> AttentionItem {
            AttentionItem(
                what: .nextAction, day: Day(2025, 11, day)!, record: RecordKey(.organisation, 4), title: title,
                detail: "=電話", coordinator: "青木")
        }
        reader.attention = [
            action(19, "昨日"), action(20, "今日"),
            AttentionItem(what: .silent, day: Day(2025, 8, 1)!, record: RecordKey(.organisation, 9), title: "動かず"),
        ]
        let report = AgendaLine(day: Day(2025, 12, 10)!, title: "11月分の月次報告", detail: "期限 12/10")
        let parts = [
            AgendaPart(title: "期限切れ", items: .overdue(on: today)), AgendaPart(title: "報告", lines: [report]),
            AgendaPart(title: "近日", items: .due(from: today)), AgendaPart(title: "動きなし", items: .all(.silent)),
        ]
        let query = AttentionQuery(
            today: today, silentSince: today, followedUpSince: today, dueUntil: today, limit: 1)
        let table = AgendaTable(parts, query, .ja, from: reader)
        #expect(
            try csv(table, .ja) == [
                "区分,日付,対象,内容,担当,記録の種類,記録番号", "期限切れ,2025-11-19,昨日,'=電話,青木,企業・機関,4",
                "報告,2025-12-10,11月分の月次報告,期限 12/10,,,", "近日,2025-11-20,今日,'=電話,青木,企業・機関,4",
                "動きなし,2025-08-01,動かず,,,企業・機関,9",
            ])
        #expect(table.personalColumns.map(\.id) == ["detail", "coordinator"])
    }

    @Test func postingsHaveARowForEachApplicantWithTheirSteps() throws {
        func line(_ id: Int64) -> PostingLine {
            let record = Record(
                .posting,
                [
                    "title": .text("+販路"), "kind": .token(EmploymentKind.sideJob), "date": .day(Day(2025, 9, 1)!),
                    "closed_on": .day(Day(2025, 12, 1)!),
                ])
            return PostingLine(
                posting: StoredRecord(key: RecordKey(.posting, id), version: 1, record: record), organisation: "有明食品",
                applications: 1, interviewed: 1, offers: 0, contracts: 0)
        }
        let application = Record(
            .application,
            ["date": .day(Day(2025, 9, 5)!), "documents": .flag(true), "interviewed_on": .day(Day(2025, 10, 1)!)])
        let stored = StoredRecord(key: RecordKey(.application, 31), version: 1, record: application)
        reader.postings = [(line(8), [Applicant(application: stored, name: "佐藤健", kana: "", tags: "")]), (line(7), [])]
        let table = PostingsTable(openOn: nil, .ja, from: reader)
        let kind = EmploymentKind.sideJob.label.ja
        #expect(
            try csv(table, .ja) == [
                "求人番号,企業,求人名,雇用形態,掲載日,掲載終了日,応募番号,人材,応募日,書類提出,面談日,内定日,契約日,辞退・不採用日",
                "8,有明食品,'+販路,\(kind),2025-09-01,2025-12-01,31,佐藤健,2025-09-05,はい,2025-10-01,,,",
                "7,有明食品,'+販路,\(kind),2025-09-01,2025-12-01,,,,,,,,",
            ])
        #expect(table.personalColumns.map(\.id) == ["talent"])
    }

    @Test func theTimelineSaysWhatHappenedAndWhoDidIt() throws {
        let pipeline = try #require(TestCatalogue.catalogue.pipelines.first)
        let stage = try #require(pipeline.stages.first)
        reader.happenings = [
            TimelineItem(
                date: Day(2025, 9, 2)!, key: RecordKey(.consultation, 3),
                what: .consultation(ordinal: Ordinal(2)!, minutes: 60, mode: .online, topics: "販路"), by: "青木"),
            TimelineItem(
                date: Day(2025, 8, 1)!, key: RecordKey(.pipelineEntry, 5),
                what: .stage(pipeline.id, from: stage.id, to: StageID("gone")), by: "青木"),
            TimelineItem(
                date: Day(2025, 7, 1)!, key: RecordKey(.attendance, 6), what: .record("説明会", presence: .noShow), by: ""),
        ]
        let table = TimelineTable(of: OrganisationID(12), kind: nil, [pipeline], .ja, from: reader)
        let (mode, noShow) = (Consultation.Mode.online.label.ja, Presence.noShow.label.ja)
        #expect(
            try csv(table, .ja) == [
                "日付,種類,番号,内容,担当", "2025-09-02,\(RecordKind.consultation.label.ja),3,2回目 60分 \(mode)  販路,青木",
                "2025-08-01,\(RecordKind.pipelineEntry.label.ja),5,"
                    + "\(pipeline.id) \(stage.label.ja) → gone,青木",
                "2025-07-01,\(RecordKind.attendance.label.ja),6,\(noShow)  説明会,",
            ])
        #expect(table.personalColumns.map(\.id) == ["what", "by"])
    }
}
