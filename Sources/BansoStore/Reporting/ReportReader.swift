import BansoDomain
import GRDB

/// Reads a month's reports as the records are now.
struct ReportReader {
    private let db: Database
    private let catalogue: Catalogue
    private let month: FiscalMonth
    private let readings: [Reading]
    private let tallies: [IndicatorID: Tally]

    init(_ db: Database, catalogue: Catalogue, month: FiscalMonth) throws {
        self.db = db
        self.catalogue = catalogue
        self.month = month
        let reader = Readings(db, catalogue: catalogue)
        readings = try reader.all(asOf: month.lastDay)
        tallies = try reader.tallies(in: month)
    }

    /// The programme's report, without corrections of other months.
    func report(of programme: Programme) throws -> MonthlyReport {
        MonthlyReport(
            catalogue: catalogue.id, programme: programme, month: month, companies: try companies(of: programme.id),
            events: try EventReader(db, catalogue: catalogue, days: month.firstDay...month.lastDay).events(
                of: activities(of: programme.id)),
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

    // MARK: Companies

    private func companies(of programme: ProgrammeID) throws -> CompanyFigures {
        let terms = catalogue.terms(on: month.lastDay)
        func pair(from first: Day) throws -> CompanyFigures.Pair {
            CompanyFigures.Pair(
                visited: try met(by: terms.visits, of: programme, from: first),
                informed: try met(by: terms.information, of: programme, from: first))
        }
        return CompanyFigures(
            month: try pair(from: month.firstDay), soFar: try pair(from: catalogue.period.lowerBound))
    }

    /// How many companies were met in one of these ways, each once.
    private func met(by contacts: [CompanyContact], of programme: ProgrammeID, from first: Day) throws -> Int {
        let own = activities(of: programme)
        let parts = contacts.compactMap { $0.organisations(in: own, consultation: catalogue.consultation.activity) }
        guard !parts.isEmpty else { return 0 }
        return try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(DISTINCT met.organisation) FROM (\(parts.map(\.sql).joined(separator: " UNION "))) AS met
                        CROSS JOIN organisation AS o ON o.id = met.organisation
                    WHERE o.kind = 'company'
                    """),
            arguments: parts.reduce([]) { $0 + [first.iso, month.lastDay.iso] + StatementArguments($1.activities) }
        ) ?? 0
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

extension CompanyContact {
    /// The companies met so between two days; nil where it is none of these activities' ways.
    fileprivate func organisations(
        in activities: [ActivityID], consultation: ActivityID
    ) -> (sql: String, activities: [String])? {
        let names = activities.map(\.text)
        let places = Array(repeating: "?", count: names.count).joined(separator: ", ")
        func consultations(_ mode: Consultation.Mode) -> (String, [String])? {
            guard activities.contains(consultation) else { return nil }
            return (
                "SELECT organisation FROM consultation WHERE date BETWEEN ? AND ? AND mode = '\(mode.rawValue)'", []
            )
        }
        return switch self {
        case .consultationInPerson: consultations(.inPerson)
        case .consultationOnline: consultations(.online)
        case .hearing:
            ("SELECT organisation FROM hearing WHERE date BETWEEN ? AND ? AND activity IN (\(places))", names)
        case .processConsultation:
            (
                "SELECT organisation FROM process_consultation WHERE date BETWEEN ? AND ? AND activity IN (\(places))",
                names
            )
        }
    }
}
