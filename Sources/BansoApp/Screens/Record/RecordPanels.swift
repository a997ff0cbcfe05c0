import TerminalUI

/// A record's fields, and beside or below them the records that name it, where there can be any.
struct RecordPanels {
    let fields: Rect
    /// Nil where no record names one of this kind.
    let related: Rect?

    init(screen: RecordScreen, in body: Rect) {
        let (_, rest) = body.split(top: 1)
        guard screen.hasRelated else {
            (fields, related) = (rest, nil)
            return
        }
        if body.width >= 100 {
            let (left, right) = rest.split(left: rest.width / 2)
            (fields, related) = (left, right.inset(x: 1, y: rest.height >= 16 ? 1 : 0))
        } else {
            let least = max(3, min(8, rest.height / 3))
            let (upper, lower) = rest.split(top: screen.isRelatedLarge ? least : rest.height - least)
            (fields, related) = (upper, lower.inset(x: 1))
        }
    }
}
