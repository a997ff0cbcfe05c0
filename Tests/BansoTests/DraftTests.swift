import Foundation
import Testing

/// What was typed in a form outlives the program.
@Suite(.serialized) struct DraftTests {
    @Test(arguments: ["TERM", "HUP", "KILL"]) func aHalfTypedFormIsThereAgain(_ signal: String) throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "今日")
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
        again.wait(for: "今日")
        try again.press("1")
        again.wait(for: "適格確認")
        try again.press("c")
        again.wait(for: "下書きの続き", "補助金の相談")
        try again.press("C-s")
        again.wait(for: "を記録しました")
        again.wait(until: "the draft is gone") { _ in !FileManager.default.fileExists(atPath: draft) }
    }

    /// Neither writes over what is typed at the other, and what one leaves behind the next one takes up.
    @Test func twoDesksOfOnePersonHaveTheirOwnDrafts() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        func form(_ desk: Tmux) throws {
            desk.wait(for: "今日")
            try desk.openCompanyForm()
        }
        let first = try DeskTests.desk(database)
        try form(first)
        try first.press("ひとつめ")
        first.wait(for: "ひとつめ")
        let second = try DeskTests.desk(database)
        try form(second)
        #expect(!second.screen.contains("下書きの続き"))
        try second.press("ふたつめ")
        second.wait(for: "ふたつめ")
        try first.press("C-s")
        first.wait(for: "保存しました")
        try second.signalProgram("KILL")
        second.wait(for: "[exit")
        try first.signalProgram("TERM")
        first.wait(for: "[exit")
        let next = try DeskTests.desk(database)
        next.wait(for: "未保存")
        try next.press("Enter")
        next.wait(for: "下書きの続き")
        next.wait(for: "ふたつめ")
        #expect(!next.screen.contains("ひとつめ"))
        try next.press("C-s")
        next.wait(for: "保存しました")
        next.wait(until: "no draft is left") { _ in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return !names.contains { $0.contains("-draft-") && !$0.hasSuffix(".lock") }
        }
    }

    /// Two desks of one person that were closed in the middle of typing, each in a form that `keys` open.
    private struct Closed {
        let folder = try! TestFolder()
        let database: String
        let name = String(repeating: "長", count: 60)

        init(keys: [(String, String)]) throws {
            database = try DeskTests.sample(in: folder, companies: 60)
            let desks = try ["一人目", "二人目"].map { typed in
                let desk = try DeskTests.desk(database, as: name)
                desk.wait(for: "今日")
                for (key, shown) in keys {
                    try desk.press(key)
                    desk.wait(for: shown)
                }
                try desk.press(typed)
                desk.wait(for: typed)
                return desk
            }
            for desk in desks {
                try desk.signalProgram("HUP")
                desk.wait(for: "[exit")
            }
        }

        /// Whose text is on the disk.
        func left() throws -> [String] {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let files = names.filter { $0.contains("-draft-") && !$0.hasSuffix(".lock") }
            let text = try files.map { try String(contentsOfFile: folder.path + "/" + $0, encoding: .utf8) }.joined()
            return ["一人目", "二人目"].filter(text.contains)
        }

        /// The text that isn't in the form that is open.
        func other(in desk: Tmux) throws -> String {
            var shown = ""
            try #require(
                desk.wait(until: "a draft's text is there") { screen in
                    shown = screen
                    return screen.contains("一人目") != screen.contains("二人目")
                })
            return shown.contains("一人目") ? "二人目" : "一人目"
        }

        func next() throws -> Tmux {
            let desk = try DeskTests.desk(database, as: name)
            desk.wait(for: "未保存")
            return desk
        }
    }

    @Test func ofTwoNewRecordsOfOneFormBothAreOfferedHoweverLongTheNameIs() throws {
        let closed = try Closed(keys: [("n", "企業間契約"), ("t", "人材の登録")])
        #expect(try closed.left() == ["一人目", "二人目"])
        let desk = try closed.next()
        desk.wait(for: "一人目")
        desk.wait(for: "二人目")
        // One is discarded and the other saved
        try desk.press("Enter")
        desk.wait(for: "下書きの続き")
        let other = try closed.other(in: desk)
        try desk.press("C-x", "Escape")
        desk.wait(for: "未保存", other)
        desk.wait(until: "one draft is gone") { _ in (try? closed.left()) == [other] }
        try desk.press("Enter")
        desk.wait(for: "下書きの続き", other)
        try desk.press("C-s")
        desk.wait(for: "人材を保存しました")
        desk.wait(until: "no draft is left") { _ in (try? closed.left()) == [] }
    }

    @Test func ofTwoDraftsOfOneRecordTheOtherWaitsUntilTheFormIsFree() throws {
        let closed = try Closed(keys: [("1", "適格確認"), ("Enter", "相談"), ("e", "の編集")])
        func offered() throws -> Tmux {
            let desk = try closed.next()
            try desk.press("Enter")
            desk.wait(for: "下書きの続き")
            return desk
        }
        let next = try offered()
        #expect(try closed.left() == ["一人目", "二人目"])
        let other = try closed.other(in: next)
        try next.press("C-x", "Escape")
        next.wait(until: "one draft is gone") { _ in (try? closed.left()) == [other] }
        // It is offered at once, and taken out of the other's file
        next.wait(for: other)
        try next.signalProgram("TERM")
        next.wait(for: "[exit")
        let last = try offered()
        last.wait(for: other)
    }

    @Test func aDraftThatCantBeReadIsPutAside() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 20)
        let draft = database + "-draft-" + "田中".utf8.map { String($0, radix: 16) }.joined()
        let strange =
            "[{\"kind\":\"spaceship\",\"given\":{},\"texts\":{}},"
            + "{\"kind\":\"organisation\",\"given\":{},\"texts\":{\"organisation.name\":\"のこる会社\"}}]"
        try strange.write(toFile: draft, atomically: true, encoding: .utf8)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "のこる会社")
        #expect(try String(contentsOfFile: draft + "-unread", encoding: .utf8) == strange)
    }

    /// A form, the keys that open it, and its fields in the order of Tab; only some of them are typed in.
    struct TypedForm: CustomTestStringConvertible {
        var kind: String
        var open: [String]
        var fields: [String]
        var typed: Set<String>
        var rounds: Int
        var testDescription: String { kind }
    }

    private static let forms = [
        TypedForm(
            kind: "contact", open: ["1", "\r", "n", "l"],
            fields: ["name", "kana", "position", "phone", "email", "notes"],
            typed: ["name", "kana", "position", "phone", "email", "notes"], rounds: 40),
        TypedForm(
            kind: "consultation", open: ["1", "c"],
            fields: [
                "date", "start_minute", "minutes", "mode", "coordinator", "topics", "notes",
                "pipeline_entry.next_action", "pipeline_entry.next_due",
            ],
            typed: ["start_minute", "topics", "notes", "pipeline_entry.next_action"], rounds: 30),
        TypedForm(
            kind: "pipeline_entry", open: ["1", " ", "j", " ", "b"],
            fields: ["stage", "coordinator", "organisation.tags", "next_action", "next_due"],
            typed: ["organisation.tags", "next_action", "next_due"], rounds: 15),
        TypedForm(
            kind: "saved_filter", open: ["4", "f"],
            fields: ["text", "prefecture", "coordinator", "tag", "eligibility", "due", "name"],
            typed: ["text", "tag", "name"], rounds: 15),
    ]

    /// Killed outright, a hundred times in the middle of typing: what stood on the screen is there again.
    @Test(arguments: forms) func nothingThatWasSeenIsLostHoweverOftenTheProgramIsKilled(_ form: TypedForm) throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 20)
        let draft = database + "-draft-" + "田中".utf8.map { String($0, radix: 16) }.joined()
        func name(_ field: String) -> String { field.contains(".") ? field : form.kind + "." + field }
        var typed = Dictionary(uniqueKeysWithValues: form.typed.map { ($0, "") })
        var random = SystemRandomNumberGenerator()
        for round in 0..<form.rounds {
            let program = try Pty(["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "田中"])
            try program.wait(for: "\u{1B}[?2026l")
            for key in form.open { try program.press(key) }
            if typed.values.contains(where: { !$0.isEmpty }) {
                try program.wait(for: "下書きの続き")
            }
            var focus = 0
            func goOn() throws {
                try program.press("\t")
                focus = (focus + 1) % form.fields.count
            }
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                while !form.typed.contains(form.fields[focus]) { try goOn() }
                let field = form.fields[focus]
                switch Int.random(in: 0..<10, using: &random) {
                case 0, 1: try goOn()
                case 2 where !(typed[field] ?? "").isEmpty:
                    try program.press("\u{7F}")
                    typed[field]?.removeLast()
                case 3 where ["topics", "notes"].contains(field):
                    try program.press("\r")
                    typed[field]? += "\n"
                default:
                    let letter = ["あ", "山", "x", "7", "𠮷", "ー"].randomElement(using: &random)!
                    try program.press(letter)
                    typed[field]? += letter
                }
            }
            program.end(SIGKILL)
            let kept = FileManager.default.contents(atPath: draft).flatMap {
                try? JSONSerialization.jsonObject(with: $0) as? [[String: Any]]
            }
            let texts = kept?.first?["texts"] as? [String: String] ?? [:]
            for field in form.typed {
                #expect(texts[name(field)] ?? "" == typed[field], "round \(round), \(field)")
            }
        }
    }
}
