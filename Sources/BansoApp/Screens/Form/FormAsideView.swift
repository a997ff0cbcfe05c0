import BansoDomain
import TerminalUI

extension FormAside {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        var rest = area
        if !brief.isEmpty {
            rest = ProsePanel(lines: brief, context: context).draw(on: &canvas, in: area).split(top: 1).1
        }
        guard !items.isEmpty, rest.height >= 3 else { return }
        let title =
            file == nil ? context.language("関連する記録", "Related") : context.language("経過", "Timeline")
        _ = TimelinePanel(title: title, items: items, context: context).draw(on: &canvas, in: rest)
    }
}
