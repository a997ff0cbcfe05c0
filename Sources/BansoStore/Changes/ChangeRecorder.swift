import BansoDomain
import GRDB

/// Changes rows of audited tables within one transaction: writes each change into the audit trail, and derives the
/// contributions of every organisation it touched again before the transaction ends.
final class ChangeRecorder {
    let db: Database
    let catalogue: Catalogue
    let actor: Int64
    private let trail: AuditWriter
    private let ledger: ContributionLedger
    private var statements: [AuditedTable: TableStatements] = [:]
    private var touched: Set<Int64> = []
    /// How many touched organisations are remembered before their contributions are derived: bounds the memory.
    private static let mostTouched = 4096

    init(
        _ db: Database, catalogue: Catalogue, action: ChangeAction, actor: Int64, at seconds: Int64,
        undoes: Int64? = nil
    ) throws {
        self.db = db
        self.catalogue = catalogue
        self.actor = actor
        trail = try AuditWriter(db, action: action, actor: actor, at: seconds, undoes: undoes)
        ledger = try ContributionLedger(db, catalogue: catalogue)
    }

    func current(_ table: AuditedTable, id: Int64) throws -> StoredRow? {
        try Row.fetchOne(prepared(table).select, arguments: [id]).map(StoredRow.init)
    }

    /// - Parameter id: nil for a new number; given where undo brings a row back.
    @discardableResult
    func insert(_ table: AuditedTable, _ values: [DatabaseValue], id: Int64? = nil, version: Int64 = 1) throws -> Int64
    {
        let statement = try prepared(table).insert
        statement.setUncheckedArguments(
            StatementArguments([id.databaseValue] + values + table.derivedValues(values) + [version.databaseValue]))
        try statement.execute()
        let row = db.lastInsertedRowID
        let after = StoredRow(values: values, version: version)
        try record(.insert, table, row, before: nil, after: after)
        return row
    }

    /// - Throws: `DeskError.stale` where the row is gone or no longer has this version.
    func update(_ table: AuditedTable, id: Int64, version: Int64, _ change: (inout [DatabaseValue]) -> Void) throws {
        guard let before = try current(table, id: id), before.version == version else {
            throw DeskError.stale(what: table.label)
        }
        var after = StoredRow(values: before.values, version: version + 1)
        change(&after.values)
        guard after.values != before.values else { return }
        let statement = try prepared(table).update
        statement.setUncheckedArguments(
            StatementArguments(
                after.values + table.derivedValues(after.values)
                    + [after.version.databaseValue, id.databaseValue, version.databaseValue]))
        try statement.execute()
        guard db.changesCount == 1 else { throw DeskError.stale(what: table.label) }
        try record(.update, table, id, before: before, after: after)
    }

    /// - Throws: `DeskError.stale` where the row is gone or no longer has this version.
    func delete(_ table: AuditedTable, id: Int64, version: Int64) throws {
        guard let before = try current(table, id: id), before.version == version else {
            throw DeskError.stale(what: table.label)
        }
        try prepared(table).delete.execute(arguments: [id, version])
        guard db.changesCount == 1 else { throw DeskError.stale(what: table.label) }
        try record(.delete, table, id, before: before, after: nil)
    }

    /// To be called last in the transaction.
    func finish() throws {
        for organisation in touched { try ledger.refresh(organisation: organisation) }
        touched.removeAll(keepingCapacity: true)
    }

    private func record(
        _ operation: AuditOperation, _ table: AuditedTable, _ id: Int64, before: StoredRow?, after: StoredRow?
    ) throws {
        guard let values = (after ?? before)?.values else { return }
        let organisation = table.organisation(id: id, values: values)
        try trail.append(
            operation, table, row: id, organisation: organisation,
            before: before.map { RowText.encode($0, of: table) }, after: after.map { RowText.encode($0, of: table) })
        touched.insert(organisation)
        if touched.count >= ChangeRecorder.mostTouched { try finish() }
    }

    private func prepared(_ table: AuditedTable) throws -> TableStatements {
        if let statements = statements[table] { return statements }
        let made = try TableStatements(db, table)
        statements[table] = made
        return made
    }
}
