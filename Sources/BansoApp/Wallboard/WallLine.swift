import BansoDomain
import TerminalUI

/// A day or a count, and what it is of.
struct WallLine: Hashable {
    /// Nil: `when` is a day.
    var count: String?
    var when: String
    var what: String
    var role: Role

    /// In large digits only counts are.
    private func isLarge(_ form: WallForm) -> Bool { form.scale > 0 && count != nil }

    /// From which on counts may stand in large digits, twice that in the largest, and days have their year.
    static let leastWidth = 60

    private func whenWidth(in width: Int, _ form: WallForm) -> Int {
        width < WallLine.leastWidth ? 11 : form.scale > 1 ? 40 : 24
    }

    private func lines(in width: Int, _ form: WallForm) -> [String] {
        wrapped(what, to: width - whenWidth(in: width, form) - 2)
    }

    func height(in width: Int, _ form: WallForm) -> Int {
        isLarge(form) ? BigDigits.height * form.scale : max(1, lines(in: width, form).count)
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ form: WallForm, _ context: Context) {
        let width = whenWidth(in: area.width, form)
        let x = area.x + 1 + width
        if isLarge(form), let count {
            let digits = BigDigits.width(of: count, scale: form.scale)
            BigDigits.draw(
                count, on: &canvas, x: max(area.x, x - 1 - digits), y: area.y, style: Style(role, isBold: true),
                scale: form.scale, glyphs: context.glyphs)
            canvas.put(what, x: x, y: area.y + area.height / 2, style: Style(.text, isBold: true))
            return
        }
        if form.scale > 0 {
            canvas.put(when, endingAt: x - 2, y: area.y, style: Style(role, isBold: true))
        } else {
            canvas.put(when, x: area.x + 1, y: area.y, limit: width - 1, style: Style(role, isBold: true))
        }
        for (row, line) in lines(in: area.width, form).enumerated() {
            canvas.put(line, x: x, y: area.y + row, style: .plain)
        }
    }
}
