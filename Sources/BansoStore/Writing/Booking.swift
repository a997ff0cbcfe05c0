import BansoDomain
import GRDB

/// Logs consultations within a transaction.
struct Booking {
    private let recorder: ChangeRecorder
    private let terms: ConsultationTerms
    private let target: Stage?
    private let used: Statement
    private let entry: Statement
    private let kind: Statement

    init(_ recorder: ChangeRecorder) throws {
        self.recorder = recorder
        terms = recorder.catalogue.consultation
        target = recorder.catalogue.pipeline(terms.pipeline)?.stages
            .first { [terms] in $0.activities.contains(terms.activity) }
        used = try recorder.db.cachedStatement(
            sql: "SELECT ordinal FROM consultation WHERE organisation = ? ORDER BY ordinal")
        entry = try recorder.db.cachedStatement(
            sql: "SELECT id FROM pipeline_entry WHERE organisation = ? AND pipeline = ?")
        kind = try recorder.db.cachedStatement(sql: "SELECT kind FROM organisation WHERE id = ?")
    }

    /// - Parameters:
    ///   - id: its number; nil for the next.
    ///   - wanted: its ordinal, where that is free; nil for the next.
    /// - Throws: `DeskError.consultationLimit`, `DeskError.notFound`, `DeskError.invalid`.
    func book(
        _ consultation: Consultation, id: Int64? = nil, ordinal wanted: Int? = nil, nextAction: NextAction?
    ) throws -> BookingReceipt {
        let company = consultation.company.value
        try assertCompany(company)
        let taken = try Int.fetchAll(used, arguments: [company])
        let ordinals = (wanted.map { [$0] } ?? []) + Array(1...terms.limit)
        guard let free = ordinals.first(where: { !taken.contains($0) && $0 <= terms.limit }),
            let ordinal = Ordinal(free, limit: terms.limit)
        else { throw try limitReached(company) }
        let booked: Int64
        do {
            booked = try recorder.insert(.consultation, ConsultationRow.values(consultation, ordinal: free), id: id)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
            let isGone = try recorder.current(.organisation, id: company) == nil
            throw DeskError.notFound(what: isGone ? RecordKind.organisation.label : RecordKind.coordinator.label)
        } catch let error as DatabaseError where Booking.isLimit(error) {
            throw try limitReached(company)
        }
        let movedTo = try advance(consultation, nextAction: nextAction)
        return BookingReceipt(consultation: ConsultationID(booked), ordinal: ordinal, movedTo: movedTo)
    }

    private func assertCompany(_ id: Int64) throws {
        guard try String.fetchOne(kind, arguments: [id]) == Organisation.Kind.institution.rawValue,
            let row = try recorder.current(.organisation, id: id),
            let reason = RecordRules.refusal(of: .consultation, for: OrganisationRow.organisation(row.values))
        else { return }
        let field = RecordKind.consultation.fields[RecordKind.consultation.organisationIndex ?? 0]
        throw DeskError.invalid(field: field.label, reason: reason)
    }

    private static func isLimit(_ error: DatabaseError) -> Bool {
        let message = error.message ?? ""
        return message.contains("consultation_limit") || message.contains("consultation.ordinal")
    }

    private func limitReached(_ company: Int64) throws -> DeskError {
        let name = try recorder.current(.organisation, id: company).map { OrganisationRow.organisation($0.values).name }
        return .consultationLimit(company: name ?? "", limit: terms.limit)
    }

    /// Brings the company's entry to the consultation's stage, where it stands before it, and sets the next action.
    @discardableResult
    func advance(_ consultation: Consultation, nextAction: NextAction?) throws -> StageID? {
        guard let target else { return nil }
        let order = try PipelineEntryRow.order(of: target.id, in: terms.pipeline, recorder.catalogue)
        guard let id = try Int64.fetchOne(entry, arguments: [consultation.company.value, terms.pipeline.text]),
            let row = try recorder.current(.pipelineEntry, id: id)
        else {
            let entry = PipelineEntry(
                organisation: consultation.company, pipeline: terms.pipeline, stage: target.id,
                since: consultation.date, coordinator: consultation.coordinator, nextAction: nextAction)
            try recorder.insert(.pipelineEntry, PipelineEntryRow.values(entry, catalogue: recorder.catalogue))
            return target.id
        }
        let isBefore = (Int.fromDatabaseValue(row.values[PipelineEntryRow.stageOrder]) ?? 0) < order
        let next = try PipelineEntryRow.values(nextAction)
        guard isBefore || nextAction != nil else { return nil }
        try recorder.update(.pipelineEntry, id: id, version: row.version) { values in
            if isBefore { PipelineEntryRow.advance(&values, to: target.id, order: order, on: consultation.date) }
            if nextAction != nil {
                values[PipelineEntryRow.nextAction] = next[0]
                values[PipelineEntryRow.nextDue] = next[1]
            }
        }
        return isBefore ? target.id : nil
    }
}
