import BansoDomain

/// ２．事業実施の目標の設定（KPI）.
extension Sight {
    private static let programmes = ["A", "B", "C", "D"]

    // MARK: Satisfaction

    private static let events = [
        "A1-1", "A1-2", "A1-4", "A3-1", "A3-2", "A3-3", "A3-5", "B1", "C3", "C4", "D1", "D2", "D4-1",
    ]

    /// Who answered: the same number may be a company's and a person's.
    private enum Side { case company, institution, person }

    private struct Answered {
        var activity: String
        var isContent: Bool
    }

    var satisfaction: RateFigure {
        let answers = self.answers(of: .company)
        let attended = Set(
            visits(Sight.events).compactMap { visit in
                visit.organisation.flatMap { isCompany($0) ? Pair($0, visit.event) : nil }
            })
        return RateFigure(
            pooled: share(answers),
            byProgramme: Dictionary(
                uniqueKeysWithValues: Sight.programmes.map { programme in
                    (programme, share(answers.filter { $0.activity.hasPrefix(programme) }))
                }),
            beside: [
                Fraction(answers.count, of: attended.count), share(self.answers(of: .person)),
                share(self.answers(of: .institution)),
            ])
    }

    private func share(_ answers: [Answered]) -> Fraction {
        Fraction(answers.filter(\.isContent).count, of: answers.count)
    }

    /// One answer for each company (institution, person) and event it was at: the earliest.
    private func answers(of side: Side) -> [Answered] {
        let visits = self.visits(Sight.events)
        let valid = facts.answers.compactMap { answer -> (who: Pair, date: Day, answer: Facts.Answer, String)? in
            guard let who = who(answer, side),
                let visit = visits.first(where: {
                    $0.event == answer.event && $0.organisation == answer.organisation && $0.talent == answer.talent
                })
            else { return nil }
            let date = max(answer.date, visit.date)
            return counts(date) ? (Pair(who, answer.event), date, answer, visit.activity) : nil
        }
        return Set(valid.map(\.who)).map { who in
            let first = valid.filter { $0.who == who }.min { ($0.date, $0.answer.id) < ($1.date, $1.answer.id) }!
            return Answered(activity: first.3, isContent: first.answer.score >= contentFrom(on: first.date))
        }
    }

    private func who(_ answer: Facts.Answer, _ side: Side) -> Int64? {
        switch side {
        case .person: answer.talent
        case .company: answer.organisation.flatMap { isCompany($0) ? $0 : nil }
        case .institution: answer.organisation.flatMap { isCompany($0) ? nil : $0 }
        }
    }

    /// The scale in force on a day; ５段階の上位２段階 where there is none.
    private func contentFrom(on date: Day) -> Int64 {
        var grade = 4
        for definition in counter.definitions where definition.since <= date {
            if case .contentFrom(let other)? = definition.setting { grade = other }
        }
        return Int64(grade)
    }

    // MARK: Offer rate

    private static let matching = ["A1-3", "A1-4", "C3", "D4-1", "D4-3"]

    var offerRate: RateFigure {
        let all = Sight.matching
        let persons = Fraction(offers(all), of: Set(participants(all)).count)
        return RateFigure(
            pooled: persons,
            byProgramme: Dictionary(
                uniqueKeysWithValues: ["A", "C", "D"].map { programme in
                    let own = all.filter { $0.hasPrefix(programme) }
                    return (programme, Fraction(offers(own), of: Set(participants(own)).count))
                }),
            beside: [persons, Fraction(offers(all), of: participants(all).count)])
    }

    private func offers(_ activities: [String]) -> Int {
        facts.applications.filter {
            activities.contains(activity(of: $0)) && counts($0.offered ?? $0.contracted)
        }.count
    }

    /// A person for each participation: at an event, with documents to a company, in an assessment.
    ///
    /// Whoever met the company at an event is there for the event, so that nobody is lost by the double left out.
    private func participants(_ activities: [String]) -> [Int64] {
        activities.flatMap { activity in
            peopleVisits(activity).map(\.one) + unmetPairs(activity).map(\.one)
                + dated(facts.assessments).filter { $0.activity == activity }.map(\.talent)
        }
    }
}
