import BansoDomain
import TerminalUI

/// What needs a hand today, the worst first: the page a day begins with.
struct Today: Screen {
    private(set) var sections: [TodaySection] = []
    /// Into the rows of all sections.
    private(set) var selected = 0
    private(set) var hasLoaded = false
    private var unfolded: Set<TodayGroup> = []
    private var items: [AttentionItem] = []
    private var readings: [Reading] = []
    private var version: Int?
    /// The card of the selected next action, for marking it done.
    private var card: StoredRecord?
    /// What last happened to the selected organisation, where there is room to show it.
    private(set) var past: [TimelineItem] = []
    private(set) var pastOf: OrganisationID?

    private static let mostPast = 12

    var rows: [TodayRow] { sections.flatMap(\.rows) }
    var row: TodayRow? { rows.indices.contains(selected) ? rows[selected] : nil }
    var subject: OrganisationID? { row?.organisation }

    func bindings(_ context: Context) -> [Binding] {
        var list = [
            Binding(
                [.enter], .open, "開く", "open", isInFooter: true, refusal: row == nil ? Refusal.nothingSelected : nil)
        ]
        list += rowBindings
        list += Binding.common + Binding.vertical + Binding.pages(context.catalogue)
        return list + [Binding([.character("q"), .control("c")], .quit, "終了", "quit", isInFooter: true)]
            + Binding.terminal
    }

    /// What can be done about the selected row.
    private var rowBindings: [Binding] {
        guard case .item(let item, let group)? = row else { return [] }
        var list: [Binding] = []
        switch group {
        case .overdue, .due:
            list = [
                Binding([.character("x")], .done, "済み", "done", isInFooter: true),
                Binding([.character("e")], .edit, "変更", "change", isInFooter: true),
            ]
        case .silent:
            list = [
                Binding([.character("z")], .snooze, "保留", "snooze", isInFooter: true),
                Binding([.character("a")], .nextAction, "次の対応", "next action", isInFooter: true),
            ]
        case .followUp: list = [Binding([.character("f")], .followUp, "確認を記録", "log it", isInFooter: true)]
        case .unsettled, .noRoster, .noSurvey:
            list = [
                Binding([.character("r")], .roster, "受付・出欠", "roster", isInFooter: true),
                Binding([.character("e")], .edit, "編集", "edit", isInFooter: true),
            ]
        case .report, .draft, .pace: break
        }
        if item.record.kind == .organisation {
            list.append(Binding([.character("c")], .consult, "相談", "consult", isInFooter: true))
        }
        return list
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action):
            if let effects = perform(action, context) { return effects }
            return PageActions.effects(for: action, at: .today, context) ?? []
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        let isFresh = version != context.dataVersion
        if isFresh {
            let query = DeskTerms.usual.query(on: context.today, calendar: context.calendar, limit: TodayList.limit)
            items = try desk.attention(query)
            readings = try desk.readings(asOf: context.today)
            version = context.dataVersion
            hasLoaded = true
        }
        sections = TodayList.sections(items: items, readings: readings, unfolded: unfolded, context)
        selected = min(selected, max(0, rows.count - 1))
        try loadSelected(from: desk, isFresh: isFresh, context)
    }

    private mutating func loadSelected(from desk: any DeskReader, isFresh: Bool, _ context: Context) throws {
        card = nil
        if case .item(let item, _)? = row, let entry = item.entry {
            card = try desk.record(RecordKey(.pipelineEntry, entry.value))
        }
        guard TodayLayout(in: context.body).side != nil, let organisation = row?.organisation else {
            (past, pastOf) = ([], nil)
            return
        }
        guard isFresh || pastOf != organisation else { return }
        past = try desk.timeline(of: organisation, kinds: Set(RecordKind.allCases), limit: Today.mostPast)
        pastOf = organisation
    }

    /// - Returns: nil where the action is none of its own.
    private mutating func perform(_ action: Action, _ context: Context) -> [Effect]? {
        let page = max(1, context.body.height - 4)
        switch action {
        case .up: move(-1)
        case .down: move(1)
        case .pageUp: move(-page)
        case .pageDown: move(page)
        case .first: selected = 0
        case .last: selected = max(0, rows.count - 1)
        case .open: return open()
        case .edit: return edit()
        case .nextAction:
            guard case .item(let item, _)? = row else { return [] }
            return [.open(item.entry.map(Today.cardForm) ?? .showing(item.record))]
        case .done: return done(context)
        case .snooze: return subject.map { [.open(.form(.add(.snooze, to: $0)))] } ?? []
        case .followUp: return subject.map { [.open(.form(.add(.followUp, to: $0)))] } ?? []
        case .consult: return subject.map { [.open(.form(.add(.consultation, to: $0)))] } ?? []
        case .roster:
            guard case .item(let item, _)? = row, item.record.kind == .event else { return [] }
            return [.open(.roster(event: item.record.id))]
        default: return nil
        }
        return []
    }

    private mutating func move(_ steps: Int) { selected = min(max(0, selected + steps), max(0, rows.count - 1)) }

    private static func cardForm(_ entry: PipelineEntryID) -> Destination {
        .form(.edit(RecordKey(.pipelineEntry, entry.value)))
    }

    private mutating func open() -> [Effect] {
        switch row {
        case .item(let item, _): return [.open(.showing(item.record))]
        case .pace(let reading): return [.open(.explain(reading.indicator.id))]
        case .draft(let draft): return [.open(.form(draft.request))]
        case .more(let group, _):
            unfolded.insert(group)
            return []
        case .report: return [.open(.overview)]
        case nil: return []
        }
    }

    private func edit() -> [Effect] {
        guard case .item(let item, _)? = row else { return [] }
        if let entry = item.entry { return [.open(Today.cardForm(entry))] }
        return [.open(.form(.edit(item.record)))]
    }

    /// The next action is done: the card has none any more.
    private func done(_ context: Context) -> [Effect] {
        guard let card else { return [] }
        var record = card.record
        record["next_action"] = .none
        record["next_due"] = .none
        return [.write(.edit(card.key, version: card.version, to: record))]
    }
}
