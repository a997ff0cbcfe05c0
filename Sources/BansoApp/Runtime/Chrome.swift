import BansoDomain
import TerminalUI

/// The rows that frame every screen: where one is (top), what keys matter (bottom).
enum Chrome {
    static func header(on canvas: inout Canvas, page: Destination, _ context: Context) {
        let row = Rect(x: 0, y: 0, width: canvas.size.width, height: 1)
        canvas.fill(row, style: Style(.text, on: .bar))
        if let fault = context.fault { return Banner(fault, in: canvas.size, context).draw(on: &canvas, y: 0) }
        let end = context.isReadOnly ? readOnlyMark(on: &canvas, context) : row.width
        let (name, labels) = headings(page: page, in: end, context)
        var x = 1
        if !name.isEmpty { x += canvas.put(name, x: x, y: 0, style: Style(.accent, on: .bar, isBold: true)) + 2 }
        for (tab, label) in zip(tabs(context.catalogue), labels) {
            let isHere = tab.destination == page
            let style = isHere ? Style(.accent, on: .selection, isBold: true) : Style(.muted, on: .bar)
            let width = canvas.put(label, x: x, y: 0, style: style)
            canvas.touch(Rect(x: x, y: 0, width: width, height: 1), .usual([.character(tab.key)]))
            x += width
        }
        let date = context.today.spelled(context.language)
        // That the data is made up matters more than the day.
        let demo = context.isDemo ? context.language("デモ", "demo") : ""
        // Once the programme is over a day without its year could be one of it.
        let short = context.isOver ? context.today.iso : context.today.short(context.language)
        let ends = [[date, context.actor.name], [date], [short], []].map { ([demo] + $0).filter { !$0.isEmpty } }
        for text in ends.map({ $0.joined(separator: " · ") }) where x + cellWidth(text) + 2 < end {
            canvas.put(text, endingAt: end - 1, y: 0, style: Style(.muted, on: .bar))
            break
        }
    }

    /// At the right edge, before anything else.
    /// - Returns: where it begins.
    private static func readOnlyMark(on canvas: inout Canvas, _ context: Context) -> Int {
        let text = " " + context.glyphs.warning + " " + context.language("読み取り専用", "read-only") + " "
        let x = max(0, canvas.size.width - cellWidth(text))
        canvas.put(text, x: x, y: 0, style: Style(.warning, on: .bar, isBold: true))
        return x
    }

    /// The program's name and the tabs' texts. Where they don't fit the other tabs are their keys alone, then the name goes,
    /// then the other tabs: which page one is on can always be read.
    private static func headings(page: Destination, in width: Int, _ context: Context) -> (String, [String]) {
        let name = context.language("伴走", "banso")
        let tabs = tabs(context.catalogue)
        let whole = tabs.map { " \($0.key) \($0.label(context.language)) " }
        let short = zip(tabs, whole).map { $0.destination == page ? $1 : " \($0.key)" }
        let alone = zip(tabs, whole).map { $0.destination == page ? $1 : "" }
        let ways = [(name, whole), (name, short), ("", short), ("", alone)]
        return ways.first { name, labels in
            1 + (name.isEmpty ? 0 : cellWidth(name) + 2) + labels.reduce(0) { $0 + cellWidth($1) } <= width
        } ?? ("", alone)
    }

    /// What the terminal's window is called: the page, and never a name that only the desk should show.
    static func windowTitle(of page: Destination, _ context: Context) -> String {
        let label = tabs(context.catalogue).first { $0.destination == page }?.label(context.language) ?? ""
        return [context.language("伴走", "banso"), label].filter { !$0.isEmpty }.joined(separator: " ")
    }

    static func tabs(_ catalogue: Catalogue) -> [(key: Character, label: LocalizedText, destination: Destination)] {
        [
            ("t", LocalizedText(ja: "今日", en: "Today"), .today),
            ("0", LocalizedText(ja: "概況", en: "Overview"), .overview),
        ]
            + catalogue.pipelines.prefix(8).enumerated().map { index, pipeline in
                let label = LocalizedText(ja: pipeline.id.text, en: pipeline.id.text)
                return (Character(String(index + 1)), label, .pipeline(pipeline.id))
            }
            + [(Binding.matchingKey(catalogue), LocalizedText(ja: "マッチング", en: "Matching"), .matching)]
    }

    static func footer(on canvas: inout Canvas, bindings: [Binding], message: Message?, _ context: Context) {
        let y = canvas.size.height - 1
        let row = Rect(x: 0, y: y, width: canvas.size.width, height: 1)
        canvas.fill(row, style: Style(.text, on: .bar))
        if let message {
            let role: Role = message.kind == .good ? .good : message.kind == .error ? .error : .accent
            let glyph =
                message.kind == .good
                ? context.glyphs.met : message.kind == .error ? context.glyphs.warning : context.glyphs.pointer
            let lines = Banner.lines(
                glyph + " " + message.text, to: row.width - 3, most: max(1, min(4, y)), context.glyphs)
            for (offset, line) in lines.enumerated() {
                let place = Rect(x: 0, y: y - lines.count + 1 + offset, width: row.width, height: 1)
                canvas.fill(place, style: Style(.text, on: .bar))
                canvas.put(line, x: 1, y: place.y, style: Style(role, on: .bar, isBold: true))
            }
            return
        }
        var x = 1
        // Nothing stands in the last two columns, where tmux shows no kanji in the last row.
        var end = row.width - 1
        // The way to all keys stands at the right edge, however few others fit.
        let shown = bindings.filter { $0.isInFooter && $0.refusal == nil && !$0.keys.isEmpty }
        if let help = shown.first(where: { $0.action == .help }) {
            end -= cellWidth(footerText(help, context)) + 1
            draw(help, on: &canvas, x: end, y: y, context)
        }
        for binding in shown where binding.action != .help {
            let width = cellWidth(footerText(binding, context))
            guard x + width < end else { continue }
            draw(binding, on: &canvas, x: x, y: y, context)
            x += width + 2
        }
    }

    private static func draw(_ binding: Binding, on canvas: inout Canvas, x: Int, y: Int, _ context: Context) {
        let key = binding.keys[0].label
        canvas.touch(
            Rect(x: x, y: y, width: cellWidth(footerText(binding, context)), height: 1), .key(binding.keys[0]))
        canvas.put(key, x: x, y: y, style: Style(.key, on: .bar, isBold: true))
        canvas.put(
            binding.label(context.language), x: x + cellWidth(key) + 1, y: y, style: Style(.muted, on: .bar))
    }

    private static func footerText(_ binding: Binding, _ context: Context) -> String {
        binding.keys[0].label + " " + binding.label(context.language)
    }
}
