import BansoDomain
import BansoStore
import Testing

struct FileTests {
    @Test("Given a company with a history, then its file has all of it, newest first")
    func wholeFile() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let entry = try desk.store.add(
            PipelineEntry(organisation: company, pipeline: "A", stage: "lead", since: day(2025, 6, 2)), by: desk.aoki)
        _ = try desk.store.add(
            PipelineEntry(organisation: company, pipeline: "B", stage: "guide", since: day(2025, 6, 3)), by: desk.aoki)
        var consultation = TestDesk.consultation(company)
        consultation.topics = "採用計画\n求人票"
        _ = try desk.store.book(consultation, nextAction: nil, by: Actor("森"))
        try desk.store.move(entry, version: 2, to: "posting", on: day(2025, 9, 1), by: desk.aoki)
        let file = try #require(try desk.store.file(of: company))
        #expect(file.entries.map(\.record.pipeline) == ["A", "B"])
        #expect(file.entries.first?.version == 3)
        #expect(file.consultations.map(\.coordinatorName) == ["森"])
        #expect(file.consultations.first?.listed.record.start == ClockTime(minutes: 840))
        #expect(
            file.timeline.map(\.what) == [
                .stage("A", from: "consultation", to: "posting"),
                .consultation(ordinal: Ordinal(1)!, minutes: 90, mode: .online, topics: "採用計画\n求人票"),
                .stage("A", from: "lead", to: "consultation"), .stage("B", from: nil, to: "guide"),
                .stage("A", from: nil, to: "lead"),
            ])
        #expect(file.timeline.map(\.by) == ["青木", "森", "森", "青木", "青木"])
    }

    @Test("Given nobody of that number, then there is no file")
    func none() throws {
        #expect(try TestDesk().store.file(of: OrganisationID(7)) == nil)
    }
}
