import BansoDomain
import BansoStore
import Testing

struct MatchingTests {
    private func posting(_ desk: R7Desk, _ company: Int64, on date: Day, until end: Day? = nil) throws -> Int64 {
        try desk.add(
            .posting,
            [
                "organisation": .number(company), "activity": .text("A1-3"), "kind": .token(EmploymentKind.sideJob),
                "title": .text("販路"), "date": .day(date), "closed_on": .optional(end),
            ])
    }

    @Test("Given postings, then they come newest first by pages, of one company or open on a day")
    func postings() throws {
        let desk = try R7Desk()
        let (company, other) = (try desk.company("甲"), try desk.company("乙"))
        let first = try posting(desk, company, on: day(2025, 8, 1), until: day(2025, 8, 31))
        let second = try posting(desk, other, on: day(2025, 9, 1))
        let third = try posting(desk, company, on: day(2025, 9, 1))
        func ids(_ query: PostingQuery) throws -> [Int64] { try desk.store.postings(query).map(\.posting.key.id) }
        #expect(try ids(PostingQuery(limit: 9)) == [third, second, first])
        let page = try desk.store.postings(PostingQuery(limit: 1))
        #expect(page.first?.organisation == "甲")
        #expect(try ids(PostingQuery(after: page.first?.place, limit: 9)) == [second, first])
        #expect(try ids(PostingQuery(organisation: OrganisationID(company), limit: 9)) == [third, first])
        #expect(try ids(PostingQuery(openOn: day(2025, 8, 31), limit: 9)) == [first])
        #expect(try ids(PostingQuery(openOn: day(2025, 9, 1), limit: 9)) == [third, second])
    }

    @Test("Given applications, then a posting counts their steps, and they come in the order in which they applied")
    func applicants() throws {
        let desk = try R7Desk()
        let posting = try posting(desk, try desk.company("甲"), on: day(2025, 8, 1))
        for (name, date, steps) in [
            ("佐藤", 5, ["interviewed_on"]), ("鈴木", 3, ["interviewed_on", "offered_on", "contracted_on"]),
            ("高橋", 4, []), ("田中", 6, ["contracted_on"]),
        ] {
            let talent = try desk.add(
                .talent, ["name": .text(name), "kana": .text("カナ"), "tags": .text("professional digital")])
            var record = Record(
                .application,
                ["posting": .number(posting), "talent": .number(talent), "date": .day(day(2025, 9, date))])
            for step in steps { record[step] = .day(day(2025, 10, 1)) }
            _ = try desk.store.add(record, by: desk.aoki)
        }
        let line = try #require(try desk.store.postings(PostingQuery(limit: 1)).first)
        #expect(line.applications == 4 && line.interviewed == 2 && line.offers == 2 && line.contracts == 2)
        let applicants = try desk.store.applicants(of: posting)
        #expect(applicants.map(\.name) == ["鈴木", "高橋", "佐藤", "田中"])
        #expect(applicants.first?.tags == "professional digital")
        #expect(applicants.first?.application.record["date"] == .day(day(2025, 9, 3)))
    }
}
