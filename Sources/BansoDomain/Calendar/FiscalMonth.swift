/// A calendar month. Fiscal years run from April to March.
public struct FiscalMonth: Hashable, Comparable, Sendable {
    public let year: Int
    public let month: Int

    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.year = year
        self.month = month
    }

    public init(_ day: Day) {
        year = day.year
        month = day.month
    }

    /// Reads `YYYY-MM`.
    public init?(iso text: String) {
        guard let day = Day(iso: text + "-01") else { return nil }
        self.init(day)
    }

    public var iso: String { String(firstDay.iso.prefix(7)) }
    public var firstDay: Day { Day(year, month, 1)! }
    public var lastDay: Day { Day(year, month, Day.length(ofMonth: month, year: year))! }
    /// The fiscal year it belongs to: 2026-03 is of 2025 (令和7年度).
    public var fiscalYear: Int { month >= 4 ? year : year - 1 }
    public var next: FiscalMonth { FiscalMonth(lastDay + 1) }

    public static func < (left: FiscalMonth, right: FiscalMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}
