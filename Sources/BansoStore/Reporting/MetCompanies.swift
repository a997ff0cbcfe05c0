import BansoDomain
import GRDB

/// Counts the companies that a programme met, each once: month by month from the period's start, as far as somebody asks.
final class MetCompanies {
    /// Ways in which a company was met.
    private struct Ways: OptionSet {
        let rawValue: UInt8

        init(rawValue: UInt8) { self.rawValue = rawValue }
        init(_ contacts: [CompanyContact]) {
            self = contacts.reduce(into: []) { ways, contact in
                let place = CompanyContact.allCases.firstIndex(of: contact) ?? 0
                ways.insert(Ways(rawValue: 1 << place))
            }
        }
    }

    private let db: Database
    private let catalogue: Catalogue
    private let activities: [String]
    private let institutions: Set<Int64>
    private var soFar: [Int64: Ways] = [:]
    private var figures: [FiscalMonth: CompanyFigures] = [:]
    private var next: FiscalMonth

    init(_ db: Database, catalogue: Catalogue, programme: ProgrammeID) throws {
        self.db = db
        self.catalogue = catalogue
        activities = catalogue.activities.filter { $0.programme == programme }.map(\.id.text)
        institutions = try Set(
            Int64.fetchCursor(
                db,
                sql: "SELECT id FROM organisation INDEXED BY organisation_institution WHERE kind = 'institution'"))
        next = FiscalMonth(catalogue.period.lowerBound)
    }

    /// Nobody was met in a month before the period.
    func figures(in month: FiscalMonth) throws -> CompanyFigures {
        while next <= month {
            figures[next] = try read(next)
            next = next.next
        }
        let nobody = CompanyFigures.Pair(visited: 0, informed: 0)
        return figures[month] ?? CompanyFigures(month: nobody, soFar: nobody)
    }

    private func read(_ month: FiscalMonth) throws -> CompanyFigures {
        var met: [Int64: Ways] = [:]
        let days = max(month.firstDay, catalogue.period.lowerBound).iso...month.lastDay.iso
        func add(_ statement: Statement, _ values: [String]) throws {
            let rows = try Row.fetchCursor(
                statement, arguments: [days.lowerBound, days.upperBound] + StatementArguments(values))
            while let row = try rows.next() {
                let company: Int64 = row[0]
                guard !institutions.contains(company) else { continue }
                met[company, default: []].insert(Ways(rawValue: row[1]))
            }
        }
        if activities.contains(catalogue.consultation.activity.text) { try add(consultations(), []) }
        try add(visits("hearing", .hearing), activities)
        try add(visits("process_consultation", .processConsultation), activities)
        soFar.merge(met) { $0.union($1) }
        let terms = catalogue.terms(on: month.lastDay)
        func pair(_ companies: [Int64: Ways]) -> CompanyFigures.Pair {
            let (visits, information) = (Ways(terms.visits), Ways(terms.information))
            return companies.values.reduce(into: CompanyFigures.Pair(visited: 0, informed: 0)) { pair, ways in
                if !ways.isDisjoint(with: visits) { pair.visited += 1 }
                if !ways.isDisjoint(with: information) { pair.informed += 1 }
            }
        }
        return CompanyFigures(month: pair(met), soFar: pair(soFar))
    }

    private func consultations() throws -> Statement {
        try db.cachedStatement(
            sql: """
                SELECT organisation, CASE mode WHEN '\(Consultation.Mode.inPerson.rawValue)'
                    THEN \(Ways([.consultationInPerson]).rawValue) ELSE \(Ways([.consultationOnline]).rawValue) END
                FROM consultation INDEXED BY consultation_date WHERE date BETWEEN ? AND ?
                """)
    }

    private func visits(_ table: String, _ contact: CompanyContact) throws -> Statement {
        let places = Array(repeating: "?", count: activities.count).joined(separator: ", ")
        return try db.cachedStatement(
            sql: """
                SELECT organisation, \(Ways([contact]).rawValue) FROM \(table)
                WHERE date BETWEEN ? AND ? AND activity IN (\(places))
                """)
    }
}
