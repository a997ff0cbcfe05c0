import BansoDomain
import TerminalUI

/// The read-only board on the wall: rotates its pages, follows every write, and goes on whatever happens to the database.
public final class Wallboard {
    private let terminal: any Terminal
    private let connect: () throws -> any WallReader
    private let isTold: () -> Bool
    private let clock: () -> Double
    private let interval: Double
    /// What day it is; nil where the day is given.
    private let day: (() -> Day)?
    private var dimming: Dimming?
    private var isDim = false
    private var context: Context
    private var state: WallState
    private var desk: (any WallReader)?
    private var token: Int?
    private var turnedAt: Double
    private var triedAt: Double?
    private var isRunning = true
    private var shown: Look?
    private var lookedAt: Moment?

    /// When there was last something to look at.
    private struct Moment: Equatable {
        var second: Int
        var today: Day
        var token: Int?
        var isDrawn: Bool
        var isFaulty: Bool
    }

    /// What a frame depends on.
    private struct Look: Equatable {
        var page: WallPage
        var part: Int
        var token: Int?
        var size: Size
        var words: String
        var today: Day
    }

    /// How often it looks for writes, in milliseconds: within the promised 250.
    static let tick = 200
    /// The same where it is told of them: only the clock goes on.
    static let quietTick = 1000
    /// How long it waits before it tries a lost database again, in seconds.
    static let retry = 1.0
    /// The same for one that is missing among several: all are opened for it.
    static let absentRetry = 5.0

    /// - Parameters:
    ///   - interval: seconds a page stays.
    ///   - clock: seconds since 1970.
    ///   - day: asked for the day, which changes at midnight; nil where it stays as the context has it.
    ///   - dimming: when it is night, and how things look then.
    ///   - connect: opens the database for reading only; called again whenever it was lost.
    ///   - isTold: whether `.news` comes from the terminal when somebody writes to what `connect` opened last.
    public init(
        terminal: any Terminal, context: Context, pages: [WallPage], interval: Double, clock: @escaping () -> Double,
        day: (() -> Day)? = nil, dimming: Dimming? = nil, connect: @escaping () throws -> any WallReader,
        isTold: @escaping () -> Bool = { false }
    ) {
        self.terminal = terminal
        self.context = context
        self.context.size = terminal.size
        self.interval = interval
        self.day = day
        self.dimming = dimming
        self.clock = clock
        self.connect = connect
        self.isTold = isTold
        turnedAt = clock()
        state = WallState(pages: pages, now: turnedAt)
    }

    /// Runs until a person presses q or the terminal is gone.
    public func run() {
        if context.ambiguousWidth == nil { terminal.askAmbiguousWidth() }
        if context.themes.automatic != nil { terminal.askBackground() }
        // Something stands on the wall while the database is opened for the first time.
        render()
        while isRunning {
            state.now = clock()
            followClock()
            refresh()
            lookAtClock()
            take(terminal.next(milliseconds: desk != nil && isTold() ? Wallboard.quietTick : Wallboard.tick))
        }
    }

    /// One frame, for scripts.
    public static func frame(
        desk: any WallReader, page: WallPage, of pages: [WallPage]? = nil, context: Context, now: Double, size: Size
    ) throws -> Canvas {
        var state = WallState(pages: pages ?? WallPage.all(context.catalogue), now: now)
        var context = context
        context.size = size
        return try context.measuring {
            try state.load(from: desk, context)
            state.show(page)
            return WallView(state: state, context: context).frame(size: size)
        }
    }

    /// Turns the page and draws. Between two writes nothing on a wall changes but once a second.
    private func lookAtClock() {
        let moment = Moment(
            second: Int(state.now), today: context.today, token: token, isDrawn: shown != nil,
            isFaulty: state.fault != nil)
        // Resized twice within a second, it has two frames to show.
        guard moment != lookedAt || shown == nil || interval < 1 else { return }
        let stay = WallRound.stay(interval: interval, hurts: state.sheet?.hurts ?? 0)
        if state.now - turnedAt >= stay { turn(by: 1) }
        render()
        lookedAt = moment
    }

    /// Draws only where something that is shown has changed: an idle wall costs next to nothing.
    private func render() {
        let view = WallView(state: state, context: context)
        let look = Look(
            page: state.page, part: state.part, token: token, size: context.size, words: view.status + view.clock,
            today: context.today)
        guard look != shown else { return }
        shown = look
        context.measuring {
            terminal.show(view.frame(size: context.size), cursor: Point(x: 0, y: 0), isCursorShown: false)
        }
    }

    private func take(_ input: Input) {
        switch input {
        case .none, .news: break
        case .gone: isRunning = false
        case .background(let isDark):
            guard let automatic = context.themes.automatic else { return }
            let name = isDark ? automatic.dark : automatic.light
            guard name != context.themes.current, let theme = try? context.themes.theme(name) else { return }
            dimming?.theme = theme
            terminal.use(dimming?.theme(isDim: isDim) ?? theme)
            context.themes.current = name
            repaint()
        case .ambiguousWidth(let width):
            guard context.ambiguousWidth == nil else { return }
            context.use(width)
            arrange()
        case .resized:
            context.size = terminal.size
            arrange()
        case .key(let key):
            switch key.command {
            case .character("q"), .escape, .control("c"): isRunning = false
            case .right, .character("l"), .tab, .character(" "): turn(by: 1)
            case .left, .character("h"), .backTab: turn(by: -1)
            case .control("l"): repaint()
            case .control("z"):
                terminal.suspend()
                // Meanwhile the terminal's size was the shell's to be told.
                take(.resized)
            default: break
            }
        }
    }

    private func arrange() {
        context.measuring { state.arrange(context) }
        repaint()
    }

    private func repaint() {
        terminal.repaint()
        shown = nil
    }

    private func turn(by steps: Int) {
        state.turn(by: steps, context.catalogue)
        turnedAt = state.now
        lookedAt = nil
    }

    /// Another day means other figures; at night the wall is darker, from one frame to the next.
    private func followClock() {
        guard Int(state.now) != lookedAt?.second else { return }
        if let today = day?(), today != context.today {
            context.today = today
            token = nil
        }
        guard let dimming else { return }
        let isNight = dimming.hours.contains(LocalTime(seconds: state.now, offset: context.utcOffset).time)
        guard isNight != isDim else { return }
        isDim = isNight
        terminal.use(dimming.theme(isDim: isNight))
        repaint()
    }

    /// - Throws: also where one is missing that was counted: figures stay as they were last read rather than fall.
    private func open() throws {
        triedAt = state.now
        let opened = try connect()
        let lost = opened.absent.first { absent in !state.absent.contains { $0.name == absent.name } }
        if let lost, !state.readings.isEmpty { throw lost.error }
        use(opened)
    }

    private func use(_ opened: any WallReader) {
        desk = opened
        context.catalogue = opened.catalogue
        token = nil
    }

    /// Whether one that is missing is there now.
    private func lookForAbsent() {
        guard let desk, !desk.absent.isEmpty, state.now - (triedAt ?? 0) >= Wallboard.absentRetry else { return }
        triedAt = state.now
        if let opened = try? connect(), opened.absent.count < desk.absent.count { use(opened) }
    }

    private func refresh() {
        if desk == nil, let triedAt, state.now - triedAt < Wallboard.retry { return }
        do {
            if desk == nil { try open() }
            lookForAbsent()
            guard let desk else { return }
            let now = try desk.changeToken()
            guard now != token else { return }
            try context.measuring { try state.load(from: desk, context) }
            token = now
        } catch {
            desk = nil
            let error = error as? DeskError ?? .failed(path: "", detail: String(describing: error))
            context.measuring { state.fail(error, context) }
        }
    }
}
