import CNcurses
import Glibc
import TerminalUI

/// The terminal through ncurses: the only place that calls it.
///
/// One at a time in a process, used from one thread. While it is open the signals that concern a terminal are its own:
/// SIGWINCH comes as `.resized`, SIGHUP and SIGTERM as `.gone`. However the program ends, the terminal is given back in
/// the state in which it was found.
public final class CursesTerminal: Terminal {
    /// Whether the character set is UTF-8. If not, only ASCII is drawn and the plain glyphs should be used.
    public let isUTF8: Bool
    /// How many colours the terminal has; 0 for none, or where NO_COLOR asks for none.
    public let colours: Int

    private let hasMouse: Bool
    private let input: Int32
    private let output: Int32
    private let modes: termios
    private let screen: CursesScreen
    private let painter: Painter
    private let signals: SignalPipe
    private var watch: NewsWatch?
    private var decoder: KeyDecoder
    private var lastByte = 0
    private var title = ""
    private var isGone = false
    private var isOpen = true

    /// Takes the terminal over.
    ///
    /// - Parameters:
    ///   - input, output: its file descriptors.
    ///   - term: its name; nil: what TERM says.
    ///   - usesColours: nil: unless NO_COLOR is set and not empty.
    ///   - isDirect: whether it has 24-bit colours whatever its name says; nil: what COLORTERM says.
    ///   - hasMouse: whether clicks come here; else they are the terminal's own, to select text with.
    public init(
        input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, term: String? = nil, usesColours: Bool? = nil,
        isDirect: Bool? = nil, hasMouse: Bool = false
    ) throws(TerminalError) {
        var modes = termios()
        guard isatty(input) == 1, tcgetattr(input, &modes) == 0 else { throw .inputIsNoTerminal }
        guard isatty(output) == 1 else { throw .outputIsNoTerminal }
        isUTF8 = CharacterSet.isUTF8
        let term = term ?? Self.environment("TERM") ?? ""
        screen = try CursesScreen(
            input: input, output: output, term: term,
            isDirect: isDirect ?? DirectColours.areSaid(term: term, Self.environment), hasMouse: hasMouse)
        do throws(TerminalError) {
            signals = try SignalPipe()
        } catch {
            screen.close()
            throw error
        }
        let wantsColours = usesColours ?? (Self.environment("NO_COLOR") ?? "").isEmpty
        colours = wantsColours ? screen.startColours() : 0
        self.hasMouse = hasMouse
        self.input = input
        self.output = output
        self.modes = modes
        painter = Painter(
            window: screen.window, output: output, isUTF8: isUTF8, palette: Palette(colours: colours))
        decoder = KeyDecoder(described: KeySequence.described())
        CrashGuard.arm(input: input, output: output, modes: modes, bytes: screen.restoring)
        ControlSequence.write(screen.starting, to: output)
    }

    deinit { close() }

    public var size: Size { painter.size }

    public func use(_ theme: Theme) { painter.use(theme) }

    public func show(_ frame: Canvas, cursor: Point, isCursorShown: Bool) {
        guard isOpen else { return }
        painter.show(frame, cursor: cursor, isCursorShown: isCursorShown)
    }

    public func repaint() { painter.repaint() }

    public func setTitle(_ title: String) {
        guard isOpen, screen.hasWindow, title != self.title else { return }
        self.title = title
        ControlSequence.write(ControlSequence.title(title), to: output)
    }

    public func copy(_ text: String) {
        guard isOpen, screen.hasWindow else { return }
        ControlSequence.write(ControlSequence.clipboard(text), to: output)
    }

    public func askBackground() {
        guard screen.hasWindow else { return }
        ControlSequence.write(BackgroundReport.question, to: output)
    }

    /// The first frame wipes out what is printed for it.
    public func askAmbiguousWidth() {
        guard isUTF8, isOpen, size.height > 1 else { return }
        ControlSequence.write(CursorReport.widthQuestion, to: output)
    }

    /// Gives the terminal back for good. Safe to call twice.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        leave()
        CrashGuard.disarm()
        signals.close()
        screen.close()
    }

    public func suspend() { suspend(stop: signals.stopJob) }

    func suspend(stop: () -> Void) {
        guard isOpen else { return }
        leave()
        stop()
        if signals.events().contains(.gone) { isGone = true }
        enter()
    }

    /// Lets `.news` come when something beside the terminal has happened.
    /// - Parameter descriptor: can be read then; what it gives is thrown away. It stays its owner's. Nil: nothing is told.
    public func tell(of descriptor: Int32?) { watch = descriptor.map(NewsWatch.init) }

    public func next(milliseconds: Int) -> Input {
        let deadline = Monotonic.milliseconds + max(0, milliseconds)
        while true {
            if let key = decoder.next() {
                // A terminal that somebody left reporting clicks says nothing that was meant for this program.
                if key.isMouse, !hasMouse { continue }
                return .key(key)
            }
            if let background = decoder.takeBackground() { return .background(isDark: background.isDark) }
            if let width = decoder.takeCursor()?.ambiguousWidth { return .ambiguousWidth(width) }
            if isGone || !isOpen { return .gone }
            let now = Monotonic.milliseconds
            if watch?.isToBeTold(at: now) == true { return .news }
            var until = deadline
            if let patience = decoder.patience { until = min(until, lastByte + patience) }
            if let next = watch?.wakes { until = min(until, next) }
            var places = [
                pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input, events: Int16(POLLIN), revents: 0),
                pollfd(fd: watch?.polled ?? -1, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&places, nfds_t(places.count), Int32(clamping: max(0, until - now)))
            if count > 0 {
                if places[0].revents != 0, let input = handleSignals() { return input }
                if places[1].revents != 0, let bytes = readBytes() { decoder.feed(bytes) }
                if places[2].revents != 0 { watch?.hear(at: Monotonic.milliseconds) }
            } else if count == 0 {
                if let patience = decoder.patience, Monotonic.milliseconds >= lastByte + patience {
                    if let key = decoder.giveUp() { return .key(key) }
                } else if Monotonic.milliseconds >= deadline {
                    return .none
                }
            }
        }
    }

    private func handleSignals() -> Input? {
        let events = signals.events()
        if events.contains(.gone) {
            isGone = true
            return nil
        }
        if events.contains(.stop) {
            suspend()
            return .resized
        }
        if events.contains(.continued) {
            enter()
            return .resized
        }
        guard events.contains(.resized) else { return nil }
        measure()
        return .resized
    }

    /// - Returns: nil where the terminal is gone.
    private func readBytes() -> [UInt8]? {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, filled in
            count = read(input, buffer.baseAddress, buffer.count)
            filled = max(0, count)
        }
        if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { isGone = true }
        if count > 0 { lastByte = Monotonic.milliseconds }
        return isGone ? nil : bytes
    }

    /// Gives the terminal to the shell.
    private func leave() {
        ControlSequence.write(screen.stopping, to: output)
        endwin()
        var modes = modes
        tcsetattr(input, TCSANOW, &modes)
    }

    /// Takes it back.
    private func enter() {
        reset_prog_mode()
        ControlSequence.write(screen.starting, to: output)
        if !title.isEmpty { ControlSequence.write(ControlSequence.title(title), to: output) }
        measure()
    }

    /// Takes the terminal's present size. One that says 0 doesn't know, and keeps the one it had.
    private func measure() {
        var place = winsize()
        var size = size
        if ioctl(output, UInt(TIOCGWINSZ), &place) == 0, place.ws_col > 0, place.ws_row > 0 {
            size = Size(width: Int(place.ws_col), height: Int(place.ws_row))
        }
        painter.resize(to: size)
    }

    private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
