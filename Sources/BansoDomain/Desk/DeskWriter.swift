/// What screens and commands write. Each call is one durable transaction: the records, their contributions and the
/// audit entries land together or not at all. All of them throw `DeskError`.
public protocol DeskWriter: AnyObject {
    /// Why nothing can be written at present; nil where that is not known before it is tried.
    var refusal: DeskError? { get }

    /// Logs a consultation under the next free ordinal. Where the company is not yet in the consultation's pipeline, or
    /// stands before its stage, it is moved there in the same step. `nextAction` replaces the one on its entry.
    /// Where it names no coordinator it is the actor's.
    /// - Throws: `DeskError.consultationLimit` where the company has had all of them; `DeskError.invalid` where it is none.
    func book(_ consultation: Consultation, nextAction: NextAction?, by actor: Actor) throws -> BookingReceipt

    /// - Throws: `DeskError.stale` where somebody changed the entry since `version` was read.
    func move(_ entry: PipelineEntryID, version: Int, to stage: StageID, on day: Day, by actor: Actor) throws

    func add(_ organisation: Organisation, by actor: Actor) throws -> OrganisationID

    func add(_ entry: PipelineEntry, by actor: Actor) throws -> PipelineEntryID

    /// Adds a record of any kind but consultations, which are booked.
    /// - Returns: its number.
    /// - Throws: `DeskError.invalid` where it breaks a rule.
    func add(_ record: Record, by actor: Actor) throws -> Int64

    /// Replaces the fields of a record.
    /// - Throws: `DeskError.stale` where somebody changed it since `version` was read; `DeskError.invalid`.
    func edit(_ key: RecordKey, version: Int, to record: Record, by actor: Actor) throws

    /// - Throws: `DeskError.stale`; `DeskError.invalid` where another record refers to it.
    func delete(_ key: RecordKey, version: Int, by actor: Actor) throws

    /// Takes back the last write of this person that is not taken back yet, as a new entry in the audit trail. What is
    /// refused is passed over: called again it takes back the one before, until this person does anything else.
    /// - Parameter event: only where that write was about this event or somebody's attendance at it; nil: whatever it was.
    /// - Returns: what was undone; nil where there is nothing left.
    /// - Throws: `DeskError.undoRefused` where somebody changed one of the records since; what `progress` throws.
    func undo(at event: Int64?, by actor: Actor, progress: StepProgress) throws -> UndoReceipt?

    /// Does again what this person took back last, as long as they have written nothing else since. What is refused is
    /// passed over as in undo.
    /// - Returns: what was done again; nil where there is nothing.
    /// - Throws: `DeskError.undoRefused` where somebody changed one of the records since; what `progress` throws.
    func redo(by actor: Actor, progress: StepProgress) throws -> UndoReceipt?

    /// What undo would take back, or redo do again, below what was passed over; nil where there is nothing.
    func next(_ action: ChangeAction, at event: Int64?, by actor: Actor) throws -> UndoReceipt?

    /// Makes two records of one organisation one, as a person decided: everything that belongs to `other` goes over to
    /// `kept`, what `kept` lacks is taken from `other`, and `other` is deleted. One step for undo.
    /// - Throws: `DeskError.invalid` where they can't be one, as where both together have had too many consultations;
    ///   `DeskError.stale`.
    func merge(
        _ other: OrganisationID, version: Int, into kept: OrganisationID, version keptVersion: Int, by actor: Actor)
        throws

    /// Freezes the month's report of these programmes: figures, narrative and hash stay as they are now. It can't be taken
    /// back; what changes later is a correction in the next report.
    /// - Throws: `DeskError.invalid` where one is frozen already, or the month can't be frozen on `today`.
    func freeze(
        _ month: FiscalMonth, of programmes: [ProgrammeID], on today: Day, by actor: Actor
    ) throws -> [FrozenReport]

    /// Does what can wait until nobody waits for it. All that was written is durable without it.
    func tidy()

    /// Runs `body` in one transaction that is one step for undo; what it throws leaves nothing behind.
    /// Reads beside it go on. With `isDryRun` everything is done and then taken back.
    func bulk(_ action: ChangeAction, by actor: Actor, isDryRun: Bool, _ body: (BulkDesk) throws -> Void) throws
}

extension DeskWriter {
    public func tidy() {}
}

/// Told now and then how many of a step's changes are done, and how many there are; what it throws ends the step, and
/// nothing of it stays.
public typealias StepProgress = (_ done: Int, _ total: Int) throws -> Void

extension DeskWriter {
    public var refusal: DeskError? { nil }

    public func next(_ action: ChangeAction, at event: Int64?, by actor: Actor) throws -> UndoReceipt? { nil }

    /// Whatever it was.
    public func undo(by actor: Actor) throws -> UndoReceipt? { try undo(at: nil, by: actor) }

    public func undo(at event: Int64?, by actor: Actor) throws -> UndoReceipt? {
        try undo(at: event, by: actor) { _, _ in }
    }

    public func redo(by actor: Actor) throws -> UndoReceipt? { try redo(by: actor) { _, _ in } }
}

/// Many records in one transaction: imports and the sample.
public protocol BulkDesk: AnyObject {
    func add(_ organisation: Organisation) throws -> OrganisationID
    func add(_ entry: PipelineEntry) throws -> PipelineEntryID
    func book(_ consultation: Consultation, nextAction: NextAction?) throws -> BookingReceipt
    func coordinator(named name: String) throws -> CoordinatorID

    /// Adds an organisation, or updates the one with the same corporate number. What `organisation` lacks (empty or nil)
    /// never blanks what is there.
    /// - Parameter id: the one that a person said it is; nil where only the number may tell.
    func merge(_ organisation: Organisation, into id: Int64?) throws -> (outcome: MergeOutcome, id: Int64)

    /// The organisation with this number; nil where there is none.
    func organisation(numbered number: CorporateNumber) throws -> OrganisationID?

    /// Those whose match key is the same as this name's, at most two.
    /// - Parameter isUnnumbered: only those without a corporate number: with one they are known to be others.
    func organisations(matching name: String, isUnnumbered: Bool) throws -> [OrganisationID]

    /// Adds a record, or replaces the one of this number.
    ///
    /// A new consultation is booked: under its ordinal where that is free, else under the next.
    ///
    /// - Parameters:
    ///   - id: its number, where the file names one: a free one is taken, so that a whole database can be carried over by
    ///     its files. Nil gives it the next.
    ///   - nextAction: of a consultation: replaces the one on its company's card.
    /// - Throws: `DeskError.invalid` where it breaks a rule; `DeskError.consultationLimit`.
    func put(_ record: Record, id: Int64?, nextAction: NextAction?) throws -> (outcome: MergeOutcome, id: Int64)

    /// A record as it is now, in the middle of the transaction; nil where there is none.
    func record(_ key: RecordKey) throws -> Record?

    /// The records of a kind that are called so (a name, a theme, a title; organisations also by corporate number, events
    /// by date and theme, as files title them), at most two.
    func numbers(of kind: RecordKind, called text: String) throws -> [Int64]

    func exists(_ key: RecordKey) throws -> Bool

    /// The greatest number that a record of the kind has; 0 where there is none.
    func lastNumber(of kind: RecordKind) throws -> Int64

    /// The first of the records with these numbers that says the very same, but for what the desk gives.
    func twin(of record: Record, among numbers: ClosedRange<Int64>) throws -> Int64?

    /// The newest attendance of somebody at an event; nil where its roster doesn't have them.
    func attendance(of guest: RecordKey, at event: Int64) throws -> StoredRecord?

    /// Whether somebody is marked as having attended an event.
    func wasAttended(_ event: Int64) throws -> Bool

    /// Replaces the fields of a record.
    /// - Throws: `DeskError.stale` where somebody changed it since `version` was read; `DeskError.invalid`.
    func edit(_ key: RecordKey, version: Int, to record: Record) throws

    /// - Throws: `DeskError.stale`; `DeskError.invalid` where another record refers to it.
    func delete(_ key: RecordKey, version: Int) throws
}

extension BulkDesk {
    public func put(_ record: Record, id: Int64?) throws -> (outcome: MergeOutcome, id: Int64) {
        try put(record, id: id, nextAction: nil)
    }

    /// By its corporate number alone.
    public func merge(_ organisation: Organisation) throws -> MergeOutcome {
        try merge(organisation, into: nil).outcome
    }

    /// - Returns: the new record's number.
    public func add(_ record: Record) throws -> Int64 { try put(record, id: nil).id }
}

public enum MergeOutcome: Hashable, Sendable { case created, updated, unchanged }

/// Who writes. The name becomes a coordinator's number in the audit trail.
public struct Actor: Hashable, Sendable {
    public var name: String
    public init(_ name: String) { self.name = name }
}

public struct BookingReceipt: Hashable, Sendable {
    public var consultation: ConsultationID
    public var ordinal: Ordinal
    /// The stage the company was moved to by it; nil where it stayed.
    public var movedTo: StageID?

    public init(consultation: ConsultationID, ordinal: Ordinal, movedTo: StageID?) {
        self.consultation = consultation
        self.ordinal = ordinal
        self.movedTo = movedTo
    }
}

public struct UndoReceipt: Hashable, Sendable {
    public var action: ChangeAction
    /// The organisation it was about; empty where it was about many.
    public var name: String
    /// What was done to one record; nil where it was another sort of step.
    public var change: Change?

    public init(action: ChangeAction, name: String, change: Change? = nil) {
        self.action = action
        self.name = name
        self.change = change
    }

    /// One record added, edited or deleted.
    public struct Change: Hashable, Sendable {
        /// What sort of record it is.
        public var label: LocalizedText
        /// What of it was edited.
        public var fields: [LocalizedText]

        public init(label: LocalizedText, fields: [LocalizedText] = []) {
            self.label = label
            self.fields = fields
        }
    }
}

/// What a step in the audit trail was.
public enum ChangeAction: String, Sendable, CaseIterable {
    case book, move, add, enter, edit, delete, undo, redo
    /// One arrival at an event.
    case arrive
    /// The same change to several cards.
    case editSeveral = "edit-several"
    case merge
    /// A month's report is frozen.
    case freeze
    /// Somebody's data is erased for good.
    case erase
    case sample, define
    case importRecords = "import-records"
    case importCompanies = "import-companies"
    case importConsultations = "import-consultations"

    public var label: LocalizedText {
        switch self {
        case .book: LocalizedText(ja: "相談の記録", en: "consultation")
        case .move: LocalizedText(ja: "段階の変更", en: "change of stage")
        case .add: LocalizedText(ja: "追加", en: "addition")
        case .enter: LocalizedText(ja: "パイプラインへの登録", en: "entry into a pipeline")
        case .edit: LocalizedText(ja: "編集", en: "edit")
        case .delete: LocalizedText(ja: "削除", en: "deletion")
        case .define: LocalizedText(ja: "定義の変更", en: "change of a definition")
        case .importRecords: LocalizedText(ja: "取り込み", en: "import")
        case .undo: LocalizedText(ja: "取り消し", en: "undo")
        case .redo: LocalizedText(ja: "やり直し", en: "redo")
        case .arrive: LocalizedText(ja: "受付", en: "arrival")
        case .editSeveral: LocalizedText(ja: "一括変更", en: "change of several")
        case .merge: LocalizedText(ja: "統合", en: "merge")
        case .freeze: LocalizedText(ja: "報告の確定", en: "freezing of a report")
        case .erase: LocalizedText(ja: "個人情報の消去", en: "erasure")
        case .sample: LocalizedText(ja: "サンプルの作成", en: "sample")
        case .importCompanies: LocalizedText(ja: "企業の取り込み", en: "import of companies")
        case .importConsultations: LocalizedText(ja: "相談の取り込み", en: "import of consultations")
        }
    }
}
