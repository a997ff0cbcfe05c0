import BansoExchange

/// A private folder, or the line that says why there is none.
struct TemporaryFolder {
    private let folder: PrivateFolder
    var path: String { folder.path }

    /// - Throws: `CommandFailure` where it can't be made.
    init(_ purpose: PrivateFolder.Purpose) throws {
        do {
            folder = try PrivateFolder(for: purpose)
        } catch {
            throw CommandFailure(
                "一時フォルダーを作れません（TMPDIR を確かめてください）", "can't make a temporary folder; check TMPDIR", code: 3)
        }
    }

    func remove() { folder.remove() }
}
