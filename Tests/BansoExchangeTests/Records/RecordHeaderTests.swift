import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct RecordHeaderTests {
    private let desk = FakeDesk()

    init() throws {
        try desk.add(Organisation(name: "株式会社表計算", corporateNumber: try CorporateNumber("4011001098993")))
        try desk.add(Organisation(name: "有限会社山田"))
        _ = try desk.put(Record(.talent, ["name": .text("佐藤健")]), id: 6)
    }

    private func run(_ kind: FileKind, _ text: String) throws -> ImportSummary {
        let file = try TemporaryFile(text)
        return try withExtendedLifetime(file) {
            try RecordsImport(kind: kind, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!).run(
                file: file.path, into: desk)
        }
    }

    private func problem(_ kind: FileKind, _ text: String) -> ImportProblem? {
        #expect(throws: ImportError.self) { try run(kind, text) }?.problem
    }

    private func only(_ kind: RecordKind) -> Record? { desk.all(kind).last?.record }

    @Test func headingsAreReadInEitherLanguageAndWidth() throws {
        #expect(
            try run(
                .interviews, "Activity,Ｏｒｇａｎｉｓａｔｉｏｎ,talent number,arranged on,STATUS,種別\nC3,山田,6,2025-10-01,held,職場見学\n"
            )
            .created == 1)
        #expect(only(.interview)?["kind"] == .token(InterviewKind.visit))
        #expect(try run(.companies, "NAME,資本金（円）\n株式会社新,10,000\n").rejects.map(\.column) == [nil])
        #expect(try run(.companies, "name,ｃａｐｉｔａｌ　ｉｎ　ｙｅｎ\n株式会社新,\"１０,０００\"\n").created == 1)
        #expect(desk.organisations.last?.capital == 10_000)
    }

    @Test func theHeadingIsChecked() throws {
        let unknown = problem(.regions, "地域名,天気\nx,y\n")
        let broken = try #require(problem(.regions, "地域名,\"天\n気\"\nx,y\n"))
        #expect(!broken.text.ja.contains("\n") && broken.text.ja.contains("「天 気」"))
        guard case .unknownHeaders(let columns, let known) = unknown else {
            Issue.record("\(String(describing: unknown))")
            return
        }
        #expect(columns == [ImportColumn(number: 2, name: LocalizedText(ja: "天気", en: "天気"))])
        #expect(known.map(\.ja) == ["番号", "地域名", "都道府県", "状況", "メモ"])
        #expect(known.map(\.en) == ["id", "name", "prefecture", "status", "notes"])
        #expect(problem(.regions, "地域名,name\nx,y\n") == .duplicateHeader(column: 2, name: "name", first: 1))
        #expect(problem(.regions, "状況\n選定\n") == .missingHeader(["地域名|name"]))
        #expect(
            problem(.postings, "事業,雇用形態,求人名,掲載日\n")
                == .missingHeader(["企業番号|organisation_number", "企業|organisation", "法人番号|corporate_number"]))
        #expect(problem(.regions, "地域名\n") == .noRows)
        // What is fixed by the kind of file, and what is of the other kind of organisation.
        for (kind, heading) in [(FileKind.companies, "区分"), (.companies, "機関の種類"), (.institutions, "適格")] {
            guard case .unknownHeaders = problem(kind, "名称,\(heading)\nx,y\n") else {
                Issue.record("\(kind) \(heading)")
                continue
            }
        }
        // Two organisations: a corporate number would not say whose.
        guard case .unknownHeaders = problem(.contracts, "事業,派遣側企業,受入側企業,契約日,法人番号\n") else {
            Issue.record("a corporate number of a contract")
            return
        }
    }

    @Test func allUnknownHeadingsAreNamedInOneLine() throws {
        let some = try #require(problem(.companies, "会社名,電話番号,\"担当\n者\"\nx,y,z\n")).text
        #expect(some.ja.contains("「電話番号」（2列目）、「担当 者」（3列目）。"), "\(some.ja)")
        #expect(some.en.contains("\"電話番号\" (column 2), \"担当 者\" (column 3); "), "\(some.en)")
        #expect(some.ja.contains("見出し=-") && some.ja.contains("「列の対応」") && some.ja.contains("番号、名称、フリガナ"))
        let headings = (1...40).map { "x\($0)" }.joined(separator: ",")
        let many = try #require(problem(.companies, headings + "\n")).text
        #expect(many.ja.contains("「x12」（12列目）、ほか28列。") && !many.ja.contains("「x13」"), "\(many.ja)")
        #expect(!many.ja.contains("\n"))
    }

    @Test func columnsWithoutAHeadingHoldNothing() throws {
        let summary = try run(.regions, "地域名,, \n筑豊,,\n天草,x,\n,,\n")
        #expect(summary.created == 1)
        #expect(summary.rejects.map(\.text.ja) == ["3行目 2列目（見出しなし）：見出しのない列に値があります"])
        #expect(problem(.regions, ",,\nx,,\n") == .missingHeader(["地域名|name"]))
    }

    @Test func aCSVOfAnotherMakeIsNamed() {
        #expect(problem(.companies, "名称;業種\n甲;食品\n") == .otherSeparator)
        #expect(problem(.companies, "名称\t業種\n甲\t食品\n") == .otherSeparator)
        #expect(problem(.companies, "名称,業種\r甲,食品\r") == .loneReturns)
        // Whose first row says again what the heading says
        #expect(problem(.companies, "番号,名称\r1,番号,甲\r") == .loneReturns)
    }

    @Test func whatSheetsCallTheirColumnsIsKnown() throws {
        #expect(try run(.companies, "会社名,ふりがな,県,市町村,住所,〒,従業員数（名）\n株式会社新,しん,福岡県,糸島市,前原1,8191119,7\n").created == 1)
        let found = try #require(desk.organisations.last)
        #expect((found.name, found.kana, found.address, found.employees) == ("株式会社新", "シン", "前原1", 7))
        #expect(try run(.institutions, "機関名,機関の種類\n商工会,商工団体\n").created == 1)
        #expect(
            try run(
                .contacts, "貴社名,ご担当者名,部署名,ＴＥＬ,メールアドレス,備考\n有限会社山田,鈴木一郎,総務,092-1,s@example.jp,朝\n"
            ).created == 1)
        #expect(
            only(.contact)
                == Record(
                    .contact,
                    [
                        "organisation": .number(2), "name": .text("鈴木一郎"), "position": .text("総務"),
                        "phone": .text("092-1"), "email": .text("s@example.jp"), "notes": .text("朝"),
                    ]))
        // Two that mean the same are no guess either.
        let twice = try #require(problem(.companies, "名称,会社名\nx,y\n"))
        #expect(twice == .duplicateHeader(column: 2, name: "会社名", first: 1))
        #expect(twice.text.en.contains("means the same as that of column 1"))
    }
}
