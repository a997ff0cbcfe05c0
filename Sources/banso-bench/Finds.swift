import BansoCatalogue
import BansoDomain
import BansoSample
import BansoStore
import Foundation

/// What search and the list of what needs a hand cost with 100,000 companies and 100,000 people.
struct Finds {
    static let size = 100_000
    private static let texts = [
        "山田", "やま", "ヤマダ", "製作", "40", "福岡", "株式会社", "佐藤", "さと", "さ", "工業", "該当なし", "a1-1", "9/10", "",
    ]

    let folder: String

    func run() throws {
        let path = folder + "/finds.db"
        let store = try filled(path)
        defer { store.close() }
        try search(store, "read in the database")
        store.keepSearchKeys()
        let began = ContinuousClock.now
        _ = try store.search(SearchQuery("", limit: 1))
        while !store.hasSearchKeys { usleep(1000) }
        Bench.row("keys read into memory", began.duration(to: .now) / .seconds(1))
        try search(store, "in memory")
        let today = Sample.usualDay
        let query = AttentionQuery(
            today: today, silentSince: today + -30, followedUpSince: today + -60, dueUntil: today + 7, limit: 50)
        let attention = Times(try times(100) { _ = try store.attention(query) })
        Bench.row("what needs a hand, p50", attention.p50)
        Bench.row("what needs a hand, p99", attention.p99, bound: "20 ms")
        let filter = CardFilter(text: "山田", today: today)
        let pipeline = store.catalogue.consultation.pipeline
        let counts = Times(try times(10) { _ = try store.stageCounts(of: pipeline, filter: filter) })
        Bench.row("stages counted by a filter, p50", counts.p50)
    }

    private func search(_ store: Store, _ way: String) throws {
        var all: [Double] = []
        for text in Finds.texts {
            let times = try times(30) { _ = try store.search(SearchQuery(text, limit: 30)) }
            if text.count > 1 { all += times }
            Bench.row("search \(way), \(text), p50", Times(times).p50)
            Bench.row("search \(way), \(text), p99", Times(times).p99)
        }
        Bench.row("search \(way), two characters and more, p99", Times(all).p99, bound: "30 ms")
    }

    private func times(_ count: Int, _ body: () throws -> Void) throws -> [Double] {
        try (0..<count).map { _ in
            let began = ContinuousClock.now
            try body()
            return began.duration(to: .now) / .seconds(1)
        }
    }

    private func filled(_ path: String) throws -> Store {
        let catalogue = try CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
        let calendar = try HolidayFile.parse(HolidayFile.embedded, file: HolidayFile.embeddedName)
        let store = try Store.create(at: path, catalogueText: CatalogueFile.embedded, catalogue: catalogue)
        let sample = Sample(
            companies: Finds.size, seed: 1, calendar: calendar, attendances: 100_000, applications: 50_000)
        try store.bulk(.sample, by: Actor("bench"), isDryRun: false) { desk in
            try sample.fill(desk, catalogue: catalogue, progress: { _ in })
        }
        let known = try store.records(.talent, after: 0, limit: Finds.size)
        try store.bulk(.sample, by: Actor("bench"), isDryRun: false) { desk in
            for number in known.count..<Finds.size where !known.isEmpty {
                _ = try desk.add(known[number % known.count].record)
            }
        }
        return store
    }
}
