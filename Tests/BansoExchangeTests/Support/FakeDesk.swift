import BansoDomain

@testable import BansoExchange

/// A desk in memory. It refuses the 4th consultation as the store does.
final class FakeDesk: BulkDesk {
    var organisations: [Organisation] = []
    var consultations: [Consultation] = []
    var nextActions: [NextAction?] = []
    var coordinators: [String] = []
    /// Thrown by every merge, once set.
    var failure: (any Error)?

    @discardableResult
    func add(_ organisation: Organisation) throws -> OrganisationID {
        organisations.append(organisation)
        return OrganisationID(Int64(organisations.count))
    }

    func add(_ entry: PipelineEntry) throws -> PipelineEntryID { PipelineEntryID(1) }

    func book(_ consultation: Consultation, nextAction: NextAction?) throws -> BookingReceipt {
        let ordinal = consultations.count { $0.company == consultation.company } + 1
        guard let ordinal = Ordinal(ordinal) else {
            let company = organisations[Int(consultation.company.value) - 1].name
            throw DeskError.consultationLimit(company: company, limit: 3)
        }
        consultations.append(consultation)
        nextActions.append(nextAction)
        return BookingReceipt(
            consultation: ConsultationID(Int64(consultations.count)), ordinal: ordinal, movedTo: nil)
    }

    func coordinator(named name: String) throws -> CoordinatorID {
        if let index = coordinators.firstIndex(of: name) { return CoordinatorID(Int64(index + 1)) }
        coordinators.append(name)
        return CoordinatorID(Int64(coordinators.count))
    }

    func merge(_ organisation: Organisation) throws -> MergeOutcome {
        if let failure { throw failure }
        guard let index = organisations.firstIndex(where: { $0.corporateNumber == organisation.corporateNumber }) else {
            organisations.append(organisation)
            return .created
        }
        var merged = organisations[index]
        merged.name = organisation.name
        if !organisation.kana.isEmpty { merged.kana = organisation.kana }
        if !organisation.postcode.isEmpty { merged.postcode = organisation.postcode }
        if merged == organisations[index] { return .unchanged }
        organisations[index] = merged
        return .updated
    }

    func organisation(numbered number: CorporateNumber) throws -> OrganisationID? {
        organisations.firstIndex { $0.corporateNumber == number }.map { OrganisationID(Int64($0 + 1)) }
    }

    func organisations(matching name: String) throws -> [OrganisationID] {
        let key = MatchKey(name)
        return Array(
            organisations.indices.filter { organisations[$0].matchKey == key }.map { OrganisationID(Int64($0 + 1)) }
                .prefix(2))
    }
}
