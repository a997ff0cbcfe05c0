import Foundation
import Testing

/// `banso erase`: asked for, refused, killed, certified.
@Suite struct EraseTests {
    private let folder: TestFolder
    private let database: String
    private let person: [String]

    init() throws {
        folder = try TestFolder()
        database = folder.path + "/banso.db"
        person = ["erase", "person", "1", "--db", database, "--as", "青木", "--lang", "ja"]
        try #require(run(["init", "--db", database]).code == 0)
        try #require(
            run([
                "add", "talent", "name=高見沢俊一", "kana=タカミザワシュンイチ", "contact=shunichi@example.jp", "notes=前職は造船所",
                "--db", database, "--as", "田中",
            ]).code == 0)
    }

    private func run(_ arguments: [String], input: String? = nil) throws -> Program.Outcome {
        try Program.run(arguments, environment: ["XDG_STATE_HOME": folder.path + "/state"], input: input)
    }

    /// Whether the text stands in the bytes of any file of the folder.
    private func isThere(_ text: String) throws -> Bool {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return files.contains { file in
            FileManager.default.contents(atPath: folder.path + "/" + file)?.range(of: Data(text.utf8)) != nil
        }
    }

    private var texts: [String] {
        ["高見沢俊一", "タカミザワシュンイチ", "たかみざわしゅんいち", "shunichi@example.jp", "前職は造船所"]
    }

    @Test func theCertificateSaysWhatAndNotWho() throws {
        let counts = ["kpi", "--as-of", "2025-11-20", "--format", "json", "--db", database]
        let before = try run(counts).out
        let head = try #require(try run(["audit", "verify", "--db", database]).out.split(separator: " ").last)
            .trimmingCharacters(in: .newlines)
        let outcome = try run(person + ["--yes", "--request", "受付12"])
        #expect(outcome.code == 0 && outcome.err.isEmpty)
        for text in texts { #expect(try !isThere(text) && !outcome.out.contains(text)) }
        for text in ["対象：人材 #1", "青木", "受付12", head, "見つかりませんでした", "控え：なし"] {
            #expect(outcome.out.contains(text), "\(text)")
        }
        // The last line is the hash of those before it.
        let lines = outcome.out.split(separator: "\n").map(String.init)
        let file = folder.path + "/lines"
        try (lines.dropLast().joined(separator: "\n") + "\n").write(toFile: file, atomically: false, encoding: .utf8)
        let summed = folder.path + "/sum"
        try #require(
            try Child(["sha256sum", file], environment: Program.base, output: summed).wait() == 0)
        let hash = try #require(try String(contentsOfFile: summed, encoding: .utf8).split(separator: " ").first)
        #expect(try #require(lines.last).hasSuffix(": " + hash))
        #expect(try run(["audit", "verify", "--head", head, "--db", database]).code == 0)
        #expect(try run(["check", "--db", database]).code == 0)
        #expect(try run(counts).out == before)
        let verified = try run(["audit", "verify", "--db", database, "--lang", "ja"])
        #expect(verified.out.contains("（うち内容を消去したもの2件）"))
        let again = try run(person + ["--yes"])
        #expect(again.code == 0 && again.out.contains("消去した記録：0件") && again.out.contains("以前の消去："))
    }

    @Test func itGoesIntoAFileOfItsOwn() throws {
        let file = folder.path + "/証明.txt"
        #expect(try run(person + ["--yes", "--out", file]).code == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("個人情報の消去の証明\n"))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try run(person + ["--yes", "--out", file]).code == 2)
    }

    @Test func nothingIsErasedUnasked() throws {
        let refusals: [([String], Int32, String)] = [
            (person, 2, "--yes"), (person + ["--yes", "--request", "高見沢俊一の依頼"], 2, "--request"),
            (["erase", "person", "7", "--yes", "--db", database, "--lang", "ja"], 2, "人材 7"),
            (["erase", "event", "1", "--yes", "--db", database], 2, "person"),
            (["erase", "company", "1", "--yes", "--db", database], 2, "company 1"),
            (["erase", "person", "1", "--yes", "--db", folder.path + "/none.db"], 3, "none.db"),
        ]
        for (arguments, code, word) in refusals {
            let outcome = try run(arguments)
            #expect(outcome.code == code && outcome.err.contains(word), "\(outcome.err)")
            #expect(outcome.out.isEmpty && outcome.err.split(separator: "\n").count == 1)
        }
        for text in texts { #expect(try isThere(text)) }
    }

    @Test func aPersonAtATerminalTypesTheNumberAgain() throws {
        for (answer, says) in [("2", "中止しました"), ("１", "個人情報の消去の証明")] {
            let terminal = try Pty(person)
            try terminal.wait(for: "番号をもう一度")
            #expect(String(decoding: terminal.output, as: UTF8.self).contains("高見沢俊一"))
            try terminal.type(answer + "\r")
            try terminal.wait(for: says)
            terminal.end(SIGKILL)
            #expect(try isThere("前職は造船所") == (answer == "2"))
        }
    }

    private func deskThatEditsThem() throws -> Tmux {
        let desk = try DeskTests.desk(database)
        desk.wait(for: "今日")
        try desk.press("/", "高見沢")
        desk.wait(for: "高見沢俊一")
        try desk.press("Enter")
        desk.wait(for: "前職は造船所")
        try desk.press("e")
        desk.wait(for: "人材の編集")
        return desk
    }

    /// A desk that was left keeps its drafts in a file; one that is open would write them again.
    @Test(arguments: [true, false]) func draftsGoToo(isOpen: Bool) throws {
        let desk = try deskThatEditsThem()
        try desk.press("二世")
        desk.wait(for: "二世")
        desk.wait(until: "the draft is kept") { _ in (try? isThere("二世")) == true }
        if !isOpen {
            try desk.signalProgram("KILL")
            desk.wait(for: "[exit")
        }
        let outcome = try run(person + ["--yes"])
        #expect(outcome.code == (isOpen ? 3 : 0))
        #expect(try isThere("高見沢俊一") == isOpen)
        #expect(try isThere("二世") == isOpen)
        if isOpen { #expect(outcome.err.contains("田中の開いているデスク")) } else { #expect(outcome.out.contains("下書き：1件")) }
    }

    /// What it shows it reads anew; an empty form is not filled with what was there.
    @Test func aDeskThatIsOpenForgetsThemToo() throws {
        let desk = try deskThatEditsThem()
        #expect(try run(person + ["--yes"]).code == 0)
        desk.wait(for: "消去済み #1")
        try desk.press("二世")
        desk.wait(for: "二世")
        desk.wait(until: "the draft is kept") { _ in (try? isThere("二世")) == true }
        for text in texts { #expect(try !isThere(text) && !desk.screen.contains(text)) }
        try desk.press("C-s")
        desk.wait(for: "保存しました")
        try desk.press("H")
        desk.wait(for: "個人情報の消去")
        try desk.press("j")
        desk.wait(for: "元には戻せません")
    }

    /// However it is killed, running it again ends with nothing of them in any file.
    @Test func aKilledErasureIsFinishedByTheNext() throws {
        try #require(run(["sample", "--companies", "200", "--db", database]).code == 0)
        let start = ContinuousClock.now
        let trial = folder.path + "/trial.db"
        try FileManager.default.copyItem(atPath: database, toPath: trial)
        try #require(run(["erase", "person", "1", "--yes", "--db", trial]).code == 0)
        let whole = (ContinuousClock.now - start) / .milliseconds(1)
        try FileManager.default.removeItem(atPath: trial)
        let rounds = 12
        var kept = 0
        for round in 1...rounds {
            let copy = folder.path + "/round/banso.db"
            try FileManager.default.createDirectory(
                atPath: folder.path + "/round", withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: database, toPath: copy)
            let arguments = ["erase", "person", "1", "--yes", "--db", copy]
            let child = try Child([Program.path] + arguments, environment: Program.base)
            usleep(UInt32(whole * 1000 * Double(round) / Double(rounds)))
            kill(child.pid, SIGKILL)
            child.wait()
            let bytes = FileManager.default.contents(atPath: copy)
            kept += bytes?.range(of: Data("前職は造船所".utf8)) == nil ? 0 : 1
            #expect(try run(arguments).code == 0)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/round") {
                let bytes = FileManager.default.contents(atPath: folder.path + "/round/" + name) ?? Data()
                for text in texts { #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) in \(name)") }
            }
            #expect(try run(["check", "--db", copy]).code == 0)
            try FileManager.default.removeItem(atPath: folder.path + "/round")
        }
        #expect(kept > 0, "no round was killed before its end")
    }
}
