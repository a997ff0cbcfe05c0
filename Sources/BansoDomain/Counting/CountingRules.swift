/// Derives contributions from what happened, as a catalogue says.
///
/// An indicator is data: the kinds of record it counts (`CountSource`), how often one counts (`IndicatorKind`) and what must
/// hold besides (`Constraint`). No indicator has a rule of its own here.
public struct CountingRules: Sendable {
    public let catalogue: Catalogue
    /// The indicators that look at a kind of matter in an activity.
    private let plan: [PlanKey: [Int]]
    private let families: [Set<RecordKind>]

    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        families = CountingRules.families(catalogue)
        var plan: [PlanKey: [Int]] = [:]
        for (index, indicator) in catalogue.indicators.enumerated() {
            for activity in catalogue.activities(of: indicator) {
                for kind in indicator.count.source.kinds {
                    plan[PlanKey(kind: kind, activity: activity), default: []].append(index)
                }
            }
            for constraint in indicator.constraints where constraint.rule == .participantsOf {
                for activity in constraint.activities {
                    plan[PlanKey(kind: .attendance, activity: activity), default: []].append(index)
                }
            }
        }
        self.plan = plan
    }

    /// - Parameter occurrences: all those of one group or of several, in any order.
    /// - Returns: the contributions of each indicator, in the catalogue's order, then by date.
    public func contributions(of occurrences: [Occurrence]) -> [Contribution] {
        guard !occurrences.isEmpty else { return [] }
        var relevant: [Int: [Occurrence]] = [:]
        for occurrence in occurrences {
            for index in plan[PlanKey(kind: occurrence.matter.kind, activity: occurrence.activity)] ?? [] {
                relevant[index, default: []].append(occurrence)
            }
        }
        var contributions: [Contribution] = []
        for index in relevant.keys.sorted() {
            let indicator = catalogue.indicators[index]
            let ordered = relevant[index, default: []].sorted(by: CountingRules.isBefore)
            switch indicator.count.source {
            case .surveyAnswers:
                contributions += Satisfaction(indicator, catalogue).contributions(of: ordered)
            case .offers:
                contributions += OfferRate(indicator, catalogue).contributions(of: ordered)
            default:
                contributions += Counter(indicator, catalogue).contributions(of: ordered)
            }
        }
        return contributions
    }

    /// By date; on one day presenting comes before posting, then the earlier entered comes first.
    private static func isBefore(_ left: Occurrence, _ right: Occurrence) -> Bool {
        (left.date, left.matter.kind.rawValue, left.source.id) < (
            right.date, right.matter.kind.rawValue, right.source.id
        )
    }

    private struct PlanKey: Hashable {
        var kind: Occurrence.Matter.Kind
        var activity: ActivityID
    }
}

extension Occurrence.Matter {
    /// The kinds of matter, in the order in which they are looked at on one day.
    enum Kind: Int, Hashable, Sendable {
        case event, attendance, posting, application, offer, contract
        case consultation, hearing, training, processConsultation, interview, assessment, caseStudy, answer
    }

    var kind: Kind {
        switch self {
        case .event: .event
        case .attendance: .attendance
        case .posting: .posting
        case .application: .application
        case .offer: .offer
        case .contract: .contract
        case .consultation: .consultation
        case .hearing: .hearing
        case .training: .training
        case .processConsultation: .processConsultation
        case .interview: .interview
        case .assessment: .assessment
        case .caseStudy: .caseStudy
        case .answer: .answer
        }
    }
}

extension CountingRules {
    /// The kinds of record that have to be read again, with those that count together with them, when records of these
    /// kinds have changed; nil for all.
    public func kinds(countedWith changed: Set<RecordKind>) -> Set<RecordKind>? {
        guard changed.isDisjoint(with: [.organisation, .talent]) else { return nil }
        var kinds = changed
        // What others say about their own: an event about who was there, a posting and a presenter about applicants.
        if changed.contains(.event) { kinds.formUnion([.attendance, .surveyAnswer]) }
        if !changed.isDisjoint(with: [.posting, .attendance, .event]) { kinds.insert(.application) }
        return families.reduce(kinds) { $1.isDisjoint(with: kinds) ? $0 : $0.union($1) }
    }

    /// Kinds of record that some indicator counts together; each kind stands in one of them.
    private static func families(_ catalogue: Catalogue) -> [Set<RecordKind>] {
        var families: [Set<RecordKind>] = []
        for indicator in catalogue.indicators {
            var kinds = Set(indicator.count.source.kinds.flatMap(\.records))
            if indicator.has(.participantsOf) { kinds.insert(.attendance) }
            let joined = families.filter { !$0.isDisjoint(with: kinds) }.reduce(kinds) { $0.union($1) }
            families.removeAll { !$0.isDisjoint(with: kinds) }
            families.append(joined)
        }
        return families
    }
}

extension Occurrence.Matter.Kind {
    /// The kinds of record that such matters come from.
    var records: [RecordKind] {
        switch self {
        case .event: [.event]
        case .attendance: [.attendance]
        case .posting: [.posting]
        case .application, .offer: [.application]
        case .contract: [.application, .interCompanyContract]
        case .consultation: [.consultation]
        case .hearing: [.hearing]
        case .training: [.training]
        case .processConsultation: [.processConsultation]
        case .interview: [.interview]
        case .assessment: [.assessment]
        case .caseStudy: [.caseStudy]
        case .answer: [.surveyAnswer]
        }
    }
}

extension CountSource {
    /// The kinds of matter that it counts.
    var kinds: [Occurrence.Matter.Kind] {
        switch self {
        case .events, .regions: [.event]
        case .eventCompanies, .eventInstitutions, .eventTalent: [.attendance]
        case .presentersAndPostings: [.attendance, .posting]
        case .eventTalentAndApplicants: [.attendance, .application]
        case .postings, .postingCompanies: [.posting]
        case .applicants: [.application]
        case .consultations, .consultedCompanies: [.consultation]
        case .interCompanySides, .contracts: [.contract]
        case .cases, .caseCompanies: [.caseStudy]
        case .hearings: [.hearing]
        case .interviews: [.interview]
        case .trainings: [.training]
        case .processConsultations: [.processConsultation]
        case .assessments: [.assessment]
        case .surveyAnswers: [.answer, .attendance]
        case .offers: [.attendance, .application, .assessment, .offer, .contract]
        }
    }
}

extension CountSource {
    /// Whether it counts companies (企業) and not institutions, whoever the record is about.
    var isOfCompanies: Bool {
        switch self {
        case .postings, .postingCompanies, .presentersAndPostings, .consultations, .consultedCompanies,
            .interCompanySides, .contracts, .hearings, .trainings, .processConsultations:
            true
        default: false
        }
    }
}

extension CountingRules {
    /// The indicators whose contributions stand in the group of an activity: those of events and case studies themselves.
    public func indicators(ofActivity activity: ActivityID) -> [IndicatorID] {
        catalogue.indicators.compactMap { indicator in
            let isOfItself = [.events, .regions, .cases].contains(indicator.count.source)
            return isOfItself && indicator.count.activities.contains(activity) ? indicator.id : nil
        }
    }
}
