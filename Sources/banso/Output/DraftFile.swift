import BansoApp
import BansoDomain
import Foundation

/// Drafts of one person beside the database, in a file only its owner can read. What can't be read or written is left:
/// a draft is a help, and must never stand in the way of the work.
final class DraftFile: DraftKeeper {
    private let path: String

    init(database: String, actor: Actor) {
        let name = actor.name.utf8.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        path = database + "-draft-" + name
    }

    func load() -> [Draft] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return (try? JSONDecoder().decode([Draft].self, from: data)) ?? []
    }

    func save(_ drafts: [Draft]) {
        guard !drafts.isEmpty else {
            unlink(path)
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(drafts) else { return }
        try? PrivateFile.replace(path, with: data)
    }
}
