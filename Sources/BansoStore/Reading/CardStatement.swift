import BansoDomain
import GRDB

/// The statement behind a page of cards, from a place on. In the order of boards it goes along the index, so that a page
/// costs the same wherever it is. In other orders it looks once at each card of the pipeline, and keeps no more than the
/// page of what it has seen; the rest of the rows is read for the page alone.
struct CardStatement {
    let sql: String
    /// The number of all that `sql` would find without its limit.
    let count: String
    let arguments: StatementArguments
    let countArguments: StatementArguments

    /// Where the terms' values begin in a row.
    static let firstValue = 17

    init(_ query: CardQuery, catalogue: Catalogue) {
        let isForward = query.direction == .forward
        let terms = query.order.terms
        var conditions = ["e.pipeline = ?"]
        var arguments: StatementArguments = [query.pipeline.text]
        if let entry = query.entry {
            conditions.append("e.id = ?")
            arguments += [entry.value]
        }
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
            var after = "(\(key)) \(comparison) (\(query.stage == nil ? "?, ?, ?" : "?, ?"))"
            for term in terms.reversed() {
                after =
                    "(\(term.sql) \(term.isLargestFirst == isForward ? "<" : ">") ? OR \(term.sql) = ? AND \(after))"
            }
            conditions.append(after)
            for value in from.values { arguments += [value.databaseValue, value.databaseValue] }
            if query.stage == nil { arguments += [from.key.stageOrder] }
            arguments += [from.key.since.iso, from.key.entry.value]
        }
        let filter = CardConditions(query.filter)
        conditions += filter.sql
        let end = isForward ? "" : " DESC"
        let scope = conditions.joined(separator: " AND ")
        let index = query.entry == nil && terms.isEmpty ? "INDEXED BY pipeline_entry_place" : "NOT INDEXED"
        count = """
            SELECT count(*) FROM pipeline_entry AS e \(index) \(
                terms.isEmpty && filter.sql.isEmpty ? "" : CardStatement.joined("LEFT JOIN")) WHERE \(scope)
            """
        let usual = "e.stage_order\(end), e.since\(end), e.id\(end)"
        if terms.isEmpty {
            sql = """
                SELECT \(CardStatement.columns)
                FROM pipeline_entry AS e \(index) \(CardStatement.joined("CROSS JOIN"))
                WHERE \(scope) ORDER BY \(usual) LIMIT ?
                """
        } else {
            let values = terms.indices.map { "v\($0)" }
            let order = zip(values, terms).map { $0 + ($1.isLargestFirst == isForward ? " DESC" : "") }
            // The joins that neither order nor filter asks for cost nothing: SQLite leaves them out.
            sql = """
                SELECT \(CardStatement.columns), \(values.joined(separator: ", "))
                FROM (
                    SELECT e.id AS place, \(zip(terms, values).map { "\($0.sql) AS \($1)" }.joined(separator: ", "))
                    FROM pipeline_entry AS e \(index) \(CardStatement.joined("LEFT JOIN"))
                    WHERE \(scope)
                    ORDER BY \(order.joined(separator: ", ")), \(usual) LIMIT ?)
                CROSS JOIN pipeline_entry AS e ON e.id = place \(CardStatement.joined("CROSS JOIN"))
                ORDER BY \(order.joined(separator: ", ")), \(usual)
                """
        }
        countArguments = arguments + filter.arguments
        self.arguments = countArguments + [max(0, query.limit)]
    }

    private static let columns = """
        e.id, e.version, e.organisation, o.name, o.prefecture, e.stage, e.stage_order, e.since, e.side, e.next_action,
        e.next_due, (SELECT count(*) FROM consultation AS c WHERE c.organisation = e.organisation), k.name,
        o.eligibility, o.tags,
        CASE e.side WHEN 'sender' THEN \(partner("sender", "receiver")) WHEN 'receiver' THEN \(partner("receiver", "sender")) END,
        CASE e.side WHEN 'sender' THEN \(partners("sender", "receiver")) WHEN 'receiver' THEN \(partners("receiver", "sender")) END
        """

    /// The other one of an organisation's latest contract on this side: found without sorting.
    private static func partner(_ side: String, _ other: String) -> String {
        """
        (SELECT substr(max(x.date || p.name), 11)
        FROM inter_company_contract AS x JOIN organisation AS p ON p.id = x.\(other) WHERE x.\(side) = e.organisation)
        """
    }

    /// How many others there are: of several contracts with one only the first is counted.
    private static func partners(_ side: String, _ other: String) -> String {
        """
        (SELECT count(*) FROM inter_company_contract AS x WHERE x.\(side) = e.organisation AND NOT EXISTS (
            SELECT 1 FROM inter_company_contract AS y
            WHERE y.\(side) = x.\(side) AND y.\(other) = x.\(other) AND y.id < x.id))
        """
    }

    private static func joined(_ join: String) -> String {
        """
        \(join) organisation AS o ON o.id = e.organisation
        LEFT JOIN coordinator AS k ON k.id = e.coordinator
        """
    }
}

extension FieldValue {
    /// As a card's place has it: a number or a text.
    fileprivate var databaseValue: DatabaseValue { number?.databaseValue ?? (text ?? "").databaseValue }
}
