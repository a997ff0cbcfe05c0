import BansoDomain

@testable import BansoApp

/// Writes several edits into a desk of values, and nothing else.
final class EditingDesk: RefusingDesk {
    private let cards: CardDesk
    let reason = DeskError.readOnly(path: "")
    private(set) var steps: [ChangeAction] = []

    init(_ cards: CardDesk) { self.cards = cards }

    func bulk(_ action: ChangeAction, by actor: Actor, isDryRun: Bool, _ body: (BulkDesk) throws -> Void) throws {
        steps.append(action)
        try body(Session(cards: cards))
    }

    private final class Session: BulkDesk {
        private let cards: CardDesk
        private let refusal = DeskError.readOnly(path: "")

        init(cards: CardDesk) { self.cards = cards }

        func edit(_ key: RecordKey, version: Int, to record: Record) throws {
            guard cards.stored[key]?.version == version else { throw DeskError.stale(what: key.kind.label) }
            cards.perform([Write.Edit(key: key, version: version, record: record)])
        }

        func delete(_ key: RecordKey, version: Int) throws { throw refusal }
        func add(_ organisation: Organisation) throws -> OrganisationID { throw refusal }
        func add(_ entry: PipelineEntry) throws -> PipelineEntryID { throw refusal }
        func book(_ consultation: Consultation, nextAction: NextAction?) throws -> BookingReceipt { throw refusal }
        func coordinator(named name: String) throws -> CoordinatorID { throw refusal }
        func merge(_ organisation: Organisation, into id: Int64?) throws -> (outcome: MergeOutcome, id: Int64) {
            throw refusal
        }
        func record(_ key: RecordKey) throws -> Record? { cards.stored[key]?.record }
        func organisation(numbered number: CorporateNumber) throws -> OrganisationID? { nil }
        func organisations(matching name: String, isUnnumbered: Bool) throws -> [OrganisationID] { [] }
        func lastNumber(of kind: RecordKind) throws -> Int64 { 0 }
        func twin(of record: Record, among numbers: ClosedRange<Int64>) throws -> Int64? { nil }
        func put(_ record: Record, id: Int64?, nextAction: NextAction?) throws -> (outcome: MergeOutcome, id: Int64) {
            throw refusal
        }
        func numbers(of kind: RecordKind, called text: String) throws -> [Int64] { [] }
        func attendance(of guest: RecordKey, at event: Int64) throws -> StoredRecord? { nil }
        func wasAttended(_ event: Int64) throws -> Bool { false }
        func exists(_ key: RecordKey) throws -> Bool { cards.stored[key] != nil }
    }
}
