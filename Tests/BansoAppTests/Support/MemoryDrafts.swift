import BansoApp

/// Drafts in memory, as another run of the program finds them.
final class MemoryDrafts: DraftKeeper {
    var drafts: [Draft] = []
    /// What other programs left, of forms that aren't free yet.
    var waiting: [Draft] = []
    /// How often they were put down.
    private(set) var saves = 0

    func load() -> [Draft] {
        for draft in waiting where !drafts.contains(where: { $0.request == draft.request }) {
            drafts.append(draft)
            waiting.removeAll { $0 == draft }
        }
        return drafts
    }

    func save(_ drafts: [Draft]) {
        self.drafts = drafts
        saves += 1
    }
}
