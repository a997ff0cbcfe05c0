import BansoDomain

// Hearings, interviews, trainings, process consultations, assessments and case studies.
extension ProgrammeRun {
    func addSupport() throws {
        var draw = SplitMix64(seed: seed, .support)
        let companies = draw.some(roster.companies.count, of: roster.companies)
        if has("C2") { try addHearings(companies, &draw) }
        if has("C3") { try addInterviews(companies, &draw) }
        if has("C4") { try addTrainings(companies, &draw) }
        if has("D3-4") { try addProcessConsultations(companies, &draw) }
        if has("D4-3") { try addAssessments(&draw) }
        // Last, so that it changes nothing before it.
        if has("C2") { try addMistakenHearing(&draw) }
    }

    private func addHearings(_ companies: [Roster.Member], _ draw: inout SplitMix64) throws {
        let count = min(companies.count, roster.share(of: 86))
        for index in 0..<count {
            let date = days.spread(index, of: count, from: .init(5, 12), to: .init(3, 19))
            let company = companies[index].id
            let employs = index % 3 != 1
            try add(support.hearing(of: company, on: date, kind: .hearing, employs: employs, &draw))
            guard index % 5 < 2 else { continue }
            let later = days.working(date + draw.within(28...50))
            guard later > date else { continue }
            try add(
                support.hearing(of: company, on: later, kind: .consulting, employs: employs || index % 2 == 0, &draw))
        }
    }

    /// A hearing that was entered for an institution by mistake: it is shown, and counts nothing.
    private func addMistakenHearing(_ draw: inout SplitMix64) throws {
        guard let institution = roster.institutions.first else { return }
        try add(
            support.hearing(of: institution.id, on: days[.init(9, 4)], kind: .hearing, employs: false, &draw))
    }

    private func addInterviews(_ companies: [Roster.Member], _ draw: inout SplitMix64) throws {
        let posters = postings.filter { $0.plan.activity == "C3" }.map(\.company)
        let foreign = people(.foreign)
        guard !foreign.isEmpty else { return }
        let count = roster.share(of: 76)
        for index in 0..<count {
            let date = days.spread(index, of: count, from: .init(7, 22), to: .init(3, 13))
            let company = posters.isEmpty ? draw.pick(companies).id : draw.pick(posters)
            try add(support.interview(of: company, with: draw.pick(foreign).id, on: date, index: index, &draw))
        }
    }

    private func addTrainings(_ companies: [Roster.Member], _ draw: inout SplitMix64) throws {
        let count = roster.share(of: 6)
        for index in 0..<count {
            let date = days.spread(index, of: count, from: .init(8, 20), to: .init(2, 20))
            try add(support.training(of: companies[index * 4 % companies.count].id, on: date, &draw))
        }
    }

    /// Three companies, each once a month from its first day on.
    private func addProcessConsultations(_ companies: [Roster.Member], _ draw: inout SplitMix64) throws {
        let starts: [ProgrammeDays.Date] = [.init(7, 10), .init(9, 17), .init(12, 8)]
        for (start, company) in zip(starts, companies.reversed()) {
            for month in 0..<4 {
                let date = days.working(days[start] + 30 * month)
                try add(support.processConsultation(of: company.id, on: date, &draw))
            }
        }
    }

    private func addAssessments(_ draw: inout SplitMix64) throws {
        let people = people(.digital)
        guard !people.isEmpty else { return }
        let count = roster.share(of: 17)
        for index in 0..<count {
            let date = days.spread(index, of: count, from: .init(8, 1), to: .init(3, 10))
            try add(support.assessment(of: people[index % people.count].id, on: date, &draw))
        }
    }

    func addCases() throws {
        let posters = postings.filter { $0.plan.activity == "A1-3" || $0.plan.activity == "A1-4" }
        for plan in CasePlan.all where has(plan.activity) {
            let isDone = days.hasCome(days[plan.done])
            var record = Record(
                .caseStudy,
                [
                    "activity": .text(plan.activity.text), "title": .text(plan.title),
                    "date": .day(days[isDone ? plan.done : plan.begun]),
                    "status": .token(isDone ? CaseStatus.done : .draft),
                ])
            switch plan.subject {
            case .poster(let place, let kind):
                let suitable = posters.filter { $0.plan.kind == kind }
                guard suitable.indices.contains(place) else { continue }
                record["organisation"] = .number(suitable[place].company)
                record["kind"] = .token(kind)
            case .region(let place):
                guard regions.indices.contains(place) else { continue }
                record["region"] = .number(regions[place])
            case .company(let prefecture, let place):
                let there = roster.companies.filter { $0.organisation.prefecture?.code == prefecture }
                guard there.indices.contains(place) else { continue }
                record["organisation"] = .number(there[place].id)
            }
            try add(record)
        }
    }
}
