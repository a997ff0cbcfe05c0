import BansoCatalogue
import BansoDomain
import BansoStore
import Foundation
import GRDB

/// A database with a whole year's catalogue, in a folder of its own.
final class R7Desk {
    let folder = NSTemporaryDirectory() + "banso-test-" + UUID().uuidString
    let store: Store
    let aoki = Actor("青木")

    init(text: String = CatalogueFile.embedded) throws {
        store = try Store.create(
            at: folder + "/banso.db", catalogueText: text, catalogue: try CatalogueFile.parse(text, file: "test"))
    }

    static func parse(_ text: String) throws -> Catalogue { try CatalogueFile.parse(text, file: "test") }

    /// The call's text with one passage changed.
    static func catalogue(_ passage: String, is changed: String) -> String {
        precondition(CatalogueFile.embedded.contains(passage), "the call says \(passage)")
        return CatalogueFile.embedded.replacing(passage, with: changed)
    }

    /// As another program would write into the file.
    func plainSQL(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder + "/banso.db")
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Another program on the same database.
    func another() throws -> Store {
        try Store.open(at: folder + "/banso.db", mode: .readWrite) { try CatalogueFile.parse($0, file: "test") }
    }

    func company(_ name: String = "有明食品株式会社", eligibility: Eligibility = .eligible) throws -> Int64 {
        try store.add(
            Organisation(name: name, prefecture: Prefecture(code: 40), eligibility: eligibility), by: aoki
        ).value
    }

    @discardableResult
    func add(_ kind: RecordKind, _ values: KeyValuePairs<String, FieldValue>) throws -> Int64 {
        try store.add(Record(kind, values), by: aoki)
    }

    func event(
        _ activity: String, on date: Day, status: EventStatus = .held, prefecture: Int? = nil, municipality: String = ""
    ) throws -> Int64 {
        try add(
            .event,
            [
                "activity": .text(activity), "theme": .text("テーマ"), "date": .day(date), "status": .token(status),
                "prefecture": .optional(prefecture), "municipality": .text(municipality),
            ])
    }

    func reading(_ id: IndicatorID, asOf date: Day) throws -> Reading? {
        try store.readings(asOf: date).first { $0.indicator.id == id }
    }

    /// Why rows of an indicator don't count, with their number.
    func reasons(_ id: IndicatorID, asOf date: Day) throws -> [ExclusionReason: Int] {
        try store.contributions(ContributionQuery(indicator: id, asOf: date, verdict: .excluded, limit: 1000))
            .reduce(into: [:]) { $0[$1.reason ?? .draft, default: 0] += 1 }
    }
}
