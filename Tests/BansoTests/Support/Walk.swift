import Testing

/// What a person does with one kind of record, from the first page: opens the form, is refused, mends and saves it, finds
/// the record again, changes it and takes that back.
struct Walk: CustomTestStringConvertible {
    enum Step: ExpressibleByStringLiteral {
        /// A key by tmux's name, or text as it is typed.
        case press(String)
        /// Waits until the screen shows it.
        case see(String)
        /// Goes on so many fields.
        case on(Int)

        init(stringLiteral value: String) { self = .press(value) }
    }

    var name: String
    /// To the empty form.
    var open: [Step]
    /// What can't be saved, up to the reason.
    var refused: [Step]
    /// The rest, up to the saving.
    var save: [Step]
    /// From the page where saving leads, to where the record is seen.
    var find: [Step]
    /// From there: changes it, up to the saving.
    var change: [Step]
    /// What is seen then, and no more after undo.
    var after: String

    var testDescription: String { name }

    func perform(in desk: Tmux) throws {
        try perform(open, in: desk)
        try perform(refused, in: desk)
        try perform(save + ["C-s", .see("u で取消")], in: desk)
        try perform(find, in: desk)
        try perform(change + ["C-s", .see("保存しました")], in: desk)
        try #require(desk.wait(for: after))
        try desk.press("u")
        desk.wait(for: "取り消しました")
        // What was undone may be named by it.
        desk.wait(until: "\(after) is gone") { screen in
            !screen.split(separator: "\n").contains { $0.contains(after) && !$0.contains("取り消しました") }
        }
    }

    private func perform(_ steps: [Step], in desk: Tmux) throws {
        for step in steps {
            switch step {
            case .press(let key): try desk.press(key)
            case .see(let text): try #require(desk.wait(for: text))
            case .on(let fields): for _ in 0..<fields { try desk.press("Tab") }
            }
        }
    }
}

extension [Walk.Step] {
    /// Opens the company of the tests by its kana.
    static let company: [Walk.Step] = [
        "/", "はじめ", .see("株式会社はじめ製作所"), .see("Enter 開く"), "Enter", .see("経過"), .see("株式会社はじめ製作所"),
    ]

    /// What can be added about it.
    static func addition(_ key: String, _ title: String) -> [Walk.Step] {
        company + ["n", .see("新規"), .press(key), .see(title)]
    }

    /// The newest line of its timeline, once it is that of the kind.
    static func newest(_ kind: String) -> [Walk.Step] {
        [.see(kind), "Right", "Home", "Enter", .see("o 企業・機関"), .see("e 編集")]
    }

    static let missing: [Walk.Step] = ["C-s", .see("入力してください")]
}
