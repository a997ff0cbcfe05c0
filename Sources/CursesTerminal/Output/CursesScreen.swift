import CNcurses
import Glibc

/// ncurses' screen and the one window on it: opened with `newterm`, which reports an unknown terminal where `initscr`
/// would end the process.
final class CursesScreen {
    /// Whether there is one: ncurses keeps its state in globals.
    nonisolated(unsafe) private static var isTaken = false

    let window: UnsafeMutablePointer<WINDOW>
    /// What the terminal is told when it is taken, and when it is given back.
    let starting: String
    let stopping: String
    /// Whether it may be one in a window, with a name and a clipboard.
    let hasWindow: Bool
    /// What gives it back without ncurses, after a crash.
    let restoring: String

    private let screen: OpaquePointer
    private let files: [UnsafeMutablePointer<FILE>]

    init(input: Int32, output: Int32, term: String, isDirect: Bool, hasMouse: Bool) throws(TerminalError) {
        guard !Self.isTaken else { throw .alreadyOpen }
        guard !term.isEmpty else { throw .termIsNotSet }
        // A size in the environment would hide the real one, and every later change of it.
        for name in ["LINES", "COLUMNS"] where getenv(name) != nil { unsetenv(name) }
        let writing = try Self.file(output, "w")
        let reading: UnsafeMutablePointer<FILE>
        do throws(TerminalError) {
            reading = try Self.file(input, "r")
        } catch {
            fclose(writing)
            throw error
        }
        files = [writing, reading]
        func open() -> OpaquePointer? { newterm(term, writing, reading) }
        guard let screen = isDirect ? DirectColours.use(for: term, on: output, open) : open() else {
            for file in files { fclose(file) }
            throw .unknownTerm(term)
        }
        self.screen = screen
        let canPlace = !ControlSequence.terminfo("cup").isEmpty
        guard canPlace, let window = curses_full_window() else {
            endwin()
            delscreen(screen)
            for file in files { fclose(file) }
            throw canPlace ? .system(ENOMEM) : .cannotPlaceCursor(term)
        }
        self.window = window
        raw()
        noecho()
        nonl()
        Self.passThrough(output)
        // A frame is drawn to its end even while keys wait.
        typeahead(-1)
        // By inserting and deleting in a row ncurses tears wide characters and leaves old ones behind: it redraws instead.
        idcok(window, false)
        // Until it has come back from the shell once, ncurses writes out each movement of the cursor by itself: a hundred
        // writes a frame instead of one.
        endwin()
        doupdate()
        // The Linux console would print what it doesn't know.
        hasWindow = term != "linux"
        starting =
            ControlSequence.bracketedPasteOn + ControlSequence.terminfo("smkx")
            + (hasMouse ? ControlSequence.mouseOn : "") + (hasWindow ? ControlSequence.titleKept : "")
        stopping =
            ControlSequence.synchronisedEnd + (hasMouse ? ControlSequence.mouseOff : "")
            + ControlSequence.bracketedPasteOff + (hasWindow ? ControlSequence.titleBack : "")
            + ControlSequence.terminfo("rmkx") + ControlSequence.terminfo("cnorm")
        restoring =
            stopping + ["sgr0", "op", "rmcup"].map(ControlSequence.terminfo).joined() + "\r\n"
        Self.isTaken = true
    }

    /// - Returns: how many colours there are.
    func startColours() -> Int {
        guard has_colors(), start_color() == OK else { return 0 }
        use_default_colors()
        return Int(curses_colours())
    }

    func close() {
        endwin()
        delwin(window)
        delscreen(screen)
        for file in files { fclose(file) }
        Self.isTaken = false
    }

    /// What is written goes to the terminal as it is: the kernel needn't look at each byte. ncurses places the cursor by itself and
    /// counts on no line feed to return it (`nonl`).
    private static func passThrough(_ output: Int32) {
        var modes = termios()
        guard tcgetattr(output, &modes) == 0 else { return }
        modes.c_oflag &= ~tcflag_t(OPOST)
        tcsetattr(output, TCSADRAIN, &modes)
        def_prog_mode()
    }

    /// A stream of its own, so that closing it leaves the program's.
    private static func file(_ descriptor: Int32, _ mode: String) throws(TerminalError) -> UnsafeMutablePointer<FILE> {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0, let file = fdopen(copy, mode) else {
            let error = errno
            if copy >= 0 { Glibc.close(copy) }
            throw .system(error)
        }
        return file
    }
}
