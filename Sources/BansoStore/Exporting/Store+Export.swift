import BansoDomain
import GRDB

extension Store: ExportReader {
    public func count(of selection: RecordSelection) throws -> Int {
        try read { db in
            let statement = RecordStatement(selection, isTitled: false)
            return try Int.fetchOne(db, sql: statement.count, arguments: statement.arguments) ?? 0
        }
    }

    public func eachRecord(
        of selection: RecordSelection, isTitled: Bool, _ body: (TitledRecord) throws -> Void
    ) throws {
        let wanted = RecordStatement(selection, isTitled: isTitled)
        let days = selection.kind.fields.map { field in if case .day = field.kind { true } else { false } }
        try read { db in
            // A million rows in a few seconds.
            try StatementRow.each(db, sql: wanted.sql, arguments: wanted.arguments) { row in
                try body(
                    TitledRecord(
                        id: row.number(0), values: days.indices.map { row.value($0 + 1, isDay: days[$0]) },
                        titles: wanted.titles.map { row.text($0) ?? "" }))
            }
        }
    }

    public func eachCard(_ query: CardQuery, _ body: (Card) throws -> Void) throws {
        var query = query
        (query.from, query.direction, query.limit) = (nil, .forward, .max)
        let statement = CardStatement(query, catalogue: catalogue)
        try read { try Store.eachCard(statement, $0, body) }
    }

    public func eachContribution(
        _ query: ContributionQuery, _ body: (ExplainedContribution) throws -> Void
    ) throws {
        var query = query
        (query.after, query.limit) = (nil, Store.exportPage)
        try read { db in
            while true {
                let page = try Store.contributions(query, db)
                try page.forEach(body)
                guard page.count == query.limit, let last = page.last else { return }
                query.after = last.place
            }
        }
    }

    public func eachEntry(of scope: HistoryQuery.Scope, _ body: (HistoryEntry) throws -> Void) throws {
        var query = HistoryQuery(scope, limit: Store.exportPage)
        try read { db in
            while true {
                let page = try Store.history(query, db)
                try page.forEach(body)
                guard page.count == query.limit, let last = page.last else { return }
                query.before = last.seq
            }
        }
    }

    public func eachAttention(_ query: AttentionQuery, _ body: (AttentionItem) throws -> Void) throws {
        var query = query
        query.limit = .max
        try read { db in
            for item in try Store.attention(query, db) { try body(Store.described(item, db)) }
        }
    }

    public func eachPosting(openOn day: Day?, _ body: (PostingLine, [Applicant]) throws -> Void) throws {
        var query = PostingQuery(openOn: day, limit: Store.exportPage)
        try read { db in
            while true {
                let page = try Store.postings(query, db)
                for line in page { try body(line, Store.applicants(of: line.posting.key.id, db)) }
                guard page.count == query.limit, let last = page.last else { return }
                query.after = last.place
            }
        }
    }

    public func eachHappening(
        to organisation: OrganisationID, of kind: RecordKind?, _ body: (TimelineItem) throws -> Void
    ) throws {
        let kinds = kind.map { [$0] } ?? Set(Timeline.kinds)
        try read { try Timeline($0, of: organisation.value).items(kinds, limit: .max).forEach(body) }
    }

    public func eachHit(of text: String, _ body: (SearchHit) throws -> Void) throws {
        try search(SearchQuery(text, limit: Store.mostHits)).forEach(body)
    }

    /// More than a database is made for; some of the search's own limits are multiples of it.
    private static let mostHits = 1 << 24

    /// Rows that are held at once where each needs look-ups of its own.
    private static let exportPage = 500
}
