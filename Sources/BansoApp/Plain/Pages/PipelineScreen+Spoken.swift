import BansoDomain

extension PipelineScreen: Spoken {
    var rowActions: Set<Action> { [.consult, .stageForward, .stageBack] }

    func spokenTitle(_ context: Context) -> String {
        Speech.joined(
            [
                pipeline.id.text + " " + pipeline.label(context.language),
                context.language("\(total)件", total == 1 ? "1 card" : "\(total) cards"),
            ], context)
    }

    /// How many stand in each stage, then the cards, stage by stage.
    func spokenLines(_ context: Context) -> [SpokenLine] {
        let language = context.language
        var lines = pipeline.stages.map { stage in
            SpokenLine(
                Speech.pair(
                    stage.label(language), language("\(counts[stage.id] ?? 0)件", "\(counts[stage.id] ?? 0)"), context))
        }
        lines += table.rows.enumerated().map { place, card in
            SpokenLine(text(of: card, context), .row(place), identity: card.entry)
        }
        let left = total - table.rows.count
        if left > 0 {
            lines.append(SpokenLine(language("ほか\(left)件は検索で開けます", "search opens the other \(left)")))
        }
        return lines
    }

    private func text(of card: Card, _ context: Context) -> String {
        let language = context.language
        let stage = pipeline.stages.first { $0.id == card.stage }?.label(language) ?? card.stage.text
        let days = context.calendar.workingDays(from: card.key.since, to: context.today)
        let limit = context.catalogue.consultation.limit
        let isConsulted = pipeline.id == context.catalogue.consultation.pipeline
        return Speech.joined(
            [
                card.name, stage, card.side?.label(language) ?? "",
                language("\(days)営業日", days == 1 ? "1 working day" : "\(days) working days"),
                isConsulted
                    ? language("相談 \(card.consultations)/\(limit)", "consultations \(card.consultations)/\(limit)")
                    : "",
                card.nextAction?.text ?? "", card.nextAction?.due?.short(language) ?? "",
                card.prefecture?.shortName(language) ?? "",
            ], context)
    }
}
