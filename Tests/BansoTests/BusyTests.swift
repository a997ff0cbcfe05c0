import Foundation
import Testing

/// Somebody else holds the database for long.
@Suite struct BusyTests {
    @Test func aSaveThatMustWaitSaysSoKeepsTheTextAndGoesThroughLater() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "マッチング")
        try desk.press("1")
        desk.wait(for: "適格確認")
        try desk.press("c")
        desk.wait(for: "3回のうち")
        try desk.press("Tab", "13:00")
        desk.wait(for: "13:00")
        // Given a program that holds the write lock
        let holder = try Child(
            [
                "flock", database + "-lock", "sh", "-c",
                "touch \(folder.path)/held; while [ ! -e \(folder.path)/go ]; do sleep 0.1; done",
            ],
            environment: Program.base)
        desk.wait(until: "the lock is held") { _ in FileManager.default.fileExists(atPath: folder.path + "/held") }
        // When the form is saved, it says that it can't now, and keeps what was typed
        try desk.press("C-s")
        desk.wait(for: "書き込み中です", "13:00")
        // Then, once the other is done, the same keys save it
        #expect(FileManager.default.createFile(atPath: folder.path + "/go", contents: nil))
        #expect(holder.wait() == 0)
        try desk.press("C-s")
        desk.wait(for: "を記録しました")
    }
}
