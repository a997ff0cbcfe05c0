/// Counts everything but rates: once for each session, once for each subject, or every record.
struct Counter {
    private let indicator: Indicator
    private let catalogue: Catalogue
    private let rule: CountRule

    init(_ indicator: Indicator, _ catalogue: Catalogue) {
        self.indicator = indicator
        self.catalogue = catalogue
        rule = indicator.count
    }

    /// - Parameter ordered: what happened, by date. Others' matters stand there as far as constraints look at them.
    func contributions(of ordered: [Occurrence]) -> [Contribution] {
        var seen = Seen()
        var rows: [Contribution] = []
        for occurrence in ordered {
            guard let subject = subject(of: occurrence) else {
                seen.note(participation: occurrence, in: catalogue.period)
                continue
            }
            rows.append(
                Contribution(
                    line: LedgerLine(indicator.id, occurrence.activity, part: part(of: occurrence)), subject: subject,
                    date: occurrence.date, prefecture: occurrence.prefecture, source: occurrence.source,
                    verdict: verdict(on: occurrence, subject, &seen)))
        }
        return rows.map { superseded($0, by: seen) }
    }

    // MARK: What is a row

    /// Who or what is counted; nil where the occurrence is no row of this indicator.
    private func subject(of occurrence: Occurrence) -> RecordKey? {
        guard rule.activities.contains(occurrence.activity), rule.source.kinds.contains(occurrence.matter.kind),
            suits(occurrence)
        else { return nil }
        if rule.source == .regions {
            guard case .event(_, _, _, let region?) = occurrence.matter else { return nil }
            return RecordKey(.region, region)
        }
        return occurrence.subject.key
    }

    private func suits(_ occurrence: Occurrence) -> Bool {
        let party = occurrence.subject.party
        switch (rule.source, occurrence.matter) {
        case (.eventCompanies, .attendance(_, let role)):
            return party.isCompany && (rule.role == nil || rule.role == role.countRole)
        case (.eventInstitutions, .attendance): return party == .institution
        case (.eventTalent, .attendance), (.eventTalentAndApplicants, .attendance): return party == .person
        case (.presentersAndPostings, .attendance(_, let role)): return party.isCompany && role == .presenter
        case (.events, .event(let track, _, _, _)): return rule.role == nil || rule.role == track
        case (.interCompanySides, .contract(let side)): return side != nil && side?.countRole == rule.role
        // A contract between companies is one, though both sides have it: it is its sender's.
        case (.contracts, .contract(let side)): return side != .receiver
        case (.cases, .caseStudy): return party == .itself
        case (.caseCompanies, .caseStudy): return party.isCompany
        default: return true
        }
    }

    private func part(of occurrence: Occurrence) -> String {
        guard rule.source == .cases, case .caseStudy(let kind, let region) = occurrence.matter else { return "" }
        return kind?.rawValue ?? region.map { RecordKey(.region, $0).description } ?? ""
    }

    // MARK: Whether it counts

    private func verdict(
        on occurrence: Occurrence, _ subject: RecordKey, _ seen: inout Seen
    ) -> Contribution.Verdict {
        if let reason = occurrence.void { return .excluded(reason) }
        if occurrence.subject.party == .institution, rule.source.isOfCompanies { return .excluded(.notCompany) }
        if let reason = otherKind(occurrence) { return .excluded(reason) }
        guard catalogue.period.contains(occurrence.date) else { return .excluded(.outsidePeriod) }
        for constraint in indicator.constraints {
            if let reason = constraint.reason(against: occurrence, subject, seen) { return .excluded(reason) }
        }
        if let reason = again(occurrence, subject, seen) { return .excluded(reason) }
        seen.count(occurrence, subject, session: session(of: occurrence))
        if rule.role == .nonUser, seen.employers.contains(subject) { return .excluded(.employedAtFirst) }
        return .counted
    }

    private func otherKind(_ occurrence: Occurrence) -> ExclusionReason? {
        guard let role = rule.role else { return nil }
        return switch occurrence.matter {
        case .posting(let kind) where role != kind.countRole: .otherKind
        case .interview(let kind) where role != kind.countRole: .otherMeeting
        default: nil
        }
    }

    private func again(_ occurrence: Occurrence, _ subject: RecordKey, _ seen: Seen) -> ExclusionReason? {
        switch indicator.kind {
        // The first hearing decides for good.
        case .distinct where rule.role == .nonUser && seen.employers.contains(subject): .employedAtFirst
        case .distinct: seen.subjects.contains(subject) ? .alreadyCounted : nil
        case .cumulative:
            seen.sessions.contains(Seen.Participation(subject, session(of: occurrence), occurrence.activity))
                ? .sameSession : nil
        case .sessions, .records, .ratio: nil
        }
    }

    /// What somebody takes part in once: an event; a company's postings where doubles are told apart by company; else the
    /// posting or the record itself.
    private func session(of occurrence: Occurrence) -> RecordKey {
        switch occurrence.matter {
        case .attendance(let event, _): RecordKey(.event, event)
        case .application(_, let company, _, _) where rule.source == .eventTalentAndApplicants:
            RecordKey(.organisation, company)
        case .application(let posting, _, _, _): RecordKey(.posting, posting)
        default: occurrence.source
        }
    }

    /// A posting of a company that presented, or an application of somebody who met the company at an event, does not
    /// count from that day on.
    private func superseded(_ row: Contribution, by seen: Seen) -> Contribution {
        guard row.verdict == .counted, indicator.has(.withoutDoubles) else { return row }
        let double: (day: Day, reason: ExclusionReason)? =
            switch row.source.kind {
            case .posting: seen.presented[row.subject].map { ($0, .presented) }
            case .application: seen.metOn[row.source].map { ($0, .metAtEvent) }
            default: nil
            }
        guard let double else { return row }
        var row = row
        row.verdict = double.day <= row.date ? .excluded(double.reason) : .countedUntil(double.day, double.reason)
        return row
    }
}

/// What counting has come across so far.
struct Seen {
    struct Participation: Hashable {
        var subject: RecordKey
        var session: RecordKey
        var activity: ActivityID

        init(_ subject: RecordKey, _ session: RecordKey, _ activity: ActivityID) {
            self.subject = subject
            self.session = session
            self.activity = activity
        }
    }

    private(set) var subjects: Set<RecordKey> = []
    private(set) var sessions: Set<Participation> = []
    /// Companies that employed highly skilled foreign talent at their first hearing.
    private(set) var employers: Set<RecordKey> = []
    private(set) var perSubject: [RecordKey: Int] = [:]
    /// Where an event has been counted.
    private(set) var places: Set<Place> = []
    /// Who took part in an activity.
    private(set) var participants: Set<Participant> = []
    /// The day on which a company first presented.
    private(set) var presented: [RecordKey: Day] = [:]
    /// The day on which an applicant met the company, by application.
    private(set) var metOn: [RecordKey: Day] = [:]

    struct Place: Hashable {
        var activity: ActivityID
        var prefecture: Prefecture
    }

    struct Participant: Hashable {
        var subject: RecordKey
        var activity: ActivityID
    }

    mutating func count(_ occurrence: Occurrence, _ subject: RecordKey, session: RecordKey) {
        if case .hearing(true) = occurrence.matter, !subjects.contains(subject) { employers.insert(subject) }
        subjects.insert(subject)
        sessions.insert(Participation(subject, session, occurrence.activity))
        perSubject[subject, default: 0] += 1
        switch occurrence.matter {
        case .event:
            if let prefecture = occurrence.prefecture {
                places.insert(Place(activity: occurrence.activity, prefecture: prefecture))
            }
        case .attendance(_, .presenter): presented[subject] = presented[subject] ?? occurrence.date
        case .application(_, _, _, let day): metOn[occurrence.source] = day
        default: break
        }
    }

    mutating func note(participation occurrence: Occurrence, in period: ClosedRange<Day>) {
        guard case .attendance = occurrence.matter, occurrence.void == nil, period.contains(occurrence.date) else {
            return
        }
        participants.insert(Participant(subject: occurrence.subject.key, activity: occurrence.activity))
    }
}

extension Constraint {
    /// Why the rule keeps an occurrence from counting; nil where it doesn't.
    func reason(against occurrence: Occurrence, _ subject: RecordKey, _ seen: Seen) -> ExclusionReason? {
        switch (rule, occurrence.matter) {
        case (.noPrefectureTwice, .event):
            guard let prefecture = occurrence.prefecture else { return .noPrefecture }
            let place = Seen.Place(activity: occurrence.activity, prefecture: prefecture)
            return seen.places.contains(place) ? .prefectureTwice : nil
        case (.notInMunicipalities, .event(_, let municipality, _, _)):
            return municipalities.contains { municipality.contains($0) } ? .excludedMunicipality : nil
        case (.online, .event(_, _, let isOnline, _)): return isOnline ? nil : .notOnline
        case (.documentsSubmitted, .application(_, _, let hasDocuments, _)): return hasDocuments ? nil : .noDocuments
        case (.eligibleCompany, _):
            guard case .company(let eligibility, _) = occurrence.subject.party, eligibility != .eligible else {
                return nil
            }
            return eligibility == .unknown ? .eligibilityUnknown : .notEligible
        case (.officeInDistrict, _):
            guard case .company(_, false) = occurrence.subject.party else { return nil }
            return .noDistrictOffice
        case (.participantsOf, _):
            let took = activities.contains {
                seen.participants.contains(Seen.Participant(subject: subject, activity: $0))
            }
            return took ? nil : .notParticipant
        case (.atMostPerCompany, _): return seen.perSubject[subject, default: 0] < limit ?? .max ? nil : .overLimit
        default: return nil
        }
    }
}

extension Indicator {
    func has(_ rule: Constraint.Rule) -> Bool { constraints.contains { $0.rule == rule } }
}

extension Occurrence.Subject.Party {
    var isCompany: Bool {
        if case .company = self { true } else { false }
    }
}
