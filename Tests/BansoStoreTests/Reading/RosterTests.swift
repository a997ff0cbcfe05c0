import BansoDomain
import BansoStore
import Testing

struct RosterTests {
    private func filled() throws -> (desk: R7Desk, event: Int64, company: Int64, talent: Int64) {
        let desk = try R7Desk()
        let (company, other) = (try desk.company("有明食品"), try desk.company("阿蘇酪農"))
        let talent = try desk.add(.talent, ["name": .text("有田健"), "kana": .text("アリタケン")])
        let event = try desk.event("A1-1", on: day(2025, 9, 10))
        let elsewhere = try desk.event("A1-2", on: day(2025, 9, 11))
        let guests: [(Int64, String, Presence)] = [
            (company, "田中", .attended), (company, "鈴木", .attended), (other, "有吉", .registered),
            (other, "", .noShow),
        ]
        for (organisation, attendee, presence) in guests {
            try desk.add(
                .attendance,
                [
                    "event": .number(event), "organisation": .number(organisation), "attendee": .text(attendee),
                    "presence": .token(presence),
                ])
        }
        try desk.add(
            .attendance, ["event": .number(event), "talent": .number(talent), "presence": .token(Presence.registered)])
        try desk.add(.attendance, ["event": .number(elsewhere), "talent": .number(talent)])
        return (desk, event, company, talent)
    }

    @Test("Given an event, then its roster counts organisations once and people each, those expected first")
    func roster() throws {
        let (desk, event, _, _) = try filled()
        let roster = try #require(try desk.store.roster(of: event, lines: 200))
        #expect(roster.organisations == 1 && roster.people == 2 && roster.expected == 2 && roster.noShows == 1)
        #expect(roster.lines.map(\.name) == ["有田健", "阿蘇酪農", "阿蘇酪農", "有明食品", "有明食品"])
        #expect(roster.lines.map(\.number) == [5, 3, 4, 2, 1])
        #expect(try desk.store.roster(of: event, lines: 3)?.lines.map(\.number) == [5, 3, 4])
        #expect(roster.title == "2025-09-10 テーマ")
        #expect(try desk.store.roster(of: 99, lines: 9) == nil)
    }

    @Test("Given a number of the roster, then its guest comes first, before who has a number that begins like it")
    func numbers() throws {
        let (desk, event, _, talent) = try filled()
        for (name, number) in [("五島水産", "5000012090005"), ("五木木材", "5000012090013")] {
            let id = try desk.add(.organisation, ["name": .text(name), "corporate_number": .text(number)])
            guard name == "五島水産" else { continue }
            try desk.add(
                .attendance,
                [
                    "event": .number(event), "organisation": .number(id),
                    "presence": .token(Presence.registered),
                ])
        }
        func found(_ text: String) throws -> [RosterHit] {
            try desk.store.arrivals(at: event, matching: text, limit: 9)
        }
        #expect(try found("5").map(\.hit.name) == ["有田健", "五島水産", "五木木材"])
        #expect(try found("5").map(\.number) == [5, 6, nil])
        #expect(try found("０５").first?.hit.key == RecordKey(.talent, talent))
        // Also who is here already: that is said of them
        #expect(try found("1").first?.attendance?.record["presence"] == .token(Presence.attended))
        #expect(try found("8").isEmpty)
        // A number is found whether or not anything else is
        #expect(try found("有田").map(\.number) == [5])
        #expect(try found("有明").map(\.number) == [2])
    }

    @Test("Given an event, then its page tells those who are registered from those who came")
    func relatedPresences() throws {
        let (desk, event, _, _) = try filled()
        let related = try desk.store.related(to: RecordKey(.event, event), limit: 9).map(\.what)
        let presences = related.map { if case .record(_, let presence) = $0 { presence } else { nil as Presence? } }
        #expect(presences == [.registered, .noShow, .registered, .attended, .attended])
    }

    @Test("Given a text, then those registered come first, then whoever is known, with what the roster has of them")
    func arrivals() throws {
        let (desk, event, company, talent) = try filled()
        let hits = try desk.store.arrivals(at: event, matching: "有", limit: 9)
        #expect(hits.map(\.hit.name) == ["有田健", "阿蘇酪農", "有明食品"])
        #expect(
            hits.map { $0.attendance?.record["presence"] }
                == ["registered", "registered", "attended"].map { .text($0) })
        #expect(hits.last?.hit.key == RecordKey(.organisation, company))
        #expect(hits.first?.attendance?.record["talent"] == .number(talent))
        #expect(try desk.store.arrivals(at: event, matching: "アリタ", limit: 9).map(\.hit.name) == ["有田健"])
        #expect(try desk.store.arrivals(at: event, matching: "有", limit: 2).count == 2)
        #expect(
            try desk.store.arrivals(at: event, matching: "", limit: 9).prefix(2).allSatisfy { $0.attendance != nil })
        #expect(try desk.store.arrivals(at: event, matching: "有\u{0}", limit: 9).isEmpty)
        // At a seminar for companies they come before people, and who is there already comes last
        try desk.add(.talent, ["name": .text("有馬花子"), "kana": .text("アリマハナコ")])
        _ = try desk.company("有馬商店")
        #expect(
            try desk.store.arrivals(at: event, matching: "有", limit: 9).map(\.hit.name)
                == ["有田健", "阿蘇酪農", "有馬商店", "有馬花子", "有明食品"])
        let next = try desk.event("A1-3", on: day(2025, 9, 12))
        #expect(try desk.store.arrivals(at: next, matching: "有明", limit: 9).map { $0.attendance == nil } == [true])
    }
}
