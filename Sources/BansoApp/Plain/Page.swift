import BansoDomain
import TerminalUI

/// A screen that is read out a few lines at a time, and takes commands by letter, name and number.
struct Page: Topic {
    var screen: any Spoken
    private(set) var recital = Recital()
    /// What was read before a number or a name led further inside, and numbers mean again on the way back.
    var outer: Recital?
    /// The title as it was when something was last said.
    private var title = ""
    /// Whether the page shows something else than before, whatever was said meanwhile.
    private var hasTurned = false

    init(_ screen: any Spoken, _ context: Context) {
        self.screen = screen
        self.screen.turnToSpeech(context)
    }

    var top: any Screen { screen }

    /// Whether it is the page that a conversation begins with.
    var isFirst: Bool { screen is Today }

    /// How a page looks on a screen is nothing to remember from here.
    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        screen.update(event, context).filter { if case .remember = $0 { false } else { true } }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        try screen.load(from: desk, context)
    }

    mutating func begin(_ context: Context) -> [String] {
        prepare(context)
        return [title] + recital.next(context)
    }

    /// The page, to be read from its beginning when it is asked for.
    mutating func prepare(_ context: Context) {
        recital.take(screen.spokenLines(context))
        title = screen.spokenTitle(context)
        hasTurned = false
    }

    mutating func goOn(isReturn: Bool, isSilent: Bool, _ context: Context) -> [String] {
        let before = title
        title = screen.spokenTitle(context)
        if isReturn, !hasTurned { return [title] }
        guard isSilent || hasTurned else { return [] }
        if hasTurned || title != before { return begin(context) }
        // What an action did to the page is read from where it is another one.
        let lines = screen.spokenLines(context)
        let changed = zip(lines, recital.lines).prefix { $0 == $1 }.count
        guard changed < max(lines.count, recital.lines.count) else { return [] }
        recital.take(lines, from: changed)
        return recital.next(context)
    }

    // MARK: Listening

    mutating func hear(_ line: String, _ desk: any DeskReader, _ context: Context) throws -> Reply {
        switch PlainCommand(line) {
        case .more:
            if recital.hasMore { return Reply(lines: recital.next(context)) }
            if recital.lines != screen.spokenLines(context) { return Reply(lines: begin(context)) }
            return Reply(lines: [context.language("これで終わりです。=でもう一度、?で使い方", "that is all; = reads it again, ? helps")])
        case .again: return Reply(lines: begin(context))
        case .back: return goBack(context)
        case .quit: return Reply(effects: [.quit])
        case .help: return Reply(lines: PlainHelp(bindings: bindings(context)).lines(context))
        case .number(let number):
            // The digits of a corporate number, and not a slip of the row's.
            if number > 999, let reply = try takeName(line, desk, context) { return reply }
            return try open(number, desk, context)
        case .letter(let letter, let rows):
            if !rows.isEmpty, let ticked = binding(letter, context), let refusal = onTicked(ticked, context) {
                return refusal
            }
            // What can be done is another thing for another row.
            if let row = rows.first, let refusal = try select(row, desk, context) { return refusal }
            if letter == "?" {
                let own = bindings(context).filter { screen.rowActions.contains($0.action) }
                return Reply(lines: PlainHelp(bindings: own).names(context))
            }
            guard let binding = binding(letter, context) else { return try run(line, desk, context) }
            return try use(binding.action, rows, desk, context)
        case .search(let text):
            var search = SearchLayer()
            _ = search.update(.key(.paste(text)), context)
            return Reply(page: search)
        case .name(let name): return try run(name, desk, context)
        }
    }

    /// Does it to each of these rows.
    mutating func use(
        _ action: Action, _ rows: [Int], _ desk: any DeskReader, _ context: Context
    ) throws -> Reply {
        guard !rows.isEmpty else { return press(action, hasRow: false, context) }
        guard rows.count == 1 || action == .select else {
            return Reply(lines: [context.language("1行ずつ使えます", "this is done to one line at a time")])
        }
        var reply = Reply()
        for row in rows {
            if let refusal = try select(row, desk, context) {
                reply.lines += refusal.lines
                break
            }
            let next = press(action, hasRow: true, context)
            (reply.lines, reply.effects) = (reply.lines + next.lines, reply.effects + next.effects)
        }
        return reply
    }

    /// What a layer chose: it is over, and the page may be another one.
    mutating func press(_ action: Action, _ context: Context) -> Reply {
        let reply = press(action, hasRow: false, context)
        hasTurned = reply.lines.isEmpty && reply.effects.isEmpty
        return reply
    }

    mutating func press(_ action: Action, hasRow: Bool, _ context: Context) -> Reply {
        guard let binding = bindings(context).first(where: { $0.action == action }) else {
            return Reply(
                effects: PageActions.effects(for: action, at: nil, context) ?? update(.action(action), context))
        }
        if hasRow, let refusal = onTicked(binding, context) { return refusal }
        if !hasRow, screen.rowActions.contains(action) {
            let letter = Page.spelled(binding, context)
            let text = context.language(
                "どの行かも番号で：\(letter) 3 など", "say for which line, by its number: \(letter) 3 and the like")
            return Reply(lines: [text])
        }
        if let refusal = binding.refusal { return Reply(lines: [refusal(context.language)]) }
        let effects = update(.action(action), context)
        return Reply(lines: screen.spokenNote(after: action, context).map { [$0] } ?? [], effects: effects)
    }

    private func binding(_ letter: Character, _ context: Context) -> Binding? {
        bindings(context).first { $0.keys.contains(.character(letter)) || PlainHelp.letter(of: $0) == letter }
    }

    /// That an action is for all rows that are ticked, and not for the one that was named with it.
    private func onTicked(_ binding: Binding, _ context: Context) -> Reply? {
        guard screen.tickedActions.contains(binding.action) else { return nil }
        let letter = Page.spelled(binding, context)
        return Reply(lines: [
            context.language(
                "選択したものすべてに使います。番号なしで：\(letter)", "this is for all that are ticked; without a number: \(letter)")
        ])
    }

    /// As it is said: by its letter, or by its name.
    private static func spelled(_ binding: Binding, _ context: Context) -> String {
        PlainHelp.letter(of: binding).map { String($0) } ?? binding.label(context.language)
    }

    /// What its keys do, without what only makes sense on a screen.
    func bindings(_ context: Context) -> [Binding] {
        let own = screen.spokenBindings(context)
        let common = Binding.common + Binding.pages(context.catalogue)
        let all = own + common.filter { binding in !own.contains { $0.action == binding.action } }
        let hasRows = screen.spokenLines(context).contains { $0.isRow }
        return context.keys.applied(to: all.refusingWrites(context), takesText: false).filter { binding in
            !PlainHelp.screenOnly.contains(binding.action) && (hasRows || !screen.rowActions.contains(binding.action))
        }
    }

    private mutating func goBack(_ context: Context) -> Reply {
        guard screen.goBack(context) else { return Reply(effects: [.close]) }
        recital = outer ?? recital
        outer = nil
        return Reply(lines: [screen.spokenTitle(context)])
    }

    // MARK: Rows

    private mutating func open(_ number: Int, _ desk: any DeskReader, _ context: Context) throws -> Reply {
        switch choice(number, context) {
        case .failure(let refusal): return Reply(lines: refusal.lines)
        case .success(.perform(let effects)): return Reply(effects: effects)
        case .success(.select):
            if let refusal = try select(number, desk, context) { return refusal }
            let effects = screen.openAction.map { update(.action($0), context) } ?? []
            if effects.isEmpty { outer = recital }
            return Reply(effects: effects)
        case .success(.ask): return Reply(form: screen as? any Asking)
        }
    }

    /// - Returns: nil where the row is selected, else why it isn't.
    mutating func select(_ number: Int, _ desk: any DeskReader, _ context: Context) throws -> Reply? {
        switch choice(number, context) {
        case .failure(let refusal): return Reply(lines: refusal.lines)
        case .success(.perform), .success(.ask):
            return Reply(lines: [context.language("この行では使えません", "this can't be done with that line")])
        case .success(.select(let actions)):
            for action in actions { _ = screen.update(.action(action), context) }
            try screen.load(from: desk, context)
            return nil
        }
    }

    struct Unknown: Error { var lines: [String] }

    /// What a number does: found by the line that was read out under it, wherever that stands now.
    mutating func choice(_ number: Int, _ context: Context) -> Result<SpokenLine.Choice, Unknown> {
        guard let read = recital.line(number) else {
            let count = recital.numbers
            let text: String
            if count > 0 {
                text = context.language("番号は1から\(count)までです", "the numbers go from 1 to \(count)")
            } else if screen.spokenLines(context).contains(where: { $0.choice != nil }) {
                text = context.language("番号は読み上げた行につきます（Enter で続き）", "lines get numbers as they are read out: Enter")
            } else {
                text = context.language("ここには番号がありません", "there are no numbers here")
            }
            return .failure(Unknown(lines: [text]))
        }
        let line = screen.spokenLines(context).first { $0.isSame(as: read) }
        if let choice = line?.choice { return .success(choice) }
        let changed = context.language("内容が変わりました。読み直します", "this has changed; here it is again")
        return .failure(Unknown(lines: [changed] + begin(context)))
    }
}
