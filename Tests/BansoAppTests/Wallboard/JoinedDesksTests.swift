import BansoCatalogue
import BansoDomain
import BansoStore
import Foundation
import Testing

@testable import BansoApp

/// Several contractors' databases on one wall.
@Suite struct JoinedDesksTests {
    @Test func aloneOrBesideAnEmptyOneADatabaseReadsAsItIs() throws {
        let (desk, empty) = (try Desk(companies: 60), try Desk(companies: 0))
        let own = try desk.store.readings(asOf: Desk.day)
        for stores in [[desk.store], [desk.store, empty.store], [empty.store, desk.store]] {
            let joined = try #require(JoinedDesks(stores))
            #expect(try joined.readings(asOf: Desk.day) == own)
            #expect(try joined.stageCounts(of: "A") == desk.store.stageCounts(of: "A"))
            #expect(try joined.lastWrite() == desk.store.lastWrite())
        }
    }

    @Test func figuresStagesAndWhatIsDueAddUp() throws {
        let (first, second) = (try Desk(companies: 60), try Desk(companies: 120))
        let joined = try #require(JoinedDesks([first.store, second.store]))
        let (own, others) = (
            try first.store.readings(asOf: Desk.day), try second.store.readings(asOf: Desk.day)
        )
        for (sum, pair) in zip(try joined.readings(asOf: Desk.day), zip(own, others)) {
            #expect(sum.tally.counted == pair.0.tally.counted + pair.1.tally.counted)
            if let rate = sum.rate, let left = pair.0.rate, let right = pair.1.rate {
                #expect(rate.pooled.numerator == left.pooled.numerator + right.pooled.numerator)
                #expect(rate.pooled.denominator == left.pooled.denominator + right.pooled.denominator)
            } else {
                #expect(sum.actual == (pair.0.actual ?? 0) + (pair.1.actual ?? 0))
            }
        }
        let stage = Desk.catalogue.pipeline("A")!.stages[0].id
        #expect(
            try joined.stageCounts(of: "A")[stage]
                == (first.store.stageCounts(of: "A")[stage] ?? 0) + (second.store.stageCounts(of: "A")[stage] ?? 0))
        let query = DeskTerms.usual.query(on: Desk.day, calendar: Desk.calendar, limit: 100)
        #expect(
            try joined.attention(query).count
                == first.store.attention(query).count + second.store.attention(query).count)
    }

    @Test func aWriteInAnyOfThemIsSeen() throws {
        let desks = [try Desk(companies: 0), try Desk(companies: 0)]
        let joined = try #require(JoinedDesks(desks.map(\.store)))
        var token = try joined.changeToken()
        #expect(try joined.changeToken() == token)
        for desk in desks {
            let other = try Store.open(at: desk.path) { try CatalogueFile.parse($0, file: "") }
            _ = try other.add(Organisation(name: "株式会社はじめ"), by: Actor("田中"))
            let now = try joined.changeToken()
            #expect(now != token)
            token = now
        }
    }

    @Test func aReportIsDoneWhereAnyContractorHasFrozenIt() throws {
        let (first, second) = (try Desk(companies: 0), try Desk(companies: 0))
        let april = FiscalMonth(iso: "2025-04")!
        for (desk, programme) in [(first, ProgrammeID("A")), (second, "B")] {
            _ = try desk.store.freeze(april, of: [programme], on: Desk.day, by: Actor("田中"))
        }
        let joined = try #require(JoinedDesks([first.store, second.store]))
        let open = OpenReports(
            on: Day(2025, 5, 20)!, catalogue: Desk.catalogue, frozen: try joined.frozenReports(),
            calendar: Desk.calendar)
        #expect(open.late.map(\.programmes) == [["C", "D"]])
    }

    @Test func databasesThatCountOtherThingsAreNotJoined() throws {
        let desk = try Desk(companies: 0)
        let text = CatalogueFile.embedded.replacing("target = 60\n", with: "target = 61\n")
        let path = NSTemporaryDirectory() + "/banso-other-" + UUID().uuidString + "/banso.db"
        let other = try Store.create(
            at: path, catalogueText: text, catalogue: CatalogueFile.parse(text, file: "other.toml"))
        defer { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
        #expect(JoinedDesks([desk.store, other]) == nil)
    }
}
