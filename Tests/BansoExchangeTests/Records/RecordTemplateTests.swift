import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct RecordTemplateTests {
    @Test(arguments: Language.allCases)
    func everyTemplateCanBeImported(_ language: Language) throws {
        let desk = FakeDesk()
        for kind in FileKind.allCases {
            let file = try TemporaryFile(RecordsImport.template(kind, language, catalogue: TestCatalogue.catalogue))
            let summary = try withExtendedLifetime(file) {
                try RecordsImport(kind: kind, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!).run(
                    file: file.path, into: desk, hooks: .ending(at: .badRow))
            }
            #expect(summary.created == 1, "\(kind)")
            if kind == .institutions { try desk.add(Organisation(name: language("株式会社見本", "Example Co."))) }
        }
        #expect(desk.organisations.map(\.kind) == [.company, .institution, .company])
    }

    @Test func aTemplateKeepsToTheCatalogue() {
        var next = TestCatalogue.catalogue
        next.period = Day(2026, 6, 1)!...Day(2027, 3, 31)!
        next.activities.removeAll { $0.id == "A1-3" }
        let row = RecordsImport.template(.postings, .en, catalogue: next).split(separator: "\n")[1]
        #expect(row == ",,Sample Co.,A1-4,side-job,Web shop,Talent Bank,2026-06-01,")
    }
}
