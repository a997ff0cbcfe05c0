import BansoDomain

/// The programme's year around the first companies and institutions: regions, people, events, matching and support.
///
/// Everything stands in plans for the whole year, of which a desk has what happened until today and what is planned.
struct ProgrammeRun {
    let seed: UInt64
    let desk: BulkDesk
    let catalogue: Catalogue
    let days: ProgrammeDays
    let roster: Roster
    let support: SupportMaker
    private(set) var regions: [Int64] = []
    private(set) var people: [Person] = []
    private(set) var events: [(event: MadeEvent, guests: [Guest])] = []
    var postings: [MadePosting] = []
    private var outsider: Roster.Member?

    init(
        seed: UInt64, desk: BulkDesk, catalogue: Catalogue, days: ProgrammeDays, roster: Roster,
        coordinators: [CoordinatorID]
    ) {
        self.seed = seed
        self.desk = desk
        self.catalogue = catalogue
        self.days = days
        self.roster = roster
        support = SupportMaker(days: days, coordinators: coordinators)
    }

    mutating func fill() throws {
        guard !catalogue.activities.isEmpty, !roster.companies.isEmpty else { return }
        try addOutsider()
        try addRegions()
        try addPeople()
        try addEvents()
        try addPostings()
        try addContracts()
        try addSupport()
        try addCases()
        try addDesk()
    }

    func has(_ activity: ActivityID) -> Bool { catalogue.activity(activity) != nil }

    /// Adds a record if its day has come.
    func add(_ record: Record) throws {
        guard let day = record["date"].day, days.hasCome(day) else { return }
        _ = try desk.add(record)
    }

    // MARK: Who and where

    private static let enough = 100

    /// A large firm from Tokyo without an office in Kyushu comes to the seminars of A3, where there are enough companies.
    private mutating func addOutsider() throws {
        guard has("A3-1"), roster.companies.count >= Self.enough, days.hasCome(days[.init(7, 10)]) else { return }
        let organisation = Organisation(
            name: "株式会社首都圏テクノサービス", kana: "シュトケンテクノサービス", prefecture: Prefecture(code: 13), municipality: "港区",
            industry: "情報サービス業", employees: 2400, capital: 1_200_000_000, eligibility: .large)
        outsider = Roster.Member(id: try desk.add(organisation).value, organisation: organisation)
    }

    private static let regions: [(name: String, prefecture: Int, applied: (Int, Int), selected: (Int, Int)?)] = [
        ("筑豊地域", 40, (5, 19), (6, 26)), ("天草地域", 43, (5, 26), (6, 26)), ("大隅地域", 46, (9, 1), (10, 24)),
        ("県北地域", 45, (6, 2), nil),
    ]

    private mutating func addRegions() throws {
        guard has("B3"), days.hasCome(days[.init(4, 14)]) else { return }
        for region in Self.regions {
            func hasCome(_ date: (Int, Int)?) -> Bool { date.map { days.hasCome(days[.init($0.0, $0.1)]) } ?? false }
            let status: RegionStatus =
                hasCome(region.selected) ? .selected : hasCome(region.applied) ? .applied : .candidate
            regions.append(
                try desk.add(
                    Record(
                        .region,
                        [
                            "name": .text(region.name), "prefecture": .number(region.prefecture),
                            "status": .token(status),
                        ])))
        }
    }

    /// They come one after the other over the year: 260 by the usual day.
    private mutating func addPeople() throws {
        let maker = TalentMaker(seed: seed)
        let count = roster.share(of: 428)
        for index in 0..<count
        where days.hasCome(days.spread(index, of: count, from: .init(5, 1), to: .init(3, 31))) {
            people.append(
                Person(id: try desk.add(maker.talent(at: index)), group: TalentMaker.group(at: index)))
        }
    }

    func people(_ group: Person.Group) -> [Person] { people.filter { $0.group == group } }

    /// Liaison meetings that have been, and what was written in the reports of the months that are over.
    private func addReporting() throws {
        for (index, date) in ReportingTexts.meetings.enumerated() where days.hasCome(days[date]) {
            _ = try desk.add(ReportingTexts.meeting(index + 1, on: days.working(days[date])))
        }
        for programme in catalogue.programmes {
            var month = FiscalMonth(days[.init(6, 1)])
            while month.next.lastDay < days.today {
                _ = try desk.add(ReportingTexts.report(for: month, of: programme.id))
                month = month.next
            }
        }
    }

    /// What is kept about the companies and institutions, two filters to begin with, and what a form's headings mean.
    private func addDesk() throws {
        try addReporting()
        let maker = DeskMaker(seed: seed, days: days)
        for (index, member) in (roster.companies + roster.institutions).enumerated() {
            for record in maker.records(of: member, at: index) { _ = try desk.add(record) }
        }
        for pipeline in catalogue.pipelines.prefix(1) {
            let filters: [Record] = [
                Record(
                    .savedFilter,
                    [
                        "name": .text("期限切れ"), "pipeline": .text(pipeline.id.text),
                        "due": .token(CardFilter.Due.overdue),
                    ]),
                Record(
                    .savedFilter,
                    [
                        "name": .text("熊本の重点企業"), "pipeline": .text(pipeline.id.text), "prefecture": .number(43),
                        "tag": .text("重点"),
                    ]),
            ]
            for filter in filters { _ = try desk.add(filter) }
        }
        _ = try desk.add(
            Record(
                .importMapping,
                [
                    "name": .text("セミナー申込フォーム"), "kind": .text("companies"),
                    "columns": .text("会社名=name\n所在地=address\nご担当者=-"),
                ]))
    }

    // MARK: Events

    /// From how many days before an event people register.
    private static let registration = 60

    private mutating func addEvents() throws {
        let maker = EventMaker(seed: seed, days: days, regions: regions)
        let guestMaker = GuestMaker(
            seed: seed, roster: roster, people: people,
            sides: GuestMaker.Sides(roster, outsider: outsider, seed: seed))
        let surveys = SurveyMaker(seed: seed, days: days)
        for (index, plan) in EventPlan.all.enumerated() where has(plan.activity) {
            let date = maker.date(of: plan)
            guard let status = maker.status(of: plan) else { continue }
            let id = try desk.add(maker.record(of: plan, status, index: index))
            let event = MadeEvent(id: id, plan: plan, date: date, status: status)
            let guests = guestMaker.guests(at: event, index: index)
            events.append((event, guests))
            guard days.hasCome(date + -Self.registration) else { continue }
            var draw = SplitMix64(seed: seed, .attendance, index: 1000 + index)
            var names: Set<String> = []
            for guest in guests { try desk.attend(guest, event, &names, &draw) }
            guard status == .held else { continue }
            for answer in surveys.answers(of: guests, at: event, index: index) { try add(answer) }
        }
    }
}

extension BulkDesk {
    fileprivate func attend(
        _ guest: Guest, _ event: MadeEvent, _ names: inout Set<String>, _ draw: inout SplitMix64
    ) throws {
        var attendee = ""
        if case .organisation = guest.party {
            repeat { attendee = PersonNames.name(&draw).text } while !names.insert(attendee).inserted
        }
        let (field, reference) = guest.reference
        _ = try add(
            Record(
                .attendance,
                [
                    "event": .number(event.id), field: reference, "attendee": .text(attendee),
                    "role": .token(guest.role), "presence": .token(guest.presence),
                ]))
    }
}
