import BansoDomain

extension CardColumn {
    /// What it is of a card `e`, its organisation `o` and its coordinator `k`; NULL where it is not known.
    var sql: String {
        switch self {
        // As it is read, and a name without a reading by itself; both folded, so that ヤマダ and やまだ stand together.
        case .name:
            "CASE o.kana WHEN '' THEN o.search_key ELSE substr(o.search_key, instr(o.search_key, char(10)) + 1) END"
        case .prefecture: "o.prefecture"
        case .stage: "e.stage_order"
        case .side: CardColumn.rank("e.side", PipelineEntry.Side.allCases)
        case .consultations: "(SELECT count(*) FROM consultation AS c WHERE c.organisation = e.organisation)"
        case .age: "e.since"
        case .nextAction: "e.next_action"
        case .due: "e.next_due"
        case .coordinator: "k.name"
        case .eligibility: CardColumn.rank("o.eligibility", Eligibility.allCases)
        case .tags: "nullif(o.tags, '')"
        }
    }

    private static func rank<Value: RawRepresentable<String>>(_ column: String, _ values: [Value]) -> String {
        let cases = values.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0)" }
        return "CASE \(column) \(cases.joined(separator: " ")) END"
    }
}

extension CardOrder.Term {
    /// Of two cards the one with the larger value of `sql` comes first.
    var isLargestFirst: Bool { isDescending != (column == .age) }

    /// What is compared. What is not known is a value beyond all others, so that a place in the list has no NULL.
    var sql: String {
        switch column {
        case .name, .stage, .consultations, .age, .eligibility: column.sql
        case .prefecture, .side: "ifnull(\(column.sql), \(isLargestFirst ? "-1" : "99"))"
        case .nextAction, .due, .coordinator, .tags:
            "ifnull(\(column.sql), \(isLargestFirst ? "''" : "char(1114111)"))"
        }
    }
}
