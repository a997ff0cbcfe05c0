import BansoDomain
import Testing

@testable import BansoExchange

/// A company is never another one's record by its name alone.
@Suite struct NamesakesTests {
    private let desk = FakeDesk()
    private let number = "4011001098993"

    init() throws {
        try desk.add(Organisation(name: "株式会社甲", prefecture: Prefecture(code: 40)))
        try desk.add(Organisation(name: "乙有限会社", corporateNumber: try CorporateNumber(number)))
    }

    private func run(_ text: String, _ change: (inout ImportTerms) -> Void = { _ in }) throws -> ImportSummary {
        let file = try TemporaryFile(text)
        var terms = ImportTerms()
        change(&terms)
        return try withExtendedLifetime(file) {
            try RecordsImport(
                kind: .companies, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!, terms: terms
            ).run(file: file.path, into: desk)
        }
    }

    @Test func aNameThatIsThereIsForAPersonToDecide() throws {
        let summary = try run("名称,従業員数\n㈱甲,45\n丙,1\n")
        #expect((summary.created, summary.conflicts, summary.rejected) == (1, 1, 0))
        #expect(summary.rejects.first?.namesakes == [RecordKey(.organisation, 1)])
        // On the page it is decided there; in a file and on a terminal it says how
        let reject = try #require(summary.rejects.first)
        #expect(reject.question.ja == "1列目（名称）：同じ名前の記録があります：#1（福岡県）")
        #expect(reject.cause.ja.hasPrefix(reject.question.ja + "。") && reject.cause.ja.contains("「番号」の列に1、"))
        #expect(reject.text.en.contains("line 2, column 1 (name): there is one of this name: #1 (Fukuoka); "))
        #expect(desk.organisations.map(\.employees) == [nil, nil, 1])
    }

    @Test func ofTwoInOneFileTheSecondWaits() throws {
        #expect(try run("名称\n丁\n（株）丁\n").conflicts == 1)
    }

    @Test func anotherNumberIsAnotherCompany() throws {
        #expect(try run("名称,法人番号\n乙,7000012050002\n").created == 1)
        // One of the same name has no number yet: it may be the same.
        #expect(try run("名称,法人番号\n甲,4000012090001\n").conflicts == 1)
        #expect(try run("名称,法人番号\n別の名前,\(number)\n").updated == 1)
    }

    @Test func theFileOrThePersonDecides() throws {
        #expect(try run("名称,従業員数\n甲,5\n") { $0.sameName = .new }.created == 1)
        #expect(try run("番号,名称,従業員数\n新規,甲,6\n1,甲,7\n").rejects == [])
        #expect(desk.organisations.map(\.employees) == [7, nil, 5, 6])
        #expect(try run("名称,従業員数\n甲,8\n") { $0.decisions = [2: .same(1)] }.updated == 1)
        #expect(desk.organisations[0].employees == 8)
        #expect(desk.organisations[0].prefecture?.code == 40, "what the file does not say stays")
        #expect(try run("名称\n甲\n") { $0.decisions = [2: .new] }.created == 1)
    }
}
