import BansoDomain
import TerminalUI

/// What stays wrong, on as many lines as it takes: what to do stands at its end, and is never cut.
struct Banner {
    let lines: [String]

    /// The rest of the screen is for the work.
    private static let most = 4

    /// - Parameters:
    ///   - before: what is said first.
    ///   - size: the screen's. Where there is no room for all of it, file names lose their folders and details are cut.
    init(_ fault: DeskError, before: String = "", in size: Size, _ context: Context) {
        let language = context.language
        let most = max(1, min(Banner.most, size.height / 3))
        let texts = [fault, fault.brief].map { context.glyphs.warning + " " + before + $0.text(language) }
        let width = size.width - 2
        lines = Banner.lines(
            texts.first { wrapped($0, to: width).count <= most } ?? texts[1], to: width, most: most, context.glyphs)
    }

    /// A text that ends with what to do, on so many lines at most: what doesn't fit is left out before its end.
    static func lines(_ text: String, to width: Int, most: Int, _ glyphs: Glyphs) -> [String] {
        let all = wrapped(text, to: width)
        guard all.count > most else { return all }
        let first = clipped(all[0] + glyphs.ellipsis, to: width, ellipsis: glyphs.ellipsis)
        return most > 1 ? [first] + all.suffix(most - 1) : all.suffix(1)
    }

    func draw(on canvas: inout Canvas, y: Int) {
        let area = Rect(x: 0, y: y, width: canvas.size.width, height: lines.count)
        canvas.fill(area, style: Style(.error, on: .bar))
        for (row, line) in lines.enumerated() {
            canvas.put(line, x: 1, y: y + row, style: Style(.error, on: .bar, isBold: true))
        }
    }
}
