import BansoDomain
import TerminalUI

/// The offer rate in one line or two: its target, and both denominators with their parts, never the per cent alone.
struct OfferRateLine {
    var reading: Reading
    var context: Context

    /// In two lines where the screen is so narrow that one has no room for words.
    static func height(in width: Int) -> Int { width < leastWords ? 2 : 1 }
    private static let leastWords = 60

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard !area.isEmpty, let rate = reading.rate else { return }
        let look = StatusLook(reading.pace.status, context)
        let status = look.glyph + " " + look.word
        canvas.put(status, endingAt: area.right, y: area.y, style: Style(look.role))
        let room = area.width - cellWidth(status) - 1
        if area.height == 1 {
            put(texts(rate), on: &canvas, in: Rect(x: area.x, y: area.y, width: room, height: 1))
        } else {
            let (top, bottom) = area.split(top: 1)
            put(titles, on: &canvas, in: Rect(x: top.x, y: top.y, width: room, height: 1))
            put(figures(rate), on: &canvas, in: bottom)
        }
    }

    /// The first of these that has room.
    private func put(_ texts: [String], on canvas: inout Canvas, in line: Rect) {
        let text = texts.first { cellWidth($0) <= line.width } ?? texts[texts.count - 1]
        canvas.put(text, x: line.x, y: line.y, limit: max(0, line.width), style: Style(.text))
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

    private var persons: [String] { context.language == .ja ? ["人", "延べ"] : ["persons", "participations"] }
    private var brief: [String] { context.language == .ja ? persons : ["pers.", "part."] }

    private var titles: [String] {
        let (language, label) = (context.language, reading.indicator.label(context.language))
        let target = reading.indicator.target.spelled(language)
        return [
            language("目標 \(target)%以上", "target \(target)% or more"), language("目標\(target)%", "target \(target)%"),
        ]
        .map { label + "  " + $0 } + [label]
    }

    /// Both denominators, in fewer and fewer words.
    private func figures(_ rate: Rate) -> [String] {
        [
            parts(rate, persons, hasPercent: true).joined(separator: "  "),
            parts(rate, brief, hasPercent: true).joined(separator: " "),
            parts(rate, brief, hasPercent: false).joined(separator: " "),
        ]
    }

    /// The same said in fewer and fewer words.
    private func texts(_ rate: Rate) -> [String] {
        let language = context.language
        let label = reading.indicator.label(language)
        let target = reading.indicator.target.spelled(language)
        let short = [label] + parts(rate, persons, hasPercent: true) + [language("目標\(target)%", "of \(target)%")]
        let least = parts(rate, brief, hasPercent: false) + [language("目標\(target)%", "of \(target)%")]
        return [full(rate).joined(separator: "   "), short.joined(separator: "  "), least.joined(separator: " ")]
    }
}
