/// An indicator this month and so far.
public struct IndicatorFigures: Hashable, Sendable, Codable {
    /// A count, or a rate's numerator with its denominator.
    public struct Figure: Hashable, Sendable, Codable {
        public var count: Int
        /// Nil for a count.
        public var denominator: Int?

        public init(_ count: Int, of denominator: Int? = nil) {
            self.count = count
            self.denominator = denominator
        }

        init(_ fraction: Fraction) { self.init(fraction.numerator, of: fraction.denominator) }

        /// 12, or 18/20 (90.0%); a rate without anything to divide by is –.
        public var text: String {
            guard let denominator else { return String(count) }
            guard denominator > 0 else { return "–" }
            let tenths = Int((1000 * Double(count) / Double(denominator)).rounded())
            return "\(count)/\(denominator) (\(tenths / 10).\(tenths % 10)%)"
        }
    }

    public var indicator: IndicatorID
    public var label: LocalizedText
    public var unit: LocalizedText
    /// As the catalogue spells it: 60, 約8.
    public var target: LocalizedText
    public var month: Figure
    public var soFar: Figure
    /// Of a KPI of the whole: all programmes together, so far.
    public var pooled: Figure?
    /// Whether target and constraints hold; of a KPI of the whole, whether the programme's share does.
    public var isMet: Bool

    /// - Parameters:
    ///   - reading: as of the month's last day.
    ///   - tally: what was counted in the month alone.
    /// - Returns: nil where the programme has no part in it.
    public init?(
        _ reading: Reading, month tally: Tally, month: FiscalMonth, programme: ProgrammeID, catalogue: Catalogue
    ) {
        let own = reading.indicator
        indicator = own.id
        label = own.label
        unit = own.unit
        target = LocalizedText(ja: own.target.spelled(.ja), en: own.target.spelled(.en))
        isMet = reading.isMet
        if let rate = reading.rate {
            let terms = catalogue.terms(on: month.lastDay)
            guard let share = rate.byProgramme.first(where: { $0.programme == programme }),
                let monthly = Rate(own, tally: tally, terms: terms, catalogue: catalogue),
                let monthlyShare = monthly.byProgramme.first(where: { $0.programme == programme })
            else { return nil }
            self.month = Figure(monthlyShare.fraction)
            soFar = Figure(share.fraction)
            pooled = Figure(rate.pooled)
            isMet = (share.fraction.percent ?? 0) >= Double(own.target.floor)
        } else {
            guard own.programme == programme else { return nil }
            self.month = Figure(tally.counted)
            soFar = Figure(reading.tally.counted)
        }
    }

    /// What there is so far, of a KPI of the whole with that of all programmes together.
    func sum(_ language: Language) -> String {
        guard let pooled else { return soFar.text }
        return soFar.text + language("（全体 \(pooled.text)）", " (all: \(pooled.text))")
    }

    var figures: [ReportFigure] {
        let counted = ReportFigure(
            key: indicator.text, label: LocalizedText(ja: "\(indicator) \(label.ja)", en: "\(indicator) \(label.en)"),
            value: month.count)
        guard let denominator = month.denominator else { return [counted] }
        return [
            counted,
            ReportFigure(
                key: indicator.text + ".of",
                label: LocalizedText(
                    ja: "\(indicator) \(label.ja)の分母", en: "\(indicator) \(label.en), denominator"),
                value: denominator),
        ]
    }
}
