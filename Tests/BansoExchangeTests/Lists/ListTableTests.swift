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
}
