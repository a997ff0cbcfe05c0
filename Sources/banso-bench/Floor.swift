import CNcurses
import Glibc

/// The floor: a bare list in ncurses with nothing behind it. Every figure of the program stands beside this one's.
enum Floor {
    static func run() {
        setlocale(LC_ALL, "C.UTF-8")
        guard let screen = newterm(nil, fdopen(1, "w"), fdopen(0, "r")) else { return }
        set_term(screen)
        raw()
        noecho()
        guard let window = newwin(0, 0, 0, 0) else { return }
        keypad(window, true)
        var selected: Int32 = 0
        while true {
            let rows = getmaxy(window)
            for row in 0..<rows {
                wmove(window, row, 0)
                waddstr(window, "\(row == selected ? ">" : " ") \(row) 株式会社やまだ製作所 福岡県 12日 ●●○")
                wclrtoeol(window)
            }
            send("\u{1B}[?2026h")
            wrefresh(window)
            send("\u{1B}[?2026l")
            switch wgetch(window) {
            case 0x6A: selected = (selected + 1) % rows
            case 0x71, -1:
                endwin()
                return
            default: break
            }
        }
    }

    private static func send(_ text: String) { _ = Glibc.write(1, text, text.utf8.count) }
}
