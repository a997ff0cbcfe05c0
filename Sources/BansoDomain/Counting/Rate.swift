/// One over another, both always shown.
public struct Fraction: Hashable, Sendable {
    public var numerator: Int
    public var denominator: Int

    public init(_ numerator: Int, of denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Nil while there is nothing to divide by.
    public var percent: Double? { denominator == 0 ? nil : 100 * Double(numerator) / Double(denominator) }
}

extension Indicator {
    /// The parts of a rate that a matrix by month and prefecture adds up: answers of companies, and participations. Nil
    /// where all rows are added up.
    public var matrixParts: [RatePart]? {
        switch count.source {
        case .surveyAnswers: [.content, .other]
        case .offers: [.participation]
        default: nil
        }
    }
}

/// A rate with what is shown beside it.
public struct Rate: Hashable, Sendable {
    public struct Named: Hashable, Sendable {
        public var label: LocalizedText
        public var fraction: Fraction
    }

    /// The figure that is measured against the target.
    public var pooled: Fraction
    /// Each programme is an award of its own.
    public var byProgramme: [ProgrammeShare]
    /// The other denominator, the response rate, those who are kept apart.
    public var beside: [Named]

    public struct ProgrammeShare: Hashable, Sendable {
        public var programme: ProgrammeID
        public var fraction: Fraction
    }

    /// - Returns: nil where the indicator is no rate.
    init?(_ indicator: Indicator, tally: Tally, terms: Terms, catalogue: Catalogue) {
        let parts: (ProgrammeID?) -> Fraction
        func count(_ part: RatePart, _ programme: ProgrammeID?) -> Int {
            tally.count(of: part) { programme == nil || catalogue.activity($0)?.programme == programme }
        }
        switch indicator.count.source {
        case .surveyAnswers:
            parts = { Fraction(count(.content, $0), of: count(.content, $0) + count(.other, $0)) }
            let answers = parts(nil).denominator
            beside = [
                Named(
                    label: LocalizedText(ja: "回答率", en: "response rate"),
                    fraction: Fraction(answers, of: count(.attended, nil))),
                Named(
                    label: LocalizedText(ja: "人材の満足度", en: "people's satisfaction"),
                    fraction: Fraction(
                        count(.personContent, nil), of: count(.personContent, nil) + count(.personOther, nil))),
                Named(
                    label: LocalizedText(ja: "経営支援機関の満足度", en: "institutions' satisfaction"),
                    fraction: Fraction(
                        count(.institutionContent, nil),
                        of: count(.institutionContent, nil) + count(.institutionOther, nil))),
            ]
        case .offers:
            let byPersons = Fraction(count(.offer, nil), of: count(.person, nil))
            let byParticipations = Fraction(count(.offer, nil), of: count(.participation, nil))
            let denominator = terms.denominator
            parts = { programme in
                let people: RatePart =
                    switch (denominator, programme) {
                    case (.participations, _): .participation
                    case (.persons, nil): .person
                    case (.persons, _): .programmePerson
                    }
                return Fraction(count(.offer, programme), of: count(people, programme))
            }
            beside = [
                Named(label: LocalizedText(ja: "実人数での内定率", en: "by persons"), fraction: byPersons),
                Named(label: LocalizedText(ja: "延べ人数での内定率", en: "by participations"), fraction: byParticipations),
            ]
        default: return nil
        }
        pooled = parts(nil)
        let involved = Set(catalogue.activities(of: indicator).compactMap { catalogue.activity($0)?.programme })
        byProgramme = catalogue.programmes.filter { involved.contains($0.id) }.map {
            ProgrammeShare(programme: $0.id, fraction: parts($0.id))
        }
    }
}
