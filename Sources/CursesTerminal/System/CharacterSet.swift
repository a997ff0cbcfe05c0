import Glibc

/// The character set that ncurses draws in.
enum CharacterSet {
    /// Whether it is UTF-8. Only LC_CTYPE is taken from the environment: the other categories would change how the
    /// libraries beside us read and write numbers. A locale that is not installed, or one with another character set,
    /// gives way to C.UTF-8, because whoever reads Japanese here has a UTF-8 terminal.
    static let isUTF8: Bool = {
        if setlocale(LC_CTYPE, "") != nil, codesetIsUTF8 { return true }
        for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && codesetIsUTF8 {
            return true
        }
        return false
    }()

    private static var codesetIsUTF8: Bool {
        guard let codeset = nl_langinfo(Int32(CODESET)) else { return false }
        return String(cString: codeset) == "UTF-8"
    }
}
