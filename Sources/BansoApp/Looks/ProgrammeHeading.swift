import BansoDomain
import TerminalUI

/// A programme's name above its figures, with how many of them are met and how many behind.
struct ProgrammeHeading {
    /// Nil for the KPIs of the whole.
    var programme: ProgrammeID?
    /// All of the programme's.
    var readings: [Reading]
    /// Above what goes on from the column beside it: how many are met stands there.
    var isContinued = false
    var context: Context

    func draw(on canvas: inout Canvas, in line: Rect) {
        let language = context.language
        let behind = readings.count(where: \.isBreached)
        let title =
            context.catalogue.programmes.first { $0.id == programme }.map { $0.id.text + " " + $0.label(language) }
            ?? language("全体 KPI", "Overall KPIs")
        let summary = isContinued ? "" : self.summary
        let room = line.width - (isContinued ? 2 : cellWidth(summary) + 4)
        let used = canvas.put(
            clipped(
                isContinued ? WallView.continued(title, language) : title, to: room, ellipsis: context.glyphs.ellipsis),
            x: line.x + 1, y: line.y,
            style: Style(.heading, isBold: true))
        canvas.put(
            String(repeating: context.glyphs.horizontal, count: max(0, room - used)), x: line.x + used + 2, y: line.y,
            style: Style(.border))
        canvas.put(summary, endingAt: line.right - 1, y: line.y, style: Style(behind > 0 ? .behind : .muted))
    }

    private var summary: String {
        let language = context.language
        let met = readings.count(where: \.isMet)
        let summary = language("達成 \(met)/\(readings.count)", "\(met)/\(readings.count) met")
        return ([summary] + ProgrammeHeading.shortfall(of: readings, language)).joined(separator: " · ")
    }

    /// How many are behind, and how many weren't met while there was time.
    static func shortfall(of readings: [Reading], _ language: Language) -> [String] {
        func count(_ status: Pace.Status) -> Int { readings.count { $0.pace.status == status } }
        let (behind, missed) = (count(.behind), count(.endedShort))
        return (behind > 0 ? [language("遅れ \(behind)", "\(behind) behind")] : [])
            + (missed > 0 ? [language("未達 \(missed)", "\(missed) not met")] : [])
    }
}
