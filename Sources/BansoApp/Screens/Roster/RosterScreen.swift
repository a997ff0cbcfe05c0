import BansoDomain
import TerminalUI

/// The door of a seminar: two letters and Enter for each company that arrives, without a mouse and without a question.
struct RosterScreen: Screen {
    enum Focus: Hashable { case door, list }

    let event: Int64
    private(set) var roster: Roster?
    private(set) var hasLoaded = false
    private(set) var focus = Focus.door
    private(set) var editor = TextEditor()
    private(set) var hits: [RosterHit] = []
    /// Into `hits`; their number stands for a new company.
    private(set) var candidate = 0
    private(set) var role = AttendanceRole.participant
    /// Into the roster's lines.
    private(set) var selected = 0
    /// Who came last: there the list begins.
    private var latest: RecordKey?
    private var version: Int?
    /// How many of the roster's lines were asked for.
    private var lines = 0
    private var searched: String?
    /// The companies that a person saw when they went to the highlighted line: a new one is none of these.
    private var seen: Set<Int64> = []
    /// Whether what is typed was refused: the next letter begins the next name.
    private var isRefused = false

    private static let mostHits = 8
    /// So many can be gone through; at the door only what is in sight is read.
    private static let mostLines = 200

    init(event: Int64) { self.event = event }

    var takesText: Bool { focus == .door }

    var line: RosterLine? {
        guard let roster, roster.lines.indices.contains(selected) else { return nil }
        return roster.lines[selected]
    }

    private var typed: String { Folding.stored(editor.text) }

    /// The name of a company that nobody has heard of; nil while nothing is typed, and of a number that nobody has.
    var walkIn: String? { typed.isEmpty || typed.allSatisfy(\.isNumber) ? nil : typed }

    /// The attendance of the highlighted one, where they are registered and not here yet.
    private var awaited: StoredRecord? {
        guard hits.indices.contains(candidate) else { return nil }
        let attendance = hits[candidate].attendance
        return attendance?.record["presence"] == .token(Presence.registered) ? attendance : nil
    }

    private var noShowRefusal: LocalizedText? {
        awaited == nil
            ? LocalizedText(ja: "申込のある候補を選んでいるときに使えます", en: "only on a candidate who is registered") : nil
    }

    /// Why nobody can arrive; nil where they can.
    func doorRefusal(_ context: Context) -> LocalizedText? {
        if let refusal = context.writeRefusal { return refusal.text }
        guard let roster else {
            return hasLoaded ? LocalizedText(ja: "このイベントは削除されました", en: "this event is gone") : nil
        }
        return roster.event.record["status"] == .token(EventStatus.cancelled)
            ? LocalizedText(
                ja: "中止になったイベントです（戻って e で編集）", en: "this event is cancelled (go back, then e edits it)") : nil
    }

    static let nextRole = Binding([.control("t")], .toggleView, "役割", "role", isInFooter: true)

    func bindings(_ context: Context) -> [Binding] {
        switch focus {
        case .door:
            return [
                Binding(
                    [.enter], .open, isAhead(context) ? "申込" : "受付", isAhead(context) ? "registers" : "arrives",
                    isInFooter: true, refusal: doorRefusal(context)),
                Binding([.down], .down, "候補", "candidates", isInFooter: !hits.isEmpty),
                Binding([.up], .up, "前の候補", "previous"),
                RosterScreen.nextRole,
                Binding([.control("_"), .control("x"), .function(4)], .undo, "取消", "undo", isInFooter: true),
                Binding(
                    [.control("n")], .noShow, "欠席", "no-show", isInFooter: awaited != nil, refusal: noShowRefusal),
                Binding([.tab], .right, "名簿へ", "to the roster", isInFooter: true),
            ] + holding(context) + [
                Binding([.escape, .control("c")], .close, "戻る", "back", isInFooter: true)
            ] + Binding.terminal
        case .list:
            let none = line == nil ? Refusal.nothingSelected : nil
            return [
                Binding(
                    [.character("a")], .done, isAhead(context) ? "申込／欠席" : "参加／欠席",
                    isAhead(context) ? "coming or not" : "came or not", isInFooter: true, refusal: none),
                Binding([.character("d")], .delete, "削除", "delete", isInFooter: true, refusal: none),
                Binding([.character("s")], .survey, "アンケート", "survey", isInFooter: true, refusal: none),
                Binding([.character("e")], .edit, "編集", "edit", isInFooter: true, refusal: none),
                Binding([.enter], .open, "記録を開く", "open", refusal: none),
                Binding([.tab, .character("i")], .left, "受付へ", "to the door", isInFooter: true),
            ] + holding(context) + [
                Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true)
            ] + Binding.vertical + [Binding.undo, .redo, .history, .search, .palette, .export, .help] + Binding.terminal
        }
    }

    func exported(_ context: Context) -> ExportOffer? {
        roster.flatMap { ExportOffer(rosterOf: $0.event, context) }
    }

    /// An event counts once it was held.
    var isPlanned: Bool { roster?.event.record["status"] == .token(EventStatus.planned) }

    private func holding(_ context: Context) -> [Binding] {
        guard isPlanned else { return [] }
        return [
            Binding(
                [.control("o")], .markHeld, "開催済みに", "mark as held", isInFooter: true, refusal: aheadRefusal(context))
        ]
    }

    /// Whether its day is still to come: nobody can be there, whoever is entered is registered.
    func isAhead(_ context: Context) -> Bool { dayAhead(context) != nil }

    func dayAhead(_ context: Context) -> Day? {
        roster?.event.record["date"].day.flatMap { $0 > context.today ? $0 : nil }
    }

    private func presence(_ context: Context) -> Presence { isAhead(context) ? .registered : .attended }

    private func aheadRefusal(_ context: Context) -> LocalizedText? {
        guard let day = dayAhead(context) else { return nil }
        return LocalizedText(
            ja: "開催日（\(day.short(.ja))）がまだ来ていません", en: "the event is still to come (\(day.short(.en)))")
    }

    private func markHeld() -> [Effect] {
        guard let event = roster?.event else { return [] }
        var record = event.record
        record["status"] = .token(EventStatus.held)
        return [.write(.edit(event.key, version: event.version, to: record))]
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action): return perform(action, context)
        case .key(let key):
            guard focus == .door else { return [] }
            if isRefused, case .character = key { type("") }
            isRefused = false
            let before = editor.text
            _ = editor.press(key)
            if editor.text != before { candidate = 0 }
            return []
        case .written(.arrive(let arrival), .added(let key)):
            latest = key
            return arrived(arrival, context)
        case .written(.arrive(let arrival), .onRosterAlready):
            type("")
            return [said(arrival.name, isThere: nil, context)]
        case .written(.arrive(let arrival), .failed(let error)):
            isRefused = true
            return PageActions.effects(for: .failed(error), .arrive(arrival), context)
        case .written(.edit(let key, _, _), .edited) where key.kind == .event:
            let text = context.language("開催済みにしました。計上されます（\(undoKey) で取消）", "held: it counts now (\(undoKey) undoes)")
            return [.say(Message(.good, text))]
        case .written(.edit(let key, _, _), .edited) where focus == .door: return missed(key, context)
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .returned: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        let wanted = focus == .list ? RosterScreen.mostLines : context.body.height
        let isFresh = version != context.dataVersion || wanted > lines
        if isFresh {
            let kept = latest ?? (focus == .list ? line?.attendance.key : nil)
            roster = try desk.roster(of: event, lines: wanted)
            lines = wanted
            version = context.dataVersion
            hasLoaded = true
            let place = roster?.lines.firstIndex { $0.attendance.key == kept }
            selected = place ?? min(selected, max(0, (roster?.lines.count ?? 0) - 1))
            if focus == .list { latest = nil }
        }
        guard isFresh || searched != typed else { return }
        let isSame = searched == typed && !typed.isEmpty
        let kept = isSame && hits.indices.contains(candidate) ? hits[candidate] : nil
        let isNewKept = isSame && candidate == hits.count
        searched = typed
        hits = typed.isEmpty ? [] : try desk.arrivals(at: event, matching: typed, limit: RosterScreen.mostHits)
        // Whoever is registered already is not who is to be registered.
        if isAhead(context) { hits = hits.filter { $0.attendance == nil } + hits.filter { $0.attendance != nil } }
        candidate = isNewKept ? hits.count : min(candidate, hits.count)
        if let kept { try keep(kept, from: desk) }
        if !isSame { look() }
    }

    /// What others write moves the candidates: the highlight stays with its own, whatever has become of them.
    private mutating func keep(_ kept: RosterHit, from desk: any DeskReader) throws {
        var now = RosterHit(hit: kept.hit, attendance: nil, number: kept.number)
        if let key = kept.attendance?.key { now.attendance = try desk.record(key) }
        let place = hits.firstIndex { hit in
            hit.hit.key == kept.hit.key && (now.attendance == nil || now.attendance?.key == hit.attendance?.key)
        }
        if let place {
            candidate = place
            return
        }
        if now.attendance == nil {
            let named = try desk.arrivals(at: event, matching: kept.hit.name, limit: RosterScreen.mostHits)
            now = named.first { $0.hit.key == kept.hit.key } ?? now
        }
        hits.insert(now, at: candidate)
    }

    private mutating func look() { seen = Set(hits.map(\.hit.key).filter { $0.kind == .organisation }.map(\.id)) }

    private mutating func perform(_ action: Action, _ context: Context) -> [Effect] {
        switch (focus, action) {
        case (_, .close):
            // Esc on what is typed takes that away first.
            guard focus == .door, !editor.text.isEmpty else { return [.close] }
            type("")
        case (.door, .right): focus = .list
        case (.list, .left): focus = .door
        case (.door, .down): highlight(candidate + 1)
        case (.door, .up): highlight(candidate - 1)
        case (_, .toggleView):
            let all = AttendanceRole.allCases
            role = all[((all.firstIndex(of: role) ?? 0) + 1) % all.count]
        case (.door, .undo): return [.write(.undoAtDoor(event: event))]
        case (.door, .open): return arrive(candidate, context)
        case (.door, .noShow): return awaited.map { [markMissing($0)] } ?? []
        case (.list, .down): selected = min(selected + 1, max(0, (roster?.lines.count ?? 0) - 1))
        case (.list, .up): selected = max(0, selected - 1)
        case (.list, .pageDown): selected = min(selected + 10, max(0, (roster?.lines.count ?? 0) - 1))
        case (.list, .pageUp): selected = max(0, selected - 10)
        case (.list, .first): selected = 0
        case (.list, .last): selected = max(0, (roster?.lines.count ?? 0) - 1)
        case (.list, .open): return line.map { [.open(.record($0.attendance.key))] } ?? []
        case (.list, .edit): return line.map { [.open(.form(.edit($0.attendance.key)))] } ?? []
        case (.list, .delete):
            return line.map { [.write(.delete($0.attendance.key, version: $0.attendance.version, title: $0.name))] }
                ?? []
        case (.list, .done): return toggle(context)
        case (.list, .survey): return survey()
        case (_, .markHeld): return markHeld()
        case (_, .history): return [.open(.history(.record(RecordKey(.event, event))))]
        default: return PageActions.effects(for: action, at: nil, context) ?? []
        }
        return []
    }

    /// At the door every letter is text.
    private var undoKey: String { focus == .door ? RosterScreen.doorUndo : "u" }

    static let doorUndo = "Ctrl-_"

    // MARK: The door

    /// What is typed, as at the door.
    mutating func type(_ text: String) {
        editor.text = text
        candidate = 0
        searched = nil
        isRefused = false
    }

    private mutating func highlight(_ index: Int) {
        candidate = min(max(0, index), hits.count)
        look()
    }

    mutating func arrive(_ index: Int, _ context: Context) -> [Effect] {
        let effects = arrival(of: index, context)
        // What is typed would stand before the next name.
        if hits.indices.contains(index), isSettled(hits[index], context) { type("") }
        return effects
    }

    /// That the candidate is here now; behind the last one that of a new company.
    func arrival(of index: Int, _ context: Context) -> [Effect] {
        guard hits.indices.contains(index) else {
            if let walkIn { return [arrival(.walkIn(name: walkIn, besides: seen), walkIn, context)] }
            let unknown = context.language("その番号の参加者は見つかりません", "nobody has that number")
            return typed.isEmpty ? [] : [.say(Message(.hint, unknown))]
        }
        let hit = hits[index]
        if isSettled(hit, context) { return [said(hit.hit.name, isThere: hit.isHere, context)] }
        if let attendance = hit.attendance { return [arrival(.expected(attendance), hit.hit.name, context)] }
        // Found by a contact, it is the contact who stands at the door.
        return [arrival(.known(hit.hit.key), hit.hit.name, attendee: hit.hit.contact, context)]
    }

    /// Whether nothing is left to be entered of them.
    private func isSettled(_ hit: RosterHit, _ context: Context) -> Bool {
        hit.isHere || hit.attendance?.record["presence"] == .token(presence(context))
    }

    /// - Parameter isThere: rather than registered; nil where that goes by the day.
    private func said(_ name: String, isThere: Bool?, _ context: Context) -> Effect {
        let text =
            isThere ?? !isAhead(context)
            ? context.language("\(name) は既に受付済みです", "\(name) is here already")
            : context.language("\(name) は既に申込済みです", "\(name) is registered already")
        return .say(Message(.hint, text))
    }

    private func arrival(
        _ who: Write.Arrival.Who, _ name: String, attendee: String = "", _ context: Context
    ) -> Effect {
        .write(
            .arrive(
                Write.Arrival(
                    event: event, who: who, presence: presence(context), role: role, name: name, attendee: attendee)))
    }

    private mutating func arrived(_ arrival: Write.Arrival, _ context: Context) -> [Effect] {
        type("")
        if arrival.presence == .registered {
            let text = context.language(
                "\(arrival.name) の申込を登録しました（\(undoKey) で取消）", "\(arrival.name) is registered (\(undoKey) undoes)")
            return [.say(Message(.good, text))]
        }
        // The roster is read again only after this.
        let people = (roster?.people ?? 0) + 1
        let text = context.language(
            "\(arrival.name) を受付しました（\(people)人目、\(undoKey) で取消）",
            "\(arrival.name) is here, number \(people) (\(undoKey) undoes)")
        return [.say(Message(.good, text))]
    }

    private func markMissing(_ attendance: StoredRecord) -> Effect {
        var record = attendance.record
        record["presence"] = .token(Presence.noShow)
        return .write(.edit(attendance.key, version: attendance.version, to: record))
    }

    private mutating func missed(_ key: RecordKey, _ context: Context) -> [Effect] {
        let name = hits.first { $0.attendance?.key == key }?.hit.name ?? ""
        type("")
        let text = context.language("\(name) を欠席にしました（Ctrl-_ で取消）", "\(name) did not come (Ctrl-_ undoes)")
        return [.say(Message(.good, text))]
    }

    // MARK: The list

    private func toggle(_ context: Context) -> [Effect] {
        guard let line else { return [] }
        var record = line.attendance.record
        let coming = presence(context)
        record["presence"] = .token(record["presence"] == .token(coming) ? .noShow : coming)
        return [.write(.edit(line.attendance.key, version: line.attendance.version, to: record))]
    }

    private func survey() -> [Effect] {
        guard let record = line?.attendance.record else { return [] }
        let who = record["organisation"] == .none ? "talent" : "organisation"
        return [
            .open(.form(FormRequest(.surveyAnswer, given: ["event": .number(event), who: record[who]])))
        ]
    }
}

extension RosterHit {
    /// Whether they have arrived.
    fileprivate var isHere: Bool { attendance?.record["presence"] == .token(Presence.attended) }
}
