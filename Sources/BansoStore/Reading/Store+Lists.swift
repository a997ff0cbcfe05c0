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

    public func cardCount(_ query: CardQuery) throws -> Int {
        let statement = CardStatement(query, catalogue: catalogue)
        return try read { db in
            try Int.fetchOne(db.cachedStatement(sql: statement.count), arguments: statement.countArguments) ?? 0
        }
    }

    public func groupCounts(
        of pipeline: PipelineID, by column: CardColumn, filter: CardFilter?
    ) throws -> [FieldValue: Int] {
        let conditions = CardConditions(filter)
        return try read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT \(column.sql), count(*) FROM pipeline_entry AS e NOT INDEXED
                            LEFT JOIN organisation AS o ON o.id = e.organisation
                            LEFT JOIN coordinator AS k ON k.id = e.coordinator
                        WHERE \((["e.pipeline = ?"] + conditions.sql).joined(separator: " AND ")) GROUP BY 1
                        """), arguments: [pipeline.text] + conditions.arguments)
            return Dictionary(uniqueKeysWithValues: rows.map { (FieldValue($0[0]), $0[1]) })
        }
    }

    static func card(_ row: Row) -> Card {
        let next: String? = row[9]
        let key = CardKey(
            stageOrder: row[6], since: Day(iso: row[7]) ?? Day(ordinal: 0), entry: PipelineEntryID(row[0]))
        let values = Array(row.databaseValues).dropFirst(CardStatement.firstValue).map { FieldValue($0) }
        return Card(
            place: CardPlace(key, values: values), version: row[1], organisation: OrganisationID(row[2]), name: row[3],
            prefecture: (row[4] as Int?).flatMap(Prefecture.init(code:)), stage: StageID(row[5]),
            side: (row[8] as String?).flatMap(PipelineEntry.Side.init), consultations: row[11],
            nextAction: next.map { NextAction(text: $0, due: (row[10] as String?).flatMap { Day(iso: $0) }) },
            coordinator: row[12] ?? "", eligibility: Eligibility(rawValue: row[13]) ?? .unknown, tags: row[14],
            partners: (row[15] as String?).map { Card.Partners(latest: $0, count: row[16]) })
    }
}

extension FieldValue {
    /// A number or a text; none for NULL.
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .int64(let number): self = .number(number)
        case .string(let text): self = .text(text)
        default: self = .none
        }
    }
}
