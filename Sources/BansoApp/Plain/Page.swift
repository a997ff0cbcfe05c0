import BansoDomain
import TerminalUI

/// A screen that is read out a few lines at a time, and takes commands by letter, name and number.
struct Page: Topic {
    private(set) var screen: any Spoken
    private var recital = Recital()

    init(_ screen: any Spoken) { self.screen = screen }

    var top: any Screen { screen }

    /// Whether it is the page that a conversation begins with.
    var isFirst: Bool { screen is Today }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] { screen.update(event, context) }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        try screen.load(from: desk, context)
    }

    mutating func begin(_ context: Context) -> [String] {
        recital.take(screen.spokenLines(context))
        return [screen.spokenTitle(context)] + recital.next(context)
    }

    /// The page, to be read from its beginning when it is asked for.
    mutating func prepare(_ context: Context) { recital.take(screen.spokenLines(context)) }

    mutating func goOn(isReturn: Bool, isSilent: Bool, _ context: Context) -> [String] {
        if isReturn { return [screen.spokenTitle(context)] }
        guard isSilent else { return [] }
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
            let end = context.language("これで終わりです。=でもう一度、?で使い方", "that is all; = reads it again, ? helps")
            return Reply(lines: recital.hasMore ? recital.next(context) : [end])
        case .again: return Reply(lines: begin(context))
        case .back: return Reply(effects: [.close])
        case .quit: return Reply(effects: [.quit])
        case .help: return Reply(lines: PlainHelp(bindings: bindings(context)).lines(context))
        case .number(let number): return try open(number, desk, context)
        case .letter(let letter, let row):
            // What can be done is another thing for another row.
            if let row, let refusal = try select(row, desk, context) { return refusal }
            if letter == "?" {
                let own = bindings(context).filter { screen.rowActions.contains($0.action) }
                return Reply(lines: PlainHelp(bindings: own).names(context))
            }
            guard let action = bindings(context).first(where: { $0.keys.contains(.character(letter)) })?.action else {
                return try run(line, desk, context)
            }
            return press(action, hasRow: row != nil, context)
        case .search(let text):
            var search = SearchLayer()
            _ = search.update(.key(.paste(text)), context)
            return Reply(page: search)
        case .name(let name): return try run(name, desk, context)
        }
    }

    mutating func press(_ action: Action, _ context: Context) -> Reply { press(action, hasRow: false, context) }

    private mutating func press(_ action: Action, hasRow: Bool, _ context: Context) -> Reply {
        guard let binding = bindings(context).first(where: { $0.action == action }) else {
            return Reply(
                effects: PageActions.effects(for: action, at: nil, context) ?? update(.action(action), context))
        }
        if !hasRow, screen.rowActions.contains(action) {
            let letter = PlainHelp.letter(of: binding).map { String($0) } ?? ""
            let text = context.language(
                "どの行かも番号で：\(letter) 3 など", "say for which line, by its number: \(letter) 3 and the like")
            return Reply(lines: [text])
        }
        if let refusal = binding.refusal { return Reply(lines: [refusal(context.language)]) }
        return Reply(effects: update(.action(action), context))
    }

    /// What its keys do, without what only makes sense on a screen.
    private func bindings(_ context: Context) -> [Binding] {
        let own = screen.bindings(context)
        let common = Binding.common + Binding.pages(context.catalogue)
        let all = own + common.filter { binding in !own.contains { $0.action == binding.action } }
        let hasRows = screen.spokenLines(context).contains { $0.isRow }
        return context.keys.applied(to: all, takesText: false).filter { binding in
            !PlainHelp.screenOnly.contains(binding.action) && (hasRows || !screen.rowActions.contains(binding.action))
        }
    }

    // MARK: Rows

    private mutating func open(_ number: Int, _ desk: any DeskReader, _ context: Context) throws -> Reply {
        switch choice(number, context) {
        case .failure(let refusal): return Reply(lines: refusal.lines)
        case .success(.perform(let effects)): return Reply(effects: effects)
        case .success(.select):
            if let refusal = try select(number, desk, context) { return refusal }
            return Reply(effects: update(.action(.open), context))
        }
    }

    /// - Returns: nil where the row is selected, else why it isn't.
    private mutating func select(_ number: Int, _ desk: any DeskReader, _ context: Context) throws -> Reply? {
        switch choice(number, context) {
        case .failure(let refusal): return Reply(lines: refusal.lines)
        case .success(.perform):
            return Reply(lines: [context.language("この行では使えません", "this can't be done with that line")])
        case .success(.select(let actions)):
            for action in actions { _ = screen.update(.action(action), context) }
            try screen.load(from: desk, context)
            return nil
        }
    }

    private struct Unknown: Error { var lines: [String] }

    /// What a number does: found by the line that was read out under it, wherever that stands now.
    private mutating func choice(_ number: Int, _ context: Context) -> Result<SpokenLine.Choice, Unknown> {
        guard let read = recital.line(number) else {
            let count = recital.numbers
            let text =
                count == 0
                ? context.language("ここには番号がありません", "there are no numbers here")
                : context.language("番号は1から\(count)までです", "the numbers go from 1 to \(count)")
            return .failure(Unknown(lines: [text]))
        }
        let line = screen.spokenLines(context).first { $0.isSame(as: read) }
        if let choice = line?.choice { return .success(choice) }
        let changed = context.language("内容が変わりました。読み直します", "this has changed; here it is again")
        return .failure(Unknown(lines: [changed] + begin(context)))
    }

    // MARK: Names

    /// Anything by its name; where several have it, they are offered.
    private mutating func run(_ name: String, _ desk: any DeskReader, _ context: Context) throws -> Reply {
        var palette = PaletteLayer(over: bindings(context), of: screen.spokenSubject, context)
        try palette.load(from: desk, context)
        _ = palette.update(.key(.paste(name)), context)
        // 新規 企業 is 新規：企業, and not 新規：企業間契約.
        let key = Folding.searchKey(name)
        let named = palette.found.first { $0.names.contains { $0.replacing(":", with: "") == key } }
        guard let command = named ?? palette.found.only else {
            guard palette.found.isEmpty else { return Reply(page: palette) }
            let text = context.language(
                "「\(name)」は分かりません。?で使い方、/\(name) で検索", "'\(name)' isn't known; ? helps, /\(name) searches")
            return Reply(lines: [text])
        }
        switch command.run {
        case .action(let action): return press(action, context)
        case .open(let destination): return Reply(effects: [.open(destination)])
        }
    }
}

extension Array {
    /// The one element; nil where there are none or several.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
