import BansoDomain
import TerminalUI

extension PipelineScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let layout = PipelineLayout(screen: self, in: area, context.language)
        drawTitle(on: &canvas, in: layout.title, layout, context)
        let headline = PipelineLayout.headline(self).prefix(layout.gauges.height)
        let nameWidth = GaugeRow.nameWidth(
            of: readings, in: layout.gauges.width, hasRoomAbove: false, context)
        for (row, reading) in headline.enumerated() {
            let line = Rect(x: layout.gauges.x, y: layout.gauges.y + row, width: layout.gauges.width, height: 1)
            GaugeRow(reading: reading, nameWidth: nameWidth, context: context).draw(
                on: &canvas, in: line, isSelected: false)
        }
        guard version != nil else { return Point(x: area.x, y: area.y) }
        guard total > 0 else { return drawEmpty(on: &canvas, in: layout.body, context) }
        return view == .board
            ? drawBoard(on: &canvas, layout, context)
            : CardTable(
                list: table, layout: tableLayout(context), focus: focus, groupCounts: groupCounts ?? [:],
                selection: selection, pipeline: pipeline, context: context
            ).draw(on: &canvas, in: layout.body)
    }

    private func drawBoard(on canvas: inout Canvas, _ layout: PipelineLayout, _ context: Context) -> Point {
        var cursor = Point(x: layout.body.x, y: layout.body.y)
        for (index, rect) in zip(layout.visibleColumns, layout.columnRects) {
            let isFocused = index == column
            let title = sides.isEmpty ? pipeline.stages[index].label : sides[index].heading
            let notes = sides.isEmpty ? [] : stageLines(ofSide: index, in: rect.width - 2, context.language)
            let drawn = BoardColumn(
                title: title(context.language), notes: Array(notes.prefix(layout.stageRows)),
                noteRows: layout.stageRows,
                list: columns[index], selection: selection,
                count: count(ofColumn: index), isFocused: isFocused, distance: index - column,
                rowsPerCard: layout.rowsPerCard, pipeline: pipeline, context: context)
            let place = drawn.draw(on: &canvas, in: rect)
            if isFocused { cursor = place }
        }
        return cursor
    }

    /// How many of a side stand in each stage, セミナー 4 · 準備 3: in as many lines as that takes.
    func stageLines(ofSide index: Int, in width: Int, _ language: Language) -> [String] {
        guard sideCounts.indices.contains(index) else { return [] }
        let counts = sideCounts[index]
        return pipeline.stages.reduce(into: []) { lines, stage in
            guard let count = counts[stage.id] else { return }
            let text = stage.label(language) + " " + Figures.grouped(count)
            if let last = lines.last, cellWidth(last + " · " + text) <= width {
                lines[lines.count - 1] += " · " + text
            } else {
                lines.append(text)
            }
        }
    }

    private func drawEmpty(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let note =
            narrowing == nil
            ? EmptyNote(
                title: language("まだ登録がありません", "nobody is in this pipeline yet"),
                hint: emptyHint(context), isForWriting: true)
            : EmptyNote(
                title: language("条件に合うものはありません", "nothing matches the filter"),
                hint: context.hint(
                    (.filter, .character("f"), " で条件を変える", " changes it"),
                    (.close, .escape, " で絞り込みを解除", " shows all")))
        note.draw(on: &canvas, in: area, context)
        return Point(x: area.x, y: area.y)
    }

    /// How the first one comes in.
    private func emptyHint(_ context: Context) -> String {
        let find = (action: Action.search, usual: Key.character("/"), ja: " で探して開く", en: " finds one")
        let (ja, en) =
            pipeline.subject == .institutions
            ? (" のあと k で最初の機関", ", then k: the first institution") : (" のあと o で最初の企業", ", then o: the first company")
        return context.hint(
            (.add, .character("n"), ja, en), find,
            (.add, .character("n"), " n でここに登録", " n there enters it"))
    }
}

extension PipelineEntry.Side {
    /// Above all of them.
    var heading: LocalizedText {
        switch self {
        case .sender: LocalizedText(ja: label.ja, en: "Senders")
        case .receiver: LocalizedText(ja: label.ja, en: "Receivers")
        }
    }
}

/// What a screen says when there is nothing to show: what it is, and what to press first.
struct EmptyNote {
    var title: String
    var hint: String
    /// Whether what to press is for entering something: nothing is said of it where nothing can be written.
    var isForWriting = false

    /// A line ends behind a Japanese phrase where it can, not within a word.
    private func lines(of hint: String, in width: Int) -> [String] {
        var phrases = [""]
        for character in hint {
            phrases[phrases.count - 1].append(character)
            if "、。".contains(character) { phrases.append("") }
        }
        var lines: [String] = []
        for phrase in phrases {
            if let last = lines.last, cellWidth(last + phrase) <= width {
                lines[lines.count - 1] += phrase
            } else {
                lines += wrapped(phrase, to: width)
            }
        }
        return lines
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let lines = isForWriting && context.isReadOnly ? [] : lines(of: hint, in: min(area.width - 4, 70))
        let y = area.y + max(0, (area.height - lines.count - 1) / 3)
        guard y < area.bottom else { return }
        let shown = clipped(title, to: area.width - 2, ellipsis: context.glyphs.ellipsis)
        canvas.put(shown, x: area.x + (area.width - cellWidth(shown)) / 2, y: y, style: Style(.heading, isBold: true))
        for (row, line) in lines.enumerated() where y + 1 + row < area.bottom {
            canvas.put(line, x: area.x + (area.width - cellWidth(line)) / 2, y: y + 1 + row, style: Style(.muted))
        }
    }
}
