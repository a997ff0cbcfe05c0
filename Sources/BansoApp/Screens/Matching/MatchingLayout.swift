import TerminalUI

/// Postings beside their applicants, above them where the screen is narrow, alone with the focus where it is low too.
struct MatchingLayout {
    let title: Rect
    let rate: Rect
    let postings: Rect
    let applicants: Rect
    /// Each panel has a line of its own above its rows.
    private static let heading = 1

    /// From so many columns on the panels stand side by side.
    static let wide = 100
    /// From so many rows on they stand one above the other.
    static let tall = 14
    /// A posting takes one row from so many columns on, else two.
    static let postingInOneRow = 76

    init(screen: MatchingScreen, in area: Rect) {
        var rest: Rect
        (title, rest) = area.split(top: 1)
        (rate, rest) = rest.split(top: area.height >= 8 ? OfferRateLine.height(in: area.width) : 0)
        if area.height >= 30 { (_, rest) = rest.split(top: 1) }
        let none = Rect(x: rest.x, y: rest.bottom, width: 0, height: 0)
        if area.width >= MatchingLayout.wide {
            let left = rest.width * (area.width >= 150 ? 50 : 45) / 100
            let (first, second) = rest.split(left: left)
            (postings, applicants) = (first, second.split(left: 1).1)
        } else if rest.height >= MatchingLayout.tall {
            let (first, second) = rest.split(top: rest.height / 2)
            (postings, applicants) = (first, second)
        } else {
            (postings, applicants) = screen.panel == .postings ? (rest, none) : (none, rest)
        }
    }

    var rowsPerPosting: Int { postings.width >= MatchingLayout.postingInOneRow ? 1 : 2 }
    var shownPostings: Int { max(1, (postings.height - MatchingLayout.heading) / rowsPerPosting) }
    var shownApplicants: Int { max(1, applicants.height - MatchingLayout.heading) }
}
