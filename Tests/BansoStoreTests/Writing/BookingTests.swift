import BansoDomain
import BansoStore
import GRDB
import Testing

struct BookingTests {
    @Test("Given a company, when it is consulted three times, then the ordinals run 1, 2, 3 and a fourth is refused")
    func fourthIsRefused() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let ordinals = try (1...3).map { _ in try desk.book(company).ordinal.value }
        #expect(ordinals == [1, 2, 3])
        #expect(throws: DeskError.consultationLimit(company: "有明食品株式会社", limit: 3)) { try desk.book(company) }
        #expect(try desk.actual("A2.consultations") == 3)
    }

    @Test("Given an institution, when it is consulted, by hand or by an import, then it is refused with the reason")
    func institutionIsRefused() throws {
        let desk = try TestDesk()
        let chamber = try desk.store.add(Organisation(kind: .institution, name: "熊本商工会議所"), by: desk.aoki)
        let refused = DeskError.invalid(
            field: LocalizedText(ja: "企業", en: "organisation"),
            reason: LocalizedText(
                ja: "熊本商工会議所は経営支援機関です。相談は企業だけに記録できます",
                en: "熊本商工会議所 is no company; only a company can have a consultation"))
        #expect(throws: refused) { try desk.book(chamber) }
        #expect(throws: refused) {
            try desk.store.bulk(.importRecords, by: desk.aoki, isDryRun: false) { bulk in
                _ = try bulk.book(TestDesk.consultation(chamber), nextAction: nil)
            }
        }
        #expect(try desk.store.file(of: chamber)?.consultations.isEmpty == true)
        #expect(try desk.store.file(of: chamber)?.entries.isEmpty == true)
    }

    @Test(
        "Given three consultations, when plain SQL adds a fourth, then the database refuses it", arguments: [3, 4, 0])
    func plainSQLIsRefused(ordinal: Int) throws {
        let desk = try TestDesk()
        let company = try desk.company()
        for _ in 1...3 { try desk.book(company) }
        #expect(throws: DatabaseError.self) {
            try desk.plainSQL {
                try $0.execute(
                    sql: """
                        INSERT INTO consultation (organisation, ordinal, date, minutes, mode, topics, notes)
                        VALUES (?, ?, '2025-08-05', 60, 'online', '', '')
                        """, arguments: [company.value, ordinal])
            }
        }
    }

    @Test("Given the second of three was taken out, when another is booked, then it takes the free ordinal")
    func lowestFreeOrdinal() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        for _ in 1...3 { try desk.book(company) }
        try desk.plainSQL { try $0.execute(sql: "DELETE FROM consultation WHERE ordinal = 2") }
        #expect(try desk.book(company).ordinal == Ordinal(2))
    }

    @Test("Given a company in no pipeline, when it is booked, then it enters at the consultation's stage")
    func entersPipeline() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let receipt = try desk.book(company, next: NextAction(text: "資料を送る", due: day(2025, 8, 12)))
        #expect(receipt.movedTo == "consultation")
        let entry = try #require(try desk.store.file(of: company)?.entries.first?.record)
        #expect(entry.stage == "consultation")
        #expect(entry.since == day(2025, 8, 5))
        #expect(entry.nextAction == NextAction(text: "資料を送る", due: day(2025, 8, 12)))
    }

    @Test(
        "Given a company before or past the stage, when it is booked, then it only ever moves forward",
        arguments: [("lead", "consultation"), ("posting", nil)] as [(StageID, StageID?)])
    func movesForwardOnly(from: StageID, to: StageID?) throws {
        let desk = try TestDesk()
        let company = try desk.company()
        _ = try desk.store.add(
            PipelineEntry(organisation: company, pipeline: "A", stage: from, since: day(2025, 6, 2)), by: desk.aoki)
        #expect(try desk.book(company).movedTo == to)
        #expect(try desk.store.stageCounts(of: "A") == [to ?? from: 1])
    }

    @Test("Given a card that came later than a consultation entered afterwards, then it stands there from when it came")
    func neverBeforeItCame() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        _ = try desk.store.add(
            PipelineEntry(organisation: company, pipeline: "A", stage: "lead", since: day(2025, 11, 7)), by: desk.aoki)
        #expect(try desk.book(company, on: day(2025, 8, 5)).movedTo == "consultation")
        #expect(try desk.store.file(of: company)?.entries.first?.record.since == day(2025, 11, 7))
    }

    @Test("Given no such company, when it is booked, then nothing is found")
    func unknownCompany() throws {
        let desk = try TestDesk()
        #expect {
            try desk.book(OrganisationID(99))
        } throws: { error in
            if case DeskError.notFound = error { true } else { false }
        }
    }

    @Test("Given impossible minutes or a control character, when it is booked, then it is refused and nothing is left")
    func invalidValues() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        var consultation = TestDesk.consultation(company)
        consultation.minutes = 0
        var poisoned = TestDesk.consultation(company)
        poisoned.topics = "題\u{0}名"
        for bad in [consultation, poisoned] {
            #expect {
                try desk.store.book(bad, nextAction: nil, by: desk.aoki)
            } throws: { error in
                if case DeskError.invalid = error { true } else { false }
            }
        }
        #expect(try desk.actual("A2.consultations") == 0)
        #expect(try desk.store.stageCounts(of: "A").isEmpty)
    }
}
