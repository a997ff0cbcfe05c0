import BansoDomain
import BansoStore
import GRDB
import Testing

/// What waits for others in a long import: new organisations by 32, entries of the audit trail by 64.
struct LongImportTests {
    private func company(_ place: Int, postcode: String = "") -> Organisation {
        let digits = String(100_000_000_000 + place)
        return Organisation(name: "会社\(place)", corporateNumber: CorporateNumber(twelve: digits), postcode: postcode)
    }

    private func names(_ desk: TestDesk) throws -> [String] {
        try desk.plainSQL { try String.fetchAll($0, sql: "SELECT name FROM organisation ORDER BY id") }
    }

    @Test(
        "Given as many new companies as fit, one less or one more, then records, trail and numbers agree, undone and done again",
        arguments: [1, 31, 32, 33, 63, 64, 65, 127, 128, 129])
    func edges(count: Int) throws {
        let desk = try TestDesk()
        var told: [Int64] = []
        try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
            for place in 0..<count {
                let (outcome, id) = try bulk.merge(company(place), into: nil)
                #expect(outcome == .created)
                told.append(id)
            }
        }
        let wanted = (0..<count).map { "会社\($0)" }
        #expect(try names(desk) == wanted)
        let trail = try desk.plainSQL { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT a.row, a.organisation, json_extract(d.after, '$.name'), d.before
                    FROM audit AS a JOIN audit_detail AS d ON d.seq = a.seq ORDER BY a.seq
                    """)
        }
        #expect(trail.map { $0[0] as Int64 } == told)
        #expect(trail.map { $0[1] as Int64? } == told)
        #expect(trail.map { $0[2] as String } == wanted)
        #expect(trail.allSatisfy { ($0[3] as String?) == nil })
        #expect(try desk.store.verifyAudit().flaw == nil)
        #expect(try desk.store.check().isSound)
        #expect(try desk.store.undo(by: desk.aoki)?.action == .importCompanies)
        #expect(try names(desk).isEmpty)
        #expect(try desk.store.redo(by: desk.aoki) != nil)
        #expect(try names(desk) == wanted)
        #expect(try desk.store.verifyAudit().flaw == nil)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given a company that waits to be written, then whatever is asked within the import knows it")
    func isKnown() throws {
        let desk = try TestDesk()
        let known = company(1)
        let number = try #require(known.corporateNumber)
        func ask<Answer>(_ question: (BulkDesk, Int64) throws -> Answer) throws -> Answer {
            var answer: Answer?
            try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: true) { bulk in
                answer = try question(bulk, try bulk.merge(known, into: nil).id)
            }
            return try #require(answer)
        }
        #expect(try ask { bulk, id in try bulk.organisation(numbered: number)?.value == id })
        #expect(try ask { bulk, id in try bulk.numbers(of: .organisation, called: "会社1") == [id] })
        #expect(try ask { bulk, id in try bulk.numbers(of: .organisation, called: number.digits) == [id] })
        #expect(
            try ask { bulk, id in
                try bulk.organisations(matching: "会社1", isUnnumbered: false).map(\.value) == [id]
            })
        #expect(try ask { bulk, id in try bulk.exists(RecordKey(.organisation, id)) })
        #expect(try ask { bulk, id in try bulk.record(RecordKey(.organisation, id))?["name"].text == "会社1" })
        #expect(try ask { bulk, _ in try bulk.merge(known, into: nil).outcome } == .unchanged)
        #expect(try ask { bulk, _ in try bulk.merge(company(1, postcode: "8100001"), into: nil).outcome } == .updated)
        #expect(try ask { bulk, id in try bulk.add(company(2)).value == id + 1 })
        #expect(
            try ask { bulk, id in
                let card = PipelineEntry(
                    organisation: OrganisationID(id), pipeline: "A", stage: "lead", since: day(2025, 6, 2))
                return try bulk.add(card).value > 0
            })
        #expect(
            try ask { bulk, id in try bulk.book(TestDesk.consultation(OrganisationID(id)), nextAction: nil) }
                .ordinal == Ordinal(1))
        _ = try ask { bulk, id in
            try bulk.put(Record(.contact, ["organisation": .number(id), "name": .text("森")]), id: nil)
        }
        try ask { bulk, id in try bulk.delete(RecordKey(.organisation, id), version: 1) }
        #expect(try names(desk).isEmpty)
    }

    @Test("Given numbers that were given and taken back, then a company that waits gets one above them")
    func numbers() throws {
        let desk = try TestDesk()
        let last = try desk.company("最後")
        _ = try desk.store.undo(by: desk.aoki)
        var told: [Int64] = []
        try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
            told = [
                try bulk.merge(company(1), into: nil).id, try bulk.add(Organisation(name: "番号なし")).value,
                try bulk.merge(company(2), into: nil).id,
            ]
        }
        #expect(told == [last.value + 1, last.value + 2, last.value + 3])
        #expect(try names(desk) == ["会社1", "番号なし", "会社2"])
    }

    @Test(
        "Given a company that only the schema refuses, found when others are written with it, then nothing of the import is left",
        arguments: [0, 31])
    func refused(others: Int) throws {
        let desk = try TestDesk()
        let error = #expect(throws: DeskError.self) {
            try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
                _ = try bulk.merge(company(0, postcode: "81"), into: nil)
                for place in 0..<others { _ = try bulk.merge(company(place + 1), into: nil) }
            }
        }
        // Not the fault of the row that is read just then.
        #expect(error?.isAboutDatabase == true)
        #expect(try names(desk).isEmpty)
        #expect(try desk.store.lastWrite() == nil)
    }

    @Test(
        "Given a long import, when its undo or redo is ended on its way, then nothing has changed, and it can be done")
    func givenUp() throws {
        struct GivenUp: Error {}
        let desk = try TestDesk()
        let count = 1500
        try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
            for place in 0..<count { _ = try bulk.merge(company(place)) }
        }
        func state() throws -> [String] {
            try names(desk) + [
                try desk.plainSQL { try String.fetchOne($0, sql: "SELECT count(*) || hex(max(hash)) FROM audit") ?? "" }
            ]
        }
        func interrupted(_ take: (StepProgress) throws -> UndoReceipt?) throws {
            let before = try state()
            var told: [Int] = []
            #expect(throws: GivenUp.self) {
                try take { done, total in
                    #expect(total == count)
                    told.append(done)
                    if told.count == 2 { throw GivenUp() }
                }
            }
            #expect(told.count == 2 && told[0] > 0 && told[1] > told[0] && told[1] < count)
            #expect(try state() == before)
            #expect(try desk.store.verifyAudit().flaw == nil)
            #expect(try desk.store.check().isSound)
        }
        try interrupted { try desk.store.undo(at: nil, by: desk.aoki, progress: $0) }
        var last = (0, 0)
        #expect(try desk.store.undo(at: nil, by: desk.aoki) { last = ($0, $1) }?.action == .importCompanies)
        #expect(last == (count, count))
        #expect(try names(desk).isEmpty)
        try interrupted { try desk.store.redo(by: desk.aoki, progress: $0) }
        #expect(try desk.store.redo(by: desk.aoki) != nil)
        #expect(try names(desk) == (0..<count).map { "会社\($0)" })
        #expect(try desk.store.verifyAudit().flaw == nil)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given a long import with a company that somebody changed or refers to since, then its undo says so")
    func refused() throws {
        let desk = try TestDesk()
        let mori = Actor("森")
        try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
            for place in 0..<1200 { _ = try bulk.merge(company(place)) }
        }
        let key = RecordKey(.organisation, 3)
        let stored = try #require(try desk.store.record(key))
        var changed = stored.record
        changed["postcode"] = .text("8120011")
        try desk.store.edit(key, version: stored.version, to: changed, by: mori)
        func reason() -> DeskError? { #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) } }
        guard case .undoRefused(.importCompanies, _, "森", _?, nil, nil, false)? = reason() else {
            return #expect(Bool(false), "\(String(describing: reason()))")
        }
        _ = try desk.store.undo(by: mori)
        let contact = Record(.contact, ["organisation": .number(7), "name": .text("鈴木")])
        _ = try desk.store.add(contact, by: mori)
        guard case .undoRefused(.importCompanies, _, "森", nil, _?, nil, false)? = reason() else {
            return #expect(Bool(false), "\(String(describing: reason()))")
        }
        #expect(try names(desk).count == 1200)
        #expect(try desk.store.verifyAudit().flaw == nil)
    }
}
