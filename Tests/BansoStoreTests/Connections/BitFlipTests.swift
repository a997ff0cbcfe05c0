import BansoDomain
import Foundation
import GRDB
import Testing

@testable import BansoStore

/// One bit of the database or its log is another one: nothing crashes, whoever notices writes nothing, and a backup is the way
/// back. BANSO_TORTURE=1 flips a thousand; BANSO_SEED=N begins with the one that failed.
@Suite struct BitFlipTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let flips = environment["BANSO_TORTURE"] == "1" ? 1_000 : 60

    /// How flips were noticed, or what became of them.
    private enum Fate: String, Codable, CaseIterable {
        case opening, quickCheck, reading, check, writing
        /// Nothing is seen to be wrong, and the next write breaks a rule.
        case refused
        /// Nothing that can be read is another.
        case harmless
        /// The log's rest doesn't count any more: the database is as it was earlier.
        case earlier
        /// A value is another one, and nothing tells.
        case silent

        var isNoticed: Bool { [.opening, .quickCheck, .reading, .check, .writing].contains(self) }
    }

    private struct Flip {
        let file: String
        let byte: Int
        let bit: Int

        init(seed: Int, sizes: [(file: String, size: Int)]) {
            var random = AuditTamperingTests.SystemRandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
            let (file, size) = sizes[random.next(in: 0...(sizes.count - 1))]
            self.file = file
            byte = random.next(in: 0...(size - 1))
            bit = random.next(in: 0...7)
        }
    }

    @Test func nothingCrashesAndWhoeverNoticesWritesNothing() async throws {
        let desk = try TestDesk()
        for number in 1...40 { try desk.book(try desk.company("企業\(number)"), next: nil) }
        desk.store.close()
        let writer = try desk.another()
        for number in 41...60 { _ = try writer.add(Organisation(name: "企業\(number)"), by: desk.aoki) }
        for name in ["banso.db", "banso.db-wal"] {
            try FileManager.default.copyItem(atPath: desk.folder + "/" + name, toPath: desk.folder + "/whole-" + name)
        }
        try writer.backup(to: desk.folder + "/backup.db")
        let first = Self.environment["BANSO_SEED"].flatMap(Int.init) ?? 1
        await #expect(processExitsWith: .success) { [folder = desk.folder as String, first = first as Int] in
            do {
                try Self.flip(in: folder, from: first)
            } catch {
                try "\(error)".write(toFile: folder + "/said", atomically: false, encoding: .utf8)
            }
        }
        let said = try? String(contentsOfFile: desk.folder + "/said", encoding: .utf8)
        #expect(said == nil)
        let fates = try JSONDecoder().decode(
            [Fate].self, from: Data(contentsOf: URL(fileURLWithPath: desk.folder + "/fates")))
        let counts = Fate.allCases.map { fate in "\(fate) \(fates.count { $0 == fate })" }.joined(separator: ", ")
        #expect(fates.count == Self.flips, "BANSO_SEED=\(first + fates.count)")
        #expect(fates.count { $0.isNoticed } * 3 > fates.count, "\(counts)")
        #expect(!fates.contains(.silent), "\(counts)")
        if Self.flips == 1000 { print("flips: \(counts)") }
    }

    /// A power cut may tear the last transaction, of which nobody was told; what came before it was acknowledged.
    @Test func aLogIsCalledDamagedWhereAcknowledgedWritesAreMissing() throws {
        let desk = try TestDesk()
        desk.store.close()
        let writer = try desk.another()
        for number in 1...6 { _ = try writer.add(Organisation(name: "企業\(number)"), by: desk.aoki) }
        let (pageSize, path) = (4096, desk.folder + "/log")
        let whole = try Data(contentsOf: URL(fileURLWithPath: desk.path + "-wal"))
        func place(_ frame: Int) -> Int { 32 + (frame - 1) * (24 + pageSize) }
        func firstLost(_ log: Data) throws -> Int? {
            try log.write(to: URL(fileURLWithPath: path))
            return LogCheck.firstLostFrame(path, pageSize: pageSize)
        }
        let frames = (whole.count - 32) / (24 + pageSize)
        let ends = (1...frames).filter { whole[(place($0) + 4)..<(place($0) + 8)].contains { $0 != 0 } }
        try #require(ends.count >= 6 && ends.last == frames)
        #expect(try firstLost(whole) == nil)
        for frame in 1...frames {
            for byte in [0, 5, 9, 17, 24, 24 + pageSize - 1] {
                var log = whole
                log[place(frame) + byte] ^= 4
                // What a wrong frame says isn't trusted, nor that a transaction ends with it
                let isCertain = ends.count { $0 > frame } > 1
                #expect(try firstLost(log) == (isCertain ? frame : nil), "frame \(frame), byte \(byte)")
            }
        }
        for byte in 0..<32 where !(12..<16).contains(byte) {
            var log = whole
            log[byte] ^= 4
            #expect(try firstLost(log) == 1, "byte \(byte) of the header")
        }
        #expect(try firstLost(whole.prefix(place(frames) + 100)) == nil)
    }

    private static func flip(in folder: String, from first: Int) throws {
        let place = folder + "/flipped"
        let path = place + "/banso.db"
        let names = ["banso.db", "banso.db-wal"]
        let whole = try names.map { try Data(contentsOf: URL(fileURLWithPath: folder + "/whole-" + $0)) }
        var fates: [Fate] = []
        func lay(_ files: [Data]) throws {
            try? FileManager.default.removeItem(atPath: place)
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
            for (name, data) in zip(names, files) { try data.write(to: URL(fileURLWithPath: place + "/" + name)) }
        }
        try lay(whole)
        let before = try rows(path)
        for seed in first..<(first + flips) {
            let flip = Flip(seed: seed, sizes: zip(names, whole.map(\.count)).map { ($0, $1) })
            var files = whole
            files[flip.file == names[0] ? 0 : 1][flip.byte] ^= 1 << flip.bit
            try lay(files)
            let fate = try fate(path, before: before)
            fates.append(fate)
            if fate.isNoticed {
                let now = try names.map { try Data(contentsOf: URL(fileURLWithPath: place + "/" + $0)) }
                guard now == files else { throw Unexpected(what: "BANSO_SEED=\(seed): \(flip) was written over") }
            }
            try JSONEncoder().encode(fates).write(to: URL(fileURLWithPath: folder + "/fates"))
        }
    }

    private struct Unexpected: Error { var what: String }

    private static func fate(_ path: String, before: [String]) throws -> Fate {
        var step = Fate.opening
        do {
            let store = try TestDesk.open(path)
            defer { store.close() }
            step = .quickCheck
            try Store.quickCheck(at: path)
            step = .reading
            let now = try rows(store)
            step = .check
            guard try store.check().isSound else { return .check }
            // Nobody has noticed anything: what is written now is there
            step = .writing
            let added = try store.add(Organisation(name: "その後"), by: Actor("青木"))
            guard try store.file(of: added)?.organisation.record.name == "その後" else { throw Unexpected(what: "lost") }
            return now == before ? .harmless : now.count < before.count ? .earlier : .silent
        } catch let error as DeskError {
            guard step == .writing else { return step }
            if case .corrupt = error { return .writing }
            return .refused
        }
    }

    private static func rows(_ path: String) throws -> [String] {
        let store = try TestDesk.open(path)
        defer { store.close() }
        return try rows(store)
    }

    /// Everything that is in the database.
    private static func rows(_ store: Store) throws -> [String] {
        try store.read { db in
            let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
            }
        }
    }
}
