import BansoDomain
import GRDB

extension Store {
    public func contributions(_ query: ContributionQuery) throws -> [ExplainedContribution] {
        try read { try Store.contributions(query, $0) }
    }

    static func contributions(_ query: ContributionQuery, _ db: Database) throws -> [ExplainedContribution] {
        let lines = try LedgerLines.all(db).filter { $0.value.indicator == query.indicator }
        let statement = ExplanationStatement(query, lines: lines.keys.sorted())
        let rows = try Row.fetchAll(db, sql: statement.sql, arguments: statement.arguments).compactMap(LedgerRow.init)
        let titles = Titles(db, namesPeople: query.namesPeople)
        return try rows.compactMap { row in
            guard let line = lines[row.line] else { return nil }
            let contribution = Contribution(
                line: line, subject: row.subject, date: row.date, prefecture: Prefecture(code: row.prefecture),
                source: row.source, verdict: row.verdict)
            return ExplainedContribution(
                place: ContributionPlace(date: row.date, subject: row.subject, line: row.line, source: row.source),
                contribution: contribution, reason: contribution.reason(on: query.asOf),
                subject: try titles.title(of: row.subject, omitting: (row.subject, row.date)) ?? "",
                source: row.source == row.subject
                    ? "" : try titles.title(of: row.source, omitting: (row.subject, row.date)) ?? "")
        }
    }

    public func matrix(of indicator: IndicatorID, asOf day: Day) throws -> CountMatrix {
        try read { db in
            var matrix = CountMatrix()
            let readings = Readings(db, catalogue: catalogue)
            let parts = catalogue.indicator(indicator)?.matrixParts.map { Set($0.map(\.rawValue)) }
            for (number, line) in try LedgerLines.all(db)
            where line.indicator == indicator && parts?.contains(line.part) ?? true {
                matrix.counts.merge(try readings.places(line: number, asOf: day), uniquingKeysWith: +)
            }
            return matrix
        }
    }
}

/// A page of an indicator's rows in the order of their dates, found by key however far down it is.
struct ExplanationStatement {
    let sql: String
    let arguments: StatementArguments

    init(_ query: ContributionQuery, lines: [Int64]) {
        var arguments: StatementArguments = []
        let pages = lines.map { line -> String in
            var conditions = ["line = ?", "date <= ?"]
            arguments += [line, query.asOf.iso]
            let counts = "(reason IS NULL OR (until IS NOT NULL AND until > ?))"
            switch query.verdict {
            case .all: break
            case .counted:
                conditions.append(counts)
                arguments += [query.asOf.iso]
            case .excluded:
                conditions.append("NOT " + counts)
                arguments += [query.asOf.iso]
            }
            if let after = query.after {
                conditions.append("(date, subject_kind, subject, line, source_kind, source) > (?, ?, ?, ?, ?, ?)")
                conditions.append("date >= ?")
                arguments += [
                    after.date.iso, after.subject.kind.rawValue, after.subject.id, after.line,
                    after.source.kind.rawValue, after.source.id, after.date.iso,
                ]
            }
            arguments += [max(0, query.limit)]
            return """
                SELECT * FROM (
                    SELECT \(LedgerRow.columns) FROM contribution WHERE \(conditions.joined(separator: " AND "))
                    ORDER BY date, subject_kind, subject, line, source_kind, source LIMIT ?)
                """
        }
        guard !pages.isEmpty else {
            sql = "SELECT \(LedgerRow.columns) FROM contribution WHERE 0"
            self.arguments = []
            return
        }
        arguments += [max(0, query.limit)]
        sql =
            pages.joined(separator: "\nUNION ALL\n") + """

                ORDER BY date, subject_kind, subject, line, source_kind, source LIMIT ?
                """
        self.arguments = arguments
    }
}
