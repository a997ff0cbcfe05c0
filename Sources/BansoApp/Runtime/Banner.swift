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
        let choices = [fault, fault.brief].map { error in
            wrapped(context.glyphs.warning + " " + before + error.text(language), to: size.width - 2)
        }
        lines = Array((choices.first { $0.count <= most } ?? choices[1]).prefix(most))
    }

    func draw(on canvas: inout Canvas, y: Int) {
        let area = Rect(x: 0, y: y, width: canvas.size.width, height: lines.count)
        canvas.fill(area, style: Style(.error, on: .bar))
        for (row, line) in lines.enumerated() {
            canvas.put(line, x: 1, y: y + row, style: Style(.error, on: .bar, isBold: true))
        }
    }
}
