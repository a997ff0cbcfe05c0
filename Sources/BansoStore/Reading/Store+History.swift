import BansoDomain
import GRDB

extension Store {
    public func history(_ query: HistoryQuery) throws -> [HistoryEntry] { try read { try Store.history(query, $0) } }

    static func history(_ query: HistoryQuery, _ db: Database) throws -> [HistoryEntry] {
        var entries = try entries(query, db)
        guard case .organisation(let organisation) = query.scope else { return entries }
        // A contract between two companies stands in the trail as the sender's, and is the receiver's too.
        let contracts = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT id FROM \(RecordKind.interCompanyContract.table) WHERE receiver = ?"),
            arguments: [organisation.value])
        for contract in contracts {
            var query = query
            query.scope = .record(RecordKey(.interCompanyContract, contract))
            entries += try Store.entries(query, db)
        }
        return Array(entries.sorted { $0.seq > $1.seq }.prefix(max(0, query.limit)))
    }

    private static func entries(_ query: HistoryQuery, _ db: Database) throws -> [HistoryEntry] {
        let statement = HistoryStatement(query)
        let titles = Titles(db)
        return try Row.fetchAll(db.cachedStatement(sql: statement.sql), arguments: statement.arguments).compactMap {
            row in
            guard let action = ChangeAction(rawValue: row[4]), let kind = RecordKind(rawValue: row[5]) else {
                return nil
            }
            let key = RecordKey(kind, row[6])
            func decoded(_ text: String?) throws -> BansoDomain.Record? {
                try text.flatMap { try RowText.decode($0, of: kind, db) }.map { RecordRow.record(kind, $0.values) }
            }
            return HistoryEntry(
                seq: row[0], step: row[1], at: row[2], actor: row[3], action: action, key: key,
                title: try titles.title(of: key) ?? "", before: try decoded(row[7]), after: try decoded(row[8]),
                isUndone: row[9])
        }
    }
}

/// A page of the audit trail, found by key however old it is.
struct HistoryStatement {
    let sql: String
    let arguments: StatementArguments

    init(_ query: HistoryQuery) {
        var index = ""
        var condition = "a.seq < ?"
        var arguments: StatementArguments = [query.before ?? .max]
        switch query.scope {
        case .everything: break
        case .record(let key):
            index = "INDEXED BY audit_row"
            condition += " AND a.entity = ? AND a.row = ?"
            arguments += [key.kind.rawValue, key.id]
        case .organisation(let organisation):
            index = "INDEXED BY audit_organisation_seq"
            condition += " AND a.organisation = ?"
            arguments += [organisation.value]
        }
        sql = """
            SELECT a.seq, a.change_set, a.at, k.name, a.action, a.entity, a.row, d.before, d.after,
                \(UndoableStep.isUndone("a.change_set"))
            FROM audit AS a \(index) CROSS JOIN coordinator AS k ON k.id = a.actor
                LEFT JOIN audit_detail AS d ON d.seq = a.seq
            WHERE \(condition) ORDER BY a.seq DESC LIMIT ?
            """
        self.arguments = arguments + [max(0, query.limit)]
    }
}
