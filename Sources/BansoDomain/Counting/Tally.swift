/// What has been counted for one indicator up to a day, in the parts that constraints, rates and pace need.
public struct Tally: Hashable, Sendable {
    public var counted: Int = 0
    public var excluded: Int = 0
    public var byMonth: [FiscalMonth: Int] = [:]
    public var byActivity: [ActivityID: Int] = [:]
    /// Only where an indicator has a rule about prefectures.
    public var byPrefecture: [Prefecture: Int] = [:]
    public var byPart: [Part: Int] = [:]

    public struct Part: Hashable, Sendable {
        public var activity: ActivityID
        public var part: String

        public init(_ activity: ActivityID, _ part: String) {
            self.activity = activity
            self.part = part
        }
    }

    public init() {}

    /// Adds what a rollup row says.
    public mutating func add(
        counted: Int, excluded: Int, month: FiscalMonth, activity: ActivityID, part: String = ""
    ) {
        self.counted += counted
        self.excluded += excluded
        guard counted != 0 else { return }
        byMonth[month, default: 0] += counted
        byActivity[activity, default: 0] += counted
        if !part.isEmpty { byPart[Part(activity, part), default: 0] += counted }
    }

    public mutating func add(counted: Int, in prefecture: Prefecture) {
        byPrefecture[prefecture, default: 0] += counted
    }

    public mutating func add(_ other: Tally) {
        counted += other.counted
        excluded += other.excluded
        byMonth.merge(other.byMonth, uniquingKeysWith: +)
        byActivity.merge(other.byActivity, uniquingKeysWith: +)
        byPrefecture.merge(other.byPrefecture, uniquingKeysWith: +)
        byPart.merge(other.byPart, uniquingKeysWith: +)
    }

    /// What has been counted for a part, in the activities that `isIncluded` takes.
    func count(of part: RatePart, where isIncluded: (ActivityID) -> Bool = { _ in true }) -> Int {
        byPart.reduce(0) { $1.key.part == part.rawValue && isIncluded($1.key.activity) ? $0 + $1.value : $0 }
    }

    /// The different parts that something was counted for.
    var parts: Set<String> { Set(byPart.filter { $0.value > 0 }.map(\.key.part)) }

    func count(ofParts parts: [String]) -> Int {
        byPart.reduce(0) { parts.contains($1.key.part) ? $0 + $1.value : $0 }
    }
}
