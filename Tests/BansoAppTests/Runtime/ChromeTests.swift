import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// The rows that frame every screen.
struct ChromeTests {
    /// The header on `page`, and the keys that clicks on it mean.
    private func header(_ page: Destination, width: Int, _ language: Language, _ desk: Desk) -> Canvas {
        let size = Size(width: width, height: 12)
        var canvas = Canvas(size: size)
        Chrome.header(on: &canvas, page: page, desk.context(language, size: size))
        return canvas
    }

    @Test(arguments: Language.allCases) func whichPageOneIsOnCanAlwaysBeRead(_ language: Language) throws {
        let desk = try Desk(companies: 0)
        for tab in Chrome.tabs(Desk.catalogue) {
            for width in 20...130 {
                let canvas = header(tab.destination, width: width, language, desk)
                let text = "\(tab.key) \(tab.label(language))"
                #expect(canvas.lines[0].contains(text), "\(width) columns: \(canvas.lines[0])")
                let place = canvas.lines[0].range(of: text).map { cellWidth(String(canvas.lines[0][..<$0.lowerBound])) }
                #expect(place.map { canvas[$0, 0].style.surface } == .selection)
            }
        }
    }

    @Test(arguments: Language.allCases) func madeUpDataIsCalledADemoOnAnyUsualScreen(_ language: Language) throws {
        let desk = try Desk(companies: 0)
        for width in [40, 80, 120, 200] {
            let size = Size(width: width, height: 12)
            var (canvas, context) = (Canvas(size: size), desk.context(language, size: size))
            context.isDemo = true
            Chrome.header(on: &canvas, page: .today, context)
            #expect(canvas.lines[0].contains(language("デモ", "demo")), "\(canvas.lines[0])")
        }
    }

    @Test func theOtherPagesKeepTheirKeysWhereThereIsNoRoomForTheirNames() throws {
        let desk = try Desk(companies: 0)
        #expect(
            header(.pipeline("D"), width: 40, .ja, desk).lines == [" 伴走   t 0 1 2 3 4 5 D  6        11/20"]
                + Array(repeating: "", count: 11))
        #expect(header(.today, width: 30, .en, desk).lines[0] == "  t Today  0 1 2 3 4 5 6")
    }
}
