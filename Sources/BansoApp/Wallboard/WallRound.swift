import BansoDomain

/// In which order pages, and the sheets of a page, go round, and how long each stays: what hurts most comes first and stays
/// longer.
enum WallRound {
    /// A page with something that hurts stays so many times as long.
    static let longer = 1.5

    /// Those that hurt most first; among those that hurt alike the usual order.
    static func order<Page>(_ pages: [Page], hurts: (Page) -> Int) -> [Page] {
        pages.enumerated().sorted { left, right in
            let (a, b) = (hurts(left.element), hurts(right.element))
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
    }

    /// Seconds that a page stays.
    static func stay(interval: Double, hurts: Int) -> Double { hurts > 0 ? interval * longer : interval }
}
