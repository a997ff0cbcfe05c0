import BansoDomain
import GRDB

/// Reads the held events of some days in figures.
struct EventReader {
    private let db: Database
    private let terms: Terms
    private let days: ClosedRange<Day>
    private let lastOffer: Day

    /// - Parameter lastOffer: up to when offers count as the event's.
    init(_ db: Database, catalogue: Catalogue, days: ClosedRange<Day>, lastOffer: Day) {
        self.db = db
        self.days = days
        self.lastOffer = lastOffer
        terms = catalogue.terms(on: days.upperBound)
    }

    /// By date.
    func events(of activities: [ActivityID]) throws -> [EventFigures] {
        let places = Array(repeating: "?", count: activities.count).joined(separator: ", ")
        let held = """
            e.status = 'held' AND e.date BETWEEN ? AND ? AND e.activity IN (\(places))
            """
        let arguments: StatementArguments =
            [days.lowerBound.iso, days.upperBound.iso] + StatementArguments(activities.map(\.text))
        var events = try attended(held, arguments)
        try addAnswers(to: &events, held, arguments)
        try addOffers(to: &events, held, arguments)
        return events.values.sorted { ($0.date, $0.event) < ($1.date, $1.event) }
    }

    private func attended(_ held: String, _ arguments: StatementArguments) throws -> [Int64: EventFigures] {
        // In the order of a narrow index; only the few institutions are looked up.
        let present = """
            attendance AS a INDEXED BY attendance_presence WHERE a.event = e.id AND a.presence = 'attended'
            """
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT e.id, e.date, e.activity, e.theme, e.materials,
                        (SELECT count(*) FROM \(present)),
                        (SELECT count(DISTINCT a.organisation) FROM \(present)),
                        (SELECT count(DISTINCT a.organisation) FROM \(present) AND EXISTS (
                            SELECT 1 FROM organisation AS o INDEXED BY organisation_institution
                            WHERE o.kind = 'institution' AND o.id = a.organisation))
                    FROM event AS e INDEXED BY event_held WHERE \(held)
                    """), arguments: arguments)
        var events: [Int64: EventFigures] = [:]
        while let row = try rows.next() {
            guard let date = Day(iso: row[1]) else { continue }
            let (id, organisations, institutions): (Int64, Int, Int) = (row[0], row[6], row[7])
            events[id] = EventFigures(
                event: RecordKey(.event, id), date: date, activity: ActivityID(row[2]), theme: row[3],
                companies: organisations - institutions, institutions: institutions, people: row[5], materials: row[4])
        }
        return events
    }

    /// A company's first answer is its answer, as long as it attended.
    private func addAnswers(
        to events: inout [Int64: EventFigures], _ held: String, _ arguments: StatementArguments
    ) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT s.event, s.score, s.insight, s.behaviour_change, o.id, o.kind = 'company' AND EXISTS (
                        SELECT 1 FROM attendance AS a
                        WHERE a.event = s.event AND a.organisation = s.organisation AND a.presence = 'attended')
                    FROM event AS e INDEXED BY event_held CROSS JOIN survey_answer AS s ON s.event = e.id
                        LEFT JOIN organisation AS o ON o.id = s.organisation
                    WHERE \(held) ORDER BY s.event, s.date, s.id
                    """), arguments: arguments)
        var answered: Set<[Int64]> = []
        while let row = try rows.next() {
            let (event, score): (Int64, Int) = (row[0], row[1])
            guard var figures = events[event], figures.scores.indices.contains(score - 1) else { continue }
            figures.scores[score - 1] += 1
            if row[2] as Int? == 1 { figures.answers.insight += 1 }
            if row[3] as Int? == 1 { figures.answers.change += 1 }
            if let company: Int64 = row[4], row[5] as Int? == 1, answered.insert([event, company]).inserted {
                figures.answers.companies += 1
                if score >= terms.contentFrom { figures.answers.content += 1 }
            }
            events[event] = figures
        }
    }

    private func addOffers(
        to events: inout [Int64: EventFigures], _ held: String, _ arguments: StatementArguments
    ) throws {
        let isContract = terms.offerFrom == .contract
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT e.id, count(*)
                    FROM application AS a INDEXED BY application_offer
                        CROSS JOIN attendance AS t INDEXED BY attendance_talent
                            ON t.talent = a.talent AND t.presence = 'attended'
                        CROSS JOIN event AS e ON e.id = t.event
                        CROSS JOIN posting AS p ON p.id = a.posting AND p.activity = e.activity
                    WHERE ifnull(a.offered_on, a.contracted_on) BETWEEN ? AND ?
                        \(isContract ? "AND a.contracted_on <= ?" : "AND ? IS NOT NULL")
                        AND ifnull(a.offered_on, a.contracted_on) >= e.date AND \(held)
                        AND EXISTS (
                            SELECT 1 FROM attendance AS c
                            WHERE c.event = e.id AND c.organisation = p.organisation AND c.role = 'presenter'
                                AND c.presence = 'attended')
                    GROUP BY e.id
                    """),
            arguments: [days.lowerBound.iso, lastOffer.iso, lastOffer.iso] + arguments)
        while let row = try rows.next() { events[row[0]]?.offers = row[1] }
    }
}
