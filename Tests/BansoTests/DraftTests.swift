import Foundation
import Testing

/// What was typed in a form outlives the program.
@Suite(.serialized) struct DraftTests {
    @Test(arguments: ["TERM", "HUP", "KILL"]) func aHalfTypedFormIsThereAgain(_ signal: String) throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "全体 KPI")
        try desk.press("1")
        desk.wait(for: "適格確認")
        try desk.press("c")
        desk.wait(for: "3回のうち")
        try desk.press("Tab", "Tab", "Tab", "Tab", "Tab", "補助金の相談")
        desk.wait(for: "補助金の相談")
        let draft = database + "-draft-" + "田中".utf8.map { String($0, radix: 16) }.joined()
        if signal == "KILL" {
            // At most a second of typing may be lost: wait until it is on disk.
            desk.wait(until: "the draft is kept") { _ in
                FileManager.default.contents(atPath: draft).map { String(decoding: $0, as: UTF8.self) }?
                    .contains("補助金の相談") == true
            }
        }
        try desk.signalProgram(signal)
        desk.wait(for: "[exit")
        let attributes = try FileManager.default.attributesOfItem(atPath: draft)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        // Opened again, the form goes on where it was, and saving makes the draft go away
        let again = try DeskTests.desk(database)
        again.wait(for: "全体 KPI")
        try again.press("1")
        again.wait(for: "適格確認")
        try again.press("c")
        again.wait(for: "下書きの続き")
        #expect(again.screen.contains("補助金の相談"))
        try again.press("C-s")
        again.wait(for: "を記録しました")
        again.wait(until: "the draft is gone") { _ in !FileManager.default.fileExists(atPath: draft) }
    }
}
