import BansoDomain
import TerminalUI

/// The offer rate in one line: its target, and both denominators with their parts, never the per cent alone.
struct OfferRateLine {
    var reading: Reading
    var context: Context

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard !area.isEmpty, let rate = reading.rate else { return }
        let look = StatusLook(reading.pace.status, context)
        let status = look.glyph + (area.width >= 60 ? " " + look.word : "")
        canvas.put(status, endingAt: area.right, y: area.y, style: Style(look.role))
        let room = area.width - cellWidth(status) - 1
        let text = texts(rate).first { cellWidth($0) <= room } ?? ""
        canvas.put(text, x: area.x, y: area.y, limit: max(0, room), style: Style(.text))
    }

    /// All there is to say: the target, and each denominator with its parts.
    func full(_ rate: Rate) -> [String] {
        let language = context.language
        let target = reading.indicator.target.spelled(language)
        return [reading.indicator.label(language) + "  " + language("目標 \(target)%以上", "target \(target)% or more")]
            + parts(rate, rate.beside.map { $0.label(language) }, hasPercent: true)
    }

    private func parts(_ rate: Rate, _ words: [String], hasPercent: Bool) -> [String] {
        zip(words, rate.beside.map(\.fraction)).map { word, fraction in
            word + " " + Figures.fraction(fraction) + (hasPercent ? " (\(Figures.percent(fraction)))" : "")
        }
    }

    /// The same said in fewer and fewer words.
    private func texts(_ rate: Rate) -> [String] {
        let language = context.language
        let label = reading.indicator.label(language)
        let target = reading.indicator.target.spelled(language)
        let persons = language == .ja ? ["人", "延べ"] : ["persons", "participations"]
        let brief = language == .ja ? persons : ["pers.", "part."]
        let short = [label] + parts(rate, persons, hasPercent: true) + [language("目標\(target)%", "of \(target)%")]
        let least = parts(rate, brief, hasPercent: false) + [language("目標\(target)%", "of \(target)%")]
        return [full(rate).joined(separator: "   "), short.joined(separator: "  "), least.joined(separator: " ")]
    }
}
