import BansoApp

/// Drafts in memory, as another run of the program finds them.
final class MemoryDrafts: DraftKeeper {
    var drafts: [Draft] = []
    /// How often they were put down.
    private(set) var saves = 0

    func load() -> [Draft] { drafts }

    func save(_ drafts: [Draft]) {
        self.drafts = drafts
        saves += 1
    }
}
