import BansoDomain

/// A posting as it stands on the desk.
struct MadePosting {
    let id: Int64
    let plan: PostingPlan
    let company: Int64
    let date: Day
}

/// Makes postings, and the applications to them with the stages they have come to.
struct ApplicationMaker {
    let days: ProgrammeDays

    /// How many days after it came a posting closes.
    private static let open = 75

    func posting(
        of company: Int64, on date: Day, _ plan: PostingPlan, kind: EmploymentKind, _ draw: inout SplitMix64
    ) -> Record {
        Record(
            .posting,
            [
                "organisation": .number(company), "activity": .text(plan.activity.text), "kind": .token(kind),
                "title": .text(draw.pick(plan.titles)), "platform": .text(draw.pick(ProgrammeTexts.platforms)),
                "date": .day(date), "closed_on": .day(date + Self.open),
            ])
    }

    /// - Returns: nil where nobody has applied yet.
    func application(
        of person: Int64, to posting: MadePosting, place: Int, _ draw: inout SplitMix64
    ) -> Record? {
        let date = days.working(posting.date + draw.within(1...8) + 6 * place)
        return days.hasCome(date) ? application(of: person, to: posting, on: date, &draw) : nil
    }

    /// An application that came between the posting and today.
    func application(of person: Int64, to posting: MadePosting, _ draw: inout SplitMix64) -> Record {
        let date = days.working(posting.date + draw.within(0...40))
        return application(of: person, to: posting, on: days.hasCome(date) ? date : posting.date, &draw)
    }

    private func application(
        of person: Int64, to posting: MadePosting, on date: Day, _ draw: inout SplitMix64
    ) -> Record {
        let hasDocuments = !draw.chance(percent: 9)
        let fate = draw.below(100)
        let waits = (0..<3).map { _ in draw.within(6...14) }
        var record = Record(
            .application,
            [
                "posting": .number(posting.id), "talent": .number(person), "date": .day(date),
                "documents": .flag(hasDocuments),
            ])
        guard hasDocuments else { return record }
        let interview = stage(date, waits[0])
        let outcome = stage(date, waits[0] + waits[1])
        if fate < posting.plan.offers {
            record["interviewed_on"] = .optional(interview)
            // Side jobs are agreed on by a contract, some without an offer before it.
            let isAgreed = posting.plan.kind == .sideJob && fate % 3 == 0
            if !isAgreed { record["offered_on"] = .optional(outcome) }
            if fate % 5 > 0 || isAgreed {
                record["contracted_on"] = .optional(stage(date, waits[0] + waits[1] + waits[2]))
            }
        } else if fate < 70 {
            if fate % 2 == 0 { record["interviewed_on"] = .optional(interview) }
            record["declined_on"] = .optional(outcome)
        } else if fate < 85 {
            record["interviewed_on"] = .optional(interview)
        }
        return record
    }

    /// The day so many days later; nil where it has not come.
    private func stage(_ applied: Day, _ wait: Int) -> Day? {
        let day = days.working(applied + wait)
        return days.hasCome(day) && days.period.contains(applied + wait) ? day : nil
    }
}
