import BansoDomain
import BansoStore
import TerminalUI
import Testing

@testable import BansoApp

/// A wall before several databases says which, and does without one that can't be read.
@Suite struct SeveralDatabasesTests {
    private static let lost = AbsentDesk(name: "saga", error: .missing(path: "/data/saga.db"))

    private func lines(_ reader: any WallReader, _ size: Size, _ language: Language = .en) throws -> [String] {
        let desk = try Desk(companies: 0)
        return try Wallboard.frame(
            desk: reader, page: .overview, context: desk.context(language, size: size), now: Desk.moment, size: size
        ).lines
    }

    @Test func theHeaderSaysHowManyAndWhich() throws {
        let desks = [try Desk(companies: 60), try Desk(companies: 0)]
        let joined = try #require(JoinedDesks(desks.map(\.store), names: ["kurume", "saga"]))
        let wide = Size(width: 120, height: 40)
        #expect(try lines(joined, wide)[0].contains("2 databases: kurume, saga"))
        #expect(try lines(joined, wide, .ja)[0].contains("2つのデータベース：kurume・saga"))
        #expect(try lines(joined, Size(width: 80, height: 24))[0].contains("2 databases"))
        #expect(try !lines(desks[0].store, wide)[0].contains("databases"))
    }

    @Test func theOthersFiguresAreShownAndWhoIsMissingIsSaid() throws {
        let desk = try Desk(companies: 60)
        let joined = try #require(JoinedDesks([desk.store], names: ["kurume", "saga"], absent: [Self.lost]))
        let size = Size(width: 120, height: 40)
        let partial = try lines(joined, size)
        #expect(partial.last!.contains("not counted: ") && partial.last!.contains("saga.db"))
        #expect(partial[0].contains("1 of 2 databases: kurume ") && !partial[0].contains("saga"))
        #expect(partial.contains { $0.contains("Applicants") })
    }

    /// Runs a wall whose connections are these, one after the other; six seconds go by between two looks.
    private func run(_ connections: [any WallReader], looks: Int) throws -> [String] {
        let desk = try Desk(companies: 0)
        let size = Size(width: 120, height: 40)
        let terminal = ScriptedTerminal(size: size, keys: Array(repeating: .control("l"), count: looks))
        var (now, left) = (Desk.moment, connections[...])
        Wallboard(
            terminal: terminal, context: desk.context(.en, size: size), pages: [.overview], interval: 15,
            clock: {
                now += 6
                return now
            },
            connect: { left.count > 1 ? left.removeFirst() : left.first! }
        ).run()
        return terminal.frame.lines
    }

    @Test func oneThatComesBackIsCounted() throws {
        let desk = try Desk(companies: 60)
        let partial = try #require(JoinedDesks([desk.store], names: ["kurume", "saga"], absent: [Self.lost]))
        let whole = try #require(JoinedDesks([desk.store], names: ["kurume", "saga"]))
        #expect(try run([partial, whole], looks: 0).last!.contains("not counted"))
        #expect(try !run([partial, whole], looks: 4).last!.contains("not counted"))
    }

    /// Once counted, then lost.
    private final class LostDesk: WallReader {
        let catalogue = Desk.catalogue
        let names = ["kurume", "saga"]
        private let desk: any WallReader
        private var looks = 0
        init(_ desk: any WallReader) { self.desk = desk }
        func changeToken() throws -> Int {
            looks += 1
            if looks > 1 { throw DeskError.gone(path: "/data/saga.db") }
            return 1
        }
        func readings(asOf day: Day) throws -> [Reading] { try desk.readings(asOf: day) }
        func stageCounts(of pipeline: PipelineID, filter: CardFilter?) throws -> [StageID: Int] {
            try desk.stageCounts(of: pipeline, filter: filter)
        }
        func attention(_ query: AttentionQuery) throws -> [AttentionItem] { try desk.attention(query) }
        func frozenReports() throws -> [FrozenReport] { try desk.frozenReports() }
        func lastWrite() throws -> Double? { try desk.lastWrite() }
    }

    @Test func figuresDoNotFallWhereOneIsLostThatWasCounted() throws {
        let (full, empty) = (try Desk(companies: 60), try Desk(companies: 0))
        let partial = try #require(JoinedDesks([empty.store], names: ["kurume", "saga"], absent: [Self.lost]))
        let before = try run([LostDesk(full.store)], looks: 0)
        let after = try run([LostDesk(full.store), partial], looks: 4)
        #expect(after.contains { $0.contains("not updating") })
        #expect(after.first { $0.contains("Applicants") } == before.first { $0.contains("Applicants") })
    }
}
