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

    func load() -> [OrganisationID: [String]] {
        guard let data = FileManager.default.contents(atPath: path),
            let document = try? JSONSerialization.jsonObject(with: data) as? [String: [String]]
        else { return [:] }
        var drafts: [OrganisationID: [String]] = [:]
        for (number, texts) in document {
            if let value = Int64(number) { drafts[OrganisationID(value)] = texts }
        }
        return drafts
    }

    func save(_ drafts: [OrganisationID: [String]]) {
        guard !drafts.isEmpty else {
            unlink(path)
            return
        }
        var document: [String: [String]] = [:]
        for (company, texts) in drafts { document[String(company.value)] = texts }
        guard let data = try? JSONSerialization.data(withJSONObject: document, options: .sortedKeys) else { return }
        // Whole or not at all: written under another name and put in place (0600 by the program's umask).
        try? data.write(to: URL(fileURLWithPath: path), options: .atomic)
        chmod(path, 0o600)
    }
}
