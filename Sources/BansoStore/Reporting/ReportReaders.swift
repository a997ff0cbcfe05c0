import BansoDomain
import GRDB

/// Reads reports of months as the records are now; what they have in common is read once.
final class ReportReaders {
    private let db: Database
    private let catalogue: Catalogue
    private let lastOffer: Day?
    private var months: [FiscalMonth: ReportReader] = [:]
    private var companies: [ProgrammeID: MetCompanies] = [:]

    /// - Parameter lastOffer: up to when offers count as an event's; nil for its month's end.
    init(_ db: Database, catalogue: Catalogue, lastOffer: Day? = nil) {
        self.db = db
        self.catalogue = catalogue
        self.lastOffer = lastOffer
    }

    /// The programme's report of a month, without corrections of other months.
    func report(of month: FiscalMonth, _ programme: Programme) throws -> MonthlyReport {
        let companies = try companies[programme.id] ?? MetCompanies(db, catalogue: catalogue, programme: programme.id)
        self.companies[programme.id] = companies
        let reader =
            try months[month]
            ?? ReportReader(
                db, catalogue: catalogue, month: month, lastOffer: lastOffer ?? month.lastDay)
        months[month] = reader
        return try reader.report(of: programme, companies: companies.figures(in: month))
    }
}

/// Reads a month's reports but for the companies, which are counted month after month.
private struct ReportReader {
    private let db: Database
    private let catalogue: Catalogue
    private let month: FiscalMonth
    private let lastOffer: Day
    private let readings: [Reading]
    private let tallies: [IndicatorID: Tally]

    init(_ db: Database, catalogue: Catalogue, month: FiscalMonth, lastOffer: Day) throws {
        self.db = db
        self.catalogue = catalogue
        self.month = month
        self.lastOffer = lastOffer
        let reader = Readings(db, catalogue: catalogue)
        readings = try reader.all(asOf: month.lastDay)
        tallies = try reader.tallies(in: month)
    }

    func report(of programme: Programme, companies: CompanyFigures) throws -> MonthlyReport {
        MonthlyReport(
            catalogue: catalogue.id, programme: programme, month: month, companies: companies,
            events: try EventReader(
                db, catalogue: catalogue, days: month.firstDay...month.lastDay, lastOffer: lastOffer
            ).events(of: activities(of: programme.id)),
            matching: matching(of: programme.id), meetings: try meetings(of: programme.id),
            indicators: indicators(of: programme.id), narrative: try narrative(of: programme.id))
    }

    private func activities(of programme: ProgrammeID) -> [ActivityID] {
        catalogue.activities.filter { $0.programme == programme }.map(\.id)
    }

    private func indicators(of programme: ProgrammeID) -> [IndicatorFigures] {
        readings.compactMap { reading in
            IndicatorFigures(
                reading, month: tallies[reading.indicator.id] ?? Tally(), month: month, programme: programme,
                catalogue: catalogue)
        }
    }

    private func matching(of programme: ProgrammeID) -> [MatchingFigures] {
        guard let reading = readings.first(where: { $0.indicator.count.source == .offers }) else { return [] }
        let monthly = tallies[reading.indicator.id] ?? Tally()
        let matching = catalogue.activities(of: reading.indicator)
        return catalogue.activities.filter { $0.programme == programme && matching.contains($0.id) }.map { activity in
            func pair(_ tally: Tally) -> MatchingFigures.Pair {
                func count(_ part: RatePart) -> Int { tally.byPart[Tally.Part(activity.id, part.rawValue)] ?? 0 }
                return MatchingFigures.Pair(participations: count(.participation), offers: count(.offer))
            }
            return MatchingFigures(
                activity: activity.id, label: activity.label, month: pair(monthly), soFar: pair(reading.tally))
        }
    }

    // MARK: What was written

    private func meetings(of programme: ProgrammeID) throws -> [MeetingFigures] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, date, title, participants, minutes, materials FROM meeting
                    WHERE date BETWEEN ? AND ? AND (programme IS NULL OR programme = ?) ORDER BY date, id
                    """), arguments: [month.firstDay.iso, month.lastDay.iso, programme.text]
        ).compactMap { row in
            guard let date = Day(iso: row[1]) else { return nil }
            return MeetingFigures(
                meeting: RecordKey(.meeting, row[0]), date: date, title: row[2], participants: row[3],
                minutes: row[4], materials: row[5])
        }
    }

    private func narrative(of programme: ProgrammeID) throws -> [NarrativeItem] {
        let kind = RecordKind.monthlyReport
        let written = kind.fields.filter { $0.kind == .paragraph }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT \(written.map(\.id).joined(separator: ", ")) FROM \(kind.table)
                    WHERE month = ? AND programme = ?
                    """), arguments: [month.iso, programme.text])
        return written.enumerated().map { place, field in
            NarrativeItem(field: field.id, label: field.label, text: row?[place] ?? "")
        }
    }
}
