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
}
