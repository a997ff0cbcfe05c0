import BansoDomain
import GRDB

/// The statement behind a page of cards: from a key on, along the index, so that a page costs the same wherever it is.
struct CardStatement {
    let sql: String
    let arguments: StatementArguments

    init(_ query: CardQuery, catalogue: Catalogue) {
        let isForward = query.direction == .forward
        var conditions = ["e.pipeline = ?"]
        var arguments: StatementArguments = [query.pipeline.text]
        // Within one stage the key begins at `since`: with `stage_order` in it too, SQLite would read the stage from its
        // first card on.
        var key = "e.stage_order, e.since, e.id"
        if let stage = query.stage {
            conditions.append("e.stage_order = ? AND e.stage = ?")
            arguments += [catalogue.pipeline(query.pipeline)?.order(of: stage), stage.text]
            key = "e.since, e.id"
        }
        if let from = query.from {
            let comparison = (isForward ? ">" : "<") + (query.isInclusive ? "=" : "")
            conditions.append("(\(key)) \(comparison) (\(query.stage == nil ? "?, ?, ?" : "?, ?"))")
            if query.stage == nil { arguments += [from.stageOrder] }
            arguments += [from.since.iso, from.entry.value]
        }
        let filter = CardConditions(query.filter)
        conditions += filter.sql
        arguments += filter.arguments
        let order = isForward ? "" : " DESC"
        sql = """
            SELECT e.id, e.version, e.organisation, o.name, o.prefecture, e.stage, e.stage_order, e.since,
                e.side, e.next_action, e.next_due,
                (SELECT count(*) FROM consultation AS c WHERE c.organisation = e.organisation)
            FROM pipeline_entry AS e INDEXED BY pipeline_entry_place
            CROSS JOIN organisation AS o ON o.id = e.organisation
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY e.stage_order\(order), e.since\(order), e.id\(order) LIMIT ?
            """
        self.arguments = arguments + [max(0, query.limit)]
    }
}
