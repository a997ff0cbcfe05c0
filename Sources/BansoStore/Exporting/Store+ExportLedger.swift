import BansoDomain
import Foundation
import GRDB

extension Store: ExportLedger {
    public func enter(_ entry: ExportEntry, by actor: Actor) throws -> Int64 {
        try record { db in
            let label = LocalizedText(ja: "目的", en: "purpose")
            let purpose = try Entered.line(entry.purpose, label)
            guard !purpose.isEmpty else {
                throw DeskError.invalid(field: label, reason: LocalizedText(ja: "入力してください", en: "is empty"))
            }
            let coordinator = try CoordinatorRow.id(named: actor.name, db)
            try db.execute(
                sql: """
                    INSERT INTO export (at, actor, subject, filter, rows, sha256, purpose, format, name)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Int64(clock()), coordinator, entry.subject, entry.filter, entry.rows, Data(entry.hash), purpose,
                    entry.format, entry.name,
                ])
            return db.lastInsertedRowID
        }
    }

    public func withdraw(export number: Int64) throws {
        try record { db in
            try db.execute(
                sql: "INSERT INTO export_withdrawal (id, at) VALUES (?, ?)", arguments: [number, Int64(clock())])
        }
    }

    public func exports(before number: Int64?, limit: Int) throws -> [ListedExport] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT e.id, e.at, k.name, e.subject, e.filter, e.rows, e.sha256, e.purpose, e.format, e.name,
                            w.id IS NOT NULL
                        FROM export AS e CROSS JOIN coordinator AS k ON k.id = e.actor
                            LEFT JOIN export_withdrawal AS w ON w.id = e.id
                        WHERE e.id < ? ORDER BY e.id DESC LIMIT ?
                        """), arguments: [number ?? .max, max(0, limit)]
            ).map { row in
                let entry = ExportEntry(
                    subject: row[3], filter: row[4], rows: row[5], hash: Array(row[6] as Data), purpose: row[7],
                    format: row[8], name: row[9])
                return ListedExport(number: row[0], at: row[1], actor: row[2], entry: entry, isWithdrawn: row[10])
            }
        }
    }

    /// One durable transaction that is no step for undo.
    private func record<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try withWriter { db in
            var result: Result?
            try db.inTransaction(.immediate) {
                result = try body(db)
                return .commit
            }
            guard let result else { throw DeskError.failed(path: path, detail: "nothing was written") }
            return result
        }
    }
}
