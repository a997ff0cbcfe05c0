import BansoApp
import BansoDomain
import Foundation

/// Drafts of one person beside the database, in a file only its owner can read. What can't be read is left aside:
/// a draft is a help, and must never stand in the way of the work.
///
/// Each open desk of a person has a file of its own, so that none writes over another's or saves it again. What a desk
/// left behind is taken up by the person's next one. A new record that was begun in the same form becomes the next of them;
/// where there is but one form, as of a record, the other draft stays in its file until that is free and drafts are loaded
/// again.
final class DraftFile: DraftKeeper {
    private let base: String
    /// Which of the person's desks this is, from 1.
    private let number: Int
    /// The desks whose files are this program's until it ends.
    private var held: Set<Int>

    private static let mostDesks = 64
    /// A file's name may have 255 bytes; a name that is longer than this is told from others by its hash.
    private static let longestName = 100

    init(database: String, actor: Actor) {
        let base = database + "-draft-" + DraftFile.name(of: actor)
        self.base = base
        number = (1..<DraftFile.mostDesks).first { DraftFile.isTaken(DraftFile.path(base, $0)) } ?? DraftFile.mostDesks
        held = [number]
    }

    private static func name(of actor: Actor) -> String {
        let bytes = Array(actor.name.utf8)
        let digits = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        guard digits.count > longestName else { return digits }
        // FNV-1a.
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return digits.prefix(longestName) + "-" + String(hash, radix: 16)
    }

    func load() -> [Draft] {
        var drafts = DraftFile.read(DraftFile.path(base, number))
        let left = (1..<DraftFile.mostDesks).filter { $0 != number && isLeft($0) }.map { DraftFile.path(base, $0) }
        var staying: [(path: String, drafts: [Draft])] = []
        for path in left {
            var waiting: [Draft] = []
            for var draft in DraftFile.read(path) where !drafts.contains(where: draft.isTwin) {
                if drafts.contains(where: { $0.request == draft.request }) {
                    guard let another = draft.request.another(besides: drafts.map(\.request)) else {
                        waiting.append(draft)
                        continue
                    }
                    draft.request = another
                }
                drafts.append(draft)
            }
            staying.append((path, waiting))
        }
        // Nothing is taken from a file before it stands in this desk's own.
        guard !left.isEmpty, (try? save(drafts)) != nil else { return drafts }
        for file in staying { try? DraftFile.write(file.drafts, to: file.path) }
        return drafts
    }

    /// Whether another desk's file is there and its program has ended.
    private func isLeft(_ other: Int) -> Bool {
        let path = DraftFile.path(base, other)
        guard FileManager.default.fileExists(atPath: path) else { return false }
        if !held.contains(other), DraftFile.isTaken(path) { held.insert(other) }
        return held.contains(other)
    }

    func save(_ drafts: [Draft]) throws(KeepingError) {
        let path = DraftFile.path(base, number)
        do {
            try DraftFile.write(drafts, to: path)
        } catch {
            throw KeepingError(
                "下書きを \(path) に残せません。保存するまで入力は画面にしかありません",
                "drafts can't be kept in \(path): until it is saved, what you type is only on the screen")
        }
    }

    static func write(_ drafts: [Draft], to path: String) throws {
        guard !drafts.isEmpty else {
            guard unlink(path) == 0 || errno == ENOENT else { throw CocoaError(.fileWriteUnknown) }
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try PrivateFile.replace(path, with: try encoder.encode(drafts))
    }

    private static func path(_ base: String, _ number: Int) -> String { number == 1 ? base : base + ".\(number)" }

    /// Takes the file for this program until it ends, however it ends.
    /// - Returns: false where another desk has it.
    static func isTaken(_ path: String) -> Bool {
        let file = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return false }
        if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
        close(file)
        return false
    }

    /// What a newer program wrote and this one can't read is put aside, not written over.
    private static func read(_ path: String) -> [Draft] {
        guard access(path, F_OK) == 0, let data = FileManager.default.contents(atPath: path) else { return [] }
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
