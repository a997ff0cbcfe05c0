import BansoDomain
import TerminalUI

/// The page at the bottom and what lies on top of it, topmost last. Pages keep their state while another one is shown.
struct ScreenStack {
    private(set) var page: Destination
    private var pages: [Destination: any Screen] = [:]
    private var screens: [any Screen]

    init(first page: Destination, _ screen: any Screen) {
        self.page = page
        screens = [screen]
    }

    var top: any Screen { screens[screens.count - 1] }

    var hasForm: Bool { screens.contains { $0.draftedForm != nil } }

    /// What keys do now where nobody has given them to something else.
    func usualBindings(_ context: Context) -> [Binding] { top.bindings(context).refusingWrites(context) }

    /// What keys do now: the one list from which footer, help and palette come.
    func bindings(_ context: Context) -> [Binding] {
        context.keys.applied(to: usualBindings(context), takesText: top.takesText)
    }
    var depth: Int { screens.count }

    mutating func push(_ screen: any Screen) { screens.append(screen) }

    mutating func pop() { if screens.count > 1 { screens.removeLast() } }

    mutating func show(page destination: Destination, make: () -> any Screen) {
        pages[page] = screens[0]
        page = destination
        screens = [pages[destination] ?? make()]
    }

    mutating func updateTop(_ event: Event, _ context: Context) -> [Effect] {
        screens[screens.count - 1].update(event, context)
    }

    mutating func hearTop(_ news: ImportNews, _ context: Context) -> [Effect] {
        screens[screens.count - 1].hear(news, context)
    }

    /// Loads what a key may have changed: the top screen alone.
    mutating func loadTop(from desk: any DeskReader, _ context: Context) throws {
        try screens[screens.count - 1].load(from: desk, context)
    }

    /// Loads what is visible: the top screen, and those that show through from below.
    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        for index in visible { try screens[index].load(from: desk, context) }
    }

    func draw(on canvas: inout Canvas, bindings: [Binding], message: Message?, _ context: Context) -> Point {
        var cursor = Point(x: 0, y: 0)
        for index in visible {
            canvas.coverTouches()
            cursor = screens[index].draw(on: &canvas, in: context.body, context)
        }
        Chrome.header(on: &canvas, page: page, context)
        Chrome.footer(on: &canvas, bindings: bindings, message: message, context)
        return cursor
    }

    private var visible: Range<Int> {
        var first = screens.count - 1
        while first > 0, screens[first].isLayer { first -= 1 }
        return first..<screens.count
    }
}
