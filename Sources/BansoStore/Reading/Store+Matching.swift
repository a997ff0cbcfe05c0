import BansoDomain
import GRDB

extension Store {
    public func postings(_ query: PostingQuery) throws -> [PostingLine] { try read { try Store.postings(query, $0) } }

    public func applicants(of posting: Int64) throws -> [Applicant] {
        try read { try Store.applicants(of: posting, $0) }
    }

    static func postings(_ query: PostingQuery, _ db: Database) throws -> [PostingLine] {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        if let organisation = query.organisation {
            conditions.append("p.organisation = ?")
            arguments += [organisation.value]
        }
        if let day = query.openOn {
            conditions.append("p.date <= ? AND (p.closed_on IS NULL OR p.closed_on >= ?)")
            arguments += [day.iso, day.iso]
        }
        if let after = query.after {
            conditions.append("(p.date, p.id) < (?, ?)")
            arguments += [after.date.iso, after.id]
        }
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let columns = RecordKind.posting.columns.map { "p." + $0 }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT o.name,
                        (SELECT count(*) FROM application AS a WHERE a.posting = p.id),
                        (SELECT count(a.interviewed_on) FROM application AS a WHERE a.posting = p.id),
                        (SELECT count(ifnull(a.offered_on, a.contracted_on)) FROM application AS a
                            WHERE a.posting = p.id),
                        (SELECT count(a.contracted_on) FROM application AS a WHERE a.posting = p.id),
                        \(columns), p.version, p.id
                    FROM posting AS p CROSS JOIN organisation AS o ON o.id = p.organisation
                    \(condition) ORDER BY p.date DESC, p.id DESC LIMIT ?
                    """), arguments: arguments + [max(0, query.limit)])
        return rows.map { row in
            PostingLine(
                posting: Store.record(.posting, row, from: 5), organisation: row[0], applications: row[1],
                interviewed: row[2], offers: row[3], contracts: row[4])
        }
    }

    static func applicants(of posting: Int64, _ db: Database) throws -> [Applicant] {
        let columns = RecordKind.application.columns.map { "a." + $0 }.joined(separator: ", ")
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT t.name, t.kana, t.tags, \(columns), a.version, a.id
                    FROM application AS a CROSS JOIN talent AS t ON t.id = a.talent
                    WHERE a.posting = ? ORDER BY a.date, a.id
                    """), arguments: [posting]
        ).map { row in
            Applicant(
                application: Store.record(.application, row, from: 3), name: row[0], kana: row[1], tags: row[2])
        }
    }
}
