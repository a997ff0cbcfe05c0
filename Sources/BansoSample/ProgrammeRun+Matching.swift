import BansoDomain

// Postings, applications, interviews, assessments, and contracts between companies.
extension ProgrammeRun {
    mutating func addPostings() throws {
        let maker = ApplicationMaker(days: days)
        let companies = roster.others(.eligible)
        for (order, plan) in PostingPlan.all.enumerated() where has(plan.activity) && !companies.isEmpty {
            let guests = events.first { $0.event.plan.activity == plan.activity }?.guests ?? []
            let presenters = guests.filter { $0.role == .presenter && $0.presence != .noShow }
            let visitors = guests.filter { !$0.isCompany && $0.presence == .attended }
            let count = roster.share(of: plan.count)
            for index in 0..<count {
                let date = plan.day(at: index, of: count, in: days)
                guard days.hasCome(date) else { continue }
                var draw = SplitMix64(seed: seed, .posting, index: order * 1000 + index)
                var company = draw.pick(companies).id
                // Some of those who present post besides, and people whom they met apply.
                let presents = index % 5 == 1 && !presenters.isEmpty
                if presents, case .organisation(let id) = presenters[index / 5 % presenters.count].party {
                    company = id
                }
                let record = maker.posting(of: company, on: date, plan, kind: plan.kind(at: index), &draw)
                let posting = MadePosting(id: try desk.add(record), plan: plan, company: company, date: date)
                postings.append(posting)
                try addApplications(to: posting, from: presents ? visitors : [], maker, index: order * 1000 + index)
            }
        }
    }

    /// - Parameter visitors: those of whom the first applicant is one.
    private func addApplications(
        to posting: MadePosting, from visitors: [Guest], _ maker: ApplicationMaker, index: Int
    ) throws {
        var draw = SplitMix64(seed: seed, .application, index: index)
        var applicants = draw.some(
            posting.plan.applicants + (index % 3 == 0 ? 1 : 0),
            of: people(GuestMaker.group(at: posting.plan.activity))
        ).map(\.id)
        if !visitors.isEmpty, case .person(let id) = draw.pick(visitors).party, !applicants.contains(id) {
            applicants.insert(id, at: 0)
        }
        for (place, person) in applicants.enumerated() {
            guard let record = maker.application(of: person, to: posting, place: place, &draw) else { continue }
            try add(record)
            try addFollowUp(of: record, posting, &draw)
        }
    }

    /// A month after a contract, for two in three.
    private func addFollowUp(of application: Record, _ posting: MadePosting, _ draw: inout SplitMix64) throws {
        guard let contracted = application["contracted_on"].day, draw.chance(percent: 66) else { return }
        try add(support.followUp(of: posting.company, on: days.working(contracted + 30), hires: 1, offers: 1, &draw))
    }

    /// The first two are with companies that met at the event; then comes one whose sender did not take part.
    mutating func addContracts() throws {
        guard has("A3-4") else { return }
        let sides = GuestMaker.Sides(roster, outsider: nil, seed: seed)
        let plans: [(sender: Int, receiver: Int, date: ProgrammeDays.Date)] = [
            (0, 0, .init(10, 31)), (1, 1, .init(11, 10)), (5, 5, .init(11, 17)), (2, 2, .init(12, 15)),
            (0, 3, .init(1, 19)),
            (1, 6, .init(2, 16)),
        ]
        for (place, plan) in plans.enumerated()
        where sides.senders.indices.contains(plan.sender) && sides.receivers.indices.contains(plan.receiver) {
            let date = days[plan.date]
            try add(
                Record(
                    .interCompanyContract,
                    [
                        "activity": .text("A3-4"), "sender": .number(sides.senders[plan.sender].id),
                        "receiver": .number(sides.receivers[plan.receiver].id), "date": .day(date),
                        "project": .text(ProgrammeTexts.projects[place % ProgrammeTexts.projects.count]),
                        "starts_on": .day(date + 14), "ends_on": .day(date + 104), "is_paid": .flag(place % 3 != 1),
                    ]))
        }
    }
}
