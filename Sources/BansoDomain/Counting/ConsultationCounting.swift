/// Derives what a company's consultations add: one record each, and the company once, at its first.
public enum ConsultationCounting {
    /// A consultation as it is counted.
    public struct Record: Hashable, Sendable {
        public var id: ConsultationID
        public var date: Day
        public var ordinal: Int

        public init(id: ConsultationID, date: Day, ordinal: Int) {
            self.id = id
            self.date = date
            self.ordinal = ordinal
        }
    }

    /// - Parameters:
    ///   - records: every consultation of one company, in any order.
    /// - Returns: the contributions to every indicator of `catalogue` that counts consultations or consulted companies,
    ///   in the catalogue's order, then by date.
    public static func contributions(
        of records: [Record], company: OrganisationID, prefecture: Prefecture?, catalogue: Catalogue
    ) -> [Contribution] {
        let activity = catalogue.consultation.activity
        let ordered = records.sorted { ($0.date, $0.ordinal, $0.id) < ($1.date, $1.ordinal, $1.id) }
        var contributions: [Contribution] = []
        for indicator in catalogue.indicators where indicator.count.activities.contains(activity) {
            guard [.consultations, .consultedCompanies].contains(indicator.count.source) else { continue }
            var isCounted = false
            for record in ordered {
                let verdict: Contribution.Verdict
                if !catalogue.period.contains(record.date) {
                    verdict = .excluded(.outsidePeriod)
                } else if indicator.kind == .distinct, isCounted {
                    verdict = .excluded(.alreadyCounted)
                } else {
                    verdict = .counted
                    isCounted = true
                }
                contributions.append(
                    Contribution(
                        indicator: indicator.id, subject: SubjectKey(company), date: record.date,
                        prefecture: prefecture, activity: activity, source: SourceKey(record.id), verdict: verdict))
            }
        }
        return contributions
    }
}
