import BansoDomain
import TerminalUI

/// A key of a person's own that means something else on the same screen.
public struct KeyCollision: Hashable, Sendable {
    /// As a settings file names it.
    public var key: String
    /// The action that the key was given to, and the one that has it there; by their names.
    public var action: String
    public var other: String
    /// What the other one is called on that screen.
    public var label: LocalizedText
    /// The screen.
    public var place: LocalizedText

    /// What is wrong and what can be done, without the name of the key's action.
    public var reason: LocalizedText {
        LocalizedText(
            ja: "「\(key)」は\(place.ja)の画面で keys.\(other)（\(label.ja)）のキーです。"
                + "keys.\(other) に別のキー（なしは []）を決めるか、ほかのキーにしてください",
            en: "\"\(key)\" is the key of keys.\(other) (\(label.en)) on the screen \(place.en): "
                + "give keys.\(other) other keys (or none: []), or take another one")
    }
}

extension KeyMap {
    /// The keys that would be taken from another action of the same screen, which is never done without a word.
    public func collisions(_ context: Context) -> [KeyCollision] {
        guard !keys.isEmpty else { return [] }
        var found: [KeyCollision] = []
        for (place, screen) in KeyMap.screens(context) {
            let bindings = screen.bindings(context)
            let given = given(to: bindings, takesText: screen.takesText)
            for (index, own) in given.sorted(by: { $0.key < $1.key }) {
                for (other, binding) in bindings.enumerated() where binding.action.name != bindings[index].action.name {
                    guard let key = (given[other] ?? binding.keys).first(where: own.contains) else { continue }
                    let collision = KeyCollision(
                        key: key.label, action: bindings[index].action.name, other: binding.action.name,
                        label: binding.label, place: place)
                    if !found.contains(where: { $0.action == collision.action && $0.other == collision.other }) {
                        found.append(collision)
                    }
                }
            }
        }
        return found.sorted { ($0.action, $0.other) < ($1.action, $1.other) }
    }

    /// Every screen with keys of its own, as it is before anything was read.
    private static func screens(_ context: Context) -> [(LocalizedText, any Screen)] {
        let pages = (try? KeyTable.screens(nil, context)) ?? []
        return pages.flatMap { title, screens in screens.map { (title, $0) } } + [
            (LocalizedText(ja: "取り込み", en: "Import"), ImportScreen(ImportRequest(kind: "", path: ""))),
            (LocalizedText(ja: "書き出し台帳", en: "Export ledger"), ExportsScreen()),
            (LocalizedText(ja: "検索", en: "Search"), SearchLayer()),
            (LocalizedText(ja: "新規", en: "New"), AdditionLayer(organisation: nil)),
            (LocalizedText(ja: "登録", en: "Entry"), EntryLayer(organisation: OrganisationID(0))),
            (LocalizedText(ja: "統合", en: "Merge"), MergeLayer(organisation: OrganisationID(0))),
        ]
    }
}
