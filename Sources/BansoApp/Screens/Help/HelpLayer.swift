import BansoDomain
import TerminalUI

/// The keys of the screen below, as its list of bindings says, with the reason where one can't be used now.
struct HelpLayer: Screen {
    let list: [Binding]
    private(set) var scroll = 0

    init(bindings: [Binding]) { list = bindings }

    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding(
                [.escape, .character("q"), .character("?"), .enter, .control("c")], .close, "閉じる", "close",
                isInFooter: true)
        ]
            + Binding.vertical + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.down): scroll += 1
        case .action(.up): scroll -= 1
        case .action(.pageDown): scroll += 10
        case .action(.pageUp): scroll -= 10
        case .action(.first): scroll = 0
        case .action(.last): scroll = list.count
        case .action(let action): return PageActions.effects(for: action, at: nil, context) ?? []
        default: break
        }
        let rows = HelpLayer.rows(in: context.body)
        scroll = max(0, min(scroll, list.count - rows))
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {}

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let box = area.centred(Size(width: min(72, area.width - 2), height: list.count + 2))
        canvas.fill(box, style: Style(.text, on: .popup))
        canvas.box(
            box, title: language("キー一覧", "Keys"), style: Style(.border, on: .popup),
            titleStyle: Style(.accent, on: .popup, isBold: true), glyphs: context.glyphs)
        let inner = box.inset(x: 2, y: 1)
        for (row, binding) in list.dropFirst(scroll).prefix(inner.height).enumerated() {
            let y = inner.y + row
            canvas.put(
                padded(binding.keyLabel, to: 18), x: inner.x, y: y, limit: inner.width,
                style: Style(.key, on: .popup, isBold: true))
            var text = binding.label(language)
            if let refusal = binding.refusal { text += language("：", ": ") + refusal(language) }
            canvas.put(
                clipped(text, to: inner.width - 20, ellipsis: context.glyphs.ellipsis), x: inner.x + 20, y: y,
                style: Style(binding.refusal == nil ? .text : .muted, on: .popup))
        }
        if list.count > inner.height {
            let place = " \(scroll + 1)–\(min(list.count, scroll + inner.height)) / \(list.count) "
            canvas.put(place, endingAt: box.right - 2, y: box.bottom - 1, style: Style(.muted, on: .popup))
        }
        return Point(x: box.x, y: box.y)
    }

    private static func rows(in area: Rect) -> Int { max(1, area.height - 2) }
}
