/// Satisfaction (seed Ⅴ1.2: イベント参加企業の満足度): one answer for each company and event, the top of the scale over all.
///
/// Those of people and of institutions are kept apart, and companies at events are counted for the response rate.
struct Satisfaction {
    private let indicator: Indicator
    private let catalogue: Catalogue

    init(_ indicator: Indicator, _ catalogue: Catalogue) {
        self.indicator = indicator
        self.catalogue = catalogue
    }

    func contributions(of ordered: [Occurrence]) -> [Contribution] {
        let attended = Set(
            ordered.compactMap { occurrence -> Seen.Participation? in
                guard case .attendance(let event, _) = occurrence.matter, reason(against: occurrence) == nil else {
                    return nil
                }
                return Seen.Participation(occurrence.subject.key, RecordKey(.event, event), occurrence.activity)
            })
        var answered: Set<Seen.Participation> = []
        var counted: Set<Seen.Participation> = []
        var rows: [Contribution] = []
        for occurrence in ordered {
            let subject = occurrence.subject
            switch occurrence.matter {
            case .attendance(let event, _):
                guard subject.party.isCompany else { continue }
                let place = Seen.Participation(subject.key, RecordKey(.event, event), occurrence.activity)
                let reason = reason(against: occurrence) ?? (counted.contains(place) ? .sameSession : nil)
                if reason == nil { counted.insert(place) }
                rows.append(row(occurrence, .attended, reason))
            case .answer(let event, let score):
                let place = Seen.Participation(subject.key, RecordKey(.event, event), occurrence.activity)
                let reason =
                    reason(against: occurrence)
                    ?? (attended.contains(place) ? nil : .notAttended)
                    ?? (answered.contains(place) ? .anotherAnswer : nil)
                if reason == nil { answered.insert(place) }
                let isContent = score >= catalogue.terms(on: occurrence.date).contentFrom
                rows.append(row(occurrence, Satisfaction.part(of: subject.party, isContent), reason))
            default: continue
            }
        }
        return rows
    }

    private static func part(of party: Occurrence.Subject.Party, _ isContent: Bool) -> RatePart {
        switch party {
        case .company, .itself: isContent ? .content : .other
        case .institution: isContent ? .institutionContent : .institutionOther
        case .person: isContent ? .personContent : .personOther
        }
    }

    private func reason(against occurrence: Occurrence) -> ExclusionReason? {
        occurrence.void ?? (catalogue.period.contains(occurrence.date) ? nil : .outsidePeriod)
    }

    private func row(_ occurrence: Occurrence, _ part: RatePart, _ reason: ExclusionReason?) -> Contribution {
        Contribution(
            line: LedgerLine(indicator.id, occurrence.activity, part: part.rawValue), subject: occurrence.subject.key,
            date: occurrence.date, prefecture: occurrence.prefecture, source: occurrence.source,
            verdict: reason.map { .excluded($0) } ?? .counted)
    }
}
