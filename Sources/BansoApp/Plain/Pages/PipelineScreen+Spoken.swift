import BansoDomain

extension PipelineScreen: Spoken {
    var rowActions: Set<Action> {
        selection.isEmpty ? [.consult, .select, .stageForward, .stageBack] : [.consult, .select]
    }

    var tickedActions: Set<Action> { selection.isEmpty ? [] : [.stageForward, .stageBack, .several] }

    /// Without what only a screen has, and with the ways that a filter and ticks have here.
    func spokenBindings(_ context: Context) -> [Binding] {
        bindings(context).filter { $0.action != .toggleView }.map { binding in
            guard binding.action == .several, selection.isEmpty else { return binding }
            var binding = binding
            binding.refusal = LocalizedText(ja: "「+ 3」のように番号で選んでから", en: "tick some by their numbers first: + 3")
            return binding
        }
    }

    func spokenNote(after action: Action, _ context: Context) -> String? {
        let language = context.language
        switch action {
        case .select:
            guard let current else { return nil }
            let name = current.name
            let what =
                selection.contains(current.entry)
                ? language("\(name)を選択しました", "\(name) ticked") : language("\(name)を選択から外しました", "\(name) unticked")
            return Speech.joined([what, language("計\(selection.count)件", "\(selection.count) in all")], context)
        case .selectNone: return language("選択を解除しました", "nothing is ticked any more")
        default: return nil
        }
    }

    /// A board has columns, a list has one order.
    mutating func turnToSpeech(_ context: Context) { arrangement = PipelineArrangement(view: .table) }

    private func ticked(_ language: Language) -> String {
        selection.isEmpty ? "" : language("選択 \(selection.count)件", "\(selection.count) ticked")
    }

    func spokenTitle(_ context: Context) -> String {
        let language = context.language
        let all =
            narrowing == nil
            ? language("\(total)件", total == 1 ? "1 card" : "\(total) cards")
            : language("\(whole)件のうち\(total)件", "\(total) of \(whole) cards")
        return Speech.joined(
            [
                pipeline.id.text + " " + pipeline.label(language), all,
                Speech.paused(narrowing?.words(language) ?? "", context), ticked(language),
            ], context)
    }

    /// How many stand in each stage, then the cards, stage by stage.
    func spokenLines(_ context: Context) -> [SpokenLine] {
        let language = context.language
        // Of what a filter leaves, stages without a card are left out too.
        let shown = pipeline.stages.filter { narrowing == nil || counts[$0.id, default: 0] > 0 }
        var lines = shown.map { stage in
            SpokenLine(
                Speech.pair(
                    stage.label(language), language("\(counts[stage.id] ?? 0)件", "\(counts[stage.id] ?? 0)"), context))
        }
        lines += table.rows.enumerated().map { place, card in
            SpokenLine(card.name, .row(place), identity: card.entry, state: state(of: card, context))
        }
        let left = total - table.rows.count
        if left > 0 {
            lines.append(SpokenLine(language("ほか\(left)件は検索で開けます", "search opens the other \(left)")))
        }
        return lines
    }

    /// Where it stands: the same card for the same number, however it moves on.
    private func state(of card: Card, _ context: Context) -> String {
        let language = context.language
        let stage = pipeline.stages.first { $0.id == card.stage }?.label(language) ?? card.stage.text
        let days = context.calendar.workingDays(from: card.key.since, to: context.today)
        let limit = context.catalogue.consultation.limit
        let isConsulted = pipeline.id == context.catalogue.consultation.pipeline
        return Speech.joined(
            [
                selection.contains(card.entry) ? language("選択中", "ticked") : "", stage,
                card.side?.label(language) ?? "",
                card.side == .receiver && card.eligibility != .eligible ? card.eligibility.label(language) : "",
                card.partners.map { partners in
                    let rest =
                        partners.count > 1
                        ? language("ほか\(partners.count - 1)社", " and \(partners.count - 1) more") : ""
                    return language("契約 \(partners.latest)\(rest)", "contract with \(partners.latest)\(rest)")
                } ?? "",
                language("\(days)営業日", days == 1 ? "1 working day" : "\(days) working days"),
                isConsulted
                    ? language("相談 \(card.consultations)/\(limit)", "consultations \(card.consultations)/\(limit)")
                    : "",
                card.nextAction?.text ?? "", card.nextAction?.due?.short(language) ?? "",
                card.prefecture?.shortName(language) ?? "",
            ], context)
    }
}
