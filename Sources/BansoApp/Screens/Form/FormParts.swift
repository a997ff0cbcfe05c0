import TerminalUI

/// Where a form's fields stand, and beside them, where there is room, what is known of whom it is about.
struct FormParts {
    let fields: Rect
    let aside: Rect?

    /// From so many columns on there is room beside the fields.
    static let leastWidth = 114

    /// - Parameter area: below the headline.
    init(_ form: Form, hasAside: Bool, in area: Rect, _ context: Context) {
        let inner = area.inset(x: 1)
        guard hasAside, area.width >= FormParts.leastWidth else {
            (fields, aside) = (inner, nil)
            return
        }
        let whole = FormView.width(form, in: inner, context.language)
        let (left, right) = inner.split(left: min(whole, max(74, inner.width * 3 / 5)))
        fields = left
        aside = Rect(x: right.x + 3, y: right.y, width: min(100, right.width - 3), height: right.height)
    }
}
