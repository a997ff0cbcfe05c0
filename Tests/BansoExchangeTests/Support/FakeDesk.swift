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
        let record = Record(
            .consultation,
            [
                "organisation": .number(consultation.company.value),
                "date": .day(consultation.date), "start_minute": .optional(consultation.start?.minutes),
                "minutes": .number(consultation.minutes), "mode": .token(consultation.mode),
                "coordinator": consultation.coordinator.map { .number($0.value) } ?? .none,
                "topics": .text(consultation.topics), "notes": .text(consultation.notes),
            ])
        let id = try put(record, id: nil, nextAction: nextAction).id
        let ordinal = Int(records[.consultation]?[id]?["ordinal"].number ?? 0)
        return BookingReceipt(consultation: ConsultationID(id), ordinal: Ordinal(ordinal)!, movedTo: nil)
    }

    /// Gives a new consultation its ordinal.
    private func booked(_ record: Record, _ nextAction: NextAction?) throws -> Record {
        let taken = all(.consultation).filter { $0.record["organisation"] == record["organisation"] }
            .compactMap { $0.record["ordinal"].number }
        let ordinals = (record["ordinal"].number.map { [$0] } ?? []) + [1, 2, 3]
        guard let ordinal = ordinals.first(where: { !taken.contains($0) }) else {
            let company = records[.organisation]?[record["organisation"].number ?? 0]?["name"].text ?? ""
            throw DeskError.consultationLimit(company: company, limit: 3)
        }
        var record = record
        record["ordinal"] = .number(ordinal)
        consultations.append(Consultation(record))
        nextActions.append(nextAction)
        return record
    }

    func coordinator(named name: String) throws -> CoordinatorID {
        if let known = all(.coordinator).first(where: { $0.record["name"] == .text(name) }) {
            return CoordinatorID(known.id)
        }
        return CoordinatorID(try put(Record(.coordinator, ["name": .text(name)]), id: nil).id)
    }

    func merge(_ organisation: Organisation, into decided: Int64?) throws -> (outcome: MergeOutcome, id: Int64) {
        if let failure { throw failure }
        let number = FieldValue.text(organisation.corporateNumber?.digits ?? "none")
        guard
            let (id, known) = all(.organisation).first(where: {
                $0.id == decided || $0.record["corporate_number"] == number
            })
        else {
            return try put(Record(organisation), id: nil)
        }
        var merged = known
        for (index, value) in Record(organisation).values.enumerated() where value != .none && value != .text("") {
            merged.values[index] = value
        }
        if merged == known { return (.unchanged, id) }
        return try put(merged, id: id)
    }

    func organisation(numbered number: CorporateNumber) throws -> OrganisationID? {
        all(.organisation).first { $0.record["corporate_number"] == .text(number.digits) }.map { OrganisationID($0.id) }
    }

    func organisations(matching name: String, isUnnumbered: Bool) throws -> [OrganisationID] {
        let key = MatchKey(name)
        return all(.organisation).filter {
            MatchKey($0.record["name"].text ?? "") == key && (!isUnnumbered || $0.record["corporate_number"] == .none)
        }.prefix(2)
            .map { OrganisationID($0.id) }
    }

    func record(_ key: RecordKey) throws -> Record? { records[key.kind]?[key.id] }

    func put(_ record: Record, id: Int64?, nextAction: NextAction?) throws -> (outcome: MergeOutcome, id: Int64) {
        if let failure { throw failure }
        var record = record
        if record.kind == .consultation {
            if let known = id.flatMap({ records[.consultation]?[$0] }) {
                record["ordinal"] = known["ordinal"]
            } else {
                record = try booked(record, nextAction)
            }
        }
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
        var found: [Int64] = []
        for (id, record) in all(kind) {
            for field in ["name", "theme", "title"] where kind.index(of: field) != nil {
                if let name = record[field].text, MatchKey(name) == key { found.append(id) }
            }
        }
        return Array(found.prefix(2))
    }

    func edit(_ key: RecordKey, version: Int, to record: Record) throws { _ = try put(record, id: key.id) }

    func delete(_ key: RecordKey, version: Int) throws { records[key.kind]?[key.id] = nil }

    func attendance(of guest: RecordKey, at event: Int64) throws -> StoredRecord? { nil }
    func wasAttended(_ event: Int64) throws -> Bool {
        records[.attendance]?.values.contains {
            $0["event"] == .number(event) && $0["presence"] == .token(Presence.attended)
        } ?? false
    }
    func exists(_ key: RecordKey) throws -> Bool { records[key.kind]?[key.id] != nil }

    func lastNumber(of kind: RecordKind) throws -> Int64 { records[kind]?.keys.max() ?? 0 }

    func twin(of record: Record, among numbers: ClosedRange<Int64>) throws -> Int64? {
        func said(_ record: Record) -> [FieldValue] {
            zip(record.kind.fields, record.values).filter { !$0.0.isAssigned }.map(\.1)
        }
        return all(record.kind).first { numbers.contains($0.id) && said($0.record) == said(record) }?.id
    }
}
