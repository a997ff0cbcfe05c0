/// A line that is read out; where it can be opened, it gets a number.
struct SpokenLine: Hashable {
    /// What its number does.
    enum Choice: Hashable {
        /// Selects the row by these actions and opens it.
        case select([Action])
        case perform([Effect])
        /// Goes on to what the screen asks.
        case ask
    }

    var text: String
    /// What is read out after it, and may change without its number meaning another row.
    var state = ""
    var choice: Choice?
    /// Which row it is, wherever that stands: two may read alike.
    var identity: AnyHashable?

    init(_ text: String, _ choice: Choice? = nil, identity: AnyHashable? = nil, state: String = "") {
        self.text = text
        self.state = state
        self.choice = choice
        self.identity = identity
    }

    /// Whether a number that was read out for the other one still means this one.
    func isSame(as other: SpokenLine) -> Bool {
        text == other.text && identity == other.identity && (isRow && other.isRow || choice == other.choice)
    }

    /// Whether something can be done to it besides opening it.
    var isRow: Bool {
        if case .select? = choice { true } else { false }
    }
}

extension SpokenLine.Choice {
    /// The row at a place of a list that has an action for its beginning.
    static func row(_ place: Int, in panel: Action? = nil) -> Self {
        .select((panel.map { [$0] } ?? []) + [.first] + Array(repeating: .down, count: place))
    }
}
