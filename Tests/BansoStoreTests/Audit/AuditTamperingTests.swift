import BansoDomain
import Foundation
import GRDB
import Testing

@testable import BansoStore

/// Whoever can write the file past the program can change anything in the trail, but not unnoticed by who has its head.
/// BANSO_TORTURE=1 tries a thousand changes; BANSO_SEED=N begins with the one that went unnoticed.
@Suite struct AuditTamperingTests {
    private static let environment = ProcessInfo.processInfo.environment

    /// The columns with what stands for another value in them.
    private static let edits: [(column: String, other: String)] = [
        ("change_set", "change_set + 1"), ("at", "at + 1"), ("actor", "actor + 1"), ("action", "action || ' '"),
        ("operation", "CASE operation WHEN 'insert' THEN 'update' ELSE 'insert' END"), ("entity", "entity || 'x'"),
        ("row", "row + 1"), ("organisation", "coalesce(organisation, 0) + 1"), ("undoes", "coalesce(undoes, 0) + 1"),
        ("detail_hash", "randomblob(32)"), ("previous", "randomblob(32)"), ("hash", "randomblob(32)"),
    ]

    private static let textEdits = [
        "before = coalesce(before, '') || ' '", "after = coalesce(after, '') || ' '", "salt = randomblob(16)",
        "before = NULL, after = coalesce(after, before) || ' '",
    ]

    /// - Returns: what is done to a trail of so many entries, as SQL.
    private static func change(_ entries: Int, _ random: inout SystemRandom) -> String {
        let seq = random.next(in: 1...entries)
        switch random.next(in: 0...9) {
        case 0...3:
            let edit = edits[random.next(in: 0...(edits.count - 1))]
            return "UPDATE audit SET \(edit.column) = \(edit.other) WHERE seq = \(seq)"
        case 4...5:
            return "UPDATE audit_detail SET \(textEdits[random.next(in: 0...(textEdits.count - 1))]) WHERE seq = \(seq)"
        case 6: return "DELETE FROM audit WHERE seq = \(seq)"
        case 7: return "DELETE FROM audit WHERE seq >= \(seq)"
        case 8:
            // Two neighbours change places, with their texts or without
            let first = random.next(in: 1...(entries - 1))
            let tables = random.next(in: 0...1) == 0 ? ["audit"] : ["audit", "audit_detail"]
            return tables.map {
                """
                UPDATE \($0) SET seq = -seq WHERE seq IN (\(first), \(first + 1));
                UPDATE \($0) SET seq = \(first + 1) WHERE seq = -\(first);
                UPDATE \($0) SET seq = \(first) WHERE seq = -\(first + 1);
                """
            }.joined()
        default:
            // One is taken out, and those behind it move up
            return """
                DELETE FROM audit WHERE seq = \(seq);
                UPDATE audit SET seq = seq - 1, change_set = min(change_set, seq - 1) WHERE seq > \(seq);
                """
        }
    }

    /// A generator whose numbers are the same for a seed (Knuth's MMIX).
    struct SystemRandom {
        var state: UInt64

        mutating func next(in range: ClosedRange<Int>) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int(state >> 33) % range.count
        }
    }

    @Test("Given a head that was noted, when anything in the trail is changed, then it is found")
    func anyChange() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        for month in 5...7 { try desk.book(company, on: day(2025, month, 5)) }
        for _ in 1...2 { _ = try desk.store.undo(by: desk.aoki) }
        let other = try desk.company("別の会社")
        try desk.book(other, next: NextAction(text: "電話", due: day(2025, 12, 1)))
        let head = try #require(try desk.store.auditHead())
        let first = Self.environment["BANSO_SEED"].flatMap(Int.init) ?? 1
        let rounds = Self.environment["BANSO_TORTURE"] == "1" ? 1_000 : 120
        try desk.plainSQL { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            for trigger in ["audit_keeps", "audit_stays", "audit_detail_keeps"] {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            let whole = try AuditVerifier.verify(db, head: head)
            try #require(whole.flaw == nil && whole.entries >= 9)
            for seed in first..<(first + rounds) {
                var random = SystemRandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
                let sql = Self.change(whole.entries, &random)
                try db.execute(sql: "BEGIN")
                try db.execute(sql: sql)
                let isChanged = db.totalChangesCount > 0
                let verdict = try AuditVerifier.verify(db, head: head)
                try db.execute(sql: "ROLLBACK")
                #expect(isChanged && verdict.flaw != nil, "BANSO_SEED=\(seed): \(sql)")
            }
            #expect(try AuditVerifier.verify(db, head: head) == whole)
        }
    }

    @Test("Given the head's own texts were erased, then a trail that was written anew shows all the same")
    func erasedHead() throws {
        let desk = try TestDesk()
        try desk.book(try desk.company())
        let head = try #require(try desk.store.auditHead())
        try desk.plainSQL { try $0.execute(sql: "DELETE FROM audit_detail WHERE seq = \(head.seq)") }
        #expect(try desk.store.verifyAudit(head: head).flaw == nil)
        let anew = AuditHead(seq: head.seq, hash: String(repeating: "0", count: 64))
        #expect(try desk.store.verifyAudit(head: anew).flaw == .rewritten(seq: head.seq))
    }
}
