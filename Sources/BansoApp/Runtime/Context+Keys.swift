import BansoDomain
import TerminalUI

extension Context {
    /// The key that a binding has now, as messages name it; nil where a person took all of them from it.
    func key(of binding: Binding) -> String? {
        if let own = keys.keys[binding.action.name] { return own.first?.label }
        let taken = Set(keys.keys.values.joined())
        return binding.keys.first { !taken.contains($0) }?.label
    }

    /// Behind what was said, which key does what: （u で取消）; empty where none does.
    func note(of binding: Binding, _ ja: String, _ en: String) -> String {
        key(of: binding).map { language("（\($0) で\(ja)）", " (\($0) \(en))") } ?? ""
    }

    var undoNote: String { note(of: .undo, "取消", "undoes") }
}
