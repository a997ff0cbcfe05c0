import Foundation
import Testing

/// How a page was left outlives the program.
@Suite(.serialized) struct ArrangementTests {
    private static func desk(_ folder: TestFolder, _ database: String) throws -> Tmux {
        try Tmux(
            ["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "田中"],
            environment: ["XDG_STATE_HOME": folder.path + "/state"])
    }

    @Test func theTableComesBackAsItWasLeft() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let file = folder.path + "/state/banso/views.json"
        let desk = try Self.desk(folder, database)
        desk.wait(for: "期限切れの対応")
        try desk.press("1", "v", "Left", "s")
        desk.wait(for: "期限▲")
        try desk.press("q", "q")
        desk.wait(for: "[exit 0]")
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let room = try FileManager.default.attributesOfItem(atPath: folder.path + "/state/banso")
        #expect(room[.posixPermissions] as? Int == 0o700)
        let again = try Self.desk(folder, database)
        again.wait(for: "期限切れの対応")
        try again.press("1")
        again.wait(for: "期限▲")
        try again.press("q", "q")
        again.wait(for: "[exit 0]")
        // What can't be understood is said and put aside; what is arranged next stands in a file of its own
        let kept = try String(contentsOfFile: file, encoding: .utf8)
        try kept.replacingOccurrences(of: "\"due\"", with: "\"dew\"").write(
            toFile: file, atomically: false, encoding: .utf8)
        let told = try Program.run(
            ["doctor", "--db", database, "--lang", "en"], environment: ["XDG_STATE_HOME": folder.path + "/state"])
        #expect(told.code == 0 && told.out.contains("can't understand \(file)"), "\(told)")
        let unread = try String(contentsOfFile: file, encoding: .utf8)
        let broken = try Self.desk(folder, database)
        broken.wait(for: "期限切れの対応")
        try broken.press("1")
        broken.wait(for: "読めないため")
        try broken.press("v", "Left", "s")
        broken.wait(for: "期限▲")
        let mended = try String(contentsOfFile: file, encoding: .utf8)
        #expect(mended == kept)
        #expect(try String(contentsOfFile: file + ".bad", encoding: .utf8) == unread)
        // Broken while the desk is open: what is arranged then is kept, and nothing is lost of the other
        try "{".write(toFile: file, atomically: false, encoding: .utf8)
        try broken.press("s")
        broken.wait(for: "views.json.bad2")
        #expect(try String(contentsOfFile: file + ".bad2", encoding: .utf8) == "{")
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("\"due\""))
    }

    @Test func theDemoKeepsNothing() throws {
        let folder = try TestFolder()
        let desk = try Tmux(["demo", "--lang", "ja"], environment: ["XDG_STATE_HOME": folder.path + "/state"])
        desk.wait(for: "期限切れの対応")
        try desk.press("1", "v", "Left", "s")
        desk.wait(for: "期限▲")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
    }
}
