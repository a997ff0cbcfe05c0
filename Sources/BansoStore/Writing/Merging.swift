import BansoDomain
import GRDB

/// Makes two records of one organisation one, within a transaction.
struct Merging {
    let recorder: ChangeRecorder
    let other: Int64
    let kept: Int64

    /// Every column of every table that refers to an organisation.
    private static let references: [(kind: RecordKind, place: Int)] = RecordKind.allCases.flatMap { kind in
        kind.fields.enumerated().filter { $0.element.kind == .reference(.organisation) }.map { (kind, $0.offset) }
    }

    /// - Throws: `DeskError.stale`, `.invalid`.
    func run(version: Int64, keptVersion: Int64) throws {
        let organisation = RecordKind.organisation
        guard let from = try recorder.current(organisation, id: other),
            let into = try recorder.current(organisation, id: kept)
        else { throw DeskError.stale(what: organisation.thisOne) }
        try assertOne(from, into)
        for (kind, place) in Merging.references {
            for id in try rows(of: kind, place) {
                try move(kind, id, place: place)
            }
        }
        try recorder.delete(organisation, id: other, version: version)
        try recorder.update(organisation, id: kept, version: keptVersion) { values in
            for (place, field) in organisation.fields.enumerated().dropFirst()
            where values[place] == RecordRow.initial(field) {
                values[place] = from.values[place]
            }
        }
        try recorder.followChecks(of: kept)
    }

    private func assertOne(_ from: StoredRow, _ into: StoredRow) throws {
        let organisation = RecordKind.organisation
        guard other != kept else {
            throw DeskError.invalid(
                field: organisation.label, reason: LocalizedText(ja: "同じ記録です", en: "is the same record"))
        }
        if let place = organisation.index(of: "corporate_number"), !from.values[place].isNull,
            !into.values[place].isNull
        {
            throw DeskError.invalid(
                field: organisation.fields[place].label,
                reason: LocalizedText(ja: "異なるため統合できません", en: "differs, so that the two can't be one"))
        }
        let isContract = try Bool.fetchOne(
            recorder.db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM inter_company_contract
                    WHERE (sender = ?1 AND receiver = ?2) OR (sender = ?2 AND receiver = ?1))
                """, arguments: [other, kept])
        if isContract == true {
            throw DeskError.invalid(
                field: RecordKind.interCompanyContract.label,
                reason: LocalizedText(ja: "両者の間の契約があるため統合できません", en: "joins the two, so that they can't be one"))
        }
        let limit = recorder.catalogue.consultation.limit
        let both = try rows(of: .consultation, 0).count + rows(of: .consultation, 0, organisation: kept).count
        if both > limit {
            throw DeskError.invalid(
                field: RecordKind.consultation.label,
                reason: LocalizedText(
                    ja: "合わせると\(both)件になり、上限の\(limit)件を超えます。重なる相談を開いて d で削除してから統合してください",
                    en:
                        "the two have \(both) together, and \(limit) are the most; open those too many, delete them (d), "
                        + "then merge"))
        }
    }

    private func rows(of kind: RecordKind, _ place: Int, organisation: Int64? = nil) throws -> [Int64] {
        try Int64.fetchAll(
            recorder.db.cachedStatement(
                sql: "SELECT id FROM \(kind.table) WHERE \(kind.columns[place]) = ? ORDER BY id"),
            arguments: [organisation ?? other])
    }

    /// Where both have the same thing, the kept one's row stays.
    private func move(_ kind: RecordKind, _ id: Int64, place: Int) throws {
        guard let row = try recorder.current(kind, id: id) else { return }
        var values = row.values
        values[place] = kept.databaseValue
        if kind == .consultation, let ordinal = try freeOrdinal() { values[1] = ordinal.databaseValue }
        do {
            try recorder.update(kind, id: id, version: row.version) { $0 = values }
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            try recorder.delete(kind, id: id, version: row.version)
            if kind == .pipelineEntry { try join(row) }
        }
    }

    private func freeOrdinal() throws -> Int? {
        let taken = try Int.fetchAll(
            recorder.db.cachedStatement(sql: "SELECT ordinal FROM consultation WHERE organisation = ?"),
            arguments: [kept])
        return (1...recorder.catalogue.consultation.limit).first { !taken.contains($0) }
    }

    /// The kept one's card of the same pipeline stands at the further stage of both, and lacks nothing the other had.
    private func join(_ card: StoredRow) throws {
        let own = try Int64.fetchOne(
            recorder.db,
            sql: "SELECT id FROM pipeline_entry WHERE organisation = ? AND pipeline = ?",
            arguments: [kept, card.values[1]])
        guard let own, let row = try recorder.current(.pipelineEntry, id: own) else { return }
        func order(_ row: StoredRow) -> Int {
            Int.fromDatabaseValue(row.values[PipelineEntryRow.stageOrder]) ?? 0
        }
        try recorder.update(.pipelineEntry, id: own, version: row.version) { values in
            if order(card) > order(row) {
                for place in [PipelineEntryRow.stage, PipelineEntryRow.stageOrder, PipelineEntryRow.since] {
                    values[place] = card.values[place]
                }
            }
            for place in [PipelineEntryRow.side, PipelineEntryRow.coordinator] where values[place].isNull {
                values[place] = card.values[place]
            }
            if values[PipelineEntryRow.nextAction].isNull {
                values[PipelineEntryRow.nextAction] = card.values[PipelineEntryRow.nextAction]
                values[PipelineEntryRow.nextDue] = card.values[PipelineEntryRow.nextDue]
            }
        }
    }
}
