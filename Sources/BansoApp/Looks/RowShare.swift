import TerminalUI

/// How a name and what is said beside it share a row: a name that can't be told from others is worth nothing, so the rest
/// gives way to it, part by part; where nothing readable would be left of it, it goes altogether.
struct RowShare: Hashable {
    /// Cells for the name.
    let name: Int
    /// What of the rest has room.
    let detail: String

    private static let leastName = 12
    private static let leastDetail = 6
    private static let gap = 2
    /// Between parts of what is beside a name, the most telling one first.
    static let separator = " · "

    /// - Parameter mostDetail: what is beside the name has no more cells where not both fit; nil: all but what the name needs.
    init(of room: Int, name: String, detail: String, mostDetail: Int? = nil, _ glyphs: Glyphs) {
        let (wanted, beside) = (cellWidth(name), cellWidth(detail))
        guard beside > 0, wanted + RowShare.gap + beside > room else {
            (self.name, self.detail) = (beside > 0 ? min(wanted, room) : room, detail)
            return
        }
        let most = max(0, room - RowShare.gap - min(wanted, RowShare.leastName))
        let rest = min(most, max(mostDetail ?? most, room - RowShare.gap - wanted))
        let shown = RowShare.shortened(detail, to: rest, glyphs)
        self.detail = shown
        self.name = shown.isEmpty ? room : min(wanted, room - RowShare.gap - cellWidth(shown))
    }

    private static func shortened(_ detail: String, to room: Int, _ glyphs: Glyphs) -> String {
        var whole = ""
        for part in detail.split(separator: separator).map(String.init) {
            let longer = whole.isEmpty ? part : whole + separator + part
            guard cellWidth(longer) <= room else { break }
            whole = longer
        }
        if !whole.isEmpty || room < leastDetail { return whole }
        return clippedOutsideBrackets(detail, to: room, ellipsis: glyphs.ellipsis)
    }
}
