import BansoDomain

/// Very many attendances and applications, for measuring: held events of some hundred participants each, and postings of
/// ten applications. Only the numbers of companies, and of people, are kept.
struct LoadRun {
    let seed: UInt64
    let desk: BulkDesk
    let catalogue: Catalogue
    let days: ProgrammeDays
    let companies: [Int64]

    private static let participants = 400
    private static let perPosting = 10
    private static let perPerson = 5
    /// They are others than those of the usual year.
    private static let firstPerson = 100_000

    /// Where events are held, and from when on.
    private static let places: [(activity: ActivityID, from: ProgrammeDays.Date, to: ProgrammeDays.Date)] = [
        ("A1-1", .init(6, 2), .init(3, 19)), ("A1-2", .init(6, 9), .init(3, 19)), ("D1", .init(7, 1), .init(7, 31)),
        ("D2", .init(8, 1), .init(3, 19)), ("C3", .init(6, 16), .init(3, 19)),
    ]

    /// Different companies at each event.
    func addAttendances(_ count: Int) throws {
        let places = Self.places.filter { catalogue.activity($0.activity) != nil && days.hasCome(days[$0.from]) }
        guard count > 0, !companies.isEmpty, !places.isEmpty else { return }
        let each = min(Self.participants, companies.count)
        let events = (count + each - 1) / each
        var draw = SplitMix64(seed: seed, .load)
        for index in 0..<events {
            let place = places[index % places.count]
            let event = try desk.add(event(at: index, of: events, place.activity, place.from, place.to, &draw))
            for seat in 0..<min(each, count - index * each) {
                let company = companies[(index * each + seat) % companies.count]
                let presence: Presence =
                    switch draw.below(20) {
                    case 0: .noShow
                    case 1: .registered
                    default: .attended
                    }
                _ = try desk.add(
                    Record(
                        .attendance,
                        [
                            "event": .number(event), "organisation": .number(company),
                            "attendee": .text(PersonNames.name(&draw).text), "presence": .token(presence),
                        ]))
            }
        }
    }

    private func event(
        at index: Int, of count: Int, _ activity: ActivityID, _ from: ProgrammeDays.Date, _ to: ProgrammeDays.Date,
        _ draw: inout SplitMix64
    ) -> Record {
        Record(
            .event,
            [
                "activity": .text(activity.text), "theme": .text("人材活用セミナー 第\(index + 1)回"),
                "date": .day(held(index, of: count, from, to)), "start_minute": .number(840),
                "end_minute": .number(960),
                "status": .token(EventStatus.held), "mode": .token(EventMode.online),
                "tool": .token(draw.pick([OnlineTool.teams, .webex])),
            ])
    }

    /// A working day of the time from one date to the other or to today, whichever is earlier.
    private func held(
        _ index: Int, of count: Int, _ from: ProgrammeDays.Date, _ to: ProgrammeDays.Date
    ) -> Day {
        let (first, last) = (days[from], min(days[to], days.today))
        let day = days.working(first + (last - first) * index / max(1, count))
        return days.hasCome(day) ? day : first
    }

    /// A person in five applications and a posting in ten; nobody applies to one posting twice.
    func addApplications(_ count: Int) throws {
        let plans = PostingPlan.all.filter {
            catalogue.activity($0.activity) != nil && days.hasCome(days[$0.from]) && $0.activity != "D4-1"
        }
        guard count > 0, !companies.isEmpty, !plans.isEmpty else { return }
        let talent = TalentMaker(seed: seed)
        let people = try (0..<max(count / Self.perPerson, min(count, Self.perPosting))).map {
            try desk.add(talent.talent(at: Self.firstPerson + $0))
        }
        let maker = ApplicationMaker(days: days)
        let postings = (count + Self.perPosting - 1) / Self.perPosting
        var draw = SplitMix64(seed: seed &+ 1, .load)
        for index in 0..<postings {
            let plan = plans[index % plans.count]
            let date = held(index, of: postings, plan.from, plan.to)
            let company = companies[index % companies.count]
            let id = try desk.add(maker.posting(of: company, on: date, plan, kind: plan.kind, &draw))
            let posting = MadePosting(id: id, plan: plan, company: company, date: date)
            for place in 0..<min(Self.perPosting, count - index * Self.perPosting) {
                let person = people[(index * Self.perPosting + place) % people.count]
                _ = try desk.add(maker.application(of: person, to: posting, &draw))
            }
        }
    }
}
