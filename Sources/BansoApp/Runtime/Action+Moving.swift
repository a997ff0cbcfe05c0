extension Action {
    /// Where it takes the selection of a list; nil where it doesn't move one.
    /// - Parameters:
    ///   - count: how many rows the list has.
    ///   - page: how many rows a page down goes.
    func moved(_ selected: Int, of count: Int, page: Int) -> Int? {
        let place: Int
        switch self {
        case .up: place = selected - 1
        case .down: place = selected + 1
        case .pageUp: place = selected - page
        case .pageDown: place = selected + page
        case .first: place = 0
        case .last: place = count - 1
        default: return nil
        }
        return max(0, min(place, count - 1))
    }
}
