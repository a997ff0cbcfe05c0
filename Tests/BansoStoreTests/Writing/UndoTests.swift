import BansoDomain
import BansoStore
import Testing

struct UndoTests {
    @Test("Given a door, then only what was done there last is taken back")
    func atADoor() throws {
        let desk = try R7Desk()
        let (event, other) = (
            try desk.event("A1-1", on: day(2025, 9, 10)), try desk.event("A1-1", on: day(2025, 9, 11))
        )
        let me = Actor("受付")
        let company = try desk.company("有明食品")
        func arrive(_ event: Int64) throws {
            let attendance = Record(.attendance, ["event": .number(event), "organisation": .number(company)])
            _ = try desk.store.add(attendance, by: me)
        }
        try arrive(event)
        #expect(try desk.store.undo(at: other, by: me) == nil)
        try arrive(other)
        #expect(try desk.store.undo(at: event, by: me) == nil)
        #expect(try desk.store.undo(at: other, by: me)?.action == .add)
        #expect(try desk.store.undo(at: event, by: me)?.action == .add)
        _ = try desk.store.add(Record(.region, ["name": .text("筑豊")]), by: me)
        #expect(try desk.store.undo(at: event, by: me) == nil)
        #expect(try desk.store.undo(by: me)?.action == .add)
    }

    @Test("Given a booking that moved a card, when it is undone, then records, stage and counts are as before")
    func undoBooking() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        _ = try desk.store.add(
            PipelineEntry(organisation: company, pipeline: "A", stage: "lead", since: day(2025, 6, 2)), by: desk.aoki)
        try desk.book(company)
        let receipt = try desk.store.undo(by: desk.aoki)
        #expect(receipt == UndoReceipt(action: .book, name: "有明食品株式会社"))
        let file = try #require(try desk.store.file(of: company))
        #expect(file.consultations.isEmpty)
        #expect(file.entries.first?.record.stage == "lead")
        #expect(file.entries.first?.record.since == day(2025, 6, 2))
        #expect(try desk.actual("A2.companies") == 0)
        #expect(file.timeline.map(\.what) == [.stage("A", from: nil, to: "lead")])
    }

    @Test("Given a change of a record that is no organisation's, when it is undone, then the record is named")
    func undoNamesTheRecord() throws {
        let desk = try R7Desk()
        let id = try desk.add(.talent, ["name": .text("佐藤健")])
        let key = RecordKey(.talent, id)
        var talent = try #require(try desk.store.record(key))
        talent.record["notes"] = .text("連絡済み")
        try desk.store.edit(key, version: talent.version, to: talent.record, by: desk.aoki)
        let notes = LocalizedText(ja: "メモ", en: "notes")
        let edit = UndoReceipt.Change(label: RecordKind.talent.label, fields: [notes])
        let receipt = UndoReceipt(action: .edit, name: "佐藤健", change: edit)
        #expect(try desk.store.undo(by: desk.aoki) == receipt)
        #expect(try desk.store.redo(by: desk.aoki) == receipt)
        // An addition is named by its sort too, an institution as one
        _ = try desk.store.add(
            Record(.organisation, ["name": .text("別府商工会"), "kind": .token(Organisation.Kind.institution)]),
            by: desk.aoki
        )
        let addition = UndoReceipt.Change(label: LocalizedText(ja: "経営支援機関", en: "institution"))
        #expect(
            try desk.store.undo(by: desk.aoki) == UndoReceipt(action: .add, name: "別府商工会", change: addition))
    }

    @Test("Given two bookings on one card, when both are undone, then each undo takes back one more")
    func undoTwice() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        try desk.book(company, next: NextAction(text: "一"))
        try desk.book(company, next: NextAction(text: "二"))
        #expect(try desk.store.undo(by: desk.aoki)?.action == .book)
        #expect(try desk.store.file(of: company)?.entries.first?.record.nextAction?.text == "一")
        #expect(try desk.store.undo(by: desk.aoki)?.action == .book)
        #expect(try desk.store.undo(by: desk.aoki)?.action == .add)
        #expect(try desk.store.undo(by: desk.aoki) == nil)
        #expect(try desk.store.file(of: company) == nil)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given somebody else moved the card since, when the booking is undone, then it is refused and all stays")
    func refused() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        try desk.book(company)
        let entry = try #require(try desk.store.file(of: company)?.entries.first)
        try desk.store.move(entry.id, version: entry.version, to: "posting", on: day(2025, 9, 1), by: Actor("森"))
        #expect(throws: DeskError.undoRefused(action: .book, name: "有明食品株式会社", by: "森")) {
            try desk.store.undo(by: desk.aoki)
        }
        #expect(try desk.actual("A2.consultations") == 1)
    }

    @Test("Given another person's record hangs on it, when an addition is undone, then it is refused")
    func refusedByReference() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        _ = try desk.store.book(TestDesk.consultation(company), nextAction: nil, by: Actor("森"))
        let refusal = DeskError.undoRefused(
            action: .add, name: "有明食品株式会社", by: "森", referrer: RecordKind.consultation.label)
        #expect(throws: refusal) { try desk.store.undo(by: desk.aoki) }
    }

    @Test("Given somebody applied to a posting since, when its addition is undone, then the refusal says what and who")
    func refusedByApplication() throws {
        let desk = try R7Desk()
        let company = try desk.company()
        let posting = Record(
            .posting,
            [
                "organisation": .number(company), "activity": .text("A1-3"), "kind": .text("side-job"),
                "title": .text("EC サイトの改善"), "date": .day(day(2025, 9, 1)),
            ])
        let id = try desk.store.add(posting, by: desk.aoki)
        let person = try desk.store.add(Record(.talent, ["name": .text("佐藤健")]), by: Actor("森"))
        let application = Record(
            .application,
            [
                "posting": .number(id), "talent": .number(person), "date": .day(day(2025, 9, 2)),
                "documents": .flag(false),
            ])
        _ = try desk.store.add(application, by: Actor("森"))
        let refusal = #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) }
        #expect(refusal?.text.ja.contains("その後に森が登録した応募が参照しているため元に戻せません（先にその応募を削除）") == true)
        #expect(
            refusal?.text.en.contains("the application entered by 森 since refers to it (delete that first)") == true)
    }

    @Test("Given one's own later steps were taken back, when an undo is refused, then it names who stands in the way")
    func refusedByWhatStands() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let key = RecordKey(.organisation, company.value)
        func name(_ name: String, by actor: Actor) throws {
            guard let stored = try desk.store.record(key) else { return }
            var record = stored.record
            record["address"] = .text(name)
            try desk.store.edit(key, version: stored.version, to: record, by: actor)
        }
        try name("一", by: desk.aoki)
        try name("二", by: Actor("森"))
        try name("三", by: desk.aoki)
        _ = try desk.store.undo(by: desk.aoki)
        let refusal = #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) }
        guard case .undoRefused(_, _, let by, _, _, _, _)? = refusal else {
            Issue.record("it is not refused")
            return
        }
        #expect(by == "森")
    }

    @Test("Given an import, when it is undone, then every record of it is gone, and its numbers are not used again")
    func undoBulk() throws {
        let desk = try TestDesk()
        try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
            for number in 1...1200 {
                let company = try bulk.add(Organisation(name: "企業\(number)"))
                _ = try bulk.book(TestDesk.consultation(company), nextAction: nil)
            }
        }
        #expect(try desk.actual("A2.companies") == 1200)
        #expect(try desk.store.undo(by: desk.aoki) == UndoReceipt(action: .importCompanies, name: ""))
        #expect(try desk.actual("A2.companies") == 0)
        #expect(try desk.store.search("企業", limit: 5).isEmpty)
        #expect(try desk.company().value == 1201)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given one person's write, when another undoes, then there is nothing to undo")
    func ownStepsOnly() throws {
        let desk = try TestDesk()
        _ = try desk.company()
        #expect(try desk.store.undo(by: Actor("森")) == nil)
    }
}
