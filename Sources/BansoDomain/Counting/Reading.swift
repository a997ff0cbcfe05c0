/// An indicator on a day: what the gauge, `banso kpi` and the wallboard all show.
public struct Reading: Hashable, Sendable {
    public var indicator: Indicator
    public var tally: Tally
    public var constraints: [ConstraintCheck]
    public var pace: Pace
    /// The figure: a count, or per cent for a ratio; nil while a ratio's denominator is 0.
    public var actual: Double?
    /// Target and constraints hold.
    public var isMet: Bool

    public init(_ indicator: Indicator, tally: Tally, asOf day: Day, catalogue: Catalogue) {
        self.indicator = indicator
        self.tally = tally
        constraints = indicator.constraints.map {
            ConstraintCheck($0, tally: tally, prefectures: catalogue.prefectures)
        }
        if indicator.kind == .ratio {
            actual = tally.denominator == 0 ? nil : 100 * Double(tally.numerator) / Double(tally.denominator)
        } else {
            actual = Double(tally.counted)
        }
        isMet = (actual ?? 0) >= Double(indicator.target.floor) && constraints.allSatisfy(\.isMet)
        pace = Pace(
            actual: actual, byMonth: tally.byMonth, indicator: indicator, isMet: isMet, asOf: day,
            periodEnd: catalogue.period.upperBound)
    }
}
