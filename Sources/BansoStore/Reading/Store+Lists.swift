import BansoDomain
import GRDB

extension Store {
    public func cards(_ query: CardQuery) throws -> [Card] {
        let statement = CardStatement(query, catalogue: catalogue)
        let cards = try read { db in
            var cards: [Card] = []
            try Store.eachCard(statement, db) { cards.append($0) }
            return cards
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

    static func eachCard(_ statement: CardStatement, _ db: Database, _ body: (Card) throws -> Void) throws {
        try StatementRow.each(db, sql: statement.sql, arguments: statement.arguments) { try body(card($0)) }
    }

    private static func card(_ row: StatementRow) -> Card {
        let day = { (column: Int) in row.text(column).flatMap { Day(iso: $0) } }
        let key = CardKey(
            stageOrder: Int(row.number(6)), since: day(7) ?? Day(ordinal: 0), entry: PipelineEntryID(row.number(0)))
        let values = (CardStatement.firstValue..<row.columnCount).map { row.value($0) }
        return Card(
            place: CardPlace(key, values: values), version: Int(row.number(1)),
            organisation: OrganisationID(row.number(2)), name: row.text(3) ?? "",
            prefecture: Prefecture(code: Int(row.number(4))), stage: StageID(row.text(5) ?? ""),
            side: row.text(8).flatMap(PipelineEntry.Side.init), consultations: Int(row.number(11)),
            nextAction: row.text(9).map { NextAction(text: $0, due: day(10)) },
            coordinator: row.text(12) ?? "", eligibility: row.text(13).flatMap(Eligibility.init) ?? .unknown,
            tags: row.text(14) ?? "",
            partners: row.text(15).map { Card.Partners(latest: $0, count: Int(row.number(16))) })
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
