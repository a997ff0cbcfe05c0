import Testing

@testable import TerminalUI

/// Figures as columns beside each other.
@Suite struct ColumnChartTests {
    private func lines(_ values: [Int?], width: Int = 20, height: Int = 6, glyphs: Glyphs = .unicode) -> [String] {
        var canvas = Canvas(size: Size(width: width, height: height))
        let columns = values.enumerated().map { index, value in
            ColumnChart.Column(name: "\(index + 4)月", value: value, isNow: index == 1)
        }
        ColumnChart(columns: columns).draw(on: &canvas, in: canvas.bounds, glyphs: glyphs)
        return canvas.lines
    }

    @Test func theLargestFillsTheHeightAndNothingStandsOnTheGround() {
        #expect(
            lines([4, 2, 0, nil]) == [" 4", "███", "███   2", "███  ███", "███  ███   ·", "4月  5月  6月  7月"])
        #expect(lines([4, 2, 0, nil], glyphs: .ascii)[4] == "###  ###   .")
    }

    @Test func anythingMoreThanNothingIsSeen() {
        let chart = lines([1000, 1, -3])
        #expect(chart[4] == "████  ▁▁▁▁   -3")
        #expect(chart[3].contains("1"))
    }

    @Test func whatHasNoRoomIsLeftOut() {
        #expect(lines([4, 2, 0, nil], width: 12).allSatisfy { $0.isEmpty })
        #expect(lines([4, 2], height: 3).allSatisfy { $0.isEmpty })
        #expect(lines([]).allSatisfy { $0.isEmpty })
    }
}
