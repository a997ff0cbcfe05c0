import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A row of a gauge in any width: what it is about is never cut.
struct GaugeRowTests {
    private static func lines(
        _ reading: Reading, nameWidth: Int, width: Int, hasRoomAbove: Bool, _ context: Context
    ) -> [String] {
        let row = GaugeRow(reading: reading, nameWidth: nameWidth, context: context)
        let height = 1 + (hasRoomAbove ? row.nameLines(in: width).count : 0)
        var canvas = Canvas(size: Size(width: width, height: height))
        row.draw(on: &canvas, in: canvas.bounds, isSelected: false)
        return canvas.lines
    }

    @Test(arguments: Language.allCases) func nameFigureAndStatusAreWhole(_ language: Language) throws {
        let desk = try Desk(companies: 60)
        let readings = try desk.store.readings(asOf: Desk.day)
        for width in 40...200 {
            let context = desk.context(language, size: Size(width: width, height: 40))
            for hasRoomAbove in width < 74 ? [true] : [true, false] {
                let nameWidth = GaugeRow.nameWidth(of: readings, in: width, hasRoomAbove: hasRoomAbove, context)
                for reading in readings {
                    let lines = Self.lines(
                        reading, nameWidth: nameWidth, width: width, hasRoomAbove: hasRoomAbove, context)
                    let text = lines.joined().filter { $0 != " " }
                    let indicator = reading.indicator
                    let parts = [
                        indicator.code + indicator.label(language),
                        Figures.actual(reading) + "/" + indicator.target.spelled(language),
                        StatusLook(reading.pace.status, context).word,
                        reading.rate.map { Figures.fraction($0.pooled) } ?? "",
                    ].map { $0.filter { $0 != " " } }
                    for part in parts where !part.isEmpty { #expect(text.contains(part), "\(width): \(lines)") }
                }
            }
        }
    }

    @Test func gaugesStandBelowEachOtherWhereverTheNamesAre() throws {
        let desk = try Desk(companies: 60)
        let readings = try desk.store.readings(asOf: Desk.day)
        let context = desk.context(.ja, size: Size(width: 59, height: 40))
        let nameWidth = GaugeRow.nameWidth(of: readings, in: 59, context)
        let heights = readings.map {
            GaugeRow(reading: $0, nameWidth: nameWidth, context: context).nameLines(in: 59).count
        }
        #expect(heights.contains(0) && heights.contains(1))
        let ends = readings.map { reading -> Int in
            let line = Self.lines(reading, nameWidth: nameWidth, width: 59, hasRoomAbove: true, context).last ?? ""
            let figure = Figures.actual(reading) + "/"
            return line.range(of: figure).map { cellWidth(String(line[..<$0.upperBound])) } ?? 0
        }
        #expect(Set(ends).count == 1)
    }
}
