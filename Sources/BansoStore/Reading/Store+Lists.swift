import BansoDomain
import GRDB

extension Store {
    public func cards(_ query: CardQuery) throws -> [Card] {
        let statement = CardStatement(query, catalogue: catalogue)
        let cards = try read { db in
            try Row.fetchAll(db.cachedStatement(sql: statement.sql), arguments: statement.arguments).map(Store.card)
        }
        return query.direction == .forward ? cards : cards.reversed()
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
