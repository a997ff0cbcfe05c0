import BansoDomain
import TerminalUI

/// Lets blocks flow into columns and from sheet to sheet. A block stays together where a column has room for it; nothing is cut.
struct WallFlow {
    var form: WallForm
    var area: Rect
    var context: Context

    struct Place: Hashable {
        var item: WallItem
        var rect: Rect
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
        func put(_ item: WallItem) {
            let height = form.height(of: item, in: width, context)
            let rect = Rect(x: columns[column].x, y: y, width: columns[column].width, height: height)
            sheets[sheets.count - 1].append(Place(item: item, rect: rect))
            y += height
        }
        for block in blocks {
            let whole = height(of: block, count: block.items.count)
            let begins = y + (y > area.y ? form.blockGap : 0)
            let staysTogether = begins + whole <= area.bottom
            if y > area.y,
                staysTogether || whole > area.height && begins + height(of: block, count: 1) <= area.bottom
            {
                y = begins
            } else if y > area.y {
                turn()
            }
            if let heading = block.heading { put(heading) }
            for (index, item) in block.items.enumerated() {
                let gap = index == 0 ? 0 : form.gap
                if index > 0, y + gap + form.height(of: item, in: width, context) > area.bottom {
                    turn()
                    if let heading = block.heading { put(heading) }
                } else {
                    y += gap
                }
                put(item)
            }
        }
        return sheets.filter { !$0.isEmpty }
    }

    /// Of a block's heading and its first things.
    private func height(of block: WallBlock, count: Int) -> Int {
        let width = form.column(of: area)
        return block.items.prefix(count).reduce((block.heading == nil ? 0 : 1) - form.gap) {
            $0 + form.height(of: $1, in: width, context) + form.gap
        }
    }
}
