/// Why a terminal can't be used. The program says it in the user's language.
public enum TerminalError: Error, Hashable, Sendable {
    /// Standard input is a file, a pipe or nothing.
    case inputIsNoTerminal
    /// Standard output is a file, a pipe or nothing.
    case outputIsNoTerminal
    /// TERM is not set, or empty.
    case termIsNotSet
    /// No terminfo entry has this name.
    case unknownTerm(String)
    /// The terminal of this name can't place its cursor, so that no screen can be drawn.
    case cannotPlaceCursor(String)
    /// A CursesTerminal is open already: ncurses keeps one screen in a process.
    case alreadyOpen
    /// The system refused what a terminal needs (a pipe, a copy of a file descriptor); its error number.
    case system(Int32)
}
