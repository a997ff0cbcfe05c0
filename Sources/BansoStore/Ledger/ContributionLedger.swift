import BansoDomain
import GRDB

/// Keeps the contributions of an organisation's records as the counting rules derive them.
struct ContributionLedger {
    private let derivation: Derivation
    private let existing: Statement
    private let insert: Statement
    private let delete: Statement

    init(_ db: Database, catalogue: Catalogue) throws {
        derivation = try Derivation(db, catalogue: catalogue)
        existing = try db.cachedStatement(sql: LedgerRow.select + " WHERE subject = ?")
        insert = try db.cachedStatement(
            sql: """
                INSERT INTO contribution (activity, indicator, source, date, prefecture, reason, subject)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        delete = try db.cachedStatement(
            sql: "DELETE FROM contribution WHERE activity = ? AND indicator = ? AND source = ? AND subject = ?")
    }

    /// Derives the organisation's contributions again and replaces those that differ.
    func refresh(organisation id: Int64) throws {
        let subject = SubjectKey(OrganisationID(id)).text.databaseValue
        let wanted = try derivation.contributions(of: id).map(LedgerRow.init)
        let found = try LedgerRow.fetchAll(existing, arguments: [subject])
        guard !wanted.isEmpty || !found.isEmpty else { return }
        for row in Set(found).subtracting(wanted) {
            delete.setUncheckedArguments(StatementArguments(row.key + [subject]))
            try delete.execute()
        }
        let kept = Set(found)
        for row in wanted where !kept.contains(row) {
            insert.setUncheckedArguments(StatementArguments(row.key + row.values + [subject]))
            try insert.execute()
        }
    }
}
