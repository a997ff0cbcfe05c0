import BansoDomain
import TerminalUI

/// Any record by the fields of its kind, to look at; a field that names another record leads there.
struct RecordScreen: Screen {
    enum Panel: Hashable { case fields, related }

    let key: RecordKey
    private(set) var panel = Panel.fields
    /// The records that name this one.
    private(set) var related: [TimelineItem] = []
    /// Into `related`.
    private(set) var place = 0
    /// Whether they have the room that the fields can spare, where one is above the other.
    private(set) var isRelatedLarge = false
    private(set) var stored: StoredRecord?
    /// What the record and those that it names are known by.
    private(set) var titles: [RecordKey: String] = [:]
    /// Into `fields`.
    private(set) var selected = 0
    /// The first line shown.
    private(set) var top = 0
    private(set) var hasLoaded = false
    /// Whose record it is; nil where it is nobody's.
    private(set) var organisation: OrganisationID?

    var subject: OrganisationID? { organisation }

    init(key: RecordKey) { self.key = key }

    /// What is shown: all but the place of a card's stage, which is another word for the stage.
    var fields: [RecordField] { key.kind.fields.filter { $0.id != "stage_order" } }

    private static let mostRelated = 200

    /// Whether records of other kinds name one of this kind.
    var hasRelated: Bool { [.talent, .event, .posting, .region].contains(key.kind) }

    /// The record that the selected field names, or the one chosen among the related.
    var target: RecordKey? {
        if panel == .related { return related.indices.contains(place) ? related[place].key : nil }
        guard let stored, fields.indices.contains(selected) else { return nil }
        let field = fields[selected]
        return RecordLinks.target(of: stored.record[field.id], in: field)
    }

    func bindings(_ context: Context) -> [Binding] {
        let noTarget = LocalizedText(ja: "この項目は他の記録を指していません", en: "this field names no other record")
        return [
            Binding(
                [.enter], .open, "関連する記録を開く", "open what it names", isInFooter: true,
                refusal: target == nil ? noTarget : nil),
            Binding([.character("e")], .edit, "編集", "edit", isInFooter: true, refusal: goneRefusal),
            Binding([.character("d")], .delete, "削除", "delete", isInFooter: true, refusal: goneRefusal),
        ] + rosterBinding + organisationBinding + [
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true)
        ] + Binding.common + Binding.vertical + (hasRelated ? Binding.horizontal : [])
            + Binding.pages(context.catalogue) + Binding.terminal
    }

    private static let steps: [Action: Int] = [
        .up: -1, .down: 1, .pageUp: -8, .pageDown: 8, .first: -mostRelated, .last: mostRelated,
    ]

    private var rosterBinding: [Binding] {
        key.kind == .event
            ? [Binding([.character("r")], .roster, "受付・出欠", "roster", isInFooter: true)] : []
    }

    /// Only where such a record can be an organisation's.
    private var organisationBinding: [Binding] {
        guard RecordLinks.canLeadToOrganisation(key.kind) else { return [] }
        let refusal = LocalizedText(ja: "この記録には企業・機関がありません", en: "this record is of no organisation")
        return [
            Binding(
                [.character("o")], .organisation, "企業・機関", "organisation", isInFooter: true,
                refusal: organisation == nil ? refusal : nil)
        ]
    }

    private var goneRefusal: LocalizedText? {
        stored == nil ? LocalizedText(ja: "この記録は削除されました", en: "this record is gone") : nil
    }

    /// Who came to the event.
    func exported(_ context: Context) -> ExportOffer? {
        stored.flatMap { ExportOffer(rosterOf: $0, context) }
    }

    func copied(_ context: Context) -> String? {
        if panel == .related {
            guard related.indices.contains(place), case .record(let title, _) = related[place].what else { return nil }
            return DatedTitle.read(title, context.language)
        }
        guard let stored, fields.indices.contains(selected) else { return nil }
        let text = words(of: fields[selected], in: stored.record, context)
        return text.isEmpty ? nil : text
    }

    func words(of field: RecordField, in record: Record, _ context: Context) -> String {
        FieldWords.text(of: record[field.id], in: field, titles, context, record: record)
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.add) where stored != nil: return [.open(.additionsNaming(key))]
        case .action(.history): return [.open(.history(.record(key)))]
        case .action(let action):
            if let effects = PageActions.effects(for: action, at: nil, context) { return effects }
            return perform(action, context)
        case .written(let write, let outcome):
            let said = PageActions.effects(for: outcome, write, context)
            return outcome == .deleted ? [.close] + said : said
        case .key, .returned: return []
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
        related = hasRelated ? try desk.related(to: key, limit: RecordScreen.mostRelated) : []
        place = min(place, max(0, related.count - 1))
        isRelatedLarge = isRelatedToBeLarge(context)
        organisation = try RecordLinks.organisation(of: key, desk)
        top = RecordLayout(screen: self, in: context.body, context).scroll(from: top, to: selected)
    }

    private mutating func perform(_ action: Action, _ context: Context) -> [Effect] {
        if panel == .related, let step = RecordScreen.steps[action] {
            place = min(max(0, place + step), max(0, related.count - 1))
            return []
        }
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
        case .left: panel = .fields
        case .right where hasRelated: panel = .related
        case .edit: return [.open(.form(.edit(key)))]
        case .roster: return [.open(.roster(event: key.id))]
        case .delete:
            guard let stored else { return [] }
            let title = titles[key].map { DatedTitle.read($0, context.language) } ?? key.kind.label(context.language)
            return [.write(.delete(key, version: stored.version, title: title))]
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
