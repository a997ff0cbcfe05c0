import BansoDomain
import TerminalUI

/// Where the gauges stand: programmes as blocks, in as many columns as the width allows, broken so that the longest
/// column is as short as it can be.
struct OverviewLayout {
    struct Block {
        var programme: ProgrammeID?
        /// Into the readings.
        var indices: Range<Int>
        /// Lines of the names that stand above their gauges.
        var nameLines = 0
        var height: Int { indices.count + nameLines + 1 }
    }

    enum Row: Hashable {
        case heading(ProgrammeID?)
        /// A line of a name that has no room beside its gauge, and whether it is the first.
        case name(Int, String, isFirst: Bool)
        case gauge(Int)
        case gap
    }

    let columns: [[Row]]
    let area: Rect
    static let minimumColumn = 58
    /// A gauge in a wider column stands too far from its heading's figures.
    private static let widestColumn = 130

    init(readings: [Reading], in area: Rect, _ context: Context) {
        self.area = area
        let blocks = OverviewLayout.blocks(of: readings)
        let most = max(1, min(blocks.count, (area.width + 2) / (OverviewLayout.minimumColumn + 2)))
        // As few columns as show everything: wide ones have room for longer gauges and forecasts.
        let ways = (1...most).map { count -> [[Row]] in
            let width = area.columns(count, gap: 2).map(\.width).min() ?? 0
            let names = readings.map { GaugeRow(reading: $0, nameWidth: 0, context: context).nameLines(in: width) }
            let tall = blocks.map { block in
                var block = block
                block.nameLines = block.indices.reduce(0) { $0 + names[$1].count }
                return block
            }
            return OverviewLayout.rows(OverviewLayout.shared(tall, over: count), names)
        }
        let fitting = ways.indices.filter { ways[$0].allSatisfy { $0.count <= area.height } }
        let calm = fitting.first { area.columns($0 + 1, gap: 2).allSatisfy { $0.width <= OverviewLayout.widestColumn } }
        columns = ways[calm ?? fitting.first ?? ways.count - 1]
    }

    private static func rows(_ columns: [[Block]], _ names: [[String]]) -> [[Row]] {
        columns.map { blocks in
            var rows: [Row] = []
            for block in blocks {
                if !rows.isEmpty { rows.append(.gap) }
                rows.append(.heading(block.programme))
                for index in block.indices {
                    rows += names[index].enumerated().map { .name(index, $1, isFirst: $0 == 0) }
                    rows.append(.gauge(index))
                }
            }
            return rows
        }
    }

    /// How far each column must scroll so that the selected gauge is in sight.
    func scroll(column: [Row], selected: Int) -> Int {
        guard column.count > area.height else { return 0 }
        guard let row = column.firstIndex(of: .gauge(selected)) else { return 0 }
        let wanted = row - area.height * 2 / 3
        return min(max(0, wanted), column.count - area.height)
    }

    /// The rows of a column that are in sight, by where they stand in it: a name never without its gauge, a heading never
    /// without a row below it.
    func visible(_ column: [Row], selected: Int) -> Range<Int> {
        let top = scroll(column: column, selected: selected)
        var rows = top..<min(top + area.height, column.count)
        func cutsAName(_ row: Int) -> Bool {
            guard row > 0, case .name(let index, _, _) = column[row - 1] else { return false }
            switch column[row] {
            case .name(index, _, isFirst: false), .gauge(index): return true
            default: return false
            }
        }
        while let first = rows.first, cutsAName(first) { rows.removeFirst() }
        while let last = rows.last, !isGauge(column[last]), last + 1 < column.count { rows.removeLast() }
        return rows
    }

    private func isGauge(_ row: Row) -> Bool { if case .gauge = row { true } else { false } }

    /// The gauge at about the same height in the column beside.
    func neighbour(of selected: Int, toward step: Int) -> Int {
        guard let column = columns.firstIndex(where: { $0.contains(.gauge(selected)) }),
            columns.indices.contains(column + step),
            let row = columns[column].firstIndex(of: .gauge(selected))
        else { return selected }
        let target = columns[column + step]
        let gauges = target.indices.filter { isGauge(target[$0]) }
        guard let nearest = gauges.min(by: { abs($0 - row) < abs($1 - row) }), case .gauge(let index) = target[nearest]
        else { return selected }
        return index
    }

    private static func blocks(of readings: [Reading]) -> [Block] {
        var blocks: [Block] = []
        for (index, reading) in readings.enumerated() {
            if let last = blocks.last, last.programme == reading.indicator.programme {
                blocks[blocks.count - 1].indices = last.indices.lowerBound..<(index + 1)
            } else {
                blocks.append(Block(programme: reading.indicator.programme, indices: index..<(index + 1)))
            }
        }
        return blocks
    }

    /// The smallest column height for which the blocks, kept in order, fill at most `count` columns.
    private static func shared(_ blocks: [Block], over count: Int) -> [[Block]] {
        guard let tallest = blocks.map(\.height).max() else { return [] }
        var height = tallest
        while true {
            var columns: [[Block]] = [[]]
            var used = 0
            for block in blocks {
                let needed = block.height + (used > 0 ? 1 : 0)
                if used + needed > height {
                    columns.append([])
                    used = 0
                }
                used += block.height + (used > 0 ? 1 : 0)
                columns[columns.count - 1].append(block)
            }
            if columns.count <= count { return columns }
            height += 1
        }
    }
}
