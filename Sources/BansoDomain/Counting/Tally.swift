/// What has been counted for one indicator up to a day, in the parts that constraints and pace need.
public struct Tally: Hashable, Sendable {
    public var counted: Int = 0
    public var excluded: Int = 0
    public var byMonth: [FiscalMonth: Int] = [:]
    public var byActivity: [ActivityID: Int] = [:]
    public var byPrefecture: [Prefecture: Int] = [:]
    /// For a ratio: what is divided by what. Zero until there are records.
    public var numerator = 0
    public var denominator = 0

    public init() {}

    /// Adds what a rollup row says.
    public mutating func add(
        counted: Int, excluded: Int, month: FiscalMonth, activity: ActivityID, prefecture: Prefecture?
    ) {
        self.counted += counted
        self.excluded += excluded
        guard counted != 0 else { return }
        byMonth[month, default: 0] += counted
        byActivity[activity, default: 0] += counted
        if let prefecture { byPrefecture[prefecture, default: 0] += counted }
    }
}
