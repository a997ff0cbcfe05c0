import BansoDomain

/// What an indicator comes to: a count, or a rate with all that is shown beside it.
struct Figure: Equatable, CustomStringConvertible {
    var count = 0
    /// Nil for counts.
    var rate: RateFigure?

    var description: String { rate?.description ?? String(count) }
    var isZero: Bool { rate.map { $0.pooled.numerator == 0 } ?? (count == 0) }
}

struct RateFigure: Equatable, CustomStringConvertible {
    var pooled: Fraction
    var byProgramme: [String: Fraction]
    /// As a `Rate` has them, in its order: response rate, people, institutions; by persons, by participations.
    var beside: [Fraction]

    var description: String {
        func text(_ fraction: Fraction) -> String { "\(fraction.numerator)/\(fraction.denominator)" }
        let programmes = byProgramme.sorted { $0.key < $1.key }.map { "\($0.key) \(text($0.value))" }
        return ([text(pooled)] + programmes + ["beside"] + beside.map(text)).joined(separator: " ")
    }
}

extension Figure {
    /// What a desk says.
    init(_ reading: Reading) {
        guard let rate = reading.rate else {
            count = reading.tally.counted
            return
        }
        self.rate = RateFigure(
            pooled: rate.pooled,
            byProgramme: Dictionary(uniqueKeysWithValues: rate.byProgramme.map { ($0.programme.text, $0.fraction) }),
            beside: rate.beside.map(\.fraction))
    }
}

/// Counts the 48 indicators of the R7 call straight from the records, as plainly as can be: the oracle.
///
/// Written from the call itself, one rule for each indicator, without a ledger, rollups or the catalogue's rules. Of the
/// catalogue it takes the period, the district and the definitions, nothing else. O(n²) and worse.
struct NaiveCounter {
    let facts: Facts
    let period: ClosedRange<Day>
    let district: Set<Int64>
    let definitions: [Definition]

    init(_ records: [RecordKey: Record], catalogue: Catalogue) {
        facts = Facts(records)
        period = catalogue.period
        district = Set(catalogue.prefectures.map { Int64($0.code) })
        definitions = catalogue.definitions
    }

    func sight(on day: Day) -> Sight { Sight(counter: self, day: day) }
}

extension Sight {
    func figure(of indicator: IndicatorID) -> Figure {
        switch indicator {
        case "KPI.satisfaction": return Figure(rate: satisfaction)
        case "KPI.offer-rate": return Figure(rate: offerRate)
        default:
            guard let rule = NaiveCounter.rules[indicator] else { preconditionFailure("no rule for \(indicator)") }
            return Figure(count: rule(self))
        }
    }
}

extension NaiveCounter {
    static let ids: [IndicatorID] = rules.keys.sorted() + ["KPI.satisfaction", "KPI.offer-rate"]

    fileprivate static let rules: [IndicatorID: @Sendable (Sight) -> Int] = [
        // 【Ａ１】 ① and ② together.
        "A1.seminars": { $0.held("A1-1", "A1-2").count },
        "A1.seminar-companies": { $0.companyVisits("A1-1", "A1-2").count },
        // 【Ａ１－③】 求人掲載１件につき１社; people who handed in documents, once for each posting.
        "A1-3.postings": { $0.postings("A1-3", "side-job").count },
        "A1-3.companies": { $0.postings("A1-3", "side-job").count },
        "A1-3.applicants": { sight in
            Set(sight.applicants("A1-3").map { Pair($0.talent, $0.posting) }).count
        },
        // 【Ａ１－④】 ａ + ｂ without doubles.
        "A1-4.events": { $0.held("A1-4").count },
        "A1-4.companies": { sight in
            let presenters = sight.companyVisits("A1-4", role: "presenter")
            let presented = Set(presenters.map(\.one))
            return presenters.count
                + sight.postings("A1-4", "regular").filter { !presented.contains($0.organisation) }.count
        },
        "A1-4.talent": { $0.peopleVisits("A1-4").count + $0.unmetPairs("A1-4").count },
        // 【Ａ２】
        "A2.companies": { sight in
            Set(sight.dated(sight.facts.consultations).map(\.organisation).filter(sight.isCompany)).count
        },
        "A2.consultations": { sight in
            sight.dated(sight.facts.consultations).filter { sight.isCompany($0.organisation) }.count
        },
        // 【Ａ３】 senders have an office in Kyushu, receivers are eligible SMEs; each company once.
        "A3-1.seminars": { $0.held("A3-1").count },
        "A3-1.senders": { $0.senders("A3-1").count },
        "A3-1.receivers": { $0.receivers("A3-1").count },
        "A3-2.sessions": { $0.held("A3-2").count },
        "A3-2.receivers": { $0.receivers("A3-2").count },
        "A3-3.events": { $0.held("A3-3").count },
        "A3-3.senders": { $0.senders("A3-3").count },
        "A3-3.receivers": { $0.receivers("A3-3").count },
        "A3-4.senders": { sight in
            let contracts = sight.dated(sight.facts.contracts).filter { contract in
                contract.activity == "A3-4" && sight.isInDistrict(contract.sender)
                    && sight.visits("A3-3").contains { $0.organisation == contract.sender && $0.date <= contract.date }
            }
            return Set(contracts.map(\.sender)).count
        },
        "A3-4.contracts": { sight in
            sight.dated(sight.facts.contracts).filter { $0.activity == "A3-4" && sight.isCompany($0.sender) }.count
        },
        "A3-5.kickoffs": { $0.held("A3-5").count },
        // 【Ａ５】
        "A5.cases": { $0.cases("A5").count },
        // 【Ｂ】
        "B1.guideline-seminars": { $0.held("B1").filter { $0.track == "guideline" && $0.isOnline }.count },
        "B1.productivity-seminars": { $0.held("B1").filter { $0.track == "productivity" && $0.isOnline }.count },
        "B2.workshops": { Set($0.held("B2").compactMap(\.prefecture)).count },
        "B3.workshops": { $0.held("B3").count },
        "B3.regions": { Set($0.held("B3").compactMap(\.region)).count },
        "B4.cases": { $0.cases("B4").count },
        // 【Ｃ】
        "C1.workshops": { sight in
            sight.held("C1").filter { event in
                !["八代市", "人吉市", "別府市"].contains { event.municipality.contains($0) }
            }.count
        },
        "C2.companies": { sight in Set(sight.hearings.map(\.organisation).filter(sight.isCompany)).count },
        "C2.non-users": { sight in
            Set(sight.hearings.map(\.organisation)).filter(sight.isCompany).filter { company in
                let own = sight.hearings.filter { $0.organisation == company }
                return !own.min { ($0.date, $0.id) < ($1.date, $1.id) }!.employsForeignTalent
            }.count
        },
        "C3.companies": { $0.companyVisits("C3").count },
        "C3.interviews": { sight in
            sight.dated(sight.facts.interviews).filter { $0.activity == "C3" && $0.stands }.count
        },
        "C4.training-companies": { sight in
            sight.dated(sight.facts.trainings).filter { $0.activity == "C4" && sight.isCompany($0.organisation) }.count
        },
        "C4.cases": { sight in
            Set(sight.cases("C4").compactMap(\.organisation).filter(sight.isCompany)).count
        },
        // 【Ｄ】
        "D1.seminars": { $0.held("D1").count },
        "D1.companies": { $0.companyVisits("D1").count },
        "D2.seminars": { $0.held("D2").count },
        "D2.companies": { $0.companyVisits("D2").count },
        "D2.institutions": { $0.institutionVisits("D2").count },
        "D3-4.companies": { sight in
            let done = sight.dated(sight.facts.processConsultations).filter { $0.activity == "D3-4" }
            return Set(done.map(\.organisation).filter(sight.isCompany)).count
        },
        "D4-1.events": { $0.held("D4-1").count },
        "D4-1.companies": { $0.companyVisits("D4-1").count },
        "D4-1.talent": { $0.peopleVisits("D4-1").count },
        "D4-3.talent": { sight in sight.dated(sight.facts.assessments).filter { $0.activity == "D4-3" }.count },
        "D4-3.contracts": { sight in
            sight.facts.applications.filter { application in
                sight.activity(of: application) == "D4-3" && sight.counts(application.contracted)
            }.count
        },
    ]
}
