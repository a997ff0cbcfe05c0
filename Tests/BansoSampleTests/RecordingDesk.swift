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

    func merge(_ organisation: Organisation) throws -> MergeOutcome { .unchanged }
    func organisation(numbered number: CorporateNumber) throws -> OrganisationID? { nil }
    func organisations(matching name: String) throws -> [OrganisationID] { [] }

    func organisation(_ id: OrganisationID) -> Organisation { organisations[Int(id.value) - 1] }

    /// How many entries stand at each stage of a pipeline, in the order of its stages.
    func counts(in pipeline: Pipeline) -> [Int] {
        pipeline.stages.map { stage in
            entries.count { $0.pipeline == pipeline.id && $0.stage == stage.id }
        }
    }
}

struct DeskFull: Error {}
