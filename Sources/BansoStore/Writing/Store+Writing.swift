import BansoDomain
import CSQLite
import GRDB

extension Store {
    public func book(_ consultation: Consultation, nextAction: NextAction?, by actor: Actor) throws -> BookingReceipt {
        try change(.book, by: actor) { recorder in
            var consultation = consultation
            if consultation.coordinator == nil { consultation.coordinator = CoordinatorID(recorder.actor) }
            return try Booking(recorder).book(consultation, nextAction: nextAction)
        }
    }

    public func move(
        _ entry: PipelineEntryID, version: Int, to stage: StageID, on day: Day, by actor: Actor
    ) throws {
        try change(.move, by: actor) { recorder in
            let table = RecordKind.pipelineEntry
            guard let row = try recorder.current(table, id: entry.value) else {
                throw DeskError.notFound(what: table.label)
            }
            let pipeline = PipelineEntryRow.entry(row.values).pipeline
            let order = try PipelineEntryRow.order(of: stage, in: pipeline, catalogue)
            try recorder.update(table, id: entry.value, version: Int64(version)) { values in
                values[PipelineEntryRow.stage] = stage.text.databaseValue
                values[PipelineEntryRow.stageOrder] = order.databaseValue
                values[PipelineEntryRow.since] = day.iso.databaseValue
            }
        }
    }

    public func add(_ organisation: Organisation, by actor: Actor) throws -> OrganisationID {
        try change(.add, by: actor) {
            OrganisationID(try $0.insert(.organisation, OrganisationRow.values(organisation)))
        }
    }

    public func add(_ entry: PipelineEntry, by actor: Actor) throws -> PipelineEntryID {
        try change(.enter, by: actor) {
            PipelineEntryID(
                try $0.insert(.pipelineEntry, PipelineEntryRow.values(entry, catalogue: catalogue)))
        }
    }

    public func add(_ record: BansoDomain.Record, by actor: Actor) throws -> Int64 {
        try change(.add, by: actor) { try $0.put(record, id: nil).id }
    }

    public func edit(_ key: RecordKey, version: Int, to record: BansoDomain.Record, by actor: Actor) throws {
        try change(.edit, by: actor) { try $0.edit(key, version: Int64(version), to: record) }
    }

    public func delete(_ key: RecordKey, version: Int, by actor: Actor) throws {
        try change(.delete, by: actor) { try $0.remove(key, version: Int64(version)) }
    }

    public func merge(
        _ other: OrganisationID, version: Int, into kept: OrganisationID, version keptVersion: Int, by actor: Actor
    ) throws {
        try change(.merge, by: actor) { recorder in
            try Merging(recorder: recorder, other: other.value, kept: kept.value).run(
                version: Int64(version), keptVersion: Int64(keptVersion))
        }
    }

    public func bulk(
        _ action: ChangeAction, by actor: Actor, isDryRun: Bool, _ body: (BulkDesk) throws -> Void
    ) throws {
        banso_keep_heap()
        try change(action, by: actor, isDryRun: isDryRun, isLong: true) { recorder in
            let session = try BulkSession(recorder, path: path)
            try body(session)
            try session.finish()
        }
    }

    /// What many rows come to stays in memory until it is committed, as far as the cache reaches (in KiB: an import stays
    /// below 64 MiB with it), and so do the pages that a statement of several rows puts by. Set outside a transaction.
    private static let longStep = "PRAGMA cache_size = -24000; PRAGMA temp_store = MEMORY"
    private static let shortStep = "PRAGMA cache_size = -\(Connection.cache); PRAGMA temp_store = DEFAULT"

    /// One transaction, and one step for undo.
    /// - Parameter isLong: whether it may change many rows.
    func change<Result>(
        _ action: ChangeAction, by actor: Actor, undoes: Int64? = nil, isDryRun: Bool = false, isLong: Bool = false,
        _ body: (ChangeRecorder) throws -> Result
    ) throws -> Result {
        try withWriter { db in
            if isLong { try db.execute(sql: Store.longStep) }
            defer { if isLong { try? db.execute(sql: Store.shortStep) } }
            var result: Result?
            try db.inTransaction(.immediate) {
                try assertSameCatalogue(db)
                let coordinator = try CoordinatorRow.id(named: actor.name, db)
                let recorder = try ChangeRecorder(
                    db, rules: rules, action: action, actor: coordinator,
                    at: Int64(clock()), undoes: undoes)
                result = try body(recorder)
                try recorder.finish()
                return isDryRun ? .rollback : .commit
            }
            guard let result else { throw DeskError.failed(path: path, detail: "nothing was written") }
            return result
        }
    }
}
