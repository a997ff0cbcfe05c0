/// How long things may wait before the desk says so.
public struct DeskTerms: Hashable, Sendable {
    /// A company under way without anything for so many working days is silent.
    public var silentWorkingDays: Int
    /// A company that took part is asked about hires and offers every so many days (seed 報告（３）: until March 2026).
    public var followUpDays: Int
    /// Next actions are shown so many days before they are due.
    public var aheadDays: Int

    public static let usual = DeskTerms(silentWorkingDays: 14, followUpDays: 60, aheadDays: 3)

    public init(silentWorkingDays: Int, followUpDays: Int, aheadDays: Int) {
        self.silentWorkingDays = silentWorkingDays
        self.followUpDays = followUpDays
        self.aheadDays = aheadDays
    }

    /// What to ask the desk on a day.
    public func query(on today: Day, calendar: WorkingCalendar, limit: Int) -> AttentionQuery {
        AttentionQuery(
            today: today, silentSince: calendar.day(silentWorkingDays, workingDaysBefore: today),
            followedUpSince: today + -followUpDays, dueUntil: today + aheadDays, limit: limit)
    }
}
