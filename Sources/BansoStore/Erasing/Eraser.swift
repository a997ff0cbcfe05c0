import BansoDomain
import GRDB

/// Erases somebody within a transaction: from their records, from what was written about others, from the audit trail's
/// texts and from the export ledger.
struct Eraser {
    private let recorder: ChangeRecorder
    private let db: Database
    private let subject: ErasedSubject
    private let mentions: Mentions
    private var erasure = Erasure()

    init(_ recorder: ChangeRecorder, _ key: RecordKey) throws {
        self.recorder = recorder
        db = recorder.db
        subject = try ErasedSubject(key, db)
        mentions = try Mentions(of: subject, db)
        recorder.keepsTexts = false
    }

    mutating func run() throws -> Erasure {
        erasure.headBefore = try AuditHead.current(db)
        erasure.spellings = mentions.spellings
        erasure.shared = mentions.shared
        erasure.records = subject.owned.union([subject.key])
        erasure.filesOut = try filesOut()
        erasure.earlier = try earlier()
        try eraseRecords()
        try eraseMentions()
        try eraseTexts()
        try eraseExports()
        erasure.headAfter = try AuditHead.current(db)
        return erasure
    }

    private mutating func eraseRecords() throws {
        for key in erasure.records.sorted() {
            guard let row = try recorder.current(key.kind, id: key.id) else { continue }
            let record = RecordRow.record(key.kind, row.values)
            if Erasing.isRemoved(key.kind) {
                try recorder.delete(key.kind, id: key.id, version: row.version)
                note(record, nil)
            } else {
                let left = Erasing.anonymous(record, id: key.id, isSubject: key == subject.key)
                guard left != record else { continue }
                let values = try RecordRow.values(left)
                try recorder.update(key.kind, id: key.id, version: row.version) { $0 = values }
                note(record, left)
            }
        }
    }

    private mutating func note(_ record: Record, _ left: Record?) {
        erasure.changed += 1
        erasure.fields += record.values.enumerated().count { place, value in
            value != .none && value != .text("") && left?.values[place] != value
        }
    }

    private mutating func eraseMentions() throws {
        for kind in RecordKind.allCases {
            let fields = Mentions.fields(of: kind)
            let condition = mentions.condition(on: fields.map(\.id))
            let ids = try Int64.fetchAll(
                db, sql: "SELECT id FROM \(kind.table) WHERE \(condition.sql) ORDER BY id",
                arguments: condition.arguments)
            for id in ids {
                guard let row = try recorder.current(kind, id: id) else { continue }
                var record = RecordRow.record(kind, row.values)
                let before = erasure.mentions.count
                for field in fields {
                    guard let text = record[field.id].text, let left = mentions.taken(out: text) else { continue }
                    // Where it was all of a text, others may have had the same one.
                    record[field.id] = .text(left == Erasing.name ? "\(left) #\(id)" : left)
                    erasure.mentions.append(Erasure.Mention(record: RecordKey(kind, id), field: field.label))
                }
                guard erasure.mentions.count > before else { continue }
                guard try !isFrozen(kind, id) else {
                    erasure.mentions.removeSubrange(before...)
                    erasure.reports.append(RecordKey(kind, id))
                    continue
                }
                let values = try RecordRow.values(record)
                try recorder.update(kind, id: id, version: row.version) { $0 = values }
            }
        }
        let condition = mentions.condition(on: ["document"])
        let documents = try Int64.fetchAll(
            db, sql: "SELECT report FROM frozen_report WHERE \(condition.sql)", arguments: condition.arguments)
        let known = erasure.reports
        erasure.reports += documents.map { RecordKey(.monthlyReport, $0) }.filter { !known.contains($0) }
    }

    /// What was handed in stays, and with it the entry of the trail that has its hash.
    private func isFrozen(_ kind: RecordKind, _ id: Int64) throws -> Bool {
        let condition: String
        switch kind {
        case .monthlyReport: condition = "r.id = ?"
        case .correctionReason:
            condition = "(r.month, r.programme) = (SELECT month, programme FROM correction_reason WHERE id = ?)"
        default: return false
        }
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM frozen_report AS f JOIN monthly_report AS r ON r.id = f.report WHERE \(condition))
                """, arguments: [id]) ?? false
    }

    /// The texts of the trail go with their salt; the chain has the hash of both and stays whole.
    private mutating func eraseTexts() throws {
        var entries = subject.entries
        let condition = mentions.condition(on: ["d.before", "d.after"])
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT d.seq, d.before, d.after, a.entity, a.row FROM audit_detail AS d JOIN audit AS a USING (seq)
                WHERE \(condition.sql)
                """, arguments: condition.arguments)
        while let row = try rows.next() {
            let texts = [row[1] as String?, row[2] as String?].compactMap { $0 }
            guard texts.contains(where: { mentions.taken(out: $0) != nil }) else { continue }
            if let kind = RecordKind(rawValue: row[3]), try isFrozen(kind, row[4] as Int64) { continue }
            entries.insert(row[0] as Int64)
        }
        let delete = try db.makeStatement(sql: "DELETE FROM audit_detail WHERE seq = ?")
        for seq in entries.sorted() { try delete.execute(arguments: [seq]) }
        erasure.entries = entries.count
    }

    private mutating func eraseExports() throws {
        let columns = ["subject", "filter", "purpose", "name"]
        let condition = mentions.condition(on: columns)
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, \(columns.joined(separator: ", ")) FROM export WHERE \(condition.sql)",
            arguments: condition.arguments)
        guard !rows.isEmpty else { return }
        try ExportLedgerSchema.whileOpen(db) {
            for row in rows {
                let texts = columns.indices.map { place -> String in
                    let text: String = row[place + 1]
                    return mentions.taken(out: text) ?? text
                }
                try db.execute(
                    sql: "UPDATE export SET \(columns.map { $0 + " = ?" }.joined(separator: ", ")) WHERE id = ?",
                    arguments: StatementArguments(texts) + [row[0] as Int64])
                if db.changesCount == 1 { erasure.exports += 1 }
            }
        }
    }

    private func earlier() throws -> [Erasure.Earlier] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT a.at, k.name, (SELECT count(*) FROM audit AS s WHERE s.change_set = a.change_set)
                FROM audit AS a JOIN coordinator AS k ON k.id = a.actor
                WHERE a.entity = ? AND a.row = ? AND a.action = 'erase' ORDER BY a.seq
                """, arguments: [subject.key.kind.rawValue, subject.key.id]
        ).map { Erasure.Earlier(at: $0[0], by: $0[1], records: $0[2]) }
    }

    private func filesOut() throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM export WHERE at >= (SELECT min(at) FROM audit WHERE entity = ? AND row = ?)
                    AND NOT EXISTS (SELECT 1 FROM export_withdrawal AS w WHERE w.id = export.id)
                """, arguments: [subject.key.kind.rawValue, subject.key.id]) ?? 0
    }
}
