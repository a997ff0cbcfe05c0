import Foundation
import Testing

/// The database is lost under an open form: noticed within a second, nothing is written into what is no longer there, the log
/// stays, and what was typed is kept. BANSO_TORTURE=1 loses it sixty times.
@Suite struct LostDatabaseTests {
    enum Loss: String, CaseIterable {
        case deleted, moved, replaced, readOnly

        /// What the screen says then.
        var said: String {
            switch self {
            case .deleted, .moved: "移動か削除されました"
            case .replaced: "別のファイルに置き換わりました"
            case .readOnly: "! 読み取り専用"
            }
        }
    }

    @Test(arguments: Loss.allCases) func isNoticedAndNothingIsWrittenThen(_ loss: Loss) throws {
        let folder = try TestFolder()
        let sample = try DeskTests.sample(in: folder, named: "sample.db", companies: 20)
        var slowest = Duration.zero
        let rounds = Torture.rounds(15, slice: 1)
        for round in 0..<rounds {
            let room = folder.path + "/\(round)"
            try FileManager.default.createDirectory(atPath: room, withIntermediateDirectories: false)
            let database = room + "/banso.db"
            for name in [database, room + "/other.db"] {
                try #require(try Program.run(["backup", name, "--db", sample]).code == 0)
            }
            try Unprivileged.unlock(room)
            slowest = max(slowest, try lose(loss, database, other: room + "/other.db"))
        }
        #expect(slowest < Torture.limit(.seconds(1)))
        Torture.report("\(loss): \(rounds) times, noticed within \(slowest)")
    }

    /// - Returns: how long it took until the screen said so.
    private func lose(_ loss: Loss, _ database: String, other: String) throws -> Duration {
        let room = (database as NSString).deletingLastPathComponent
        let manager = FileManager.default
        let desk = try Tmux(
            ["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "田中"], as: Unprivileged.runner)
        // A first save, so that the log is there and everything is open that is written to
        try open("控えの会社", desk)
        try desk.press("C-s")
        desk.wait(for: "u で取消")
        try desk.press("q")
        try open("残る会社", desk)
        let files = try [database, database + "-wal", other].map { try FileHandle(forReadingFrom: URL(filePath: $0)) }
        func bytes() throws -> [Data] {
            try files.map { file in
                try file.seek(toOffset: 0)
                return try file.readToEnd() ?? Data()
            }
        }
        let before = try bytes()
        switch loss {
        case .deleted: try manager.removeItem(atPath: database)
        case .moved: try manager.moveItem(atPath: database, toPath: database + ".away")
        case .replaced: guard rename(other, database) == 0 else { throw CocoaError(.fileWriteUnknown) }
        case .readOnly: try Unprivileged.lock(room)
        }
        let start = ContinuousClock.now
        desk.wait(for: loss.said)
        let noticed = ContinuousClock.now - start
        try desk.press("C-s")
        desk.wait(for: loss == .readOnly ? "書き込めません" : loss.said, "企業の登録", "残る会社")
        #expect(try bytes() == before)
        if loss == .readOnly {
            // It may be written again: the same keys save it
            try Unprivileged.unlock(room)
            desk.wait(until: "it is no longer read-only") { !$0.contains(loss.said) }
            try desk.press("C-s")
            desk.wait(for: "u で取消")
        }
        try desk.signalProgram()
        desk.wait(for: "[exit 0]")
        guard loss != .readOnly else { return noticed }
        #expect(try bytes() == before)
        #expect(manager.fileExists(atPath: database) == (loss == .replaced))
        #expect(manager.contents(atPath: database + "-wal") == before[1])
        let draft = database + "-draft-" + "田中".utf8.map { String($0, radix: 16) }.joined()
        #expect(manager.contents(atPath: draft).map { String(decoding: $0, as: UTF8.self) }?.contains("残る会社") == true)
        return noticed
    }

    private func open(_ name: String, _ desk: Tmux) throws {
        desk.wait(for: "今日 ")
        try desk.openCompanyForm()
        try desk.type(name)
    }
}
