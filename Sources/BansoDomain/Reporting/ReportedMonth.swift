/// A month's report as it is shown: what was frozen, or what the records say now.
public struct ReportedMonth: Hashable, Sendable {
    public var report: MonthlyReport
    /// Nil while it is open.
    public var frozen: FrozenReport?
    /// The text whose SHA-256 is the frozen hash; of an open report what it would be.
    public var document: String
    /// Of the period's last month once it is frozen: what has changed in reported months since. No monthly report is left
    /// for it, so the final report has it.
    public var pending: [Correction]

    public init(report: MonthlyReport, frozen: FrozenReport?, document: String, pending: [Correction] = []) {
        self.report = report
        self.frozen = frozen
        self.document = document
        self.pending = pending
    }

    /// The corrections that no report has yet: why they were made can still be said.
    public var correcting: [Correction] { frozen == nil ? report.corrections : pending }

    /// The month whose report will have them; after the last one that means the final report.
    public var correctingMonth: FiscalMonth { frozen == nil ? report.month : report.month.next }
}

/// That a programme's month was frozen: by whom and when, and with which hash.
public struct FrozenReport: Hashable, Sendable {
    public var month: FiscalMonth
    public var programme: ProgrammeID
    /// Seconds since 1970.
    public var at: Int
    public var by: String
    /// Of the report's canonical text, 64 hexadecimal digits.
    public var sha256: String
    /// How many changes since have touched the month that no frozen report has listed.
    public var changes: Int

    public init(month: FiscalMonth, programme: ProgrammeID, at: Int, by: String, sha256: String, changes: Int = 0) {
        self.month = month
        self.programme = programme
        self.at = at
        self.by = by
        self.sha256 = sha256
        self.changes = changes
    }

    /// Why a month can't be frozen on a day; nil where it can. A month is frozen once it is over; the period's last one
    /// earlier too, because it is due before its end (seed Ⅲ: the contract ends with it).
    public static func refusal(of month: FiscalMonth, on today: Day, period: ClosedRange<Day>) -> LocalizedText? {
        guard (FiscalMonth(period.lowerBound)...FiscalMonth(period.upperBound)).contains(month) else {
            return LocalizedText(
                ja: "事業期間（\(period.lowerBound.iso)～\(period.upperBound.iso)）の月ではありません",
                en: "is not a month of the period (\(period.lowerBound.iso) to \(period.upperBound.iso))")
        }
        let isLast = month == FiscalMonth(period.upperBound)
        guard today > month.lastDay || isLast && today >= month.firstDay else {
            return LocalizedText(
                ja: "まだ終わっていません（\(month.lastDay.short(.ja))の翌日から確定できます）",
                en: "is not over yet; it can be frozen after \(month.lastDay.short(.en))")
        }
        return nil
    }
}
