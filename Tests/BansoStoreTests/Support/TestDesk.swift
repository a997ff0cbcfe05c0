import BansoDomain
import BansoStore
import Foundation
import GRDB

/// A database in a folder of its own, which goes away with the value.
final class TestDesk {
    let folder: String
    let path: String
    let store: Store
    let aoki = Actor("青木")

    init() throws {
        folder = NSTemporaryDirectory() + "banso-test-" + UUID().uuidString
        path = folder + "/banso.db"
        store = try Store.create(at: path, catalogueText: SmallCatalogue.text, catalogue: SmallCatalogue.value)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Another program on the same database.
    func another(_ mode: Store.Mode = .readWrite) throws -> Store { try TestDesk.open(path, mode) }

    static func open(_ path: String, _ mode: Store.Mode = .readWrite) throws -> Store {
        try Store.open(at: path, mode: mode) { _ in SmallCatalogue.value }
    }

    func company(_ name: String = "有明食品株式会社", prefecture: Int = 40) throws -> OrganisationID {
        try store.add(Organisation(name: name, prefecture: Prefecture(code: prefecture)), by: aoki)
    }

    @discardableResult
    func book(_ company: OrganisationID, on date: Day = day(2025, 8, 5), next: NextAction? = nil) throws
        -> BookingReceipt
    {
        try store.book(TestDesk.consultation(company, on: date), nextAction: next, by: aoki)
    }

    static func consultation(_ company: OrganisationID, on date: Day = day(2025, 8, 5)) -> Consultation {
        Consultation(company: company, date: date, start: ClockTime(minutes: 840), minutes: 90, mode: .online)
    }

    func actual(_ indicator: IndicatorID, asOf date: Day = day(2026, 3, 31)) throws -> Int {
        try store.readings(asOf: date).first { $0.indicator.id == indicator }?.tally.counted ?? -1
    }

    /// Somebody with plain SQL, past the program.
    func plainSQL<Result>(_ body: (Database) throws -> Result) throws -> Result {
        let queue = try DatabaseQueue(path: path)
        let result = try queue.writeWithoutTransaction(body)
        try queue.close()
        return result
    }

    func mode(_ path: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int) ?? -1
    }
}

func day(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> Day { Day(year, month, dayOfMonth)! }
