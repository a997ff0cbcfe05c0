/// A group of the page of the day, as a file has it: why its lines need a hand, and which they are.
public struct AgendaPart: Hashable, Sendable {
    /// What records say: whoever writes the file reads it, however much of it the page shows.
    public enum Items: Hashable, Sendable {
        case all(AttentionItem.What)
        /// Of next actions those before a day, or those from it on.
        case overdue(on: Day)
        case due(from: Day)
    }

    /// The group's name: the reason.
    public var title: String
    public var items: Items?
    /// What no record says: reports, indicators that are behind, drafts.
    public var lines: [AgendaLine]

    public init(title: String, items: Items) {
        self.title = title
        self.items = items
        lines = []
    }

    public init(title: String, lines: [AgendaLine]) {
        self.title = title
        self.lines = lines
    }

    public func holds(_ item: AttentionItem) -> Bool {
        switch items {
        case .all(let what): item.what == what
        case .overdue(let day): item.what == .nextAction && item.day < day
        case .due(let day): item.what == .nextAction && item.day >= day
        case nil: false
        }
    }
}

/// A line of the page of the day that stands for no record.
public struct AgendaLine: Hashable, Sendable {
    /// When it is due; nil where it has no day.
    public var day: Day?
    public var title: String
    public var detail: String

    public init(day: Day? = nil, title: String, detail: String) {
        self.day = day
        self.title = title
        self.detail = detail
    }
}
