import BansoDomain
import TerminalUI

extension FormAside {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard let file else {
            let panel = TimelinePanel(
                title: context.language("関連する記録", "Related"), items: related, context: context)
            _ = panel.draw(on: &canvas, in: area)
            return
        }
        let rest = ProsePanel(lines: OrganisationBrief(file: file, context: context).lines, context: context)
            .draw(on: &canvas, in: area)
        // Consultations stand above with their notes.
        let past = file.timeline.filter { $0.key.kind != .consultation }
        guard !past.isEmpty, rest.height >= 4 else { return }
        _ = TimelinePanel(title: context.language("経過", "Timeline"), items: past, context: context)
            .draw(on: &canvas, in: rest.split(top: 1).1)
    }
}
