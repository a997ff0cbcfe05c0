import BansoDomain
import TerminalUI

/// Draws a form: label, field, and under each field what was understood, a hint or the error. Where it doesn't fit,
/// notes get fewer rows; then only the focused field and what is wrong keep the line below, and the form scrolls.
struct FormView {
    private enum Notes {
        case all
        /// Those that are typed in: choices have no box that would touch the next one.
        case typed
        case none
    }

    private struct Room {
        var notesRows: Int
        /// Which fields keep the line below them also while they say nothing there.
        var notes: Notes
        /// How many lines the choices of each field take.
        var choiceRows: [Int]
        /// What a field asks in full, in lines: it stands below the one that has the focus.
        var help: [Int: [String]]
        /// What notes have beyond that, by their places.
        var grown: [Int: Int] = [:]
    }

    private let form: Form
    private let context: Context
    /// Whether keys go to the form.
    private let hasFocus: Bool
    /// The places of the fields that are shown.
    private let shown: [Int]
    /// What each field that is shown is understood as: read once a frame.
    private let understood: [Int: FormField.Understanding]

    private static let mostOptions = 7
    /// A field is no wider.
    private static let widest = 64
    /// What stays empty at the right of the fields.
    private static let margin = 2

    init(form: Form, context: Context, hasFocus: Bool = true) {
        (self.form, self.context, self.hasFocus) = (form, context, hasFocus)
        let shown = form.shown
        self.shown = shown
        understood = Dictionary(uniqueKeysWithValues: shown.map { ($0, form.fields[$0].understanding(context)) })
    }

    private func isMisread(_ index: Int) -> Bool {
        if case .wrong? = understood[index] { true } else { false }
    }

    static func labelWidth(_ form: Form, in area: Rect, _ language: Language) -> Int {
        let widest = form.fields.map { cellWidth($0.field.label(language)) }.max() ?? 0
        return min(widest, max(8, area.width / 3)) + 3
    }

    static func fieldWidth(_ form: Form, in area: Rect, _ language: Language) -> Int {
        max(8, min(widest, area.width - labelWidth(form, in: area, language) - margin))
    }

    /// So many cells show labels and fields at their widest.
    static func width(_ form: Form, in area: Rect, _ language: Language) -> Int {
        labelWidth(form, in: area, language) + widest + margin
    }

    /// - Returns: where the cursor stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let language = context.language
        let labelWidth = FormView.labelWidth(form, in: area, language)
        let fieldWidth = FormView.fieldWidth(form, in: area, language)
        let room = self.room(
            in: Size(width: fieldWidth, height: area.height), noteWidth: area.width - labelWidth)
        let heights = shown.map { height($0, room) }
        let top = scroll(shown, heights, room: area.height)
        var cursor = Point(x: area.x, y: area.y)
        var focusedBox: Rect?
        var y = area.y - top
        for (place, index) in shown.enumerated() {
            let field = form.fields[index]
            let rows = rows(of: index, room)
            if y >= area.y, y + rows <= area.bottom {
                let isFocused = hasFocus && index == form.focus
                let label = clipped(field.field.label(language), to: labelWidth - 3, ellipsis: context.glyphs.ellipsis)
                canvas.put(
                    padded(label, to: labelWidth - 3, isRightAligned: true), x: area.x, y: y,
                    style: isFocused
                        ? Style(.accent, isBold: true) : isWrong(index, isFocused) ? Style(.error) : Style(.muted))
                if field.isMissing {
                    canvas.put("*", x: area.x + labelWidth - 2, y: y, style: Style(.warning))
                }
                let box = Rect(x: area.x + labelWidth, y: y, width: fieldWidth, height: rows)
                let steps = place - (shown.firstIndex(of: form.focus) ?? place)
                let approach =
                    (hasFocus ? [] : [.tab]) + Array(repeating: steps > 0 ? Key.tab : .backTab, count: abs(steps))
                canvas.touch(Rect(x: area.x, y: y, width: labelWidth + fieldWidth, height: rows), .usual(approach))
                let isRuled = room.notes == .none
                let point = draw(
                    index, on: &canvas, in: box, isFocused: isFocused, isRuled: isRuled, behind: approach)
                if isFocused { (cursor, focusedBox) = (point, box) }
                if heights[place] > rows, y + rows < area.bottom {
                    note(
                        for: index, isFocused: isFocused,
                        isLabelCut: cellWidth(field.field.label(language)) > labelWidth - 3,
                        help: isFocused ? room.help[index] : nil, on: &canvas,
                        in: Rect(
                            x: box.x, y: y + rows, width: area.right - box.x,
                            height: min(heights[place] - rows, area.bottom - y - rows)))
                }
            }
            y += heights[place]
        }
        drawMarks(above: top > 0, below: y > area.bottom, on: &canvas, beside: area)
        if let focusedBox { drawCompletion(on: &canvas, under: focusedBox, in: area) }
        return cursor
    }

    /// That there are fields above or below: beside the fields, where nothing else stands.
    private func drawMarks(
        above isMoreAbove: Bool, below isMoreBelow: Bool, on canvas: inout Canvas, beside area: Rect
    ) {
        let style = Style(.accent, isBold: true)
        if isMoreAbove { canvas.put(context.glyphs.moreAbove, x: area.right, y: area.y, style: style) }
        if isMoreBelow { canvas.put(context.glyphs.moreBelow, x: area.right, y: area.bottom - 1, style: style) }
    }

    /// - Parameter approach: the keys that lead to the field.
    private func draw(
        _ index: Int, on canvas: inout Canvas, in box: Rect, isFocused: Bool, isRuled: Bool, behind approach: [Key]
    ) -> Point {
        let field = form.fields[index]
        switch field.input {
        case .options(let choices), .several(let choices):
            return draw(choices, of: field, on: &canvas, in: box, isFocused: isFocused, behind: approach)
        default: break
        }
        let role: Role = isWrong(index, isFocused) ? .error : field.isSuggested ? .muted : .text
        guard !isFocused else {
            return field.editor.draw(on: &canvas, in: box, style: Style(role, on: .focus), glyphs: context.glyphs)
        }
        drawAtRest(field, role, on: &canvas, in: box, isRuled: isRuled)
        return Point(x: box.x, y: box.y)
    }

    /// A field from its beginning, and that it goes on where it does.
    /// - Parameter isRuled: fields touch each other: boxes would be one grey block, so each is a line, as on paper.
    private func drawAtRest(_ field: FormField, _ role: Role, on canvas: inout Canvas, in box: Rect, isRuled: Bool) {
        let surface: Surface = isRuled ? .base : .field
        if !isRuled { canvas.fill(box, style: Style(.text, on: surface)) }
        // No more of a long text is looked at than can be seen.
        let seen = field.editor.text.prefix((box.width + 1) * box.height)
        let rows = ProsePanel.rows(of: String(seen), in: box.width, most: box.height, context.glyphs)
        for (offset, row) in rows.enumerated() {
            canvas.put(row, x: box.x, y: box.y + offset, limit: box.width, style: Style(role, on: surface))
        }
        guard isRuled, rows.count < 2 else { return }
        let used = rows.first.map { cellWidth($0) + 1 } ?? 0
        canvas.put(
            String(repeating: context.glyphs.track, count: max(0, box.width - used)), x: box.x + used, y: box.y,
            style: Style(.track))
    }

    /// Known since saving, or since the field was left.
    private func isWrong(_ index: Int, _ isFocused: Bool) -> Bool {
        form.fields[index].error != nil || form.fields[index].isKeyRefused || !isFocused && isMisread(index)
    }

    private func texts(_ choices: [Choice], of field: FormField) -> [String] {
        choices.map { choice in
            let mark = field.picked.contains(choice.token) ? context.glyphs.done : context.glyphs.open
            return " \(mark) \(choice.label(context.language)) "
        }
    }

    /// Choices side by side, over several lines where that takes them; in fewer lines those around the one with the cursor,
    /// and that there are more.
    private func draw(
        _ choices: [Choice], of field: FormField, on canvas: inout Canvas, in box: Rect, isFocused: Bool,
        behind approach: [Key]
    ) -> Point {
        let texts = texts(choices, of: field)
        let widths = texts.map { cellWidth($0) }
        var lines = ChoiceLines(widths, in: box.width)
        if lines.count > box.height {
            guard isFocused else { return drawPicked(choices, of: field, on: &canvas, in: box) }
            lines = ChoiceLines(widths, in: box.width, around: field.place)
        }
        var cursor = Point(x: box.x, y: box.y)
        let hasMore = lines.shown.upperBound < choices.count
        for (index, place) in zip(lines.shown, lines.places) {
            let isPicked = field.picked.contains(choices[index].token)
            let isHere = isFocused && index == field.place
            let (x, y) = (box.x + place.x, box.y + place.y)
            if index == field.place { cursor = Point(x: x, y: y) }
            let style =
                isHere
                ? Style(.text, on: .focus, isBold: isPicked)
                : isPicked ? Style(.text, on: .field, isBold: true) : Style(.muted)
            // One that fits has an empty cell at its end, for the mark.
            let room = box.right - x - (hasMore && place.x == 0 && cellWidth(texts[index]) > box.width ? 1 : 0)
            let text = clipped(texts[index], to: room, ellipsis: context.glyphs.ellipsis)
            canvas.put(text, x: x, y: y, limit: room, style: style)
            guard index < 9 else { continue }
            canvas.touch(
                Rect(x: x, y: y, width: min(widths[index], room), height: 1),
                .usual(approach + [.character(Character(String(index + 1)))]))
        }
        if lines.shown.lowerBound > 0 { canvas.put(context.glyphs.fewer, x: box.x, y: box.y, style: Style(.accent)) }
        if hasMore {
            canvas.put(context.glyphs.more, x: box.right - 1, y: box.y, style: Style(.accent))
        }
        return cursor
    }

    /// Where all choices don't fit, what is picked stands alone until the field has the focus, with the mark that there are more.
    private func drawPicked(
        _ choices: [Choice], of field: FormField, on canvas: inout Canvas, in box: Rect
    ) -> Point {
        let picked = choices.filter { field.picked.contains($0.token) }.map { $0.label(context.language) }
        let text =
            picked.isEmpty
            ? context.glyphs.open + " " + context.language("未選択", "none picked")
            : context.glyphs.done + " " + picked.joined(separator: context.language("・", ", "))
        let room = max(0, box.width - 3)
        canvas.put(
            clipped(text, to: room, ellipsis: context.glyphs.ellipsis), x: box.x + 1, y: box.y, limit: room,
            style: picked.isEmpty ? Style(.muted) : Style(.text, on: .field, isBold: true))
        canvas.put(context.glyphs.more, x: box.right - 1, y: box.y, style: Style(.accent))
        return Point(x: box.x, y: box.y)
    }

    /// - Parameters:
    ///   - isLabelCut: there was no room for the whole label; the focused field has it here.
    ///   - help: what the field asks in full.
    private func note(
        for index: Int, isFocused: Bool, isLabelCut: Bool, help: [String]?, on canvas: inout Canvas, in line: Rect
    ) {
        let field = form.fields[index]
        let language = context.language
        if let help, field.error == nil, !field.isKeyRefused {
            for (offset, text) in help.prefix(line.height).enumerated() {
                canvas.put(text, x: line.x, y: line.y + offset, style: Style(.muted))
            }
            return
        }
        var text = ""
        if isFocused {
            text =
                isLabelCut
                ? field.field.label(language) : wideChoice(of: field, line) ?? FieldHint.text(for: field)(language)
        }
        var style = Style(.muted)
        switch (field.error ?? (field.isKeyRefused ? FieldHint.text(for: field) : nil), understood[index] ?? .empty) {
        case (let error?, _):
            text = context.glyphs.warning + " " + error(language)
            style = Style(.error)
        case (nil, .fine(let understood, let isUnusual)) where !understood.isEmpty && understood != field.editor.text:
            text = understood
            style = Style(isUnusual ? .warning : .good)
        case (nil, .wrong(let reason)) where !isFocused:
            text = context.glyphs.warning + " " + reason(language)
            style = Style(.warning)
        default: break
        }
        canvas.put(
            clippedOutsideBrackets(text, to: line.width, ellipsis: context.glyphs.ellipsis), x: line.x, y: line.y,
            style: style)
    }

    /// The choice with the cursor, where the field is too narrow for it.
    private func wideChoice(of field: FormField, _ line: Rect) -> String? {
        guard case .options(let choices) = field.input, choices.indices.contains(field.place) else { return nil }
        let label = choices[field.place].label(context.language)
        return cellWidth(label) + 4 > line.width - FormView.margin ? label : nil
    }

    // MARK: Completion

    /// What was found, over the fields below; above where there is no room.
    private func drawCompletion(on canvas: inout Canvas, under box: Rect, in area: Rect) {
        let completion = form.completion
        guard completion.field == form.focus, !completion.options.isEmpty,
            completion.selected != nil || !completion.text.isEmpty
        else { return }
        let wanted = min(FormView.mostOptions, completion.options.count)
        let below = area.bottom - box.bottom
        let above = box.y - area.y
        let rows = min(wanted, max(below, above))
        guard rows > 0 else { return }
        let y = below >= min(wanted, rows) ? box.bottom : box.y - rows
        let list = Rect(x: box.x, y: y, width: min(area.right - box.x, max(box.width, 40)), height: rows)
        let top = max(0, (completion.selected ?? 0) - rows + 1)
        for (row, option) in completion.options.dropFirst(top).prefix(rows).enumerated() {
            let isSelected = completion.selected == top + row
            let line = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
            let surface: Surface = isSelected ? .selection : .popup
            canvas.fill(line, style: Style(.text, on: surface))
            canvas.touch(line, down: top + row - (completion.selected ?? -1))
            let (title, detail) = words(option, isSelected: isSelected)
            let share = RowShare(
                of: line.width - 2, name: title, detail: detail, mostDetail: line.width / 2, context.glyphs)
            canvas.put(
                clipped(title, to: share.name, ellipsis: context.glyphs.ellipsis), x: line.x + 1, y: line.y,
                style: Style(.text, on: surface, isBold: isSelected))
            canvas.put(share.detail, endingAt: line.right - 1, y: line.y, style: Style(.muted, on: surface))
        }
    }

    private func words(_ option: Form.Option, isSelected: Bool) -> (String, String) {
        switch option {
        case .choice(let choice): (choice.label(context.language), "")
        case .found(let hit): (hit.name, HitWords.detail(hit, context))
        case .new(let kind, let name):
            (
                context.language("＋ 新しい\(kind.label.ja)「\(name)」", "+ new \(kind.label.en) '\(name)'"),
                isSelected ? "Enter" : "↓ Enter"
            )
        }
    }

    // MARK: Room

    private func room(in fields: Size, noteWidth: Int) -> Room {
        let choiceRows = form.fields.map { field -> Int in
            switch field.input {
            case .options(let choices), .several(let choices):
                ChoiceLines(texts(choices, of: field).map { cellWidth($0) }, in: fields.width).count
            default: 1
            }
        }.map { $0 * 3 <= fields.height ? $0 : 1 }
        let help = help(in: Size(width: noteWidth, height: fields.height - (choiceRows.max() ?? 1)))
        let ways = [(4, Notes.all), (2, .all), (2, .typed)].map {
            Room(notesRows: $0, notes: $1, choiceRows: choiceRows, help: help)
        }
        // Fields keep their places as far as they can, whichever has the focus.
        let most = help.values.map { $0.count - 1 }.max() ?? 0
        let kept = most - (helpRows(of: form.focus, help) - 1)
        let fitting = ways.first { way in shown.reduce(kept) { $0 + height($1, way) } <= fields.height }
        let room = fitting ?? Room(notesRows: 2, notes: .none, choiceRows: choiceRows, help: help)
        return grown(room, in: Size(width: fields.width, height: fields.height - kept))
    }

    private func helpRows(of index: Int, _ help: [Int: [String]]) -> Int {
        guard index == form.focus, form.fields[index].error == nil else { return 1 }
        return help[index]?.count ?? 1
    }

    /// Notes take of the free rows what their text needs, those that are being written first; they have half of a form that
    /// scrolls.
    private func grown(_ room: Room, in fields: Size) -> Room {
        var room = room
        var free = fields.height - shown.reduce(0) { $0 + height($1, room) }
        let notes = shown.filter { form.fields[$0].input == .notes }
        for index in notes.filter({ $0 == form.focus }) + notes.filter({ $0 != form.focus }) {
            let most = index == form.focus ? max(free, fields.height / 2 - room.notesRows) : free
            let more = min(most, form.fields[index].editor.height(in: fields.width) - room.notesRows)
            guard more > 0 else { continue }
            room.grown[index] = more
            free -= more
        }
        return room
    }

    private func rows(of index: Int, _ room: Room) -> Int {
        if form.fields[index].input == .notes { return room.notesRows + (room.grown[index] ?? 0) }
        return room.notes != .none || index == form.focus ? room.choiceRows[index] : 1
    }

    private func height(_ index: Int, _ room: Room) -> Int {
        let field = form.fields[index]
        let isKept = room.notes == .all || room.notes == .typed && !field.input.isPicked
        let hasNote = isKept || index == form.focus || field.error != nil || isMisread(index)
        return rows(of: index, room) + (hasNote ? helpRows(of: index, room.help) : 0)
    }

    /// What the shown fields ask in full, as many lines as there is room for.
    private func help(in size: Size) -> [Int: [String]] {
        let texts = shown.compactMap { index in form.fields[index].field.help.map { (index, $0(context.language)) } }
        return Dictionary(
            uniqueKeysWithValues: texts.map { ($0, Array(wrapped($1, to: size.width).prefix(max(1, size.height)))) })
    }

    private func scroll(_ shown: [Int], _ heights: [Int], room: Int) -> Int {
        let place = shown.firstIndex(of: form.focus) ?? 0
        let bottom = heights[...place].reduce(0, +)
        return max(0, min(bottom - room, heights.reduce(0, +) - room))
    }
}

/// What tells two of one name apart, in a line.
enum HitWords {
    static func detail(_ hit: SearchHit, _ context: Context) -> String {
        let language = context.language
        let place = [hit.prefecture?.shortName(language) ?? "", hit.place].filter { !$0.isEmpty }
        let parts = [
            hit.contact, hit.day?.short(language) ?? "", place.joined(separator: " "),
            hit.organisationKind == .institution ? Organisation.Kind.institution.label(language) : "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
