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
            Binding(
                [.enter], .open, "開く", "open", isInFooter: true, refusal: hits.isEmpty ? Refusal.nothingSelected : nil),
            Binding([.escape, .control("c")], .close, "閉じる", "close", isInFooter: true),
            Binding([.down, .control("n")], .down, "下へ", "down", isInFooter: true),
            Binding([.up, .control("p")], .up, "上へ", "up", isInFooter: true),
            Binding(
                [.control("o")], .export, "書き出す", "export", isInFooter: !hits.isEmpty,
                refusal: hits.isEmpty ? Refusal.nothingSelected : nil),
            Binding([.control("l")], .repaint, "再描画", "repaint"),
        ]
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.down): selected = min(selected + 1, max(0, hits.count - 1))
        case .action(.up): selected = max(0, selected - 1)
        case .action(.repaint): return [.repaint]
        case .action(.export): return [.offerExport]
        case .action(.open):
            guard hits.indices.contains(selected) else { return [] }
            return [.close, .open(.showing(hits[selected].key))]
        case .key(let key):
            if editor.press(key) { selected = 0 }
        default: break
        }
        return []
    }

    func exported(_ context: Context) -> ExportOffer? {
        hits.isEmpty
            ? nil : ExportOffer(.hits(of: editor.text), title: context.language("検索", "Search"), filter: editor.text)
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        let text = editor.text
        let kept = searched == text && hits.indices.contains(selected) ? hits[selected] : nil
        hits = Folding.searchKey(text).isEmpty ? [] : try desk.search(SearchQuery(text, limit: SearchLayer.limit))
        searched = text
        // What others write moves what was found: the selection stays with its own, and also what is gone is not opened
        // as something else.
        if let kept {
            let place = hits.firstIndex { $0.key == kept.key && $0.contact == kept.contact }
            selected = place ?? min(selected, hits.count)
            if place == nil { hits.insert(kept, at: selected) }
        }
        selected = min(selected, max(0, hits.count - 1))
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let box = ListBox.frame(in: area)
        let inner = ListBox.draw(box, title: language("検索", "Search"), on: &canvas, context)
        let (line, list) = inner.split(top: 1)
        canvas.put("/ ", x: line.x, y: line.y, style: Style(.accent, on: .popup, isBold: true))
        let cursor = editor.draw(
            on: &canvas, in: Rect(x: line.x + 2, y: line.y, width: line.width - 2, height: line.height),
            style: Style(.text, on: .focus), glyphs: context.glyphs)
        let (_, rows) = list.split(top: list.height > 4 ? 1 : 0)
        if hits.isEmpty {
            let note =
                editor.text.isEmpty
                ? language(
                    "企業・機関・人材・イベントを、名前・かな・番号・連絡先で", "companies, people, events: by name, kana, number, contact")
                : language("見つかりません", "nothing found")
                    + (context.key(of: .add).map { language("（Esc のあと \($0) で登録できます）", " (Esc, then \($0) adds it)") }
                        ?? "")
            canvas.put(
                clipped(note, to: rows.width, ellipsis: context.glyphs.ellipsis), x: rows.x, y: rows.y,
                style: Style(.muted, on: .popup))
        }
        let top = max(0, selected - rows.height + 1)
        for (offset, hit) in hits.dropFirst(top).prefix(rows.height).enumerated() {
            let isSelected = top + offset == selected
            let line = Rect(x: rows.x, y: rows.y + offset, width: rows.width, height: 1)
            canvas.touch(line, down: top + offset - selected)
            draw(
                hit, on: &canvas, in: line, surface: isSelected ? .selection : .popup, context)
        }
        return cursor
    }

    private func draw(_ hit: SearchHit, on canvas: inout Canvas, in line: Rect, surface: Surface, _ context: Context) {
        let language = context.language
        canvas.fill(line, style: Style(.text, on: surface))
        let kind = hit.organisationKind?.label(language) ?? hit.key.kind.label(language)
        let kindWidth = line.width >= 50 ? 13 : 0
        canvas.put(
            clipped(kind, to: kindWidth - 1, ellipsis: context.glyphs.ellipsis), x: line.x, y: line.y,
            style: Style(.muted, on: surface))
        let number = line.width >= 64 ? hit.corporateNumber?.digits ?? "" : ""
        let numberWidth = number.isEmpty ? 0 : 15
        canvas.put(number, endingAt: line.right, y: line.y, style: Style(.muted, on: surface))
        let place = [
            hit.contact, hit.day?.short(language) ?? "", hit.prefecture?.shortName(language) ?? "", hit.place,
        ].filter { !$0.isEmpty }.joined(separator: " ")
        let room = line.width - kindWidth - numberWidth
        let share = RowShare(of: room, name: hit.name, detail: place, mostDetail: room / 2, context.glyphs)
        canvas.put(
            share.detail, endingAt: line.right - numberWidth, y: line.y, style: Style(.muted, on: surface))
        canvas.put(
            clipped(hit.name, to: share.name, ellipsis: context.glyphs.ellipsis), x: line.x + kindWidth, y: line.y,
            style: Style(.text, on: surface))
    }
}
