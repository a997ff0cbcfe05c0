/// The offer rate (seed Ⅴ1.2: 内定率＝内定件数／参加人材数): offers of matching activities, over the people who took part in them.
///
/// People are counted as participations (延べ), once in each programme, and once in all, until the Bureau rules which.
struct OfferRate {
    private let indicator: Indicator
    private let catalogue: Catalogue

    init(_ indicator: Indicator, _ catalogue: Catalogue) {
        self.indicator = indicator
        self.catalogue = catalogue
    }

    func contributions(of all: [Occurrence]) -> [Contribution] {
        let ordered = all.filter(isMatching)
        let participations = participations(ordered)
        let offers = ordered.filter(counts(asOffer:)).map { row($0, .offer) }
        return participations + persons(participations) + offers
    }

    /// What people take part in, by date: events and applications as where both are counted, and assessments.
    private func participations(_ ordered: [Occurrence]) -> [Contribution] {
        var both = indicator
        both.kind = .cumulative
        both.count = CountRule(source: .eventTalentAndApplicants, activities: catalogue.activities(of: indicator))
        both.constraints = [
            Constraint(rule: .documentsSubmitted, label: indicator.label),
            Constraint(rule: .withoutDoubles, label: indicator.label),
        ]
        let assessments = ordered.filter { $0.matter == .assessment }.map { row($0, .participation) }
        let others = Counter(both, catalogue).contributions(of: ordered).map { OfferRate.with(.participation, $0) }
        return (others + assessments).sorted { ($0.date, $0.source) < ($1.date, $1.source) }
    }

    /// A person's first participation that counts for good; and that in each programme.
    private func persons(_ participations: [Contribution]) -> [Contribution] {
        var persons: Set<RecordKey> = []
        var inProgramme: Set<PersonInProgramme> = []
        var rows: [Contribution] = []
        for row in participations {
            guard row.wasCounted else { continue }
            if persons.insert(row.subject).inserted { rows.append(OfferRate.firmly(.person, row)) }
            let programme = catalogue.activity(row.line.activity)?.programme
            if inProgramme.insert(PersonInProgramme(person: row.subject, programme: programme)).inserted {
                rows.append(OfferRate.firmly(.programmePerson, row))
            }
        }
        return rows
    }

    private struct PersonInProgramme: Hashable {
        var person: RecordKey
        var programme: ProgrammeID?
    }

    /// Offers to people by the definition in force on the day; contracts between companies where they count as matching.
    private func counts(asOffer occurrence: Occurrence) -> Bool {
        switch occurrence.matter {
        case .offer: catalogue.terms(on: occurrence.date).offerFrom == .offer
        case .contract(nil): catalogue.terms(on: occurrence.date).offerFrom == .contract
        case .contract(.sender): true
        default: false
        }
    }

    /// Whether its activity was one of matching on that day.
    private func isMatching(_ occurrence: Occurrence) -> Bool {
        indicator.count.activities.contains(occurrence.activity)
            || catalogue.terms(on: occurrence.date).matching.contains(occurrence.activity)
    }

    private func row(_ occurrence: Occurrence, _ part: RatePart) -> Contribution {
        let reason = occurrence.void ?? (catalogue.period.contains(occurrence.date) ? nil : .outsidePeriod)
        return Contribution(
            line: LedgerLine(indicator.id, occurrence.activity, part: part.rawValue), subject: occurrence.subject.key,
            date: occurrence.date, prefecture: occurrence.prefecture, source: occurrence.source,
            verdict: reason.map { .excluded($0) } ?? .counted)
    }

    private static func with(_ part: RatePart, _ row: Contribution) -> Contribution {
        var row = row
        row.line.part = part.rawValue
        return row
    }

    /// Who once took part has taken part, whatever the participation is counted under later.
    private static func firmly(_ part: RatePart, _ row: Contribution) -> Contribution {
        var row = with(part, row)
        row.verdict = .counted
        return row
    }
}

extension Contribution {
    /// Whether it counts on its date.
    var wasCounted: Bool {
        if case .excluded = verdict { false } else { true }
    }
}
