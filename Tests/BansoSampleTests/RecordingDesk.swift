import BansoDomain

/// A desk that keeps what it is given, in order, and refuses what the real one would.
final class RecordingDesk: BulkDesk {
    enum Call: Hashable {
        case organisation(Organisation)
        case entry(PipelineEntry)
        case booking(Consultation, NextAction?)
        case coordinator(String)
    }

    private(set) var calls: [Call] = []
    private(set) var organisations: [Organisation] = []
    private(set) var entries: [PipelineEntry] = []
    private(set) var consultations: [Consultation] = []
    /// What was added besides, by kind; a record's number is its place, from 1.
    private(set) var records: [RecordKind: [Record]] = [:]
    /// The same, in the order in which it came.
    private(set) var log: [Record] = []
    private var coordinators: [String] = []
    private var booked: [OrganisationID: Int] = [:]

    func add(_ organisation: Organisation) throws -> OrganisationID {
        calls.append(.organisation(organisation))
        organisations.append(organisation)
        return OrganisationID(Int64(organisations.count))
    }

    func add(_ entry: PipelineEntry) throws -> PipelineEntryID {
        calls.append(.entry(entry))
        entries.append(entry)
        return PipelineEntryID(Int64(entries.count))
    }

    func book(_ consultation: Consultation, nextAction: NextAction?) throws -> BookingReceipt {
        calls.append(.booking(consultation, nextAction))
        consultations.append(consultation)
        booked[consultation.company, default: 0] += 1
        guard let ordinal = Ordinal(booked[consultation.company]!) else { throw DeskFull() }
        return BookingReceipt(
            consultation: ConsultationID(Int64(consultations.count)), ordinal: ordinal, movedTo: nil)
    }

    func coordinator(named name: String) throws -> CoordinatorID {
        calls.append(.coordinator(name))
        let index = coordinators.firstIndex(of: name) ?? coordinators.count
        if index == coordinators.count { coordinators.append(name) }
        return CoordinatorID(Int64(index + 1))
    }

    func merge(_ organisation: Organisation, into id: Int64?) throws -> (outcome: MergeOutcome, id: Int64) {
        (.unchanged, id ?? 1)
    }
    func record(_ key: RecordKey) throws -> Record? { nil }
    func organisation(numbered number: CorporateNumber) throws -> OrganisationID? { nil }
    func organisations(matching name: String, isUnnumbered: Bool) throws -> [OrganisationID] { [] }
    func lastNumber(of kind: RecordKind) throws -> Int64 { 0 }
    func twin(of record: Record, among numbers: ClosedRange<Int64>) throws -> Int64? { nil }

    func put(_ record: Record, id: Int64?, nextAction: NextAction?) throws -> (outcome: MergeOutcome, id: Int64) {
        log.append(record)
        records[record.kind, default: []].append(record)
        return (.created, Int64(records[record.kind]!.count))
    }

    func numbers(of kind: RecordKind, called text: String) throws -> [Int64] { [] }

    func edit(_ key: RecordKey, version: Int, to record: Record) throws {}
    func delete(_ key: RecordKey, version: Int) throws {}

    func attendance(of guest: RecordKey, at event: Int64) throws -> StoredRecord? { nil }
    func wasAttended(_ event: Int64) throws -> Bool { false }
    func exists(_ key: RecordKey) throws -> Bool {
        switch key.kind {
        case .organisation: (1...Int64(max(1, organisations.count))).contains(key.id) && !organisations.isEmpty
        case .coordinator: (1...Int64(max(1, coordinators.count))).contains(key.id) && !coordinators.isEmpty
        default: key.id >= 1 && key.id <= Int64(records[key.kind, default: []].count)
        }
    }

    func all(_ kind: RecordKind) -> [Record] { records[kind, default: []] }

    /// The record that a field of another one names.
    func record(_ kind: RecordKind, _ reference: FieldValue) -> Record { all(kind)[Int(reference.number!) - 1] }

    func organisation(_ id: OrganisationID) -> Organisation { organisations[Int(id.value) - 1] }

    /// How many entries stand at each stage of a pipeline, in the order of its stages.
    func counts(in pipeline: Pipeline) -> [Int] {
        pipeline.stages.map { stage in
            entries.count { $0.pipeline == pipeline.id && $0.stage == stage.id }
        }
    }
}

struct DeskFull: Error {}
