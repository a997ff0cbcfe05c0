import BansoDomain
import GRDB

/// Changes records within one transaction: writes each change into the audit trail, and derives the contributions of every
/// group of records it touched again before the transaction ends.
final class ChangeRecorder {
    let db: Database
    let rules: CountingRules
    let actor: Int64
    private let trail: AuditWriter
    private let ledger: CountLedger
    private let reach: Reach
    private var made: [RecordKind: TableStatements] = [:]
    private let reported: ReportTouches
    private var touched: [CountingGroup: Touch] = [:]
    /// What has changed in a group.
    private struct Touch {
        var kinds: Set<RecordKind> = []
        /// The entries of the audit trail that changed it, where something was frozen that they may move.
        var entries: [Int64] = []
    }

    /// Whether the audit trail keeps what a row was and is.
    var keepsTexts = true
    /// How many rows were changed so far.
    private(set) var changes = 0
    /// How many touched groups are remembered before their contributions are derived: bounds the memory.
    private static let mostTouched = 4096

    init(
        _ db: Database, rules: CountingRules, action: ChangeAction, actor: Int64, at seconds: Int64,
        undoes: Int64? = nil
    ) throws {
        self.db = db
        self.rules = rules
        self.actor = actor
        trail = try AuditWriter(db, action: action, actor: actor, at: seconds, undoes: undoes)
        ledger = try CountLedger(db, rules: rules)
        reach = Reach(db)
        reported = try ReportTouches(db, catalogue: rules.catalogue)
    }

    var catalogue: Catalogue { rules.catalogue }

    /// To be called before a long step, of which nothing asks the audit trail before it is finished.
    func gatherEntries() { trail.gathers = reported.isIdle }

    func current(_ table: RecordKind, id: Int64) throws -> StoredRow? {
        try statements(of: table).select(id: id)
    }

    /// - Parameter id: nil for a new number; given where undo brings a row back.
    @discardableResult
    func insert(_ table: RecordKind, _ values: [DatabaseValue], id: Int64? = nil, version: Int64 = 1) throws -> Int64 {
        try statements(of: table).insert(TableStatements.stored(table, id: id, values, version: version))
        let row = db.lastInsertedRowID
        try noteInsert(table, row, values, version: version)
        return row
    }

    /// Writes down that a row was inserted, or is going to be before anything asks for it.
    func noteInsert(_ table: RecordKind, _ id: Int64, _ values: [DatabaseValue], version: Int64 = 1) throws {
        try record(.insert, table, id, before: nil, after: StoredRow(values: values, version: version))
    }

    /// - Throws: `DeskError.stale` where the row is gone or no longer has this version.
    func update(_ table: RecordKind, id: Int64, version: Int64, _ change: (inout [DatabaseValue]) -> Void) throws {
        guard let before = try current(table, id: id), before.version == version else {
            throw DeskError.stale(what: table.thisOne)
        }
        try update(table, id: id, from: before, change)
    }

    /// - Parameter before: the row as it was just read.
    func update(
        _ table: RecordKind, id: Int64, from before: StoredRow, _ change: (inout [DatabaseValue]) -> Void
    ) throws {
        let version = before.version
        var after = StoredRow(values: before.values, version: version + 1)
        change(&after.values)
        guard after.values != before.values else { return }
        let stored = after.values + table.derivedValues(after.values) + [after.version.databaseValue]
        guard try statements(of: table).update(stored, id: id, version: version) else {
            throw DeskError.stale(what: table.thisOne)
        }
        try record(.update, table, id, before: before, after: after)
    }

    /// - Throws: `DeskError.stale` where the row is gone or no longer has this version.
    func delete(_ table: RecordKind, id: Int64, version: Int64) throws {
        guard let before = try current(table, id: id), before.version == version else {
            throw DeskError.stale(what: table.thisOne)
        }
        try delete(table, id: id, from: before)
    }

    /// - Parameter before: the row as it was just read.
    func delete(_ table: RecordKind, id: Int64, from before: StoredRow) throws {
        guard try statements(of: table).delete(id: id, version: before.version) else {
            throw DeskError.stale(what: table.thisOne)
        }
        try record(.delete, table, id, before: before, after: nil)
    }

    /// Writes down that a month's report was frozen with this hash: in the audit trail, on the record of the report.
    /// - Returns: the entry's number.
    func noteFreeze(of report: Int64, sha256: String) throws -> Int64 {
        guard let row = try current(.monthlyReport, id: report) else {
            throw DeskError.notFound(what: RecordKind.monthlyReport.label)
        }
        let before = RowText.encode(row, of: .monthlyReport)
        return try trail.append(
            .update, .monthlyReport, row: report, organisation: nil, before: before,
            after: before.dropLast() + Array(",\"sha256\":\"\(sha256)\"}".utf8))
    }

    /// To be called last in the transaction.
    func finish() throws {
        try trail.flush()
        for (group, touch) in touched {
            try ledger.refresh(group, changed: touch.kinds) { row in
                try reported.note(row, entries: touch.entries)
            }
        }
        touched.removeAll(keepingCapacity: true)
    }

    private func record(
        _ operation: AuditOperation, _ table: RecordKind, _ id: Int64, before: StoredRow?, after: StoredRow?
    ) throws {
        guard let values = (after ?? before)?.values else { return }
        changes += 1
        // Asked before a deletion is done, and after anything else: rows that refer to this one are there both times.
        let groups = try reach.groups(of: table, id, before: before?.values, after: after?.values)
        let organisation = table.organisation(id: id, values: values)
        let entry =
            keepsTexts
            ? try trail.append(
                operation, table, row: id, organisation: organisation,
                before: before.map { RowText.encode($0, of: table) }, after: after.map { RowText.encode($0, of: table) }
            ) : try trail.appendWithoutTexts(operation, table, row: id, organisation: organisation)
        for group in groups {
            touched[group, default: Touch()].kinds.insert(table)
            if !reported.isIdle { touched[group, default: Touch()].entries.append(entry) }
        }
        try reported.note(table, before: before?.values, after: after?.values, entry: entry)
        if touched.count >= ChangeRecorder.mostTouched { try finish() }
    }

    private func statements(of table: RecordKind) -> TableStatements {
        if let made = made[table] { return made }
        let fresh = TableStatements(db, table)
        made[table] = fresh
        return fresh
    }
}
