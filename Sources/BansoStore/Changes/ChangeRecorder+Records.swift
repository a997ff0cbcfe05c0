import BansoDomain
import GRDB

/// Records as a whole, checked against the rules before they are written, with what follows from them.
extension ChangeRecorder {
    /// Adds a record, or replaces the one of this number where it differs. A new consultation is booked: the desk gives
    /// its ordinal.
    func put(
        _ record: Record, id: Int64?, nextAction: NextAction? = nil
    ) throws -> (outcome: MergeOutcome, id: Int64) {
        let row = try id.flatMap { try current(record.kind, id: $0) }
        if record.kind == .consultation, let row { try assertSameCompany(record, row) }
        let wanted = record.kind == .consultation ? record["ordinal"].number.map { Int($0) } : nil
        let record = try settled(record, replacing: row)
        try RecordRules.check(record, catalogue: catalogue)
        let values = try RecordRow.values(record)
        guard let id, let row else {
            let new =
                record.kind == .consultation
                ? try Booking(self).book(
                    ConsultationRow.consultation(values), id: id, ordinal: wanted, nextAction: nextAction
                ).consultation.value
                : try namingTwin(of: values, in: record.kind) { try insert(record.kind, values, id: id) }
            try follow(record.kind, [values])
            if record.kind == .interCompanyContract { try Joining(recorder: self).advance(record) }
            return (.created, new)
        }
        if let nextAction {
            let before = changes
            try Booking(self).advance(ConsultationRow.consultation(values), nextAction: nextAction)
            if row.values == values { return (changes == before ? .unchanged : .updated, id) }
        }
        guard row.values != values else { return (.unchanged, id) }
        // A company never becomes an institution by a number that was mistaken.
        if record.kind == .organisation, row.values[0] != values[0] {
            throw DeskError.invalid(
                field: LocalizedText(ja: "番号", en: "id"),
                reason: LocalizedText(ja: "この番号は別の区分の記録です", en: "is the number of another kind of organisation"))
        }
        try namingTwin(of: values, in: record.kind) {
            try update(record.kind, id: id, version: row.version) { $0 = values }
        }
        try follow(record.kind, [row.values, values])
        return (.updated, id)
    }

    func edit(_ key: RecordKey, version: Int64, to record: Record) throws {
        guard let row = try current(key.kind, id: key.id), row.version == version else {
            throw DeskError.stale(what: key.kind.thisOne)
        }
        let record = try settled(record, replacing: row)
        try RecordRules.check(record, catalogue: catalogue)
        let values = try RecordRow.values(record)
        try namingTwin(of: values, in: key.kind) {
            try update(key.kind, id: key.id, version: version) { $0 = values }
        }
        try follow(key.kind, [row.values, values])
    }

    /// A record in the way of another one is named by its number.
    private func namingTwin<Result>(
        of values: [DatabaseValue], in kind: RecordKind, _ write: () throws -> Result
    ) throws -> Result {
        do {
            return try write()
        } catch let error as DatabaseError {
            throw try StoreErrors.twin(of: values, in: kind, error, db) ?? error
        }
    }

    /// - Throws: `DeskError.invalid` where another record refers to it.
    func remove(_ key: RecordKey, version: Int64) throws {
        let before = try current(key.kind, id: key.id)
        do {
            try delete(key.kind, id: key.id, version: version)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
            throw DeskError.invalid(
                field: key.kind.thisOne,
                reason: LocalizedText(ja: "他の記録が参照しているため削除できません", en: "other records refer to it"))
        }
        try follow(key.kind, before.map { [$0.values] } ?? [])
    }

    /// What a consultation is about stays: a number that was mistaken must not put it in another company's file.
    private func assertSameCompany(_ record: Record, _ row: StoredRow) throws {
        guard record["organisation"] != RecordRow.record(.consultation, row.values)["organisation"] else { return }
        throw DeskError.invalid(
            field: LocalizedText(ja: "番号", en: "id"),
            reason: LocalizedText(
                ja: "この番号は別の企業の相談です（新しい相談なら番号を空けてください）",
                en: "is the number of another company's consultation; leave it empty for a new one"))
    }

    /// With what the desk gives: a consultation's ordinal and company stay, a check's verdict follows from its answers, a
    /// stage's place from the catalogue.
    private func settled(_ record: Record, replacing row: StoredRow?) throws -> Record {
        var record = record
        switch record.kind {
        case .consultation:
            let old = row.map { RecordRow.record(.consultation, $0.values) }
            record["ordinal"] = old?["ordinal"] ?? .number(1)
            if let old { record["organisation"] = old["organisation"] }
        case .pipelineEntry:
            let order = try PipelineEntryRow.order(
                of: StageID(record["stage"].text ?? ""), in: PipelineID(record["pipeline"].text ?? ""), catalogue)
            record["stage_order"] = .number(order)
        case .eligibilityCheck: record["verdict"] = .token(EligibilityRules.verdict(of: record).eligibility)
        default: break
        }
        return record
    }

    private func follow(_ kind: RecordKind, _ rows: [[DatabaseValue]]) throws {
        guard kind == .eligibilityCheck else { return }
        for organisation in Set(rows.compactMap { kind.organisation(id: 0, values: $0) }).sorted() {
            try setEligibility(
                of: organisation, to: try newestVerdict(of: organisation) ?? Eligibility.unknown.rawValue)
        }
    }

    /// An organisation is as eligible as its newest check says; one without any stays as it is.
    func followChecks(of organisation: Int64) throws {
        guard let verdict = try newestVerdict(of: organisation) else { return }
        try setEligibility(of: organisation, to: verdict)
    }

    private func newestVerdict(of organisation: Int64) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT verdict FROM eligibility_check WHERE organisation = ? ORDER BY date DESC, id DESC LIMIT 1
                    """), arguments: [organisation])
    }

    private func setEligibility(of organisation: Int64, to verdict: String) throws {
        guard let place = RecordKind.organisation.index(of: "eligibility"),
            let row = try current(.organisation, id: organisation)
        else { return }
        try update(.organisation, id: organisation, version: row.version) { $0[place] = verdict.databaseValue }
    }
}
