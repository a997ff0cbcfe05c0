import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct ColumnMappingTests {
    private let desk = FakeDesk()

    private func run(_ text: String, _ map: String...) throws -> ImportSummary {
        let file = try TemporaryFile(text)
        var terms = ImportTerms()
        terms.mapping = ColumnMapping(map.compactMap { ColumnMapping.Pair($0) })
        return try withExtendedLifetime(file) {
            try RecordsImport(
                kind: .companies, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!, terms: terms
            ).run(file: file.path, into: desk)
        }
    }

    @Test func aPairIsReadAtItsLastEqualsSign() {
        #expect(ColumnMapping.Pair("会社名=name") == ColumnMapping.Pair(heading: "会社名", column: "name"))
        #expect(ColumnMapping.Pair("a=b=名称")?.heading == "a=b")
        #expect(["会社名", "=name", "会社名=", ""].compactMap { ColumnMapping.Pair($0) } == [])
        let mapping = ColumnMapping(text: "会社名=name\n備考=-")
        #expect(mapping.pairs.count == 2)
        #expect(ColumnMapping(text: mapping.text) == mapping)
    }

    @Test func headingsMeanWhatWasSaid() throws {
        #expect(try run("会社名,人数,備考\n株式会社甲,45,x\n", "会社名=名称", "人数=employees", "備考=-").created == 1)
        #expect(desk.organisations.last?.employees == 45)
    }

    @Test func whatCanNotBeIsSaid() throws {
        func text(_ csv: String, _ map: String...) -> String? {
            #expect(throws: ImportError.self) {
                let file = try TemporaryFile(csv)
                var terms = ImportTerms()
                terms.mapping = ColumnMapping(map.compactMap { ColumnMapping.Pair($0) })
                _ = try withExtendedLifetime(file) {
                    try RecordsImport(
                        kind: .companies, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!, terms: terms
                    ).run(file: file.path, into: desk)
                }
            }?.text.ja
        }
        #expect(text("屋号\n甲\n")?.contains("--map") == true)
        #expect(text("会社名\n甲\n", "社名=name")?.contains("ある見出し：会社名") == true)
        #expect(text("会社名\n甲\n", "会社名=天気")?.contains("名称|name") == true)
        #expect(text("会社名,名称\n甲,乙\n", "会社名=name")?.contains("重複") == true)
        #expect(desk.organisations == [])
    }
}
