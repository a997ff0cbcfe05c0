import BansoDomain
import TerminalUI

/// Any record by the fields of its kind, to look at; a field that names another record leads there.
struct RecordScreen: Screen {
    let key: RecordKey
    private(set) var stored: StoredRecord?
    /// What the record and those that it names are known by.
    private(set) var titles: [RecordKey: String] = [:]
    /// Into the kind's fields.
    private(set) var selected = 0
    /// The first line shown.
    private(set) var top = 0
    private(set) var hasLoaded = false
    /// Whose record it is; nil where it is nobody's.
    private(set) var organisation: OrganisationID?

    init(key: RecordKey) { self.key = key }

    /// The record that the selected field names.
    var target: RecordKey? {
        guard let stored, key.kind.fields.indices.contains(selected) else { return nil }
        return RecordLinks.target(of: stored.record.values[selected], in: key.kind.fields[selected])
    }

    func bindings(_ context: Context) -> [Binding] {
        let noTarget = LocalizedText(ja: "この項目は他の記録を指していません", en: "this field names no other record")
        let noOrganisation = LocalizedText(ja: "この記録には企業・機関がありません", en: "this record is of no organisation")
        return [
            Binding([.enter], .open, "指す記録へ", "follow", isInFooter: true, refusal: target == nil ? noTarget : nil),
            Binding(
                [.character("o")], .organisation, "企業・機関", "organisation", isInFooter: true,
                refusal: organisation == nil ? noOrganisation : nil),
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true),
        ] + [Binding.undo, .search, .help] + Binding.vertical + Binding.pages(context.catalogue) + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(let action):
            if let effects = PageActions.effects(for: action, at: nil, context) { return effects }
            return perform(action, context)
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        stored = try desk.record(key)
        hasLoaded = true
        guard let stored else {
            (titles, organisation) = ([:], nil)
            return
        }
        let named = zip(key.kind.fields, stored.record.values).compactMap { RecordLinks.target(of: $1, in: $0) }
        titles = try desk.titles(of: Set(named + [key]))
        organisation = try RecordLinks.organisation(of: key, desk)
        top = RecordLayout(screen: self, in: context.body, context).scroll(from: top, to: selected)
    }

    private mutating func perform(_ action: Action, _ context: Context) -> [Effect] {
        let layout = RecordLayout(screen: self, in: context.body, context)
        let page = max(1, layout.area.height - 1)
        switch action {
        case .up: step(-1, layout)
        case .down: step(1, layout)
        case .pageUp: for _ in 0..<page { step(-1, layout) }
        case .pageDown: for _ in 0..<page { step(1, layout) }
        case .first: (selected, top) = (0, 0)
        case .last: (selected, top) = (max(0, layout.blocks.count - 1), layout.lastTop)
        case .open: return target.map { [.open(.showing($0))] } ?? []
        case .organisation: return organisation.map { [.open(.organisation($0))] } ?? []
        default: break
        }
        return []
    }

    /// To the next field, but through a long text line by line first.
    private mutating func step(_ step: Int, _ layout: RecordLayout) {
        guard layout.blocks.indices.contains(selected) else { return }
        let isCut =
            step > 0
            ? layout.starts[selected + 1] > top + layout.area.height : layout.starts[selected] < top
        if isCut {
            top += step
        } else {
            selected = min(max(0, selected + step), layout.blocks.count - 1)
            top = layout.scroll(from: top, to: selected)
        }
    }
}
