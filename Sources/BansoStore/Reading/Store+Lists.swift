import BansoDomain
import GRDB

extension Store {
    public func cards(_ query: CardQuery) throws -> [Card] {
        let isForward = query.direction == .forward
        var conditions = ["e.pipeline = ?"]
        var arguments: StatementArguments = [query.pipeline.text]
        // Within one stage the key begins at `since`: with `stage_order` in it too, SQLite would read the stage from its
        // first card on.
        var key = "e.stage_order, e.since, e.id"
        var values: StatementArguments = []
        if let stage = query.stage {
            guard let order = catalogue.pipeline(query.pipeline)?.order(of: stage) else { return [] }
            conditions.append("e.stage_order = ? AND e.stage = ?")
            arguments += [order, stage.text]
            key = "e.since, e.id"
        } else if let from = query.from {
            values += [from.stageOrder]
        }
        if let from = query.from {
            let comparison = (isForward ? ">" : "<") + (query.isInclusive ? "=" : "")
            conditions.append("(\(key)) \(comparison) (\(query.stage == nil ? "?, ?, ?" : "?, ?"))")
            arguments += values + [from.since.iso, from.entry.value]
        }
        arguments += [max(0, query.limit)]
        let order = isForward ? "" : " DESC"
        let cards = try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT e.id, e.version, e.organisation, o.name, o.prefecture, e.stage, e.stage_order, e.since,
                            e.side, e.next_action, e.next_due,
                            (SELECT count(*) FROM consultation AS c WHERE c.organisation = e.organisation)
                        FROM pipeline_entry AS e INDEXED BY pipeline_entry_place
                        CROSS JOIN organisation AS o ON o.id = e.organisation
                        WHERE \(conditions.joined(separator: " AND "))
                        ORDER BY e.stage_order\(order), e.since\(order), e.id\(order) LIMIT ?
                        """), arguments: arguments
            ).map(Store.card)
        }
        return isForward ? cards : cards.reversed()
    }

    public func search(_ text: String, limit: Int) throws -> [SearchHit] {
        let key = Folding.searchKey(text)
        guard !key.isEmpty, limit > 0, !key.unicodeScalars.contains("\u{0}") else { return [] }
        // instr compares bytes and has no wildcards: on folded keys it finds what LIKE would, several times faster.
        // The ordered hits come from the narrow index alone; only they are looked up in the table.
        return try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT o.id, o.name, o.kana, o.corporate_number, o.prefecture, o.municipality
                        FROM (
                            SELECT id, search_key AS folded,
                                instr(match_key, ?1) <> 1 AND instr(char(10) || search_key, char(10) || ?1) = 0 AS inside
                            FROM organisation INDEXED BY organisation_search
                            WHERE instr(search_key, ?1) > 0
                            ORDER BY inside, folded, id LIMIT ?2
                        ) AS hit CROSS JOIN organisation AS o ON o.id = hit.id
                        ORDER BY hit.inside, hit.folded, hit.id
                        """), arguments: [key, limit]
            ).map(Store.hit)
        }
    }

    private static func card(_ row: Row) -> Card {
        let next: String? = row[9]
        return Card(
            key: CardKey(
                stageOrder: row[6], since: Day(iso: row[7]) ?? Day(ordinal: 0), entry: PipelineEntryID(row[0])),
            version: row[1], organisation: OrganisationID(row[2]), name: row[3],
            prefecture: (row[4] as Int?).flatMap(Prefecture.init(code:)), stage: StageID(row[5]),
            side: (row[8] as String?).flatMap(PipelineEntry.Side.init), consultations: row[11],
            nextAction: next.map { NextAction(text: $0, due: (row[10] as String?).flatMap { Day(iso: $0) }) })
    }

    private static func hit(_ row: Row) -> SearchHit {
        SearchHit(
            organisation: OrganisationID(row[0]), name: row[1], kana: row[2],
            corporateNumber: (row[3] as String?).flatMap { try? CorporateNumber($0) },
            prefecture: (row[4] as Int?).flatMap(Prefecture.init(code:)), municipality: row[5])
    }
}
