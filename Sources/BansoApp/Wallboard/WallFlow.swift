import BansoDomain
import TerminalUI

/// Lets blocks flow into columns and from sheet to sheet. A block stays together where a column has room for it; nothing is cut.
struct WallFlow {
    var form: WallForm
    var area: Rect
    var context: Context
    /// Whether a block that takes several columns of a sheet is shared evenly among them.
    var isEven = false

    struct Place: Hashable {
        var item: WallItem
        var rect: Rect
        /// A heading above what goes on from the column beside it.
        var isContinued = false
    }

    func sheets(_ blocks: [WallBlock]) -> [[Place]] {
        let columns = form.columns(of: area)
        let width = form.column(of: area)
        var sheets: [[Place]] = [[]]
        var (column, y) = (0, area.y)
        func turn() {
            column += 1
            y = area.y
            guard column == columns.count else { return }
            column = 0
            sheets.append([])
        }
        func put(_ item: WallItem, isContinued: Bool = false) {
            let height = form.height(of: item, in: width, context)
            let rect = Rect(x: columns[column].x, y: y, width: columns[column].width, height: height)
            sheets[sheets.count - 1].append(Place(item: item, rect: rect, isContinued: isContinued))
            y += height
        }
        func put(heading: WallItem?, isContinued: Bool = false) {
            guard let heading else { return }
            put(heading, isContinued: isContinued)
            y += form.headingGap
        }
        for block in blocks {
            let whole = height(of: block.items[...], below: block.heading)
            let begins = y + (y > area.y ? form.blockGap : 0)
            let staysTogether = begins + whole <= area.bottom
            let first = height(of: block.items.prefix(1), below: block.heading)
            if form.hasBlockColumns, y > area.y, column + 1 < columns.count {
                turn()
            } else if y > area.y, staysTogether || whole > area.height && begins + first <= area.bottom {
                y = begins
            } else if y > area.y {
                turn()
            }
            let isShared = isEven && whole > area.height && y == area.y
            let bottom = isShared ? y + evenHeight(of: block, columns: columns.count - column) : area.bottom
            put(heading: block.heading)
            for (index, item) in block.items.enumerated() {
                let gap = index == 0 ? 0 : form.gap
                if index > 0, y + gap + form.height(of: item, in: width, context) > bottom {
                    turn()
                    put(heading: block.heading, isContinued: column > 0)
                } else {
                    y += gap
                }
                put(item)
            }
        }
        return sheets.filter { !$0.isEmpty }
    }

    /// Of a heading and things below it.
    private func height(of items: ArraySlice<WallItem>, below heading: WallItem?) -> Int {
        let width = form.column(of: area)
        return items.reduce((heading == nil ? 0 : 1 + form.headingGap) - form.gap) {
            $0 + form.height(of: $1, in: width, context) + form.gap
        }
    }

    /// The least height in which a block takes no more columns than it must; the area's where so many columns have no room.
    private func evenHeight(of block: WallBlock, columns: Int) -> Int {
        let width = form.column(of: area)
        let head = block.heading == nil ? 0 : 1 + form.headingGap
        let heights = block.items.map { form.height(of: $0, in: width, context) }
        func taken(_ room: Int) -> Int {
            var (count, used) = (0, room)
            for height in heights {
                used += form.gap + height
                if count == 0 || used > room { (count, used) = (count + 1, head + height) }
            }
            return count
        }
        let least = taken(area.height)
        guard least <= columns else { return area.height }
        return (1...area.height).first { taken($0) == least } ?? area.height
    }
}
