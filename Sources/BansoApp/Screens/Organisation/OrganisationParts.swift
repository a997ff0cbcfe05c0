import TerminalUI

/// Where the panels of an organisation's page stand.
struct OrganisationParts {
    let facts: Rect
    let timeline: Rect
    /// What the chosen record says; nil where there is no room for it.
    let preview: Rect?

    private static let leastWidth = 90
    private static let leastHeight = 28
    private static let leastPreview = 5

    /// Whether what is chosen may be shown beside.
    static func hasPreview(in body: Rect) -> Bool { body.width >= leastWidth && body.height >= leastHeight }

    /// - Parameter body: below the name.
    init(_ facts: OrganisationPanel, _ past: TimelinePanel, isPastLarge: Bool, hasPreview: Bool, in body: Rect) {
        guard body.width >= OrganisationParts.leastWidth else {
            // Stacked: one of them gets the room that the other can spare.
            let inner = body.inset(x: 1)
            let height = facts.height(in: inner.width)
            let least = min(6, body.height / 2)
            let top = isPastLarge ? max(least, body.height / 2) : min(height + 1, body.height - least)
            (self.facts, timeline) = inner.split(top: min(top, height + 1))
            preview = nil
            return
        }
        // As wide as what it says, up to half.
        let least = min(60, body.width * 9 / 20)
        let (left, right) = body.split(left: max(least, min(facts.width + 2, body.width / 2)))
        self.facts = left.inset(x: 1)
        let side = right.inset(x: 2)
        guard hasPreview else {
            (timeline, preview) = (side, nil)
            return
        }
        let needed = past.height(in: side.width)
        let (upper, lower) = side.split(top: min(needed, max(side.height * 3 / 5, side.height - 18)))
        timeline = upper
        let rest = lower.split(top: 1).1
        preview = rest.height >= OrganisationParts.leastPreview ? rest : nil
    }
}
