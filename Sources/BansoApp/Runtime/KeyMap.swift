import TerminalUI

/// The keys that a person gives to actions instead of the usual ones: several, or none.
public struct KeyMap: Hashable, Sendable {
    /// By the action's name.
    public var keys: [String: [Key]]

    public init(_ keys: [String: [Key]] = [:]) { self.keys = keys }

    /// What can be given keys.
    public static let names = Action.named.map(\.name).sorted()

    /// The bindings with these keys. A key that is given to an action is taken from what else had it.
    func applied(to bindings: [Binding], takesText: Bool) -> [Binding] {
        guard !keys.isEmpty else { return bindings }
        let given = given(to: bindings, takesText: takesText)
        let taken = Set(given.values.joined())
        return bindings.enumerated().map { index, binding in
            var binding = binding
            binding.keys = given[index] ?? binding.keys.filter { !taken.contains($0) }
            return binding
        }
    }

    /// The keys of those bindings that have their own, by their places. Where text is typed, a character stays text.
    func given(to bindings: [Binding], takesText: Bool) -> [Int: [Key]] {
        var given: [Int: [Key]] = [:]
        for (index, binding) in bindings.enumerated() {
            guard let own = keys[binding.action.name] else { continue }
            given[index] = takesText ? own.filter { !$0.isText } : own
            // Without a key that works here the usual ones stay: a form has to be left and saved.
            if takesText, given[index]?.isEmpty == true, !own.isEmpty { given[index] = nil }
        }
        return given
    }
}

extension Key {
    fileprivate var isText: Bool {
        if case .character = self { true } else { false }
    }
}
