import BansoDomain
import Testing

@testable import BansoExchange

/// An export of forms holds everything that was answered so far: what was imported is not there twice.
@Suite struct TwinsTests {
    private let desk = FakeDesk()
    private let heading = "タイムスタンプ,会社名,本日の満足度,ご感想\n"
    private let first = "2025/09/10 14:00:00,甲,5,よい\n"
    private let plain = "2025/09/10 14:01:00,甲,4,\n"

    init() throws {
        try desk.add(Organisation(name: "株式会社甲"))
        _ = try desk.put(
            Record(.event, ["activity": .text("A1-1"), "theme": .text("副業"), "date": .day(Day(2025, 9, 10)!)]), id: 3)
    }

    private func run(_ kind: FileKind, _ text: String) throws -> ImportSummary {
        let file = try TemporaryFile(text)
        var terms = ImportTerms()
        if kind == .surveys { terms.event = "3" }
        return try withExtendedLifetime(file) {
            try RecordsImport(
                kind: kind, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!, terms: terms
            ).run(file: file.path, into: desk)
        }
    }

    @Test func anExportThatHasGrownBringsOnlyWhatIsNew() throws {
        #expect(try run(.surveys, heading + first + plain).created == 2)
        let again = try run(.surveys, heading + first + plain)
        #expect((again.created, again.unchanged) == (0, 2))
        let grown = try run(.surveys, heading + first + plain + "2025/09/11 9:00:00,甲,5,よい\n")
        #expect((grown.created, grown.unchanged) == (1, 2))
    }

    @Test func rowsThatSayTheSameAreAsManyRecords() throws {
        #expect(try run(.surveys, heading + plain + plain).created == 2)
        let grown = try run(.surveys, heading + plain + plain + plain)
        #expect((grown.created, grown.unchanged) == (1, 2))
        #expect(desk.all(.surveyAnswer).count == 3)
    }

    @Test func whatDiffersAnywhereIsAnotherRecord() throws {
        _ = try run(.surveys, heading + first)
        #expect(try run(.surveys, heading + "2025/09/10 14:00:00,甲,5,とてもよい\n").created == 1)
    }

    @Test func aConsultationIsBookedOnce() throws {
        let file = "企業,日付,分,方法\n" + (1...3).map { "甲,2025-10-0\($0),60,対面\n" }.joined()
        #expect(try run(.consultations, file).created == 3)
        #expect(try run(.consultations, file).unchanged == 3)
        #expect(try run(.consultations, file + "甲,2025-10-04,60,対面\n").rejected == 1)
    }
}
