import BansoDomain
import TerminalUI

/// What can be said while a page is read out, a line each.
struct PlainHelp {
    var bindings: [Binding]

    /// What makes sense on a screen alone, or goes by another way here.
    static let screenOnly: Set<Action> = [
        .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .open, .close, .quit, .nextPage, .previousPage,
        .matrix, .facts, .noShow, .save, .sort, .group, .widenColumn, .narrowColumn, .hideColumn, .columns, .usual,
        .search, .palette, .help, .copy, .repaint, .suspend, .askToFreeze, .freeze,
        .writeFile,
    ]
    /// The letters of what has a key that nobody can say.
    private static let letters: [Action: Character] = [.select: "+", .several: "*", .delete: "d"]
    /// What a page is told by itself.
    private static let taken: Set<Character> = [" ", "b", "q", "?", "=", "/", "."]

    /// The few that one begins with.
    static func first(_ context: Context) -> [String] {
        let language = context.language
        let new = context.isReadOnly ? [] : [language("n：新しい記録", "n: new record")]
        return [
            language("Enter：続きを聞く", "Enter: hear on"), language("番号：開く", "a number: open it"),
            language("/やまだ：名前やかなで検索", "/yamada: search by name"),
        ] + new + [
            language("0：指標の概況", "0: overview of the indicators"), language("?：使い方", "?: help"),
            language("q：終了", "q: leave"),
        ]
    }

    func lines(_ context: Context) -> [String] {
        let language = context.language
        return [
            language("Enter：続き", "Enter: hear on"), language("=：もう一度", "=: once more"),
            language("番号：その行を開く", "a number: opens that line"),
            language(
                "文字と番号：その行に使う。? 3 でその行にできること", "a letter and a number: for that line; ? 3 tells what can be done to it"),
            language("/やまだ：検索", "/yamada: searches"),
        ] + names(context) + [
            language("名前の一部でも：内訳 A2、新規 イベント など", "or a part of a name: explain A2, new event …"),
            language("b：戻る", "b: back"), language("q：終了", "q: leave"),
        ]
    }

    /// What can be done now, with its letter where it has one.
    func names(_ context: Context) -> [String] {
        bindings.filter { $0.refusal == nil }.map { binding in
            let name = binding.label(context.language)
            return PlainHelp.letter(of: binding).map { Speech.pair(String($0), name, context) } ?? name
        }
    }

    /// A digit is a row's number here, but for the overview's.
    static func letter(of binding: Binding) -> Character? {
        for case .character(let letter) in binding.keys where !("1"..."9").contains(letter) && !taken.contains(letter) {
            return letter
        }
        return letters[binding.action]
    }
}
