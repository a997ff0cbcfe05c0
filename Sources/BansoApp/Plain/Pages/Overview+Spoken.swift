import BansoDomain

extension Overview: Spoken {
    var rowActions: Set<Action> { [.programme] }

    func spokenTitle(_ context: Context) -> String {
        let met = readings.count(where: \.isMet)
        return context.language("概況、達成 \(met)/\(readings.count)", "overview, \(met)/\(readings.count) met")
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        let programmes = context.catalogue.programmes.map(\.id) as [ProgrammeID?] + [nil]
        return programmes.flatMap { programme -> [SpokenLine] in
            let own = readings.filter { $0.indicator.programme == programme }
            guard !own.isEmpty else { return [] }
            return [SpokenLine(heading(of: programme, own, context))]
                + own.map { reading in
                    SpokenLine(Overview.text(of: reading, context), .perform([.open(.explain(reading.indicator.id))]))
                }
        }
    }

    private func heading(of id: ProgrammeID?, _ own: [Reading], _ context: Context) -> String {
        let language = context.language
        let title =
            context.catalogue.programmes.first { $0.id == id }.map { $0.id.text + " " + $0.label(language) }
            ?? language("全体 KPI", "Overall KPIs")
        let met = own.count(where: \.isMet)
        return Speech.joined([title, language("達成 \(met)/\(own.count)", "\(met)/\(own.count) met")], context)
    }

    /// A2 支援企業、37/60社、遅れ、今日までの目安 38.4.
    static func text(of reading: Reading, _ context: Context) -> String {
        let language = context.language
        let (indicator, pace) = (reading.indicator, reading.pace)
        let isCount = reading.rate == nil && [.ahead, .onTrack, .behind].contains(pace.status)
        return Speech.joined(
            [
                indicator.code + " " + indicator.label(language),
                Figures.actual(reading) + "/" + Figures.wholeTarget(of: indicator, language),
                pace.status.label(language),
                reading.rate.map { Figures.fraction($0.pooled) } ?? "",
                isCount
                    ? language(
                        "今日までの目安 \(Figures.decimal(pace.expected))",
                        "\(Figures.decimal(pace.expected)) expected by today")
                    : "",
            ], context)
    }
}
