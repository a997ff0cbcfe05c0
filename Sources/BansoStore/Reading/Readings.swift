import BansoDomain
import GRDB

/// Reads what has been counted from the ledger's sums: a bounded number of rows, whatever the number of records.
struct Readings {
    private let db: Database
    private let catalogue: Catalogue

    init(_ db: Database, catalogue: Catalogue) {
        self.db = db
        self.catalogue = catalogue
    }

    func all(asOf day: Day) throws -> [Reading] {
        let lines = try LedgerLines.all(db)
        var tallies = try tallies(asOf: day, lines)
        for indicator in catalogue.indicators
        where indicator.constraints.contains(where: { $0.rule == .everyPrefecture }) {
            for (number, line) in lines where line.indicator == indicator.id {
                for (cell, count) in try places(line: number, asOf: day) {
                    guard let prefecture = cell.prefecture else { continue }
                    tallies[indicator.id, default: Tally()].add(counted: count, in: prefecture)
                }
            }
        }
        let schedule = try schedule(asOf: day)
        return catalogue.indicators.map {
            Reading($0, tally: tallies[$0.id] ?? Tally(), schedule: schedule, asOf: day, catalogue: catalogue)
        }
    }

    /// What was counted for a line by month and prefecture, up to and including `day`.
    func places(line: Int64, asOf day: Day) throws -> [CountMatrix.Cell: Int] {
        let month = FiscalMonth(day)
        // The month of the day is whole in the sums: what came after the day in it is taken off again.
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT month, prefecture, counted FROM rollup_place WHERE line = ?1 AND month <= ?2
                    UNION ALL
                    SELECT ?2, prefecture, -(reason IS NULL OR until IS NOT NULL) FROM contribution
                    WHERE line = ?1 AND date > ?3 AND date <= ?4
                    UNION ALL
                    SELECT ?2, prefecture, 1 FROM contribution
                    WHERE line = ?1 AND until > ?3 AND until <= ?4 AND until IS NOT NULL
                    """), arguments: [line, month.iso, day.iso, month.lastDay.iso])
        var cells: [CountMatrix.Cell: Int] = [:]
        while let row = try rows.next() {
            guard let month = FiscalMonth(iso: row[0]) else { continue }
            cells[CountMatrix.Cell(month: month, prefecture: Prefecture(code: row[1])), default: 0] += row[2] as Int
        }
        return cells.filter { $0.value != 0 }
    }

    private func tallies(asOf day: Day, _ lines: [Int64: LedgerLine]) throws -> [IndicatorID: Tally] {
        let month = FiscalMonth(day)
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT line, month, counted, not_counted FROM rollup_month WHERE month <= ?1
                    UNION ALL
                    SELECT line, ?1, -counted, -not_counted FROM rollup_day WHERE day > ?2 AND day <= ?3
                    """), arguments: [month.iso, day.iso, month.lastDay.iso])
        var months: [String: FiscalMonth] = [:]
        var tallies: [IndicatorID: Tally] = [:]
        while let row = try rows.next() {
            guard let line = lines[row[0]] else { continue }
            let text: String = row[1]
            guard let month = months[text] ?? FiscalMonth(iso: text) else { continue }
            months[text] = month
            tallies[line.indicator, default: Tally()].add(
                counted: row[2], excluded: row[3], month: month, activity: line.activity, part: line.part)
        }
        return tallies
    }

    /// What was counted in a month alone.
    func tallies(in month: FiscalMonth) throws -> [IndicatorID: Tally] {
        let lines = try LedgerLines.all(db)
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT line, counted, not_counted FROM rollup_month WHERE month = ?"),
            arguments: [month.iso])
        var tallies: [IndicatorID: Tally] = [:]
        while let row = try rows.next() {
            guard let line = lines[row[0]] else { continue }
            tallies[line.indicator, default: Tally()].add(
                counted: row[1], excluded: row[2], month: month, activity: line.activity, part: line.part)
        }
        return tallies
    }

    private func schedule(asOf day: Day) throws -> Schedule {
        var schedule = Schedule()
        let month = FiscalMonth(day)
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT activity, track, sum(held), 0 FROM event_month WHERE month < ?1 GROUP BY activity, track
                    UNION ALL
                    SELECT activity, ifnull(track, ''), count(*), 0 FROM event INDEXED BY event_held
                    WHERE status = 'held' AND date BETWEEN ?2 AND ?3 GROUP BY activity, track
                    UNION ALL
                    SELECT activity, ifnull(track, ''), 0, count(*) FROM event INDEXED BY event_planned
                    WHERE status = 'planned' AND date > ?3 AND date <= ?4 GROUP BY activity, track
                    """),
            arguments: [month.iso, month.firstDay.iso, day.iso, catalogue.period.upperBound.iso])
        while let row = try rows.next() {
            schedule.add(
                Schedule.Events(held: row[2], planned: row[3]), activity: ActivityID(row[0]), track: row[1])
        }
        return schedule
    }
}
