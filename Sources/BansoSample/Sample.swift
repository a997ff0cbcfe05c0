import BansoDomain

/// Made-up companies and institutions with their work, as a desk looks on a day in the middle of the period; and records
/// of every other kind around the first 300 companies.
///
/// The same numbers give the same calls in the same order on every machine. From 300 companies on, a larger sample
/// begins like a smaller one.
public struct Sample: Sendable {
    /// The day on which the demonstration is set.
    public static let usualDay = Day(2025, 11, 20)!

    let companies: Int
    let seed: UInt64
    let day: Day
    let calendar: WorkingCalendar
    let shares: ConsultationShares
    let attendances: Int
    let applications: Int

    /// - Parameters:
    ///   - companies: how many; institutions come on top, 2 to 15 companies.
    ///   - day: today; nothing has happened after it.
    ///   - consultationsPerCompany: the average over all companies, 0...3; nil for that of a usual year, of which 300
    ///     companies have about 58 consultations, 41 of them at least one.
    ///   - attendances: how many more there are than those of a usual year, spread over all companies; for measuring.
    ///   - applications: likewise; people and postings for them come on top.
    public init(
        companies: Int, seed: UInt64, through day: Day = Sample.usualDay, calendar: WorkingCalendar,
        consultationsPerCompany: Double? = nil, attendances: Int? = nil, applications: Int? = nil
    ) {
        self.companies = max(0, companies)
        self.seed = seed
        self.day = day
        self.calendar = calendar
        shares =
            consultationsPerCompany.map(ConsultationShares.init(average:)) ?? ConsultationShares(companies: companies)
        self.attendances = max(0, attendances ?? 0)
        self.applications = max(0, applications ?? 0)
    }

    /// Adds all of it to the desk; `progress` hears 0...1 now and then and 1 at the end.
    /// - Throws: what the desk throws; the desk's transaction then leaves nothing behind.
    public func fill(_ desk: BulkDesk, catalogue: Catalogue, progress: (Double) -> Void) throws {
        var run = try SampleRun(self, catalogue: catalogue, desk: desk)
        var institutions = 0
        for index in 0..<companies {
            try run.addCompany(at: index)
            while institutions < (index + 1) * 2 / 15 {
                try run.addInstitution(at: institutions)
                institutions += 1
            }
            if index % 500 == 499 { progress(Double(index + 1) / Double(companies)) }
        }
        try run.addProgramme()
        progress(1)
    }

    /// Freezes the reports of the months whose due day has passed, as a desk has done that keeps its dates. The first meeting
    /// that was reported is corrected in the next report, with the reason.
    /// - Throws: what the desk throws.
    public func freezeReports(on desk: any DeskReader & DeskWriter, catalogue: Catalogue, by actor: Actor) throws {
        var isCorrected = try !desk.all(.correctionReason).isEmpty
        let done = try desk.frozenReports()
        for deadline in ReportDeadline.all(period: catalogue.period, calendar: calendar) where deadline.day < day {
            let open = catalogue.programmes.map(\.id).filter { id in
                !done.contains { $0.month == deadline.month && $0.programme == id }
            }
            guard !open.isEmpty else { continue }
            _ = try desk.freeze(deadline.month, of: open, on: deadline.day, by: actor)
            let meeting = try desk.all(.meeting).first { $0.record["date"].day.map(FiscalMonth.init) == deadline.month }
            guard !isCorrected, let meeting else { continue }
            isCorrected = true
            try desk.bulk(.sample, by: actor, isDryRun: false) { desk in
                try desk.edit(
                    meeting.key, version: meeting.version, to: ReportingTexts.corrected(meeting.record))
                for programme in open {
                    let reason = ReportingTexts.reason(for: meeting.key, of: programme, in: deadline.month.next)
                    _ = try desk.put(reason, id: nil)
                }
            }
        }
    }
}
