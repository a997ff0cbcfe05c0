import BansoDomain

@testable import BansoExchange

/// A desk in memory that keeps every kind of record. It refuses what breaks a rule, and the 4th consultation, as the store
/// does.
final class FakeDesk: BulkDesk {
    var records: [RecordKind: [Int64: Record]] = [:]
    var consultations: [Consultation] = []
    var nextActions: [NextAction?] = []
    /// Thrown by every merge and put, once set.
    var failure: (any Error)?

    var organisations: [Organisation] {
        get { all(.organisation).compactMap { Organisation($0.record) } }
        set {
            let numbered = newValue.enumerated().map { (Int64($0.offset + 1), Record($0.element)) }
            records[.organisation] = Dictionary(uniqueKeysWithValues: numbered)
        }
    }

    var coordinators: [String] { all(.coordinator).compactMap { $0.record["name"].text } }

    /// The records of a kind, by number.
    func all(_ kind: RecordKind) -> [(id: Int64, record: Record)] {
        (records[kind] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @discardableResult
    func add(_ organisation: Organisation) throws -> OrganisationID {
        OrganisationID(try put(Record(organisation), id: nil).id)
    }

    func add(_ entry: PipelineEntry) throws -> PipelineEntryID { PipelineEntryID(1) }

    func book(_ consultation: Consultation, nextAction: NextAction?) throws -> BookingReceipt {
        let count = consultations.count { $0.company == consultation.company } + 1
        guard let ordinal = Ordinal(count) else {
            let company = records[.organisation]?[consultation.company.value]?["name"].text ?? ""
            throw DeskError.consultationLimit(company: company, limit: 3)
        }
        consultations.append(consultation)
        nextActions.append(nextAction)
        let record = Record(
            .consultation,
            [
                "organisation": .number(consultation.company.value), "ordinal": .number(count),
                "date": .day(consultation.date), "start_minute": .optional(consultation.start?.minutes),
                "minutes": .number(consultation.minutes), "mode": .token(consultation.mode),
                "coordinator": consultation.coordinator.map { .number($0.value) } ?? .none,
                "topics": .text(consultation.topics), "notes": .text(consultation.notes),
            ])
        let id = try put(record, id: nil).id
        return BookingReceipt(consultation: ConsultationID(id), ordinal: ordinal, movedTo: nil)
    }

    func coordinator(named name: String) throws -> CoordinatorID {
        if let known = all(.coordinator).first(where: { $0.record["name"] == .text(name) }) {
            return CoordinatorID(known.id)
        }
        return CoordinatorID(try put(Record(.coordinator, ["name": .text(name)]), id: nil).id)
    }

    func merge(_ organisation: Organisation) throws -> MergeOutcome {
        if let failure { throw failure }
        let number = FieldValue.text(organisation.corporateNumber?.digits ?? "")
        guard let (id, known) = all(.organisation).first(where: { $0.record["corporate_number"] == number }) else {
            return try put(Record(organisation), id: nil).outcome
        }
        var merged = known
        for (index, value) in Record(organisation).values.enumerated() where value != .none && value != .text("") {
            merged.values[index] = value
        }
        if merged == known { return .unchanged }
        return try put(merged, id: id).outcome
    }

    func organisation(numbered number: CorporateNumber) throws -> OrganisationID? {
        all(.organisation).first { $0.record["corporate_number"] == .text(number.digits) }.map { OrganisationID($0.id) }
    }

    func organisations(matching name: String) throws -> [OrganisationID] {
        let key = MatchKey(name)
        return all(.organisation).filter { MatchKey($0.record["name"].text ?? "") == key }.prefix(2)
            .map { OrganisationID($0.id) }
    }

    func put(_ record: Record, id: Int64?) throws -> (outcome: MergeOutcome, id: Int64) {
        if let failure { throw failure }
        try RecordRules.check(record, catalogue: TestCatalogue.catalogue)
        let id = id ?? (records[record.kind]?.keys.max() ?? 0) + 1
        let known = records[record.kind, default: [:]].updateValue(record, forKey: id)
        return (known == nil ? .created : known == record ? .unchanged : .updated, id)
    }

    func numbers(of kind: RecordKind, called text: String) throws -> [Int64] {
        if kind == .organisation, let number = try? CorporateNumber(text) {
            return try organisation(numbered: number).map { [$0.value] } ?? []
        }
        let key = MatchKey(text)
        return all(kind).filter { record in
            ["name", "theme", "title"].contains { field in
                kind.index(of: field) != nil && record.record[field].text.map(MatchKey.init) == key
            }
        }.prefix(2).map(\.id)
    }

    func edit(_ key: RecordKey, version: Int, to record: Record) throws { _ = try put(record, id: key.id) }

    func delete(_ key: RecordKey, version: Int) throws { records[key.kind]?[key.id] = nil }

    func exists(_ key: RecordKey) throws -> Bool { records[key.kind]?[key.id] != nil }
}
