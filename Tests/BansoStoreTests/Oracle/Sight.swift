import BansoDomain

/// Two numbers of records that count once together: a company and an event, a person and a posting.
struct Pair: Hashable {
    var one: Int64
    var other: Int64

    init(_ one: Int64, _ other: Int64) {
        self.one = one
        self.other = other
    }
}

/// What the oracle can see on a day: only what is dated up to it, and inside the period.
struct Sight {
    let counter: NaiveCounter
    let day: Day
    let facts: Facts
    /// Everybody who was at a held event by the day.
    private let everyVisit: [Visit]

    init(counter: NaiveCounter, day: Day) {
        self.counter = counter
        self.day = day
        facts = counter.facts
        everyVisit = facts.attendances.compactMap { attendance in
            let event = counter.facts.events[attendance.event]!
            guard attendance.isPresent, event.isHeld, event.date <= day, counter.period.contains(event.date) else {
                return nil
            }
            return Visit(
                event: event.id, activity: event.activity, date: event.date, organisation: attendance.organisation,
                talent: attendance.talent, role: attendance.role)
        }
    }

    func counts(_ date: Day?) -> Bool {
        guard let date else { return false }
        return date <= day && counter.period.contains(date)
    }

    func dated(_ entries: [Facts.Entry]) -> [Facts.Entry] { entries.filter { counts($0.date) } }
    func dated(_ assessments: [Facts.Assessment]) -> [Facts.Assessment] { assessments.filter { counts($0.date) } }
    func dated(_ contracts: [Facts.Contract]) -> [Facts.Contract] { contracts.filter { counts($0.date) } }

    var hearings: [Facts.Entry] { dated(facts.hearings).filter { $0.activity == "C2" } }

    func cases(_ activity: String) -> [Facts.Case] {
        facts.cases.filter { $0.activity == activity && $0.isDone && counts($0.date) }
    }

    // MARK: Organisations

    func isCompany(_ id: Int64) -> Bool { facts.organisations[id]!.isCompany }

    /// 九州内に事業所を有する: a company with its seat or an office in the district.
    func isInDistrict(_ id: Int64) -> Bool {
        let organisation = facts.organisations[id]!
        return organisation.isCompany
            && (organisation.hasDistrictOffice || organisation.prefecture.map(counter.district.contains) == true)
    }

    // MARK: Events

    func held(_ activities: String...) -> [Facts.Event] { held(activities) }

    func held(_ activities: [String]) -> [Facts.Event] {
        facts.events.values.filter { activities.contains($0.activity) && $0.isHeld && counts($0.date) }
    }

    /// Somebody who was at an event.
    struct Visit {
        var event: Int64
        var activity: String
        var date: Day
        var organisation: Int64?
        var talent: Int64?
        var role: String
    }

    func visits(_ activities: String...) -> [Visit] { visits(activities) }

    func visits(_ activities: [String]) -> [Visit] { everyVisit.filter { activities.contains($0.activity) } }

    /// Companies and events, each pair once.
    func companyVisits(_ activities: String..., role: String? = nil) -> Set<Pair> {
        let visits = visits(activities).filter { role == nil || $0.role == role }
        return Set(visits.compactMap { visit in visit.organisation.map { Pair($0, visit.event) } })
            .filter { isCompany($0.one) }
    }

    func institutionVisits(_ activities: String...) -> Set<Pair> {
        Set(visits(activities).compactMap { visit in visit.organisation.map { Pair($0, visit.event) } })
            .filter { !isCompany($0.one) }
    }

    func peopleVisits(_ activities: String...) -> Set<Pair> {
        Set(visits(activities).compactMap { visit in visit.talent.map { Pair($0, visit.event) } })
    }

    func senders(_ activity: String) -> Set<Int64> {
        Set(companyVisits(activity, role: "sender").map(\.one)).filter(isInDistrict)
    }

    func receivers(_ activity: String) -> Set<Int64> {
        Set(companyVisits(activity, role: "receiver").map(\.one))
            .filter { facts.organisations[$0]!.eligibility == "eligible" }
    }

    // MARK: Postings and applications

    func postings(_ activity: String, _ kind: String) -> [Facts.Posting] {
        facts.postings.values.filter {
            $0.activity == activity && $0.kind == kind && counts($0.date) && isCompany($0.organisation)
        }
    }

    func activity(of application: Facts.Application) -> String { facts.postings[application.posting]!.activity }

    /// Applications with documents.
    func applicants(_ activity: String) -> [Facts.Application] {
        facts.applications.filter {
            self.activity(of: $0) == activity && $0.hasDocuments && counts($0.date)
        }
    }

    /// People who applied, with documents, and the companies they applied to, each pair once; without those who met the
    /// company presenting at an event of the same activity.
    func unmetPairs(_ activity: String) -> Set<Pair> {
        let visits = visits(activity)
        return Set(applicants(activity).map { Pair($0.talent, facts.postings[$0.posting]!.organisation) })
            .filter { pair in
                !visits.contains { person in
                    person.talent == pair.one
                        && visits.contains {
                            $0.event == person.event && $0.organisation == pair.other && $0.role == "presenter"
                        }
                }
            }
    }
}
