import BansoDomain
import TerminalUI

/// A day or a count, and what it is of.
struct WallLine: Hashable {
    /// What is read from across the room: how many, or how many days are left or over.
    var count: String
    /// The count with its unit, or the day.
    var when: String
    var what: String
    /// What the count of a day is of; empty where `when` says it.
    var note = ""
    var role: Role

    private func isLarge(_ form: WallForm) -> Bool { form.scale > 0 }

    /// From which on counts may stand in large digits, twice that in the largest, and days have their year.
    static let leastWidth = 60

    private func whenWidth(in width: Int, _ form: WallForm) -> Int {
        isLarge(form) ? form.lead + 2 : width < WallLine.leastWidth ? 11 : 24
    }

    private func lines(in width: Int, _ form: WallForm, _ language: Language) -> [String] {
        let whole = note.isEmpty ? what : what + language("（\(note)）", " (\(note))")
        return wrapped(whole, to: width - whenWidth(in: width, form) - 2)
    }

    func height(in width: Int, _ form: WallForm, _ language: Language) -> Int {
        isLarge(form) ? BigDigits.height * form.scale : max(1, lines(in: width, form, language).count)
    }

    /// Whether all that stands beside large digits has room there.
    func fits(in width: Int, _ form: WallForm) -> Bool {
        guard isLarge(form) else { return true }
        let left = whenWidth(in: width, form)
        return texts(form).allSatisfy { cellWidth($0) <= width - left - 2 }
    }

    /// What stands beside large digits, in rows: what they are of, and of a day which one.
    private func texts(_ form: WallForm) -> [String] {
        note.isEmpty ? [what] : form.scale > 1 ? [what, note, when] : [what, note + "  " + when]
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ form: WallForm, _ context: Context) {
        let width = whenWidth(in: area.width, form)
        let x = area.x + 1 + width
        if isLarge(form) {
            let digits = BigDigits.width(of: count, scale: form.scale)
            BigDigits.draw(
                count, on: &canvas, x: max(area.x, x - 1 - digits), y: area.y, style: Style(role, isBold: true),
                scale: form.scale, glyphs: context.glyphs)
            // The largest leave their last row empty.
            let texts = texts(form)
            let y = area.y + (area.height + 1 - form.scale - texts.count) / 2
            for (row, text) in texts.enumerated() {
                canvas.put(text, x: x, y: y + row, style: row == 0 ? Style(.text, isBold: true) : Style(.muted))
            }
            return
        }
        canvas.put(when, x: area.x + 1, y: area.y, limit: width - 1, style: Style(role, isBold: true))
        for (row, line) in lines(in: area.width, form, context.language).enumerated() {
            canvas.put(line, x: x, y: area.y + row, style: .plain)
        }
    }
}
