import BansoDomain
import Foundation
import GRDB

extension Store {
    /// The catalogue's text as the database keeps it, with every definition that was taken since.
    public func catalogueText() throws -> String {
        try read { try String.fetchOne($0, sql: "SELECT text FROM catalogue ORDER BY version DESC LIMIT 1") ?? "" }
    }

    /// Counts everything anew by a changed catalogue, and keeps it. With `isDryRun` nothing stays but what it would move.
    ///
    /// Other programs that have the database open are told to open it again at their next write.
    /// - Returns: the indicators that read differently on `day`, before and after.
    public func adopt(
        _ changed: Catalogue, text: String, asOf day: Day, by actor: Actor, isDryRun: Bool
    ) throws -> [(before: Reading, after: Reading)] {
        let before = try readings(asOf: day)
        var after: [Reading] = []
        try withWriter { db in
            try db.inTransaction(.immediate) {
                try assertSameCatalogue(db)
                try CountLedger.rebuild(db, rules: CountingRules(changed))
                after = try Readings(db, catalogue: changed).all(asOf: day)
                let coordinator = try CoordinatorRow.id(named: actor.name, db)
                try db.execute(
                    sql: """
                        INSERT INTO catalogue (version, id, text, sha256, taken_at, taken_by) VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        catalogueVersion + 1, changed.id, text, Store.sha256(text), Int(clock()),
                        coordinator,
                    ])
                return isDryRun ? .rollback : .commit
            }
        }
        return after.compactMap { reading in
            let old = before.first { $0.indicator.id == reading.indicator.id }
            guard let old, old.actual != reading.actual || old.rate != reading.rate || old.isMet != reading.isMet
            else { return nil }
            return (old, reading)
        }
    }

    /// - Throws: `DeskError.outdated` where a definition was changed since this store was opened: it would count by the
    ///   old one.
    func assertSameCatalogue(_ db: Database) throws {
        let kept = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(version) FROM catalogue"))
        guard kept == catalogueVersion else { throw DeskError.outdated(path: path) }
    }
}
