import BansoDomain

/// Where an indicator stands, fact by fact: a label and what it comes to.
struct PaceFacts {
    let facts: [(label: String, value: String)]

    init(_ reading: Reading, _ context: Context) {
        let language = context.language
        let (pace, indicator) = (reading.pace, reading.indicator)
        var facts = [
            (language("実績", "Reached"), Figures.ofTarget(reading, language)),
            (language("今日までの目安", "Expected by now"), Figures.decimal(pace.expected)),
        ]
        if indicator.kind == .ratio {
            facts.append(
                (language("該当/全体", "Of all"), reading.rate.map { Figures.fraction($0.pooled) } ?? ""))
        } else {
            facts.append((language("予測", "Forecast"), Figures.decimal(pace.forecast)))
        }
        if let weekly = pace.requiredPerWeek {
            facts.append((language("必要なペース", "Needed a week"), language("週", "") + Figures.decimal(weekly)))
        }
        facts.append((language("期限", "Until"), indicator.window.upperBound.spelled(language)))
        self.facts = facts.map { (label: $0.0, value: $0.1) }.filter { !$0.value.isEmpty }
    }
}
