import BansoDomain
import GRDB
import Testing

@testable import BansoStore

struct HistoryTests {
    private typealias Record = BansoDomain.Record

    private func rename(_ desk: TestDesk, _ company: OrganisationID, to name: String, by actor: Actor) throws {
        let key = RecordKey(.organisation, company.value)
        var stored = try #require(try desk.store.record(key))
        stored.record["name"] = .text(name)
        try desk.store.edit(key, version: stored.version, to: stored.record, by: actor)
    }

    @Test("Given changes by two people, then each entry says who, what, before and after, newest first")
    func entries() throws {
        let desk = try TestDesk()
        let company = try desk.company("一社")
        try rename(desk, company, to: "二社", by: Actor("森"))
        let entries = try desk.store.history(HistoryQuery(.record(RecordKey(.organisation, company.value)), limit: 9))
        #expect(entries.map(\.action) == [.edit, .add])
        #expect(entries.map(\.actor) == ["森", "青木"])
        #expect(entries.map(\.title) == ["二社", "二社"])
        #expect(entries.map { $0.before?["name"] } == [.text("一社"), nil])
        #expect(entries.map { $0.after?["name"] } == [.text("二社"), .text("一社")])
        #expect(entries.allSatisfy { $0.at > 1_700_000_000 && !$0.isUndone })
    }

    @Test("Given a step taken back and done again, then it says so only while it is taken back")
    func undone() throws {
        let desk = try TestDesk()
        let company = try desk.company("一社")
        try rename(desk, company, to: "二社", by: desk.aoki)
        func marks() throws -> [Bool] { try desk.store.history(HistoryQuery(.everything, limit: 9)).map(\.isUndone) }
        _ = try desk.store.undo(by: desk.aoki)
        #expect(try marks() == [false, true, false])
        _ = try desk.store.redo(by: desk.aoki)
        #expect(try marks() == [false, true, false, false])
        _ = try desk.store.undo(by: desk.aoki)
        #expect(try marks() == [false, false, true, true, false])
    }

    @Test("Given an organisation, then its history is of all that belongs to it, by pages, along an index")
    func organisation() throws {
        let desk = try TestDesk()
        let (company, other) = (try desk.company("一社"), try desk.company("二社"))
        for _ in 0..<2 { try desk.book(company) }
        try desk.book(other)
        let query = HistoryQuery(.organisation(company), limit: 9)
        let all = try desk.store.history(query)
        #expect(all.map(\.key.kind) == [.consultation, .pipelineEntry, .consultation, .organisation])
        #expect(all.first?.title == "一社 2025-08-05")
        var paged: [HistoryEntry] = []
        while let page = try Optional(
            desk.store.history(HistoryQuery(.organisation(company), before: paged.last?.seq, limit: 1))), !page.isEmpty
        {
            paged += page
        }
        #expect(paged == all)
        for scope in [HistoryQuery.Scope.organisation(company), .record(RecordKey(.organisation, 1)), .everything] {
            let statement = HistoryStatement(HistoryQuery(scope, limit: 9))
            let plan = try desk.plainSQL { db in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments)
                    .map { $0["detail"] as String }
            }
            #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN") }, "\(plan)")
        }
    }

    @Test("Given a contract between two companies, then it stands in the history of both, in its place, by pages")
    func contract() throws {
        let desk = try R7Desk()
        let (sender, receiver) = (try desk.company("一社"), try desk.company("二社"))
        let record = Record(
            .interCompanyContract,
            [
                "activity": .text("A3-4"), "sender": .number(sender), "receiver": .number(receiver),
                "date": .day(day(2025, 12, 1)),
            ])
        _ = try desk.store.add(record, by: desk.aoki)
        try desk.add(.contact, ["organisation": .number(receiver), "name": .text("鈴木")])
        for (company, kinds) in [
            (sender, [RecordKind.interCompanyContract, .organisation]),
            (receiver, [.contact, .interCompanyContract, .organisation]),
        ] {
            let all = try desk.store.history(HistoryQuery(.organisation(OrganisationID(company)), limit: 9))
            #expect(Set(all.map(\.key.kind)) == Set(kinds) && all.count == kinds.count)
            #expect(all.map(\.seq) == all.map(\.seq).sorted(by: >))
            let first = try desk.store.history(HistoryQuery(.organisation(OrganisationID(company)), limit: 1))
            let rest = try desk.store.history(
                HistoryQuery(.organisation(OrganisationID(company)), before: first.last?.seq, limit: 9))
            #expect(first + rest == all)
        }
    }

    @Test("Given a check, then what it changes of its organisation is no addition of that")
    func check() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let check = Record(
            .eligibilityCheck,
            [
                "organisation": .number(company.value), "date": .day(day(2025, 9, 1)),
                "legal_form": .token(LegalForm.other),
                "evidence": .text("登記簿"),
            ])
        _ = try desk.store.add(check, by: desk.aoki)
        let entries = try desk.store.history(HistoryQuery(.organisation(company), limit: 2))
        let done = Dictionary(uniqueKeysWithValues: entries.map { ($0.key.kind, $0.done) })
        #expect(done == [.eligibilityCheck: .add, .organisation: .edit])
    }

    @Test("Given texts that were erased, then the entry stays without them")
    func erased() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        try desk.plainSQL { try $0.execute(sql: "DELETE FROM audit_detail") }
        let entry = try #require(try desk.store.history(HistoryQuery(.organisation(company), limit: 1)).first)
        #expect(entry.before == nil && entry.after == nil && entry.action == .add)
    }
}
