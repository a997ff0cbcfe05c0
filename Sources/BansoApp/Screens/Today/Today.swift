import BansoDomain
import TerminalUI

/// What needs a hand today, the worst first: the page a day begins with.
struct Today: Screen {
    /// Only the first few of each group, however much room there is: where they are read out.
    var isBrief = false
    private(set) var sections: [TodaySection] = [] {
        didSet { rows = sections.flatMap(\.rows) }
    }
    private(set) var rows: [TodayRow] = []
    /// Into the rows of all sections.
    private(set) var selected = 0
    private(set) var hasLoaded = false
    /// Whether nobody has entered anything yet: figures without anything behind them need no hand.
    private(set) var isNew = false
    private var unfolded: Set<TodayGroup> = []
    private var items: [AttentionItem] = []
    /// Those of them that were in sight, with what they say.
    private var described: [AttentionItem: AttentionItem] = [:]
    private(set) var readings: [Reading] = []
    private var frozen: [FrozenReport] = []
    private var version: Int?
    /// How many of each sort are read, and how many were when `items` was.
    private var (limit, readLimit) = (TodayList.limit, 0)
    /// The card of the selected next action, for marking it done.
    private var card: StoredRecord?
    /// More about the selected row, where there is room to show it.
    private(set) var detail: TodayDetail?
    /// The row that `card` and `detail` were read for.
    private var readFor: TodayRow.Identity?

    var row: TodayRow? { rows.indices.contains(selected) ? rows[selected] : nil }
    var subject: OrganisationID? { row?.organisation }

    func bindings(_ context: Context) -> [Binding] {
        var list = [
            Binding(
                [.enter], .open, "開く", "open", isInFooter: true,
                refusal: row == nil ? Refusal.nothingSelected : row?.group == .draft ? context.writeRefusal?.text : nil)
        ]
        list += rowBindings + foldBindings
        list += Binding.common + Binding.vertical + Binding.pages(context.catalogue)
        return list + [Binding([.character("q"), .control("c")], .quit, "終了", "quit", isInFooter: true)]
            + Binding.terminal
    }

    /// What can be done about a row; elsewhere the key says of which.
    private var rowBindings: [Binding] {
        let group: TodayGroup? = if case .item(_, let group)? = row { group } else { nil }
        func binding(
            _ key: Character, _ action: Action, _ ja: String, _ en: String, of groups: Set<TodayGroup>,
            _ refusal: LocalizedText
        ) -> Binding {
            let isHere = group.map(groups.contains) ?? false
            return Binding([.character(key)], action, ja, en, isInFooter: isHere, refusal: isHere ? nil : refusal)
        }
        let events: Set<TodayGroup> = [.unsettled, .noRoster, .noSurvey]
        let ofEvents = LocalizedText(ja: "イベントの行で使えます", en: "only on the row of an event")
        let ofActions = LocalizedText(ja: "次の対応の行で使えます", en: "only on the row of a next action")
        let ofSilent = LocalizedText(ja: "動きのない企業の行で使えます", en: "only on the row of a silent company")
        let isCompany = subject != nil
        return [
            binding("x", .done, "済み", "done", of: [.overdue, .due], ofActions),
            binding("e", .edit, "変更", "change", of: events.union([.overdue, .due]), ofActions),
            binding("z", .snooze, "保留", "snooze", of: [.silent], ofSilent),
            binding("a", .nextAction, "次の対応", "next action", of: [.silent], ofSilent),
            binding(
                "f", .followUp, "確認を記録", "log it", of: [.followUp],
                LocalizedText(ja: "採用状況の確認の行で使えます", en: "only on the row of a follow-up")),
            binding("r", .roster, "受付・出欠", "roster", of: events, ofEvents),
            Binding(
                [.character("c")], .consult, "相談", "consult", isInFooter: isCompany,
                refusal: isCompany
                    ? nil : LocalizedText(ja: "企業の行で使えます", en: "only on the row of a company")),
        ]
    }

    /// A long group is unfolded and folded like a branch of a tree.
    private var foldBindings: [Binding] {
        let notFolded = LocalizedText(ja: "「他 n件」の行で使えます", en: "only on a row that stands for more")
        let notUnfolded = LocalizedText(ja: "広げた行で使えます", en: "only on rows that were unfolded")
        let isFolded = if case .more? = row { true } else { false }
        let isUnfolded = row.map { unfolded.contains($0.group) } ?? false
        return [
            Binding([.right, .character("l")], .right, "ひろげる", "unfold", refusal: isFolded ? nil : notFolded),
            Binding([.left, .character("h")], .left, "たたむ", "fold", refusal: isUnfolded ? nil : notUnfolded),
        ]
    }

    func copied(_ context: Context) -> String? {
        switch row {
        case .item(let item, _): item.title
        case .pace(let reading): reading.indicator.code + " " + reading.indicator.label(context.language)
        default: nil
        }
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action):
            if let effects = perform(action, context) { return effects }
            return PageActions.effects(for: action, at: .today, context) ?? []
        case .written(.edit, .edited):
            guard case .item(let item, _)? = row else { return [] }
            let text = context.language("\(item.title)の対応を済みにしました", "done: \(item.title)") + context.undoNote
            return [.say(Message(.good, text))]
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        let isFresh = version != context.dataVersion || readLimit != limit
        let isFirst = version == nil
        if isFresh {
            let query = DeskTerms.usual.query(on: context.today, calendar: context.calendar, limit: limit)
            items = try desk.attention(query)
            described = [:]
            readings = try desk.readings(asOf: context.today)
            frozen = try desk.frozenReports()
            (version, readLimit) = (context.dataVersion, limit)
            hasLoaded = true
            isNew =
                try items.isEmpty
                && desk.search(SearchQuery("", kinds: [.organisation, .event, .talent], limit: 1)).isEmpty
        }
        let kept = row?.identity
        sections = try describe(
            TodayList.sections(
                items: items, limit: limit, readings: isNew ? [] : readings,
                reports: isNew ? .none : reports(context), unfolded: unfolded,
                height: isBrief ? 0 : context.body.height - (Today.periodNote(context) == nil ? 0 : 1), context),
            from: desk)
        // What others write moves the rows: the selection stays with its own.
        if isFresh, let index = rows.firstIndex(where: { $0.identity == kept }) { selected = index }
        // What was cut off is what a person goes on with.
        if isFirst { selected = rows.firstIndex { $0.group == .draft } ?? 0 }
        selected = min(selected, max(0, rows.count - 1))
        try loadSelected(from: desk, isFresh: isFresh, context)
    }

    /// Of the many that need a hand only those in sight are looked up.
    private mutating func describe(
        _ sections: [TodaySection], from desk: any DeskReader
    ) throws -> [TodaySection] {
        let unknown = sections.flatMap(\.rows).compactMap { row in
            if case .item(let item, _) = row, described[item] == nil { item } else { nil }
        }
        let known = try unknown.isEmpty ? [] : desk.described(unknown)
        for (item, itself) in zip(unknown, known) { described[item] = itself }
        return sections.map { section in
            var section = section
            section.rows = section.rows.map { row in
                if case .item(let item, let group) = row { .item(described[item] ?? item, group) } else { row }
            }
            return section
        }
    }

    func reports(_ context: Context) -> OpenReports {
        OpenReports(on: context.today, catalogue: context.catalogue, frozen: frozen, calendar: context.calendar)
    }

    private mutating func loadSelected(from desk: any DeskReader, isFresh: Bool, _ context: Context) throws {
        let isWide = TodayLayout(in: context.body).side != nil
        guard isFresh || readFor != row?.identity || isWide != (detail != nil) else { return }
        readFor = row?.identity
        (card, detail) = (nil, nil)
        if case .item(let item, _)? = row, let entry = item.entry {
            card = try desk.record(RecordKey(.pipelineEntry, entry.value))
        }
        if isWide { detail = try row.flatMap { try TodayDetail(of: $0, desk, context) } }
    }

    /// - Returns: nil where the action is none of its own.
    private mutating func perform(_ action: Action, _ context: Context) -> [Effect]? {
        if let place = action.moved(selected, of: rows.count, page: max(1, context.body.height - 4)) {
            selected = place
            return []
        }
        switch action {
        case .open, .right: return open()
        case .left: fold()
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

    private static func cardForm(_ entry: PipelineEntryID) -> Destination {
        .form(.nextAction(of: RecordKey(.pipelineEntry, entry.value)))
    }

    private mutating func open() -> [Effect] {
        switch row {
        case .item(let item, _): return [.open(.showing(item.record))]
        case .pace(let reading): return [.open(.explain(reading.indicator.id))]
        case .draft(let draft):
            // A page is narrowed in sight.
            let page = draft.request.filtered.map { Effect.open(.pipeline($0)) }
            return (page.map { [$0] } ?? []) + [.open(.form(draft.request))]
        case .more(.pace, _): return [.open(.overview)]
        case .late(let deadlines): return [.open(.reports(deadlines.first?.month))]
        case .report(let deadline): return [.open(.reports(deadline.month))]
        case .more(let group, _):
            if !unfolded.insert(group).inserted { limit += TodayList.limit }
            return []
        case nil: return []
        }
    }

    private mutating func fold() {
        guard let group = row?.group, unfolded.remove(group) != nil else { return }
        selected = rows.firstIndex { $0.group == group } ?? 0
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
