import BansoDomain
import BansoStore
import Testing

/// What is refused stands in nobody's way.
struct PassingOverTests {
    private let mori = Actor("森")

    private func note(_ text: String, on company: OrganisationID, by actor: Actor, _ desk: TestDesk) throws {
        let key = RecordKey(.organisation, company.value)
        var stored = try #require(try desk.store.record(key))
        stored.record["address"] = .text(text)
        try desk.store.edit(key, version: stored.version, to: stored.record, by: actor)
    }

    private func notes(of company: OrganisationID, _ desk: TestDesk) throws -> String? {
        try desk.store.record(RecordKey(.organisation, company.value))?.record["address"].text
    }

    /// Two companies that 青木 wrote a note about, the second of which 森 changed after that.
    private func disturbed() throws -> (desk: TestDesk, first: OrganisationID, second: OrganisationID) {
        let desk = try TestDesk()
        let (first, second) = (try desk.company("一社"), try desk.company("二社"))
        try note("一", on: first, by: desk.aoki, desk)
        try note("二", on: second, by: desk.aoki, desk)
        try note("森", on: second, by: mori, desk)
        return (desk, first, second)
    }

    @Test("Given somebody changed what a person wrote last, when they undo twice, then the write before is taken back")
    func undo() throws {
        let (desk, first, second) = try disturbed()
        #expect(throws: DeskError.undoRefused(action: .edit, name: "二社", by: "森")) {
            try desk.store.undo(by: desk.aoki)
        }
        #expect(try desk.store.next(.undo, at: nil, by: desk.aoki)?.name == "一社")
        #expect(try notes(of: first, desk) == "一")
        #expect(try desk.store.undo(by: desk.aoki)?.name == "一社")
        #expect(try notes(of: first, desk) == "")
        #expect(try notes(of: second, desk) == "森")
        #expect(try desk.store.check().isSound)
    }

    @Test("Given all before it is taken back, then what was passed over is tried again")
    func fromTheTop() throws {
        let (desk, first, second) = try disturbed()
        #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) }
        // The note on the first, both companies (of which the second can't be taken back), then nothing is left below.
        #expect(try desk.store.undo(by: desk.aoki)?.name == "一社")
        #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) }
        #expect(try desk.store.undo(by: desk.aoki)?.action == .add)
        #expect(try desk.store.file(of: first) == nil)
        #expect(try desk.store.next(.undo, at: nil, by: desk.aoki) == nil)
        _ = try desk.store.undo(by: mori)
        #expect(try desk.store.undo(by: desk.aoki)?.action == .edit)
        #expect(try notes(of: second, desk) == "")
        #expect(try desk.store.undo(by: desk.aoki)?.name == "二社")
        #expect(try desk.store.undo(by: desk.aoki) == nil)
    }

    @Test("Given they wrote anything else since, or did something again, then undo begins with that")
    func afterAnotherWrite() throws {
        let (desk, first, _) = try disturbed()
        #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) }
        _ = try desk.company("三社")
        #expect(try desk.store.next(.undo, at: nil, by: desk.aoki)?.name == "三社")
        #expect(try desk.store.undo(by: desk.aoki)?.name == "三社")
        #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) }
        #expect(try desk.store.redo(by: desk.aoki)?.name == "三社")
        #expect(try desk.store.undo(by: desk.aoki)?.name == "三社")
        #expect(try notes(of: first, desk) == "一")
    }

    @Test("Given one person passes something over, then another one's undo and another program's begin at the top")
    func others() throws {
        let (desk, _, _) = try disturbed()
        #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) }
        #expect(try desk.store.next(.undo, at: nil, by: mori)?.name == "二社")
        let other = try desk.another()
        #expect(throws: DeskError.undoRefused(action: .edit, name: "二社", by: "森")) { try other.undo(by: desk.aoki) }
        other.close()
    }

    @Test("Given somebody changed what was taken back last, when it is done again twice, then the next one is")
    func redo() throws {
        let desk = try TestDesk()
        let (first, second) = (try desk.company("一社"), try desk.company("二社"))
        try note("一", on: first, by: desk.aoki, desk)
        try note("二", on: second, by: desk.aoki, desk)
        for _ in 0..<2 { _ = try desk.store.undo(by: desk.aoki) }
        try note("森", on: first, by: mori, desk)
        #expect(throws: DeskError.undoRefused(action: .edit, name: "一社", by: "森", isRedo: true)) {
            try desk.store.redo(by: desk.aoki)
        }
        #expect(try desk.store.next(.redo, at: nil, by: desk.aoki)?.name == "二社")
        #expect(try desk.store.redo(by: desk.aoki)?.name == "二社")
        #expect(try notes(of: first, desk) == "森")
        #expect(try notes(of: second, desk) == "二")
        // What was done again is what is taken back, and then the one passed over is asked about first.
        #expect(try desk.store.undo(by: desk.aoki)?.name == "二社")
        #expect(throws: Never.self) { try desk.store.redo(by: desk.aoki) }
        #expect(try notes(of: second, desk) == "二")
    }

    @Test("Given texts of a step were erased, and the erasure is one's own last step, then both are passed over")
    func erased() throws {
        let desk = try R7Desk()
        let person = try desk.add(.talent, ["name": .text("高見沢俊一")])
        let region = try desk.add(.region, ["name": .text("筑豊")])
        var stored = try #require(try desk.store.record(RecordKey(.talent, person)))
        stored.record["notes"] = .text("連絡済み")
        try desk.store.edit(stored.key, version: stored.version, to: stored.record, by: desk.aoki)
        _ = try desk.store.erase(stored.key, by: desk.aoki, isDryRun: false)
        for _ in 0..<2 { #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) } }
        #expect(try desk.store.undo(by: desk.aoki)?.name == "筑豊")
        #expect(try desk.store.record(RecordKey(.region, region)) == nil)
    }

    @Test("Given a deletion whose company is gone, or whose place was taken, then the refusal says so")
    func obstacles() throws {
        let desk = try R7Desk()
        let company = try desk.company()
        let contact = try desk.add(.contact, ["organisation": .number(company), "name": .text("山田太郎")])
        try desk.store.delete(RecordKey(.contact, contact), version: 1, by: desk.aoki)
        let stored = try #require(try desk.store.record(RecordKey(.organisation, company)))
        try desk.store.delete(stored.key, version: stored.version, by: mori)
        let gone = #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) }
        #expect(gone?.text.ja.contains("関係する企業・機関が今はないため元に戻せません") == true, "\(gone?.text.ja ?? "")")

        let other = try desk.company("別社")
        func book() throws -> BookingReceipt {
            try desk.store.book(
                Consultation(company: OrganisationID(other), date: day(2025, 8, 5), minutes: 90, mode: .online),
                nextAction: nil, by: desk.aoki)
        }
        let first = RecordKey(.consultation, try book().consultation.value)
        try desk.store.delete(first, version: 1, by: desk.aoki)
        _ = try desk.store.book(
            Consultation(company: OrganisationID(other), date: day(2025, 8, 6), minutes: 90, mode: .online),
            nextAction: nil, by: mori)
        let taken = #expect(throws: DeskError.self) { try desk.store.undo(by: desk.aoki) }
        #expect(taken?.text.en.contains("another record has its place now") == true, "\(taken?.text.en ?? "")")
    }
}
