import BansoDomain
import TerminalUI

/// The counts, what is said about the columns, the rows, and beside or below them the selected one in full.
struct ImportLayout {
    let head: Rect
    let list: Rect
    let detail: Rect

    /// Below the detail's heading.
    var rows: Rect { detail.split(top: 1).1 }

    /// - Parameter notes: how many there are; a low window shows the first alone.
    init(in body: Rect, notes: Int) {
        let (head, rest) = body.split(top: 2 + min(notes, body.height < 20 ? 1 : 3))
        self.head = head
        if body.width >= 120 {
            let (left, right) = rest.split(left: rest.width / 2)
            (list, detail) = (left, right.inset(x: 2))
        } else {
            let (upper, lower) = rest.split(bottom: max(4, rest.height / 2))
            (list, detail) = (upper, lower.inset(x: 1))
        }
    }
}

extension ImportScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let layout = layout(in: area)
        let ellipsis = context.glyphs.ellipsis
        let title = language("取り込み", "Import") + "  " + visible(request.path)
        canvas.put(
            clipped(title, to: area.width - 2, ellipsis: ellipsis), x: area.x + 1, y: area.y,
            style: Style(.heading, isBold: true))
        switch phase {
        case .converting(let seconds, let limit):
            let left = limit - seconds
            return drawWaiting(
                language(
                    "LibreOffice が表を読んでいます… \(seconds)秒（長くても残り\(left)秒）",
                    "LibreOffice reads the sheet… \(seconds) s (\(left) s left at most)"),
                on: &canvas, in: layout.list, context)
        case .reading(let percent, let left):
            return drawWaiting(
                language("読んでいます… \(percent)%", "reading… \(percent)%") + rest(left, language), on: &canvas,
                in: layout.list, context)
        case .taking(let percent, let left):
            let text = language("取り込んでいます… \(percent)%", "importing… \(percent)%") + rest(left, language)
            canvas.put(
                clipped(text, to: area.width - 2, ellipsis: ellipsis), x: area.x + 1, y: layout.head.y + 1,
                style: Style(.accent))
        case .writing(let percent, let left):
            let text = language("書き出しています… \(percent)%", "writing… \(percent)%") + rest(left, language)
            canvas.put(
                clipped(text, to: area.width - 2, ellipsis: ellipsis), x: area.x + 1, y: layout.head.y + 1,
                style: Style(.accent))
        case .ready:
            // Where not all counts have room, those of nothing go.
            let all = summary(language)
            let shown = cellWidth(all) <= area.width - 2 ? all : summary(language, isShort: true)
            canvas.put(
                clipped(shown, to: area.width - 2, ellipsis: ellipsis), x: area.x + 1, y: layout.head.y + 1,
                style: .plain)
        }
        drawNotes(on: &canvas, in: layout.head, context)
        let cursor = drawList(on: &canvas, in: layout.list, context)
        drawDetail(on: &canvas, in: layout, context)
        return cursor
    }

    /// While there are no rows to show.
    private func drawWaiting(
        _ title: String, on canvas: inout Canvas, in list: Rect, _ context: Context
    ) -> Point {
        let hint = context.language("まだ何も書き込んでいません", "nothing is written yet")
        EmptyNote(title: title, hint: hint).draw(on: &canvas, in: list, context)
        return Point(x: list.x, y: list.y)
    }

    /// What a person should know about the columns; the last line says how many more there are.
    private func drawNotes(on canvas: inout Canvas, in head: Rect, _ context: Context) {
        let room = max(0, head.height - 2)
        for (row, note) in notes.prefix(room).enumerated() {
            let more = row == room - 1 ? notes.count - room : 0
            let text = visible(note(context.language))
            let rest = more > 0 ? context.language("（ほか\(more)件）", " (\(more) more)") : ""
            let shown = clipped(text, to: head.width - 2 - cellWidth(rest), ellipsis: context.glyphs.ellipsis)
            canvas.put(shown + rest, x: head.x + 1, y: head.y + 2 + row, style: Style(.warning))
        }
    }

    private func rest(_ seconds: Int?, _ language: Language) -> String {
        seconds.map { language("、残り\($0)秒", ", \($0) s left") } ?? ""
    }

    /// 新規 12  更新 3  変更なし 0  要確認 1（決定 1）  取り込めない 2.
    private func summary(_ language: Language, isShort: Bool = false) -> String {
        ImportOutcome.allCases.filter { (counts[$0] ?? 0) > 0 || !isShort && !ImportScreen.rare.contains($0) }.map {
            outcome in
            var text = outcome.label(language) + " " + Figures.grouped(counts[outcome] ?? 0)
            if outcome == .conflict, !decisions.isEmpty {
                text += language("（決定\(decisions.count)）", " (\(decisions.count) decided)")
            }
            return filter == outcome ? "[\(text)]" : text
        }.joined(separator: "  ")
    }

    /// Counted only where there are any: rows of the National Tax Agency's file.
    private static let rare: Set<ImportOutcome> = [.closed, .history]

    private func drawList(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        var cursor = Point(x: area.x, y: area.y)
        for row in 0..<max(0, min(area.height, listed - top)) where window.indices.contains(top + row - windowStart) {
            let entry = window[top + row - windowStart]
            let line = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
            let isSelected = top + row == selected
            let surface: Surface = isSelected ? .selection : .base
            canvas.touch(line, down: top + row - selected)
            if isSelected {
                cursor = Point(x: line.x, y: line.y)
                canvas.fill(line, style: Style(.text, on: surface))
            }
            let isNarrow = line.width < 60
            let outcome = padded(label(of: entry, language), to: isNarrow ? 13 : 14)
            let number = padded(String(entry.line), to: isNarrow ? 4 : 7, isRightAligned: true)
            let head = number + (isNarrow ? " " : "  ") + outcome
            canvas.put(
                clipped(head, to: line.width - 1, ellipsis: context.glyphs.ellipsis), x: line.x, y: line.y,
                style: Style(role(of: entry), on: surface))
            let x = line.x + cellWidth(head)
            canvas.put(
                clipped(visible(entry.text), to: line.right - 1 - x, ellipsis: context.glyphs.ellipsis), x: x,
                y: line.y, style: Style(.text, on: surface))
        }
        return cursor
    }

    /// What becomes of a row, with what was decided about it.
    private func label(of entry: ImportLine, _ language: Language) -> String {
        switch decisions[entry.line] {
        case .same(let id): language("#\(id) と同じ", "is #\(id)")
        case .new: language("別のもの", "another one")
        case nil: entry.outcome.label(language)
        }
    }

    private func role(of entry: ImportLine) -> Role {
        if decisions[entry.line] != nil { return .good }
        switch entry.outcome {
        case .rejected: return .error
        case .conflict: return .warning
        case .created, .updated: return .good
        case .unchanged, .closed, .history: return .muted
        }
    }

    /// The selected row's reason, and where it was opened its fields before and after, or its cells as they came.
    func detailLines(width: Int, _ context: Context) -> [HistoryLine] {
        guard let current else { return [] }
        let language = context.language
        var lines = wrapped(visible(current.text), to: width - HistoryLine.labelWidth(width)).map {
            HistoryLine(after: $0)
        }
        if !lines.isEmpty, [.rejected, .conflict].contains(current.outcome) {
            lines[0].label = language("理由", "reason")
        }
        guard let detail = shownDetail else { return lines }
        for (index, key) in detail.namesakes.enumerated() {
            let name = "#\(key.id) " + (titles[key] ?? "")
            lines.append(
                HistoryLine(label: String(index + 1), after: language("\(name)と同じ", "same as \(name)")))
        }
        if !detail.namesakes.isEmpty {
            lines.append(HistoryLine(label: "n", after: language("別のもの（新規）", "another one (new)")))
            lines.append(HistoryLine(label: "x", after: language("取り込まない", "leave it out")))
        }
        let changes = HistoryScreen.changes(from: detail.before, to: detail.after)
        guard changes.isEmpty else { return lines + HistoryLine.all(of: changes, titles, width: width, context) }
        return lines
            + detail.cells.filter { !$0.text.isEmpty }.map {
                HistoryLine(label: visible($0.heading), after: visible($0.text))
            }
    }

    private func drawDetail(on canvas: inout Canvas, in layout: ImportLayout, _ context: Context) {
        guard let current, layout.detail.height >= 2 else { return }
        let language = context.language
        let area = layout.detail
        let lines = detailLines(width: layout.rows.width, context)
        var title = language("\(current.line)行目", "line \(current.line)") + "  " + label(of: current, language)
        if shownDetail == nil { title += language("（Enter で開く）", " (Enter opens it)") }
        if let detail = shownDetail, detail.outcome != current.outcome, decisions[current.line] == nil {
            title += language("（前の行の後では）", " (after the rows before it)")
        }
        SectionHeading.draw(
            clipped(title, to: area.width, ellipsis: context.glyphs.ellipsis), on: &canvas, x: area.x, y: area.y,
            width: area.width, context)
        HistoryLine.draw(
            lines.dropFirst(shownDetail == nil ? 0 : detailTop), on: &canvas, in: layout.rows, context)
    }
}
