import BansoApp
import BansoDomain
import Foundation

/// Drafts of one person beside the database, in a file only its owner can read. What can't be read or written is left:
/// a draft is a help, and must never stand in the way of the work.
///
/// Each open desk of a person has a file of its own, so that none writes over another's or saves it again. What a desk
/// left behind is taken up by the person's next one.
final class DraftFile: DraftKeeper {
    private let base: String
    /// Which of the person's desks this is, from 1.
    private let number: Int

    private static let mostDesks = 64

    init(database: String, actor: Actor) {
        let name = actor.name.utf8.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        let base = database + "-draft-" + name
        self.base = base
        number = (1..<DraftFile.mostDesks).first { DraftFile.isTaken(DraftFile.path(base, $0)) } ?? DraftFile.mostDesks
    }

    func load() -> [Draft] {
        let own = DraftFile.path(base, number)
        var drafts = DraftFile.read(own)
        let left = (1..<DraftFile.mostDesks).filter { $0 != number }.map { DraftFile.path(base, $0) }
            .filter { FileManager.default.fileExists(atPath: $0) && DraftFile.isTaken($0) }
        for path in left {
            drafts += DraftFile.read(path).filter { draft in !drafts.contains { $0.request == draft.request } }
        }
        guard !left.isEmpty, save(drafts) else { return drafts }
        for path in left { unlink(path) }
        return drafts
    }

    func save(_ drafts: [Draft]) { _ = save(drafts) as Bool }

    private func save(_ drafts: [Draft]) -> Bool {
        let path = DraftFile.path(base, number)
        guard !drafts.isEmpty else { return unlink(path) == 0 || errno == ENOENT }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(drafts) else { return false }
        return (try? PrivateFile.replace(path, with: data)) != nil
    }

    private static func path(_ base: String, _ number: Int) -> String { number == 1 ? base : base + ".\(number)" }

    /// Takes the file for this program until it ends, however it ends.
    /// - Returns: false where another desk has it.
    private static func isTaken(_ path: String) -> Bool {
        let file = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return false }
        if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
        close(file)
        return false
    }

    /// What a newer program wrote and this one can't read is put aside, not written over.
    private static func read(_ path: String) -> [Draft] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let drafts = (try? JSONDecoder().decode([Readable].self, from: data)) ?? []
        if drafts.isEmpty || drafts.contains(where: { $0.draft == nil }) {
            try? PrivateFile.replace(path + "-unread", with: data)
        }
        return drafts.compactMap(\.draft)
    }

    private struct Readable: Decodable {
        var draft: Draft?
        init(from decoder: any Decoder) throws { draft = try? Draft(from: decoder) }
    }
}
