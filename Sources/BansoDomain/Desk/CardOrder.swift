/// How a table of cards is ordered: by group, in it by a column, and cards that are equal in both as boards have them (by
/// stage, longest in it first). What isn't known comes last in either direction.
public struct CardOrder: Hashable, Sendable, Codable {
    public struct Term: Hashable, Sendable {
        public var column: CardColumn
        public var isDescending: Bool
    }

    /// Nil where the table is one list.
    public var group: CardColumn?
    public var column: CardColumn
    public var isDescending: Bool

    /// As boards have it.
    public static let usual = CardOrder()

    public init(group: CardColumn? = nil, by column: CardColumn = .stage, isDescending: Bool = false) {
        self.group = group
        self.column = column
        self.isDescending = isDescending
    }

    /// What is compared before the order of boards.
    public var terms: [Term] {
        let own = Term(column: column, isDescending: isDescending)
        var terms = group == nil || group == column ? [own] : [Term(column: group ?? column, isDescending: false), own]
        if terms.last == Term(column: .stage, isDescending: false) { terms.removeLast() }
        return terms
    }

    /// By this column; asked again the other way round, and then as usual.
    public mutating func sort(by asked: CardColumn) {
        if column != asked {
            (column, isDescending) = (asked, asked.isDescendingFirst)
        } else if isDescending == asked.isDescendingFirst {
            isDescending.toggle()
        } else {
            (column, isDescending) = (.stage, false)
        }
    }
}
