import Foundation
import GRDB

/// Walks the audit trail from its start.
enum AuditVerifier {
    static func verify(_ db: Database, head: AuditHead?) throws -> AuditVerdict {
        var verdict = AuditVerdict(entries: 0, erased: 0, flaw: nil)
        var previous = AuditHash.start
        var changeSet: Int64 = 0
        let columns = AuditEntry.columns.replacing("seq,", with: "a.seq,")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(columns), hash, salt, before, after FROM audit AS a LEFT JOIN audit_detail AS d USING (seq)
                ORDER BY a.seq
                """)
        while let row = try rows.next() {
            let entry = AuditEntry(row: row)
            let hash: Data = row[12]
            let follows = entry.changeSet == entry.seq || entry.changeSet == changeSet
            guard entry.seq == Int64(verdict.entries) + 1, entry.previous == previous, entry.hash == hash, follows
            else {
                verdict.flaw = .broken(seq: Int64(verdict.entries) + 1)
                return verdict
            }
            verdict.entries += 1
            previous = hash
            changeSet = entry.changeSet
            if let head, head.seq == entry.seq, head.hash != hex(hash) {
                verdict.flaw = .rewritten(seq: head.seq)
                return verdict
            }
            guard let salt: Data = row[13] else {
                verdict.erased += 1
                continue
            }
            let texts = [row[14] as String?, row[15]].map { $0.map { Array($0.utf8) } }
            guard AuditHash.detail(salt: salt, before: texts[0], after: texts[1]) == entry.detailHash else {
                verdict.flaw = .detail(seq: entry.seq)
                return verdict
            }
        }
        if let head, head.seq > Int64(verdict.entries) { verdict.flaw = .cut(seq: head.seq) }
        return verdict
    }

    static func hex(_ data: Data) -> String {
        data.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
