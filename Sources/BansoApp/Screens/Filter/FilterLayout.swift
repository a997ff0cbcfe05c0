import TerminalUI

/// The saved filters above the form: at most nine rows of them, fewer where the form needs the room.
struct FilterLayout {
    let box: Rect
    let saved: Rect
    let form: Rect

    private static let mostSaved = 9

    init(layer: FilterLayer, in area: Rect) {
        let fields = layer.form?.fields.count ?? 0
        let listed = min(layer.saved.count, FilterLayout.mostSaved)
        let wanted = fields * 2 + (listed > 0 ? listed + 1 : 0) + 2
        box = area.centred(Size(width: min(76, area.width - 2), height: wanted))
        let inner = box.inset(x: 2, y: 1)
        let least = min(listed, 2)
        let rows = listed == 0 ? 0 : max(least, min(listed, inner.height - fields - 2))
        (saved, _) = inner.split(top: rows)
        (_, form) = inner.split(top: rows == 0 ? 0 : rows + (inner.height >= fields + rows + 2 ? 1 : 0))
    }
}
