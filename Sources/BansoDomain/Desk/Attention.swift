/// What may need a hand on a day, as far as records say.
public struct AttentionQuery: Hashable, Sendable {
    public var today: Day
    /// Organisations without anything since this day are silent.
    public var silentSince: Day
    /// Companies that took part and were not asked about hires since this day are to be asked.
    public var followedUpSince: Day
    /// Next actions up to this day are shown.
    public var dueUntil: Day
    /// The most items of each kind.
    public var limit: Int

    public init(today: Day, silentSince: Day, followedUpSince: Day, dueUntil: Day, limit: Int) {
        self.today = today
        self.silentSince = silentSince
        self.followedUpSince = followedUpSince
        self.dueUntil = dueUntil
        self.limit = limit
    }
}

/// One thing that needs a hand. What it says about itself is empty until it is asked for (`DeskReader.described`).
public struct AttentionItem: Hashable, Sendable {
    public enum What: String, Hashable, Sendable, CaseIterable {
        /// A next action that is due or overdue; `day` is when.
        case nextAction
        /// A company under way with nothing planned and nothing done; `day` is the last that something was.
        case silent
        /// An event whose day is past and that is still planned.
        case unsettledEvent
        /// A held event without anybody on its roster.
        case noRoster
        /// A held event with companies on its roster and no survey answer.
        case noSurvey
        /// A company to be asked about hires and offers; `day` is when it was last asked, or first took part.
        case followUp
    }

    public var what: What
    public var day: Day
    /// What to open: an organisation or an event.
    public var record: RecordKey
    /// Of a next action: its card.
    public var entry: PipelineEntryID?
    /// What the record is known by.
    public var title: String
    /// Of a next action its text; of an event its activity.
    public var detail: String
    /// Who has the card; empty where nobody.
    public var coordinator: String

    public init(
        what: What, day: Day, record: RecordKey, entry: PipelineEntryID? = nil, title: String = "", detail: String = "",
        coordinator: String = ""
    ) {
        self.what = what
        self.day = day
        self.record = record
        self.entry = entry
        self.title = title
        self.detail = detail
        self.coordinator = coordinator
    }
}
