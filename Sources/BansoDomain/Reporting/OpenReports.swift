/// The monthly reports that are still to be sent: one truth for every page that speaks of them.
public struct OpenReports: Hashable, Sendable {
    /// A month that some programmes' reports are missing of.
    public struct Month: Hashable, Sendable {
        public var deadline: ReportDeadline
        /// Whose report is not frozen.
        public var programmes: [ProgrammeID]
    }

    /// Those whose day has passed, the oldest first.
    public let late: [Month]
    /// The one that is due next, on the day or later; nil before the period and where all are done.
    public let next: Month?

    public static let none = OpenReports(late: [], next: nil)

    private init(late: [Month], next: Month?) {
        self.late = late
        self.next = next
    }

    public init(on today: Day, catalogue: Catalogue, frozen: [FrozenReport], calendar: WorkingCalendar) {
        let open = ReportDeadline.all(period: catalogue.period, calendar: calendar).compactMap { deadline -> Month? in
            let done = frozen.filter { $0.month == deadline.month }.map(\.programme)
            let missing = catalogue.programmes.map(\.id).filter { !done.contains($0) }
            return missing.isEmpty ? nil : Month(deadline: deadline, programmes: missing)
        }
        late = open.filter { $0.deadline.day < today }
        next = today < catalogue.period.lowerBound ? nil : open.first { $0.deadline.day >= today }
    }
}
