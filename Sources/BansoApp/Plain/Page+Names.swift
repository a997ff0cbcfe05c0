import BansoDomain
import TerminalUI

/// What is said by its name.
extension Page {
    /// Anything by its name; where several have it, they are offered.
    mutating func run(_ name: String, _ desk: any DeskReader, _ context: Context) throws -> Reply {
        if let reply = try runOnRows(name, desk, context) { return reply }
        let palette = try palette(name, desk, context)
        let named = Page.command(called: name, in: palette)
        if named == nil, let reply = try takeName(name, desk, context) { return reply }
        guard let command = named ?? (name.count == 1 ? nil : palette.found.only) else {
            // A letter is a part of too many names.
            guard palette.found.isEmpty || name.count == 1 else { return Reply(page: palette) }
            let text = context.language(
                "「\(name)」は分かりません。?で使い方、/\(name) で検索", "'\(name)' isn't known; ? helps, /\(name) searches")
            return Reply(lines: [text])
        }
        switch command.run {
        case .action(let action): return press(action, context)
        case .open(let destination), .show(let destination, _): return Reply(effects: [.open(destination)])
        }
    }

    /// 選択 1 3: what is done to a row, by its name. Nil where the text is something else.
    private mutating func runOnRows(_ text: String, _ desk: any DeskReader, _ context: Context) throws -> Reply? {
        let (name, rows) = PlainCommand.split(text)
        guard let row = rows.first, !name.isEmpty, case .success(.select) = choice(row, context) else { return nil }
        _ = try select(row, desk, context)
        let palette = try palette(name, desk, context)
        guard let command = Page.command(called: name, in: palette) ?? palette.found.only,
            case .action(let action) = command.run, screen.rowActions.union(screen.tickedActions).contains(action)
        else { return nil }
        return try use(action, rows, desk, context)
    }

    private func palette(_ name: String, _ desk: any DeskReader, _ context: Context) throws -> PaletteLayer {
        var palette = PaletteLayer(over: bindings(context), of: screen.spokenSubject, context)
        try palette.load(from: desk, context)
        _ = palette.update(.key(.paste(name)), context)
        return palette
    }

    /// 新規 企業 is 新規：企業, and not 新規：企業間契約.
    private static func command(called name: String, in palette: PaletteLayer) -> PaletteLayer.Command? {
        let key = Folding.searchKey(name)
        return palette.found.first { $0.names.contains { $0.replacing(":", with: "") == key } }
    }

    /// Where a name is itself an answer. Nil where it isn't.
    mutating func takeName(_ name: String, _ desk: any DeskReader, _ context: Context) throws -> Reply? {
        // A single letter is a slip: there may be nothing to use it on.
        guard var door = screen as? any NameTaking, name.utf8.count > 1 else { return nil }
        outer = outer ?? recital
        defer { screen = door }
        return Reply(effects: try door.take(name, from: desk, context))
    }
}

extension Array {
    /// The one element; nil where there are none or several.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
