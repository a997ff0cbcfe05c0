import BansoDomain
import Testing

@testable import BansoExchange

/// A list that is numbered elsewhere must not write over the records of these numbers here.
@Suite struct NumberedRecordTests {
    private let desk = FakeDesk()
    private let ours = "7000012050002"
    private let theirs = "4011001098993"

    init() throws {
        try desk.add(Organisation(name: "株式会社甲", corporateNumber: try CorporateNumber(ours)))
        try desk.add(Organisation(name: "有限会社乙"))
        _ = try desk.add(Organisation(kind: .institution, name: "博多商工会議所"))
        _ = try desk.put(Record(.talent, ["name": .text("佐藤健"), "kana": .text("サトウケン")]), id: 1)
        _ = try desk.put(
            Record(.event, ["activity": .text("A1-1"), "theme": .text("副業"), "date": .day(Day(2025, 9, 10)!)]), id: 1)
    }

    private func run(
        _ kind: FileKind, _ text: String, _ decisions: [Int: ImportTerms.Decision] = [:]
    ) throws -> ImportSummary {
        let file = try TemporaryFile(text)
        var terms = ImportTerms()
        terms.decisions = decisions
        return try withExtendedLifetime(file) {
            try RecordsImport(
                kind: kind, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!, terms: terms
            ).run(file: file.path, into: desk)
        }
    }

    @Test func anEmptyCellErasesOnlyWhereTheFileSaysAllThereIsToSay() throws {
        func number() -> String? { desk.records[.organisation]?[1]?["corporate_number"].text }
        let some = "番号,名称,法人番号,従業員数\n1,株式会社甲,,5\n"
        #expect(try run(.companies, some).updated == 1)
        #expect(number() == ours && desk.organisations[0].employees == 5)
        // All columns: as it was exported, and then changed
        let headings = FileKind.companies.headings.map(\.ja)
        let row = headings.map { ["番号": "1", "名称": "株式会社甲", "適格": "適格"][$0] ?? "" }
        // Rows that were not taken, and got a number so that they are
        let mended = (headings + ["取り込めない理由"]).joined(separator: ",") + "\n" + (row + ["同じ名前"]).joined(separator: ",")
        #expect(try run(.companies, mended + "\n").updated == 1)
        #expect(number() == ours)
        #expect(
            try run(.companies, headings.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n").updated == 1
        )
        #expect(number() == nil)
    }

    /// Who came to an event is attached to no company that somebody didn't write.
    @Test func aCompanyOfAlikeNameIsProposed() throws {
        try desk.add(Organisation(name: "かささぎ林業株式会社"))
        let id = try #require(desk.records[.organisation]?.keys.max())
        func attendance(_ name: String) -> String { "イベント番号,企業,参加者名\n1,\(name),丙\n" }
        for name in ["株式会社かささぎ林業", "カササギ林業（株）"] {
            let summary = try run(.attendances, attendance(name))
            #expect(summary.conflicts == 1 && summary.rejects.first?.namesakes == [RecordKey(.organisation, id)])
            #expect(summary.rejects.first?.reason.ja.contains("#\(id) かささぎ林業株式会社") == true)
        }
        // A person decides: it is this one, or another one that isn't there
        #expect(try run(.attendances, attendance("株式会社かささぎ林業"), [2: .new]).rejected == 1)
        #expect(try run(.attendances, attendance("株式会社かささぎ林業"), [2: .same(id)]).created == 1)
        #expect(desk.all(.attendance).last?.record["organisation"] == .number(id))
        #expect(try run(.attendances, attendance("かささぎ林業㈱")).unchanged == 1)
    }

    private func assertConflict(_ kind: FileKind, _ text: String, _ key: RecordKey) throws {
        let before = desk.records
        let summary = try run(kind, text)
        #expect((summary.conflicts, summary.read) == (1, 1))
        #expect(summary.rejects.first?.namesakes == [key])
        #expect(summary.rejects.first?.column?.name.ja == "番号")
        #expect(desk.records == before)
    }

    @Test func anotherCorporateNumberIsAnotherCompany() throws {
        try assertConflict(.companies, "番号,名称,法人番号\n1,株式会社乙,\(theirs)\n", RecordKey(.organisation, 1))
        try assertConflict(.companies, "番号,法人番号\n1,\(theirs)\n", RecordKey(.organisation, 1))
    }

    @Test func whereOneHasNoCorporateNumberTheNameTells() throws {
        try assertConflict(.companies, "番号,名称,従業員数\n1,丙,5\n", RecordKey(.organisation, 1))
        try assertConflict(.companies, "番号,名称,法人番号\n2,丙,\(theirs)\n", RecordKey(.organisation, 2))
        #expect(try run(.companies, "番号,名称,法人番号\n2,㈲乙,\(theirs)\n").updated == 1)
        #expect(try run(.companies, "番号,従業員数\n1,5\n").updated == 1, "it says nothing else")
    }

    @Test func aSpellingIsCorrectedUnderTheSameCorporateNumber() throws {
        #expect(try run(.companies, "番号,名称,法人番号\n1,株式会社甲乙丙,\(ours)\n").updated == 1)
        #expect(desk.organisations[0].name == "株式会社甲乙丙")
    }

    @Test func aPersonDecides() throws {
        let file = "番号,名称,法人番号\n1,株式会社丁,\(theirs)\n"
        #expect(try run(.companies, file, [2: .new]).created == 1)
        #expect(desk.organisations.map(\.name) == ["株式会社甲", "有限会社乙", "博多商工会議所", "株式会社丁"])
        #expect(try run(.companies, "番号,名称\n1,株式会社戊\n", [2: .same(1)]).updated == 1)
        #expect(desk.organisations[0].name == "株式会社戊")
        #expect(try run(.companies, file, [2: .same(2)]).conflicts == 1, "of another record than the row's was asked")
    }

    @Test func aPersonIsToldByNameAndReading() throws {
        try assertConflict(.talent, "番号,氏名,フリガナ\n1,鈴木花子,スズキハナコ\n", RecordKey(.talent, 1))
        try assertConflict(.talent, "番号,氏名\n1,鈴木花子\n", RecordKey(.talent, 1))
        #expect(try run(.talent, "番号,氏名,フリガナ\n1,佐藤建,サトウケン\n").updated == 1)
        #expect(try run(.talent, "番号,氏名,フリガナ\n1,佐藤建,サトウタケル\n").updated == 1)
        #expect(try run(.talent, "番号,氏名\n1,鈴木花子\n", [2: .new]).created == 1)
    }

    @Test func anEventIsAnotherWhereDateAndThemeAre() throws {
        try assertConflict(.events, "番号,テーマ,開催日\n1,採用の基本,2025-10-01\n", RecordKey(.event, 1))
        #expect(try run(.events, "番号,テーマ,開催日\n1,副業,2025-10-01\n").updated == 1)
        #expect(try run(.events, "番号,テーマ\n1,兼業\n").updated == 1)
    }

    @Test func aCompanyNeverBecomesAnInstitution() throws {
        let before = desk.records
        for (kind, row) in [
            (FileKind.institutions, "1,甲信用金庫,"), (.institutions, ",甲信用金庫,\(ours)"), (.companies, "3,博多,"),
            (.companies, "3,博多商工会議所,"),
        ] {
            let summary = try run(kind, "番号,名称,法人番号\n\(row)\n")
            #expect((summary.rejected, summary.read) == (1, 1), "\(kind) \(row)")
            #expect(summary.rejects.first?.reason.ja.contains("としては取り込めません") == true)
        }
        #expect(desk.records == before)
    }

    @Test func twoRowsOfOneCorporateNumberHaveToSayTheSame() throws {
        let summary = try run(
            .companies, "名称,法人番号,従業員数\n丙,\(theirs),5\n丙,\(theirs),5\n丁,\(theirs),5\n甲,\(ours),7\n甲,\(ours),8\n")
        #expect((summary.created, summary.unchanged, summary.updated, summary.rejected) == (1, 1, 1, 2))
        #expect(summary.rejects.map(\.line) == [4, 6])
        #expect(summary.rejects.first?.reason.ja.contains("前の行と同じ記録（#") == true)
        #expect(summary.rejects.first?.column?.name.ja == "法人番号")
        #expect(desk.organisations.last?.name == "丙")
        // A row that was not taken says nothing.
        #expect(try run(.companies, "名称,法人番号,郵便番号\n丙,\(theirs),1\n丁,\(theirs),\n").updated == 1)
    }

    @Test func twoRowsOfOneNumberHaveToSayTheSame() throws {
        let summary = try run(.companies, "番号,従業員数\n1,5\n1,5\n1,6\n")
        #expect((summary.updated, summary.unchanged, summary.rejected) == (1, 1, 1))
        #expect(summary.rejects.first?.column?.name.ja == "番号")
    }
}
