import BansoDomain
import TerminalUI

/// The line above a pipeline's cards: what it is, what it is narrowed to, and at the right how much of it is in sight.
extension PipelineScreen {
    /// Something that the title says at the right, and the same in fewer words.
    private struct Note {
        var long: String
        var short: String

        init(_ long: String, _ short: String? = nil) { (self.long, self.short) = (long, short ?? long) }
    }

    func drawTitle(on canvas: inout Canvas, in area: Rect, _ layout: PipelineLayout, _ context: Context) {
        let language = context.language
        let ellipsis = context.glyphs.ellipsis
        let ticked = selection.isEmpty ? "" : language("選択 \(selection.count)件", "\(selection.count) ticked")
        let least = min(24, area.width * 3 / 10)
        let text = fitting(notes(layout, context), in: area.width - least - cellWidth(ticked))
        var end = area.right - 1
        canvas.put(text, endingAt: end, y: area.y, style: Style(.muted))
        end -= cellWidth(text) + 2
        if !ticked.isEmpty {
            canvas.put(ticked, endingAt: end, y: area.y, style: Style(.accent, isBold: true))
            end -= cellWidth(ticked) + 2
        }
        let words = narrowing?.words(language) ?? ""
        let long = pipeline.id.text + " " + pipeline.label(language)
        let room = end - area.x - 1
        // The filter is said in full before the pipeline's name is.
        let title = words.isEmpty || cellWidth(long) + cellWidth(words) + 2 <= room ? long : pipeline.id.text
        let used = canvas.put(
            clipped(title, to: room, ellipsis: ellipsis), x: area.x + 1, y: area.y,
            style: Style(.heading, isBold: true))
        canvas.put(
            clipped(words, to: room - used - 2, ellipsis: ellipsis), x: area.x + used + 3, y: area.y,
            style: Style(.accent))
    }

    /// In fewer words where there is no room, then without the first ones; the last one is always said.
    private func fitting(_ notes: [Note], in width: Int) -> String {
        let ways = [notes.map(\.long)] + notes.indices.map { notes.dropFirst($0).map(\.short) }
        let texts = ways.map { $0.joined(separator: " · ") }
        return texts.first { cellWidth($0) <= width } ?? texts[texts.count - 1]
    }

    /// What matters least first.
    private func notes(_ layout: PipelineLayout, _ context: Context) -> [Note] {
        let language = context.language
        var notes: [Note] = []
        if withoutSide > 0, view == .board {
            notes.append(Note(language("側が未定 \(withoutSide)社（v で表）", "\(withoutSide) on no side (v)")))
        }
        if context.isOver {
            notes.append(Note(language("事業期間は終了しました", "the programme has ended"), language("終了", "ended")))
        }
        if let order = hiddenOrder(context) { notes.append(Note(order)) }
        let hidden = view == .table ? tableLayout(context).hidden : 0
        if hidden > 0 {
            notes.append(
                Note(
                    language("→ 他\(hidden)列", hidden == 1 ? "→ 1 more column" : "→ \(hidden) more columns"),
                    language("→ 他\(hidden)列", "→ \(hidden) more")))
        }
        switch (view, place(layout, language)) {
        case (.table, let place?) where narrowing == nil: return notes + [Note(place.long + " / " + figure(language))]
        case (.table, let place?): notes.append(Note(language(place.long + "件目", "no. " + place.long)))
        case (.board, let place?): notes.append(place)
        case (_, nil): break
        }
        return notes + [Note(figure(language))]
    }

    /// How many cards are shown, of how many where a filter is on: 12/340社.
    private func figure(_ language: Language) -> String {
        let unit =
            pipeline.subject == .institutions ? language("機関", " institutions") : language("社", " companies")
        return (narrowing == nil ? "" : Figures.grouped(total) + "/") + Figures.grouped(whole) + unit
    }

    /// Which columns are in sight, or which row of the table is selected.
    private func place(_ layout: PipelineLayout, _ language: Language) -> Note? {
        if view == .table { return table.current.map { _ in Note(Figures.grouped(table.position + 1)) } }
        let shown = layout.visibleColumns
        guard shown.count < columns.count else { return nil }
        guard sides.isEmpty else {
            let other = sides.indices.first { !shown.contains($0) } ?? 0
            let arrow = other > column ? "→ " : "← "
            let count = Figures.grouped(count(ofColumn: other))
            return Note(arrow + sides[other].heading(language) + " " + count, arrow + count)
        }
        let range = "\(shown.lowerBound + 1)–\(shown.upperBound)"
        return Note(
            language("段階 \(range)/\(columns.count)", "stages \(range) of \(columns.count)"), "\(range)/\(columns.count)"
        )
    }
}
