import BansoDomain
import TerminalUI

/// What of a page stands on the wall at one time: all of it where there is room, else a part.
struct WallSheet: Hashable {
    var form: WallForm
    var places: [WallFlow.Place]
    /// Of how many stand in each stage; nil where there is no room for it.
    var stages: Rect?
    /// Which of the page's parts it is, from 1, in the order of the call.
    var number = 1

    var readings: [Reading] { places.compactMap(\.item.reading) }
    /// How many things on it are behind or overdue.
    var hurts: Int { places.count(where: \.item.hurts) }
}
