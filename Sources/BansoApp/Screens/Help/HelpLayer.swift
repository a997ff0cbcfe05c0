import BansoDomain
import TerminalUI

/// The keys of the screen below, as its list of bindings says, with the reason where one can't be used now. What is typed
/// narrows the list; Enter does what is selected.
struct HelpLayer: Screen {
    let list: [Binding]
    private(set) var editor = TextEditor()
    /// Into `found`.
    private(set) var selected = 0

    init(bindings: [Binding]) { list = bindings.filter { !$0.keys.isEmpty } }

    var takesText: Bool { true }
    var isLayer: Bool { true }

    /// Those whose key or name holds what is typed.
    var found: [Binding] {
        let typed = Folding.searchKey(editor.text)
        guard !typed.isEmpty else { return list }
        return list.filter { binding in
            let names = [binding.label.ja, binding.label.en, KanaName.of(binding.label.ja)]
            return (names + binding.keys.map(\.label)).contains { Folding.searchKey($0).contains(typed) }
        }
    }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding(
                [.enter], .open, "実行", "run", isInFooter: true, refusal: found.isEmpty ? Refusal.nothingSelected : nil),
            Binding([.escape, .control("c")], .close, "閉じる", "close", isInFooter: true),
            Binding([.down, .control("n")], .down, "下へ", "down", isInFooter: true),
            Binding([.up, .control("p")], .up, "上へ", "up", isInFooter: true),
            Binding([.pageDown], .pageDown, "次の画面", "page down"),
            Binding([.pageUp], .pageUp, "前の画面", "page up"),
        ] + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.down): selected += 1
        case .action(.up): selected -= 1
        case .action(.pageDown): selected += HelpLayer.rows(in: context.body)
        case .action(.pageUp): selected -= HelpLayer.rows(in: context.body)
        case .action(.open):
            guard found.indices.contains(selected) else { return [] }
            if let refusal = found[selected].refusal { return [.say(Message(.error, refusal(context.language)))] }
            return [.pass(found[selected].action)]
        case .action(let action): return PageActions.effects(for: action, at: nil, context) ?? []
        case .key(let key): if editor.press(key) { selected = 0 }
        default: break
        }
        selected = max(0, min(selected, found.count - 1))
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {}

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let found = found
        let box = area.centred(Size(width: min(76, area.width - 2), height: list.count + 4))
        let inner = ListBox.draw(box, title: language("キー一覧", "Keys"), on: &canvas, context)
        let (line, rest) = inner.split(top: 1)
        canvas.put("? ", x: line.x, y: line.y, style: Style(.accent, on: .popup, isBold: true))
        let cursor = editor.draw(
            on: &canvas, in: Rect(x: line.x + 2, y: line.y, width: line.width - 2, height: 1),
            style: Style(.text, on: .focus), glyphs: context.glyphs)
        let (_, rows) = rest.split(top: rest.height > 4 ? 1 : 0)
        if found.isEmpty {
            canvas.put(language("見つかりません", "nothing found"), x: rows.x, y: rows.y, style: Style(.muted, on: .popup))
        }
        let top = max(0, min(selected - rows.height / 2, found.count - rows.height))
        for (offset, binding) in found.dropFirst(top).prefix(rows.height).enumerated() {
            let surface: Surface = top + offset == selected ? .selection : .popup
            let row = Rect(x: rows.x, y: rows.y + offset, width: rows.width, height: 1)
            canvas.fill(row, style: Style(.text, on: surface))
            canvas.touch(row, down: top + offset - selected)
            let keyWidth = min(18, row.width / 3)
            canvas.put(
                clipped(binding.keyLabel, to: keyWidth, ellipsis: context.glyphs.ellipsis), x: row.x, y: row.y,
                style: Style(.key, on: surface, isBold: true))
            var text = binding.label(language)
            if let refusal = binding.refusal { text += language("：", ": ") + refusal(language) }
            canvas.put(
                clipped(text, to: row.width - keyWidth - 2, ellipsis: context.glyphs.ellipsis), x: row.x + keyWidth + 2,
                y: row.y, style: Style(binding.refusal == nil ? .text : .muted, on: surface))
        }
        if found.count > rows.height {
            let place = " \(selected + 1) / \(found.count) "
            canvas.put(place, endingAt: box.right - 2, y: box.bottom - 1, style: Style(.muted, on: .popup))
        }
        return cursor
    }

    private static func rows(in area: Rect) -> Int { max(1, area.height - 5) }
}
