import BansoDomain
import BansoStore
import GRDB
import Testing

struct AuditTests {
    private func filled() throws -> TestDesk {
        let desk = try TestDesk()
        let company = try desk.company()
        for _ in 1...3 { try desk.book(company) }
        return desk
    }

    /// Takes the triggers away first, as somebody who wants to hide something would.
    private func tamper(_ desk: TestDesk, _ sql: String) throws {
        try desk.plainSQL { db in
            for trigger in ["audit_keeps", "audit_stays", "audit_detail_keeps"] {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: sql)
        }
    }

    @Test("Given a trail nobody touched, then it is whole and goes through a head that was noted before")
    func whole() throws {
        let desk = try filled()
        let head = try #require(try desk.store.auditHead())
        try desk.book(try desk.company("別"))
        let verdict = try desk.store.verifyAudit(head: head)
        #expect(verdict.flaw == nil)
        #expect(verdict.entries > Int(head.seq))
        #expect(AuditHead(head.text) == head)
    }

    @Test(
        "Given plain SQL, when it changes or deletes an entry, then the database refuses",
        arguments: [
            "UPDATE audit SET actor = actor", "DELETE FROM audit", "UPDATE audit_detail SET after = '{}'",
        ])
    func appendOnly(sql: String) throws {
        let desk = try filled()
        #expect(throws: DatabaseError.self) { try desk.plainSQL { try $0.execute(sql: sql) } }
    }

    @Test(
        "Given an entry was edited or taken out of the middle, then the trail breaks there",
        arguments: [
            ("UPDATE audit SET at = at - 86400 WHERE seq = 2", .broken(seq: 2)),
            ("DELETE FROM audit WHERE seq = 2", .broken(seq: 2)),
            ("UPDATE audit_detail SET after = replace(after, '2025', '2024') WHERE seq = 2", .detail(seq: 2)),
        ] as [(String, AuditVerdict.Flaw)])
    func edited(sql: String, flaw: AuditVerdict.Flaw) throws {
        let desk = try filled()
        try tamper(desk, sql)
        #expect(try desk.store.verifyAudit().flaw == flaw)
        #expect(try !desk.store.check().isSound)
    }

    @Test("Given the last entry was cut off, then only the head that was noted shows it")
    func cutTail() throws {
        let desk = try filled()
        let head = try #require(try desk.store.auditHead())
        try tamper(desk, "DELETE FROM audit WHERE seq = \(head.seq)")
        #expect(try desk.store.verifyAudit().flaw == nil)
        #expect(try desk.store.verifyAudit(head: head).flaw == .cut(seq: head.seq))
    }

    @Test("Given a head with another hash, then the trail was written anew")
    func rewritten() throws {
        let desk = try filled()
        let head = AuditHead(seq: 2, hash: String(repeating: "0", count: 64))
        #expect(try desk.store.verifyAudit(head: head).flaw == .rewritten(seq: 2))
    }

    @Test("Given the texts of an entry were erased, then the chain is whole and says how many")
    func erased() throws {
        let desk = try filled()
        try desk.plainSQL { try $0.execute(sql: "DELETE FROM audit_detail WHERE seq = 2") }
        let verdict = try desk.store.verifyAudit()
        #expect(verdict.flaw == nil)
        #expect(verdict.erased == 1)
    }
}
