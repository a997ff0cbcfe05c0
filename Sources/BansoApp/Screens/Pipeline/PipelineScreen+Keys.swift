import BansoDomain
import TerminalUI

/// What the keys of a pipeline's page do, and why they can't.
extension PipelineScreen {
    func bindings(_ context: Context) -> [Binding] {
        // What is done to all that are ticked comes first while something is.
        let views = views(context)
        let own =
            version != nil && total == 0 && selection.isEmpty
            ? withoutCards(context)
            : selection.isEmpty
                ? single(context) + [tick] + (view == .table ? views + several : several + views) + leaving
                : several + leaving + [tick] + views + single(context)
        return own + Binding.common.filter { key in !own.contains { $0.action == key.action } }
            + Binding.vertical
            + Binding.horizontal + Binding.pages(context.catalogue)
            + [Binding([.control("c")], .quit, "終了", "quit")] + Binding.terminal
    }

    /// What needs a card, or an order of cards, stands in no footer while there is none.
    private func withoutCards(_ context: Context) -> [Binding] {
        let about = (single(context) + [tick] + several + views(context)).map { binding in
            var binding = binding
            binding.isInFooter = binding.action == .filter && narrowing != nil
            return binding
        }
        return (whole == 0 ? [Binding.add] : []) + about.filter(\.isInFooter) + leaving
            + about.filter { !$0.isInFooter }
    }

    private func single(_ context: Context) -> [Binding] {
        let open = Binding(
            [.enter], .open, "開く", "open", isInFooter: true, refusal: current == nil ? Refusal.nothingSelected : nil)
        guard pipeline.id == context.catalogue.consultation.pipeline else { return [open] }
        let consult = Binding(
            [.character("c")], .consult, "相談", "consult", isInFooter: true, refusal: consultRefusal(context))
        return [open, consult]
    }

    private var tick: Binding {
        Binding(
            [.character(" ")], .select, "選択", "tick", isInFooter: isTwoSidedBoard || !selection.isEmpty,
            refusal: current == nil ? Refusal.nothingSelected : nil)
    }

    private var several: [Binding] {
        let contract = Binding(
            [.character("K")], .contract, "企業間契約", "contract", isInFooter: true, refusal: contractRefusal)
        return (isTwoSidedBoard ? [contract] : []) + [
            Binding(
                [.character(">")], .stageForward, "次の段階", "next stage", isInFooter: true, refusal: stageRefusal(by: 1)),
            Binding(
                [.character("<")], .stageBack, "前の段階", "prev stage", isInFooter: true, refusal: stageRefusal(by: -1)),
            Binding(
                [.character("b")], .several, "一括変更", "change all", isInFooter: !selection.isEmpty,
                refusal: selection.isEmpty ? PipelineScreen.nothingTicked : nil),
        ]
    }

    private func views(_ context: Context) -> [Binding] {
        let both = [
            Binding([.character("f")], .filter, "絞り込み", "filter", isInFooter: true),
            Binding([.character("v")], .toggleView, "表／ボード", "view", isInFooter: true),
        ]
        return view == .table ? [sort] + both + tableBindings(context) : both
    }

    /// Esc takes back one thing after the other before it leaves.
    private var leaving: [Binding] {
        let away = Binding([.character("q"), .escape], .close, "概況へ", "overview")
        if !selection.isEmpty {
            let clear = Binding([.escape], .selectNone, "選択解除", "untick", isInFooter: true)
            return [clear] + [away].leaving([.escape])
        }
        if narrowing != nil {
            let clear = Binding([.escape], .widen, "絞り込み解除", "show all", isInFooter: true)
            return [clear] + [away].leaving([.escape])
        }
        return [away]
    }

    func effects(of action: Action, _ context: Context) -> [Effect] {
        switch action {
        case .open: return current.map { [.open(.organisation($0.organisation))] } ?? []
        case .consult: return current.map { [.open(.form(.add(.consultation, to: $0.organisation)))] } ?? []
        case .stageForward: return changeStage(by: 1, context)
        case .stageBack: return changeStage(by: -1, context)
        case .several: return [.open(.form(.several(selection.sorted, of: pipeline.id)))]
        case .filter: return [.open(.filter(pipeline.id, narrowing?.record))]
        case .columns: return [.open(.columns(pipeline.id, arrangement.table))]
        case .contract:
            guard let sender = selection.cards(on: .sender).first, let receiver = selection.cards(on: .receiver).first
            else { return [] }
            let sides: [String: FieldValue] = [
                "sender": .number(sender.organisation.value), "receiver": .number(receiver.organisation.value),
            ]
            return [.open(.form(FormRequest(.interCompanyContract, given: sides)))]
        default: return []
        }
    }

    /// Of the ticked cards, or of the selected one where none is ticked.
    private func changeStage(by steps: Int, _ context: Context) -> [Effect] {
        guard selection.isEmpty else {
            let edits = selection.moved(by: steps, in: pipeline, on: context.today)
            return edits.isEmpty ? [] : [.write(.several(edits))]
        }
        guard let card = current, let stage = pipeline.stage(after: card.stage, by: steps) else { return [] }
        return [.write(.move(card.entry, version: card.version, to: stage.id, name: card.name))]
    }

    private func stageRefusal(by steps: Int) -> LocalizedText? {
        let canMove =
            selection.isEmpty
            ? current.map { pipeline.stage(after: $0.stage, by: steps) != nil }
            : !selection.moved(by: steps, in: pipeline, on: Day(ordinal: 0)).isEmpty
        switch canMove {
        case nil: return Refusal.nothingSelected
        case true?: return nil
        case false?:
            return steps > 0
                ? LocalizedText(ja: "最後の段階です", en: "this is the last stage")
                : LocalizedText(ja: "最初の段階です", en: "this is the first stage")
        }
    }

    private func consultRefusal(_ context: Context) -> LocalizedText? {
        guard let card = current else { return Refusal.nothingSelected }
        return Refusal.consultation(name: card.name, count: card.consultations, context)
    }

    /// A contract has one company of each side.
    private var contractRefusal: LocalizedText? {
        let ticked = PipelineEntry.Side.allCases.map { (side: $0, count: selection.cards(on: $0).count) }
        if let many = ticked.first(where: { $0.count > 1 }) {
            return LocalizedText(
                ja: "\(many.side.label.ja)が\(many.count)社選ばれています（1社にしてください）",
                en: "\(many.count) \(many.side.label.en)s are ticked; leave one")
        }
        let missing = ticked.filter { $0.count == 0 }.map(\.side.label)
        guard !missing.isEmpty else { return nil }
        return LocalizedText(
            ja: "\(missing.map(\.ja).joined(separator: "と"))を Space で選んでください",
            en: "tick a \(missing.map(\.en).joined(separator: " and a ")) first (Space)")
    }

    private static let nothingTicked = LocalizedText(ja: "Space で選んでから", en: "tick some first (Space)")
}
