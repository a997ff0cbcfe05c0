import BansoDomain
import GRDB

/// A step from one version of the schema to the next. Once released, a step is never edited; another one is appended.
struct Migration: Sendable {
    /// The version that the database has after it: the steps are numbered 1, 2, 3 …
    let version: Int
    let apply: @Sendable (Database, Catalogue) throws -> Void

    /// All of them, in order.
    static let all = [
        Migration(version: 1, apply: SchemaV1.create), Migration(version: 2, apply: SchemaV2.create),
        Migration(version: 3, apply: SchemaV3.create), Migration(version: 4, apply: ExportLedgerSchema.create),
        Migration(version: 5) { db, _ in try ReportSchema.create(db) },
        Migration(version: 6) { db, _ in try ImportMappingSchema.create(db) },
        Migration(version: 7) { db, _ in try SearchIndexSchema.create(db) },
        Migration(version: 8) { db, _ in try PhoneKeySchema.create(db) },
        Migration(version: 9) { db, _ in try OrganisationDays.createTriggers(db) },
        Migration(version: 10) { db, _ in try TalentKeySchema.create(db) },
        Migration(version: 11) { db, _ in try OfficersSchema.create(db) },
        Migration(version: 12) { db, _ in try AttentionSchema.create(db) },
        Migration(version: 13) { db, _ in try CorrectionReasonSchema.create(db) },
        Migration(version: 14) { db, _ in try AuditMovesSchema.create(db) },
        Migration(version: 15) { db, _ in try NextStepsSchema.create(db) },
        Migration(version: 16) { db, _ in try CardMovesSchema.create(db) },
    ]

    /// Applies those that the database lacks, all in one transaction: it has the old format or the new one, none between.
    /// - Parameter told: how many of how many are done, before each.
    static func run(
        _ migrations: [Migration], on db: Database, catalogue: Catalogue, told: (Int, Int) -> Void = { _, _ in }
    ) throws {
        try db.inTransaction(.immediate) {
            let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            let lacking = migrations.filter { $0.version > found }
            for (done, migration) in lacking.enumerated() {
                told(done, lacking.count)
                try migration.apply(db, catalogue)
            }
            try db.execute(sql: "PRAGMA user_version = \(max(found, migrations.count))")
            return .commit
        }
    }
}
