import BansoDomain
import BansoStore
import Testing

struct ConsultationRecordTests {
    private func consultation(_ company: OrganisationID, on date: Day = day(2025, 8, 5)) -> Record {
        Record(
            .consultation,
            [
                "organisation": .number(company.value), "date": .day(date), "minutes": .number(90),
                "mode": .token(Consultation.Mode.online),
            ])
    }

    @Test(
        "Given a consultation added as any record, then it has the next ordinal, its card moves, and the 4th is refused"
    )
    func booked() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        for number in 1...3 {
            let id = try desk.store.add(consultation(company), by: desk.aoki)
            #expect(try desk.store.record(RecordKey(.consultation, id))?.record["ordinal"] == .number(number))
        }
        #expect(try desk.store.file(of: company)?.entries.first?.record.stage == "consultation")
        #expect(throws: DeskError.consultationLimit(company: "有明食品株式会社", limit: 3)) {
            try desk.store.add(consultation(company), by: desk.aoki)
        }
    }

    @Test("Given a consultation, when it is edited as any record, then its ordinal and its company stay")
    func edited() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let other = try desk.company("別社")
        try desk.book(company)
        let id = try desk.book(company).consultation.value
        let key = RecordKey(.consultation, id)
        var record = consultation(other, on: day(2025, 9, 1))
        record["ordinal"] = .number(3)
        try desk.store.bulk(.editSeveral, by: desk.aoki, isDryRun: false) { try $0.edit(key, version: 1, to: record) }
        let stored = try #require(try desk.store.record(key)).record
        #expect(stored["ordinal"] == .number(2))
        #expect(stored["organisation"] == .number(company.value))
        #expect(stored["date"] == .day(day(2025, 9, 1)))
        #expect(throws: DeskError.stale(what: LocalizedText(ja: "この相談", en: "the consultation"))) {
            try desk.store.bulk(.editSeveral, by: desk.aoki, isDryRun: false) {
                try $0.edit(key, version: 1, to: record)
            }
        }
    }

    @Test("Given a consultation, when it is deleted, then its ordinal is free; undone, it is back and counts")
    func deleted() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let first = RecordKey(.consultation, try desk.book(company).consultation.value)
        try desk.book(company)
        try desk.store.bulk(.delete, by: desk.aoki, isDryRun: false) { try $0.delete(first, version: 1) }
        #expect(try desk.actual("A2.consultations") == 1)
        _ = try desk.store.undo(by: desk.aoki)
        #expect(try desk.store.file(of: company)?.consultations.map(\.ordinal.value) == [1, 2])
        #expect(try desk.actual("A2.consultations") == 2)
        try desk.store.delete(first, version: try #require(try desk.store.record(first)).version, by: desk.aoki)
        #expect(try desk.book(company).ordinal.value == 1)
    }

    @Test("Given a company with records, when it is deleted in bulk, then it is refused and nothing is gone")
    func referred() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        try desk.book(company)
        #expect(throws: DeskError.self) {
            try desk.store.bulk(.delete, by: desk.aoki, isDryRun: false) {
                try $0.delete(RecordKey(.organisation, company.value), version: 1)
            }
        }
        #expect(try desk.store.file(of: company)?.consultations.count == 1)
    }
}
