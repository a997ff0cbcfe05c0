import BansoDomain
import TerminalUI

extension Context {
    /// The key that a binding has now, as messages name it; nil where a person took all of them from it.
    func key(of binding: Binding) -> String? { key(of: binding.action, usually: binding.keys) }

    private func key(of action: Action, usually usual: [Key]) -> String? {
        // Nearly everybody keeps the usual keys: an action's name is spelled out for those who don't.
        guard !keys.keys.isEmpty else { return usual.first?.label }
        if let own = keys.keys[action.name] { return own.first?.label }
        let taken = Set(keys.keys.values.joined())
        return usual.first { !taken.contains($0) }?.label
    }

    /// What to press for what, as far as keys do it: 「/ で企業を探す、0 で全体の進みを見る」.
    func hint(_ parts: (action: Action, usual: Key, ja: String, en: String)...) -> String {
        parts.compactMap { part in
            key(of: part.action, usually: [part.usual]).map { $0 + language(part.ja, part.en) }
        }.joined(separator: language("、", ", "))
    }

    var backHint: String { hint((.close, .escape, " で戻ります", " goes back")) }

    /// Behind what was said, which key does what: （u で取消）; empty where none does.
    /// - Parameter next: the key after it, where it takes two.
    func note(of binding: Binding, _ ja: String, _ en: String, then next: String? = nil) -> String {
        key(of: binding).map { [$0, next].compactMap(\.self).joined(separator: " ") }.map {
            language("（\($0) で\(ja)）", " (\($0) \(en))")
        } ?? ""
    }

    var undoNote: String { note(of: .undo, "取消", "undoes") }
}
