import BansoDomain
import Foundation
import Testing

@testable import BansoStore

/// The keys in memory answer what the database would.
@Suite struct SearchKeysTests {
    private static let parts = ["山田", "やま", "田中", "有明", "製作所", "商事", "a1", "A", "株式会社", "さ", "090", "髙橋"]

    private func name(_ random: inout some RandomNumberGenerator) -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.parts.randomElement(using: &random)! }.joined()
    }

    @Test("Given changes of every sort by two programs, then a store with keys in memory finds what one without finds")
    func both() throws {
        let desk = try R7Desk()
        let other = try desk.another()
        var random = OracleRandom(seed: 7)
        func change(_ store: Store) throws {
            let by = desk.aoki
            let organisations = try store.search(SearchQuery("", kinds: [.organisation], limit: 100)).map(\.key)
            switch Int.random(in: 0..<12, using: &random) {
            case 0, 1, 2:
                let kind: Organisation.Kind = Bool.random(using: &random) ? .company : .institution
                _ = try store.add(Organisation(kind: kind, name: name(&random), kana: name(&random)), by: by)
            case 3: _ = try store.add(Record(.talent, ["name": .text(name(&random))]), by: by)
            case 4, 5:
                guard let owner = organisations.randomElement(using: &random) else { return }
                let contact = Record(
                    .contact,
                    ["organisation": .number(owner.id), "name": .text(name(&random)), "phone": .text("090-1")])
                _ = try store.add(contact, by: by)
            case 6:
                guard let key = organisations.randomElement(using: &random), let stored = try store.record(key) else {
                    return
                }
                var record = stored.record
                record["name"] = .text(name(&random))
                try store.edit(key, version: stored.version, to: record, by: by)
            case 7: _ = try store.undo(by: by)
            case 8, 9:
                let owner = try organisations.randomElement(using: &random).flatMap { try store.record($0) }
                guard let owner, owner.record["kind"].text == "company" else { return }
                let posting = Record(
                    .posting,
                    [
                        "organisation": .number(owner.key.id), "title": .text(name(&random)), "activity": .text("A1-3"),
                        "date": .day(day(2025, 9, 1)), "kind": .token(EmploymentKind.regular),
                    ])
                _ = try store.add(posting, by: by)
            case 10:
                let postings = try store.records(.posting, after: 0, limit: 50)
                guard let stored = postings.randomElement(using: &random) else { return }
                try store.delete(stored.key, version: stored.version, by: by)
            default:
                guard let key = organisations.randomElement(using: &random), let stored = try store.record(key) else {
                    return
                }
                try? store.delete(key, version: stored.version, by: by)
            }
        }
        for _ in 0..<60 { try change(desk.store) }
        try desk.store.waitForSearchKeys()
        var compared = 0
        for round in 0..<250 {
            try change(round % 2 == 0 ? desk.store : other)
            for _ in 0..<8 {
                let kinds: [[RecordKind]] = [SearchQuery.everything, [.organisation], [.talent], [.posting]]
                let query = SearchQuery(
                    name(&random), kinds: kinds.randomElement(using: &random)!,
                    organisationKind: [nil, nil, .company, .institution].randomElement(using: &random)!,
                    limit: Int.random(in: 1...12, using: &random))
                let (fast, slow) = (try desk.store.search(query), try other.search(query))
                #expect(fast == slow, "\(query)")
                compared += fast.isEmpty ? 0 : 1
            }
        }
        #expect(compared > 600, "enough of them find something")
        #expect(other.memory == nil)
    }

    @Test("Given more changes than are worth following, then the database answers until the keys are read again")
    func again() throws {
        let desk = try TestDesk()
        _ = try desk.store.add(Organisation(name: "山田"), by: desk.aoki)
        try desk.store.waitForSearchKeys()
        try desk.store.bulk(.sample, by: desk.aoki, isDryRun: false) { bulk in
            for number in 0..<1200 { _ = try bulk.add(Organisation(name: "企業\(number)")) }
        }
        #expect(try desk.store.search("企業1199", limit: 3).map(\.name) == ["企業1199"])
        let limit = ContinuousClock.now + .seconds(20)
        while try desk.store.read({ try desk.store.memory?.view($0) == nil }) {
            try #require(ContinuousClock.now < limit, "the keys were never read again")
            Thread.sleep(forTimeInterval: 0.005)
        }
        #expect(try desk.store.search("企業1199", limit: 3).map(\.name) == ["企業1199"])
    }

    @Test("Given no search, then nothing is read into memory")
    func unasked() throws {
        let desk = try TestDesk()
        _ = try desk.store.add(Organisation(name: "山田"), by: desk.aoki)
        desk.store.keepSearchKeys()
        // As long as reading one would take, many times over.
        Thread.sleep(forTimeInterval: 0.1)
        #expect(!desk.store.hasSearchKeys)
        try desk.store.waitForSearchKeys()
        desk.store.close()
    }

    @Test("Given a search before the keys are read, then it is answered all the same")
    func before() throws {
        let desk = try TestDesk()
        _ = try desk.store.add(Organisation(name: "山田"), by: desk.aoki)
        desk.store.keepSearchKeys()
        #expect(try desk.store.search("山田", limit: 3).map(\.name) == ["山田"])
        desk.store.close()
    }

    @Test("Given more names that begin with a text than are asked for, then the one that is just the text comes first")
    func whole() {
        var list = KeyList()
        for number in 0..<20 { list.append(id: Int64(number), key: "山田\(number)\nやまだ") }
        list.append(id: 20, key: "山田\nさんた")
        list.append(id: 21, key: "山田", other: "")
        list.append(id: 22, key: "甲\n山田")
        list.append(id: 23, key: "株式会社山田\nかぶ", other: "山田")
        let hits = list.hits("山田", limit: 3) { $0 != 20 }
        #expect(hits.map(\.index) == [21, 22, 23, 0, 1, 2])
    }

    @Test("Given keys of several lines, then begins means the beginning of any of them, or of the other key")
    func places() {
        var list = KeyList()
        let keys = ["かぶしきやまだ\nやまだ\n123", "やまだ\nかな", "株式会社山田\nひ", "山", ""]
        for (index, key) in keys.enumerated() {
            list.append(id: Int64(index), key: key, other: index == 2 ? "山田" : "")
        }
        func places(_ text: String, limit: Int = 9) -> [[Int]] {
            list.hits(text, limit: limit) { _ in true }.map { [$0.index, $0.place.rawValue] }
        }
        #expect(places("やま") == [[0, 2], [1, 2]])
        #expect(places("まだ") == [[0, 3], [1, 3]])
        #expect(places("山田") == [[2, 1]])
        #expect(places("山") == [[3, 1], [2, 2]])
        #expect(places("かな") == [[1, 1]])
        #expect(places("ま", limit: 1) == [[0, 3]])
        #expect(places("やまだ") == [[0, 1], [1, 1]])
        #expect(places("だか").isEmpty, "not from one key into the next")
        #expect(places("123") == [[0, 1]])
        #expect(places("12") == [[0, 2]])
        #expect(list.key(at: 0) == keys[0] && list.key(at: 4).isEmpty)
    }
}
