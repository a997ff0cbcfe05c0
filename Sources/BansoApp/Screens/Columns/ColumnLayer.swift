import BansoDomain
import TerminalUI

/// Which columns a pipeline's table has, and in which order.
struct ColumnLayer: Screen {
    let pipeline: Pipeline
    /// All that the pipeline's cards have, besides the name.
    private(set) var columns: [CardColumn]
    private(set) var ticked: Set<CardColumn>
    /// Into `columns`.
    private(set) var selected = 0
    private var arrangement: TableArrangement

    init(_ arrangement: TableArrangement, of pipeline: Pipeline, _ context: Context) {
        self.pipeline = pipeline
        self.arrangement = arrangement
        let possible = TableArrangement.possible(pipeline, context.catalogue).filter { $0 != .name }
        ticked = Set(arrangement.columns).intersection(possible)
        columns = arrangement.columns.filter(possible.contains) + possible.filter { !arrangement.columns.contains($0) }
    }

    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.enter], .open, "決める", "done", isInFooter: true),
            Binding([.character(" ")], .select, "選択", "tick", isInFooter: true),
            Binding(
                [.left, .character("h"), .character("<")], .left, "左へ", "to the left", isInFooter: true,
                refusal: selected > 0 ? nil : LocalizedText(ja: "左端です", en: "it is the leftmost")),
            Binding(
                [.right, .character("l"), .character(">")], .right, "右へ", "to the right", isInFooter: true,
                refusal: selected < columns.count - 1 ? nil : LocalizedText(ja: "右端です", en: "it is the rightmost")),
            Binding([.delete, .character("x")], .usual, "標準に戻す", "as usual", isInFooter: true),
            Binding([.escape, .character("q"), .control("c")], .close, "やめる", "leave", isInFooter: true),
            Binding([.down, .character("j"), .control("n")], .down, "下へ", "down"),
            Binding([.up, .character("k"), .control("p")], .up, "上へ", "up"),
        ] + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        guard case .action(let action) = event else { return [] }
        switch action {
        case .close: return [.close]
        case .open: return [.pass(.arrange(chosen))]
        case .down: selected = min(selected + 1, columns.count - 1)
        case .up: selected = max(0, selected - 1)
        case .select: ticked.formSymmetricDifference([columns[selected]])
        case .left: swap(with: selected - 1)
        case .right: swap(with: selected + 1)
        case .usual: self = ColumnLayer(.usual, of: pipeline, context)
        default: return PageActions.effects(for: action, at: nil, context) ?? []
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {}

    /// As it is chosen now.
    var chosen: TableArrangement {
        TableArrangement(columns.filter(ticked.contains), widths: arrangement.widths, order: arrangement.order)
    }

    private mutating func swap(with other: Int) {
        columns.swapAt(selected, other)
        selected = other
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let title = language("\(pipeline.id.text) の表の列", "Columns of \(pipeline.id.text)")
        let box = area.centred(Size(width: min(34, area.width - 2), height: columns.count + 2))
        let inner = ListBox.draw(box, title: title, on: &canvas, context)
        var cursor = Point(x: inner.x, y: inner.y)
        let top = max(0, min(selected - inner.height / 2, columns.count - inner.height))
        for (offset, column) in columns.dropFirst(top).prefix(inner.height).enumerated() {
            let isSelected = top + offset == selected
            let surface: Surface = isSelected ? .selection : .popup
            let line = Rect(x: inner.x, y: inner.y + offset, width: inner.width, height: 1)
            canvas.fill(line, style: Style(.text, on: surface))
            let steps = top + offset - selected
            canvas.touch(
                line, .usual(Array(repeating: steps > 0 ? .down : .up, count: abs(steps)) + [.character(" ")]))
            let isTicked = ticked.contains(column)
            canvas.put(
                isTicked ? context.glyphs.done : context.glyphs.open, x: line.x, y: line.y,
                style: Style(isTicked ? .accent : .muted, on: surface, isBold: isTicked))
            canvas.put(
                column.label(language), x: line.x + 2, y: line.y, limit: line.width - 2,
                style: Style(isTicked ? .text : .muted, on: surface, isBold: isSelected))
            if isSelected { cursor = Point(x: line.x, y: line.y) }
        }
        return cursor
    }
}
