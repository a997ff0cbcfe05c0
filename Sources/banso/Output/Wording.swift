import BansoCatalogue
import BansoDomain
import BansoTOML
import CursesTerminal
import TerminalUI

// Errors of rooms that speak no language of their own, in words that say what to do.

extension CommandFailure {
    init(_ error: TerminalError) {
        switch error {
        case .inputIsNoTerminal:
            self.init(
                "標準入力が端末ではありません（端末で直接起動するか、banso kpi などのコマンドを使ってください）",
                "standard input is no terminal; start banso in one, or use a command such as 'banso kpi'")
        case .outputIsNoTerminal:
            self.init(
                "標準出力が端末ではありません（端末で直接起動するか、--once を使ってください）",
                "standard output is no terminal; start banso in one, or use --once")
        case .termIsNotSet:
            self.init(
                "TERM が設定されていません（例：export TERM=xterm-256color）", "TERM is not set (try: export TERM=xterm-256color)")
        case .unknownTerm(let name):
            self.init(
                "TERM=\(name) という端末は登録されていません（例：export TERM=xterm-256color）",
                "no terminal called TERM=\(name) is known (try: export TERM=xterm-256color)")
        case .cannotPlaceCursor(let name):
            self.init(
                "TERM=\(name) はカーソルを動かせない端末です（例：export TERM=xterm-256color）",
                "TERM=\(name) can't move its cursor (try: export TERM=xterm-256color)")
        case .alreadyOpen: self.init("端末は既に使用中です", "the terminal is in use already")
        case .system(let number):
            self.init("端末を準備できません（errno \(number)）", "can't prepare the terminal (errno \(number))")
        }
    }

    init(_ error: TOMLProblem) { self.init([error]) }

    /// A line each; there is at least one.
    init(_ errors: [TOMLProblem]) {
        let texts = errors.map(\.text)
        self.init(texts.first?.ja ?? "", texts.first?.en ?? "")
        others = Array(texts.dropFirst())
    }

    init(_ error: CatalogueError) { self.init(error.message.ja, error.message.en) }
}
