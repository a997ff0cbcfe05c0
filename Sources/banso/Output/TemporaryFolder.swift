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

    /// What is said where there is no room in it.
    static let full = CommandFailure(
        "一時フォルダーに空きがありません（TMPDIR で空きのある場所を指定してください）",
        "there is no room in the temporary folder; set TMPDIR to a place that has some")

    func remove() { folder.remove() }
}
