import BansoDomain
import GRDB

/// A filter of cards as conditions on a card `e` and its organisation `o`.
struct CardConditions {
    private(set) var sql: [String] = []
    private(set) var arguments: StatementArguments = []

    init(_ filter: CardFilter?) {
        guard let filter, !filter.isEmpty else { return }
        addText(filter.text)
        if let prefecture = filter.prefecture { add("o.prefecture = ?", [prefecture.code]) }
        if let coordinator = filter.coordinator { add("e.coordinator = ?", [coordinator]) }
        if !filter.tag.isEmpty { add("instr(' ' || o.tags || ' ', ' ' || ? || ' ') > 0", [Folding.stored(filter.tag)]) }
        if let eligibility = filter.eligibility { add("o.eligibility = ?", [eligibility.rawValue]) }
        if let side = filter.side { add("e.side = ?", [side.rawValue]) }
        switch filter.due {
        case .overdue: add("e.next_due < ?", [filter.today.iso])
        case .week: add("e.next_due BETWEEN ? AND ?", [filter.today.iso, (filter.today + 7).iso])
        case .some(.none): add("e.next_action IS NULL", [])
        case nil: break
        }
    }

    private mutating func addText(_ text: String) {
        let key = Folding.searchKey(text)
        guard !text.unicodeScalars.contains("\u{0}") else { return add("0", []) }
        guard !key.isEmpty else { return }
        let digits = Folding.digits(text) ?? key
        // Found once in the keys' own indexes, so that only cards that match have their organisation looked up.
        add(
            """
            e.organisation IN (
                SELECT id FROM organisation INDEXED BY organisation_search
                WHERE banso_match(search_key, match_key, ?) OR banso_match(search_key, match_key, ?)
                UNION SELECT organisation FROM contact INDEXED BY contact_search
                WHERE banso_match(search_key, '', ?) OR banso_match(search_key, '', ?))
            """, [key, digits, key, digits])
    }

    private mutating func add(_ condition: String, _ values: StatementArguments) {
        sql.append(condition)
        arguments += values
    }
}
