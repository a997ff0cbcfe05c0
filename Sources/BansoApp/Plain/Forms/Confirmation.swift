import BansoDomain

/// Yes or no, as people say it.
enum Confirmation: Hashable {
    case yes, no

    private static let words: [String: Confirmation] = [
        "y": .yes, "yes": .yes, "はい": .yes, "s": .yes, "save": .yes, "保存": .yes, "n": .no, "no": .no, "いいえ": .no,
    ]

    init?(_ text: String) {
        guard let known = Confirmation.words[Folding.typed(text)] else { return nil }
        self = known
    }
}
