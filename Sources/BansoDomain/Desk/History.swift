/// A page request for the audit trail, newest first.
public struct HistoryQuery: Hashable, Sendable {
    public enum Scope: Hashable, Sendable {
        case everything
        case record(RecordKey)
        /// The organisation and everything that belongs to it.
        case organisation(OrganisationID)
    }

    public var scope: Scope
    /// Entries with a smaller number; nil for the newest.
    public var before: Int64?
    public var limit: Int

    public init(_ scope: Scope, before: Int64? = nil, limit: Int) {
        self.scope = scope
        self.before = before
        self.limit = limit
    }
}

/// One changed record: who, when, before and after.
public struct HistoryEntry: Hashable, Sendable {
    /// The entry's number in the audit trail.
    public var seq: Int64
    /// The number of the first entry of the step that it belongs to.
    public var step: Int64
    /// Seconds since 1970.
    public var at: Double
    public var actor: String
    public var action: ChangeAction
    public var key: RecordKey
    /// What the record is known by now; empty where it is gone.
    public var title: String
    /// Nil where it was added, or the texts were erased.
    public var before: Record?
    /// Nil where it was deleted, or the texts were erased.
    public var after: Record?
    /// Whether the step is taken back.
    public var isUndone: Bool

    /// What was done to this record: an addition may change another one, as a check does its organisation, and a report that
    /// nobody had written anything in is added when it is frozen.
    public var done: ChangeAction {
        switch (action, before, after) {
        case (.add, _?, _?): .edit
        case (.freeze, nil, _?): .add
        default: action
        }
    }

    public init(
        seq: Int64, step: Int64, at: Double, actor: String, action: ChangeAction, key: RecordKey, title: String,
        before: Record?, after: Record?, isUndone: Bool
    ) {
        self.seq = seq
        self.step = step
        self.at = at
        self.actor = actor
        self.action = action
        self.key = key
        self.title = title
        self.before = before
        self.after = after
        self.isUndone = isUndone
    }
}
