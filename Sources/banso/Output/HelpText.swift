import BansoDomain

/// The parser's help. Its headings and standing words are English, and it takes no others: in Japanese they are said here.
enum HelpText {
    private static let words = [
        ("OVERVIEW: ", ""), ("USAGE: ", "書式: "), ("\nARGUMENTS:\n", "\n引数:\n"), ("\nOPTIONS:\n", "\nオプション:\n"),
        ("\nSUBCOMMANDS:\n", "\nコマンド:\n"), ("(values:", "(値:"), ("(default) ", "(標準)    "), ("(default", "(標準"),
        (" default:", " 標準:"),
        ("Show the version.", "版を表示します。"), ("Show help information.", "使い方を表示します。"),
        ("  See 'banso help <subcommand>' for detailed help.", "  詳しくは banso help <コマンド>"),
        ("<subcommand>", "<コマンド>"), ("<options>", "<オプション>"),
    ]

    /// - Parameter message: what the parser prints: help, which is worded, or anything else, which is not.
    static func worded(_ message: String, _ language: Language) -> String {
        guard language == .ja, message.hasPrefix("OVERVIEW: ") || message.hasPrefix("USAGE: ") else { return message }
        return words.reduce(message) { $0.replacing($1.0, with: $1.1) }
    }
}
