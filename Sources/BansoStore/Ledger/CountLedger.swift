import BansoDomain
import GRDB

/// Keeps the contributions of each group of records as the counting rules derive them.
struct CountLedger {
    private let db: Database
    private let rules: CountingRules
    private let loader: OccurrenceLoader
    private let lines: LedgerLines
    private let ofSubject: Statement
    private let ofLine: Statement
    private let insert: Statement
    private let delete: Statement

    init(_ db: Database, rules: CountingRules) throws {
        self.db = db
        self.rules = rules
        loader = OccurrenceLoader(db, catalogue: rules.catalogue)
        lines = try LedgerLines(db)
        let select = "SELECT \(LedgerRow.columns) FROM contribution"
        ofSubject = try db.cachedStatement(sql: select + " WHERE subject_kind = ? AND subject = ?")
        ofLine = try db.cachedStatement(sql: select + " WHERE line = ?")
        insert = try db.cachedStatement(
            sql: "INSERT INTO contribution (\(LedgerRow.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        delete = try db.cachedStatement(
            sql: """
                DELETE FROM contribution
                WHERE subject_kind = ? AND subject = ? AND line = ? AND source_kind = ? AND source = ?
                """)
    }

    /// Derives the group's contributions again and replaces those that differ.
    /// - Parameters:
    ///   - changed: the kinds of record that have changed: only those, and what counts together with them, is read. Nil
    ///     for all.
    ///   - moved: hears of each row that goes or comes.
    func refresh(
        _ group: CountingGroup, changed: Set<RecordKind>? = nil, moved: (LedgerRow) throws -> Void = { _ in }
    ) throws {
        let kinds = changed.flatMap(rules.kinds(countedWith:))
        let derived = rules.contributions(of: try occurrences(of: group, kinds))
        let found = try stored(group, kinds)
        guard !derived.isEmpty || !found.isEmpty else { return }
        var wanted: Set<LedgerRow> = []
        for contribution in derived { wanted.insert(LedgerRow(contribution, line: try lines.made(contribution.line))) }
        for row in found where !wanted.contains(row) {
            delete.setUncheckedArguments(StatementArguments(row.key))
            try delete.execute()
            try moved(row)
        }
        let kept = Set(found)
        for row in wanted where !kept.contains(row) {
            insert.setUncheckedArguments(StatementArguments(row.key + row.values))
            try insert.execute()
            try moved(row)
        }
    }

    /// Empties the ledger and derives everything.
    static func rebuild(_ db: Database, rules: CountingRules) throws {
        try db.execute(sql: "DELETE FROM contribution; DELETE FROM ledger_line")
        let ledger = try CountLedger(db, rules: rules)
        try LedgerWalk(db, catalogue: rules.catalogue).groups { group in try ledger.refresh(group) }
    }

    private func occurrences(of group: CountingGroup, _ kinds: Set<RecordKind>?) throws -> [Occurrence] {
        switch group {
        case .organisation(let id): try loader.organisations(id...id, kinds: kinds)[id] ?? []
        case .talent(let id): try loader.talent(id...id, kinds: kinds)[id] ?? []
        case .activity(let id): try loader.activity(id)
        }
    }

    private func stored(_ group: CountingGroup, _ kinds: Set<RecordKind>?) throws -> [LedgerRow] {
        switch group {
        case .organisation(let id): try rows(of: RecordKey(.organisation, id), kinds)
        case .talent(let id): try rows(of: RecordKey(.talent, id), kinds)
        case .activity(let id):
            try rules.indicators(ofActivity: id).flatMap { indicator in
                try lines.numbers(of: indicator, in: id).flatMap { try rows(ofLine, [$0]) }
            }
        }
    }

    private func rows(of subject: RecordKey, _ kinds: Set<RecordKind>?) throws -> [LedgerRow] {
        try rows(ofSubject, [subject.kind.rawValue, subject.id]).filter { kinds?.contains($0.source.kind) ?? true }
    }

    private func rows(_ statement: Statement, _ arguments: StatementArguments) throws -> [LedgerRow] {
        var found: [LedgerRow] = []
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
            guard let entry = LedgerRow(row) else {
                throw DatabaseError(
                    resultCode: .SQLITE_CORRUPT, message: "a contribution can't be read; run banso check")
            }
            found.append(entry)
        }
        return found
    }
}

/// Goes through every group of records.
struct LedgerWalk {
    private let db: Database
    private let catalogue: Catalogue

    init(_ db: Database, catalogue: Catalogue) {
        self.db = db
        self.catalogue = catalogue
    }

    func groups(_ body: (CountingGroup) throws -> Void) throws {
        for activity in catalogue.activities { try body(.activity(activity.id)) }
        let organisations = try Int64.fetchCursor(db, sql: "SELECT id FROM organisation ORDER BY id")
        while let id = try organisations.next() { try body(.organisation(id)) }
        let talent = try Int64.fetchCursor(db, sql: "SELECT id FROM talent ORDER BY id")
        while let id = try talent.next() { try body(.talent(id)) }
    }
}
