import BansoDomain
import BansoStore
import Foundation
import Testing

/// One after the other: the umask belongs to the whole process.
@Suite(.serialized)
struct PrivacyTests {
    @Test(
        "Given any umask, then every file is 0600 and a folder that was made is 0700", arguments: [0o000, 0o022, 0o077])
    func modes(mask: UInt32) throws {
        let previous = umask(mask)
        defer { umask(previous) }
        let desk = try TestDesk()
        try desk.book(try desk.company())
        try desk.store.backup(to: desk.folder + "/copy.db")
        #expect(desk.mode(desk.folder) == 0o700)
        let files = try FileManager.default.contentsOfDirectory(atPath: desk.folder)
        #expect(files.contains("banso.db-wal"))
        for file in files { #expect(desk.mode(desk.folder + "/" + file) == 0o600, "\(file)") }
    }
}
