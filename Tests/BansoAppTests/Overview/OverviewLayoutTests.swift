import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// The gauges in columns, and what of them is in sight.
@Suite struct OverviewLayoutTests {
    /// As few columns as show everything, but none so wide that a row's end is far from its heading's.
    @Test(arguments: [(80, 66, 1), (120, 66, 1), (120, 36, 2), (200, 66, 2), (200, 56, 2), (250, 66, 2), (300, 66, 3)])
    func columnsAreWideButNotTooWide(_ width: Int, _ height: Int, _ count: Int) throws {
        let desk = try Desk(companies: 60)
        let context = desk.context(.ja, size: Size(width: width, height: height + 4))
        let area = Rect(x: 0, y: 1, width: width, height: height)
        let layout = OverviewLayout(readings: try desk.store.readings(asOf: Desk.day), in: area, context)
        #expect(layout.columns.count == count)
    }

    @Test(arguments: Language.allCases) func noNameStandsWithoutItsGaugeAndNoHeadingWithoutARow(_ language: Language)
        throws
    {
        let desk = try Desk(companies: 60)
        let readings = try desk.store.readings(asOf: Desk.day)
        for (width, height) in [(40, 8), (40, 9), (40, 10), (40, 13), (60, 11), (80, 22), (120, 20), (200, 12)] {
            let area = Rect(x: 0, y: 1, width: width, height: height)
            let context = desk.context(language, size: Size(width: width, height: height + 2))
            let layout = OverviewLayout(readings: readings, in: area, context)
            for selected in readings.indices {
                for column in layout.columns {
                    let seen = layout.visible(column, selected: selected)
                    #expect(seen.count <= height)
                    if column.contains(.gauge(selected)) {
                        #expect(column[seen].contains(.gauge(selected)), "\(width)×\(height)")
                    }
                    for (place, row) in zip(seen, column[seen]) {
                        guard case .name(let index, _, let isFirst) = row else { continue }
                        #expect(column[seen].contains(.gauge(index)), "\(width)×\(height), \(index)")
                        #expect(isFirst || place > seen.lowerBound)
                    }
                    guard let last = seen.last, last + 1 < column.count else { continue }
                    if case .gauge = column[last] {
                    } else {
                        Issue.record("\(width)×\(height) ends with \(column[last])")
                    }
                }
            }
        }
    }
}
