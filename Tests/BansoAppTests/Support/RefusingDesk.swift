import BansoDomain

/// Writes nothing but what it says itself: all else is refused for one reason.
protocol RefusingDesk: DeskWriter {
    var reason: DeskError { get }
}

extension RefusingDesk {
    func book(
        _ consultation: Consultation, nextAction: NextAction?, by actor: Actor
    ) throws -> BookingReceipt { throw reason }
    func move(_ entry: PipelineEntryID, version: Int, to stage: StageID, on day: Day, by actor: Actor) throws {
        throw reason
    }
    func add(_ organisation: Organisation, by actor: Actor) throws -> OrganisationID { throw reason }
    func add(_ entry: PipelineEntry, by actor: Actor) throws -> PipelineEntryID { throw reason }
    func add(_ record: Record, by actor: Actor) throws -> Int64 { throw reason }
    func edit(_ key: RecordKey, version: Int, to record: Record, by actor: Actor) throws { throw reason }
    func delete(_ key: RecordKey, version: Int, by actor: Actor) throws { throw reason }
    func undo(at event: Int64?, by actor: Actor, progress: StepProgress) throws -> UndoReceipt? { throw reason }
    func redo(by actor: Actor, progress: StepProgress) throws -> UndoReceipt? { throw reason }
    func freeze(
        _ month: FiscalMonth, of programmes: [ProgrammeID], on today: Day, by actor: Actor
    ) throws -> [FrozenReport] { throw reason }
    func merge(
        _ other: OrganisationID, version: Int, into kept: OrganisationID, version keptVersion: Int, by actor: Actor
    ) throws { throw reason }
    func bulk(_ action: ChangeAction, by actor: Actor, isDryRun: Bool, _ body: (BulkDesk) throws -> Void) throws {
        throw reason
    }
}
