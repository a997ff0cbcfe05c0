import BansoDomain
import TerminalUI

/// Finds an organisation by name, kana or number while typing; two characters suffice.
struct SearchLayer: Screen {
    private(set) var editor = TextEditor()
    private(set) var hits: [SearchHit] = []
    private(set) var selected = 0
    /// What `hits` were found for.
    private(set) var searched: String?

    static let limit = 30

    var takesText: Bool { true }
    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.enter], .open, "開く", "open", isInFooter: true),
            Binding([.down, .control("n")], .down, "下へ", "down", isInFooter: true),
            Binding([.up, .control("p")], .up, "上へ", "up", isInFooter: true),
            Binding([.escape, .control("c")], .close, "閉じる", "close", isInFooter: true),
            Binding([.control("l")], .repaint, "再描画", "repaint"),
        ]
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.down): selected = min(selected + 1, max(0, hits.count - 1))
        case .action(.up): selected = max(0, selected - 1)
        case .action(.repaint): return [.repaint]
        case .action(.open):
            guard hits.indices.contains(selected) else { return [] }
            return [.close, .open(.organisation(hits[selected].organisation))]
        case .key(let key):
            if editor.press(key) { selected = 0 }
        default: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        let text = editor.text
        hits = Folding.searchKey(text).isEmpty ? [] : try desk.search(text, limit: SearchLayer.limit)
        searched = text
        selected = min(selected, max(0, hits.count - 1))
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let wanted = Size(width: min(84, area.width - 2), height: min(22, area.height))
        let box = Rect(
            x: area.x + (area.width - wanted.width) / 2, y: area.y, width: wanted.width, height: wanted.height)
        canvas.fill(box, style: Style(.text, on: .popup))
        canvas.box(
            box, title: language("検索", "Search"), style: Style(.border, on: .popup),
            titleStyle: Style(.accent, on: .popup, isBold: true), glyphs: context.glyphs)
        let inner = box.inset(x: 2, y: 1)
        let (line, list) = inner.split(top: 1)
        canvas.put("/ ", x: line.x, y: line.y, style: Style(.accent, on: .popup, isBold: true))
        let cursor = editor.draw(
            on: &canvas, in: Rect(x: line.x + 2, y: line.y, width: line.width - 2, height: line.height),
            style: Style(.text, on: .focus))
        let (_, rows) = list.split(top: list.height > 4 ? 1 : 0)
        if hits.isEmpty {
            let note =
                editor.text.isEmpty
                ? language("名前・かな・法人番号で探せます（2文字から）", "a name, kana or corporate number; two characters suffice")
                : language("見つかりません", "nothing found")
            canvas.put(
                clipped(note, to: rows.width, ellipsis: context.glyphs.ellipsis), x: rows.x, y: rows.y,
                style: Style(.muted, on: .popup))
        }
        let top = max(0, selected - rows.height + 1)
        for (offset, hit) in hits.dropFirst(top).prefix(rows.height).enumerated() {
            let isSelected = top + offset == selected
            draw(
                hit, on: &canvas, in: Rect(x: rows.x, y: rows.y + offset, width: rows.width, height: 1),
                surface: isSelected ? .selection : .popup, context)
        }
        return cursor
    }

    private func draw(
        _ hit: SearchHit, on canvas: inout Canvas, in line: Rect, surface: Surface, _ context: Context
    ) {
        canvas.fill(line, style: Style(.text, on: surface))
        let place = (hit.prefecture?.shortName(context.language) ?? "") + " " + hit.municipality
        let number = line.width >= 64 ? hit.corporateNumber?.digits ?? "" : ""
        let numberWidth = number.isEmpty ? 0 : 15
        let placeWidth = min(24, line.width / 3)
        let nameWidth = line.width - placeWidth - numberWidth - 1
        let ellipsis = context.glyphs.ellipsis
        canvas.put(
            clipped(hit.name, to: nameWidth, ellipsis: ellipsis), x: line.x, y: line.y,
            style: Style(.text, on: surface, isBold: surface == .selection))
        canvas.put(
            clipped(place, to: placeWidth, ellipsis: ellipsis), x: line.x + nameWidth + 1, y: line.y,
            style: Style(.muted, on: surface))
        canvas.put(number, endingAt: line.right, y: line.y, style: Style(.muted, on: surface))
    }
}
