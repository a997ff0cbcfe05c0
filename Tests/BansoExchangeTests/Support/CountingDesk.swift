import BansoDomain

/// A desk that keeps nothing: what is left is what the import itself costs.
final class CountingDesk: BulkDesk {
    var merged = 0

    func add(_ organisation: Organisation) throws -> OrganisationID { OrganisationID(1) }
    func add(_ entry: PipelineEntry) throws -> PipelineEntryID { PipelineEntryID(1) }
    func book(_ consultation: Consultation, nextAction: NextAction?) throws -> BookingReceipt {
        throw DeskError.notFound(what: LocalizedText(ja: "企業", en: "company"))
    }
    func coordinator(named name: String) throws -> CoordinatorID { CoordinatorID(1) }
    func merge(_ organisation: Organisation, into id: Int64?) throws -> (outcome: MergeOutcome, id: Int64) {
        merged += 1
        return (.created, 1)
    }
    func record(_ key: RecordKey) throws -> Record? { nil }
    func put(_ record: Record, id: Int64?, nextAction: NextAction?) throws -> (outcome: MergeOutcome, id: Int64) {
        (.created, 1)
    }
    func numbers(of kind: RecordKind, called text: String) throws -> [Int64] { [] }
    func edit(_ key: RecordKey, version: Int, to record: Record) throws {}
    func delete(_ key: RecordKey, version: Int) throws {}
    func attendance(of guest: RecordKey, at event: Int64) throws -> StoredRecord? { nil }
    func wasAttended(_ event: Int64) throws -> Bool { false }
    func exists(_ key: RecordKey) throws -> Bool { false }
    func organisation(numbered number: CorporateNumber) throws -> OrganisationID? { nil }
    func organisations(matching name: String, isUnnumbered: Bool) throws -> [OrganisationID] { [] }
    func lastNumber(of kind: RecordKind) throws -> Int64 { 0 }
    func twin(of record: Record, among numbers: ClosedRange<Int64>) throws -> Int64? { nil }
}
