import Foundation
import Testing

/// Files in and out that are stopped half way, or for which there is no room: nothing half done stays.
@Suite struct HaltedFilesTests {
    private static func database(_ path: String) throws -> String {
        try #require(try Program.run(["init", "--db", path]).code == 0)
        return path
    }

    private static func rows(_ count: Int, to path: String) throws -> String {
        let rows = (0..<count).map { "株式会社\($0)号,熊本県,阿蘇市\n" }.joined()
        try ("名称,都道府県,市区町村\n" + rows).write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    private static func companies(_ database: String) throws -> String {
        try Program.run(["export", "companies", "--db", database]).out
    }

    /// Stops a program once it has read a part of a file.
    private func stop(_ child: Child, amid path: String) {
        let folder = "/proc/\(child.pid)/fd"
        while true {
            let open = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            let place = open.compactMap { number -> Int? in
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + number)
                guard target?.hasSuffix(path) == true else { return nil }
                let info = try? String(contentsOfFile: folder + "info/" + number, encoding: .utf8)
                return info?.split(separator: "\n").first?.split(separator: "\t").last.flatMap { Int($0) }
            }.max()
            if let place, place > 100_000 { break }
            if open.isEmpty {
                Issue.record("it ended before")
                return
            }
            usleep(500)
        }
        kill(child.pid, SIGSTOP)
    }

    /// Whether a process reads a file just now.
    private func reads(_ child: Child, _ path: String) -> Bool {
        let folder = "/proc/\(child.pid)/fd"
        let open = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return open.contains {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0))?.hasSuffix(path) == true
        }
    }

    @Test func anImportThatIsInterruptedLeavesTheDatabaseAsItWas() throws {
        let folder = try TestFolder()
        let database = try Self.database(folder.path + "/banso.db")
        let first = try Self.rows(3, to: folder.path + "/first.csv")
        try #require(try Program.run(["import", "companies", first, "--db", database]).code == 0)
        let before = try Self.companies(database)
        let long = try Self.rows(60_000, to: folder.path + "/long.csv")
        let rejects = folder.path + "/rejects.csv"
        let child = try Child(
            [
                Program.path, "import", "companies", long, "--db", database, "--lang", "ja", "--same-name", "new",
                "--rejects", rejects,
            ], environment: Program.base, output: folder.path + "/out", error: folder.path + "/err")
        while !reads(child, "/long.csv") { usleep(1000) }
        kill(child.pid, SIGINT)
        #expect(child.wait() == 130)
        let said = try String(contentsOfFile: folder.path + "/err", encoding: .utf8)
        #expect(said.contains("中断しました") && said.contains("何も書き込んでいません"), "\(said)")
        #expect(try String(contentsOfFile: folder.path + "/out", encoding: .utf8).isEmpty)
        #expect(try Self.companies(database) == before)
        #expect(try Program.run(["check", "--db", database]).code == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.filter { $0.contains("rejects") || $0.contains(".part") }.isEmpty, "\(left)")
    }

    @Test(arguments: [["--dry-run"], ["--dry-run", "--format", "json"]])
    func aTrialKeepsNobodyWaiting(_ trial: [String]) throws {
        let folder = try TestFolder()
        let database = try Self.database(folder.path + "/banso.db")
        let long = try Self.rows(60_000, to: folder.path + "/long.csv")
        let child = try Child(
            [Program.path, "import", "companies", long, "--db", database, "--lang", "ja"] + trial,
            environment: Program.base.merging(["TMPDIR": folder.path]) { $1 }, output: folder.path + "/out",
            error: folder.path + "/err")
        // However long it takes: it stands still in the middle of the file.
        stop(child, amid: "/long.csv")
        for name in ["天草水産", "玉名食品"] {
            // Who has to wait for the lock is refused after five seconds.
            let added = try Program.run(["add", "company", "name=\(name)", "--db", database])
            #expect(added.code == 0, "\(added.err)")
        }
        kill(child.pid, SIGCONT)
        #expect(child.wait() == 0)
        let said = try String(contentsOfFile: folder.path + "/out", encoding: .utf8)
        #expect(said.contains(trial.count == 1 ? "新規60000（試行：書き込んでいません）" : "\"create\":60000"))
        #expect(try Self.companies(database).split(separator: "\r\n").count == 3)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.filter { $0.contains("preview") }.isEmpty, "\(left)")
    }

    @Test func aFileThatGrowsWhileItIsReadIsNotTaken() throws {
        let folder = try TestFolder()
        let database = try Self.database(folder.path + "/banso.db")
        let long = try Self.rows(60_000, to: folder.path + "/long.csv")
        let child = try Child(
            [Program.path, "import", "companies", long, "--db", database, "--lang", "ja"],
            environment: Program.base, output: folder.path + "/out", error: folder.path + "/err")
        stop(child, amid: "/long.csv")
        let more = try #require(FileHandle(forWritingAtPath: long))
        try more.seekToEnd()
        try more.write(contentsOf: Data("株式会社後から,熊本県,阿蘇市\n".utf8))
        try more.close()
        kill(child.pid, SIGCONT)
        #expect(child.wait() == 2)
        let said = try String(contentsOfFile: folder.path + "/err", encoding: .utf8)
        #expect(said.contains("読んでいる間にファイルが変更されました") && said.contains("何も書き込んでいません"), "\(said)")
        #expect(said.split(separator: "\n").count == 1, "\(said)")
        #expect(try Self.companies(database).split(separator: "\r\n").count == 1)
        #expect(try Program.run(["check", "--db", database]).code == 0)
    }

    @Test func aReportThatIsInterruptedLeavesNothing() throws {
        let folder = try TestFolder()
        let database = try Self.database(folder.path + "/banso.db")
        let temporary = folder.path + "/tmp"
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
        // In the place of LibreOffice something that doesn't end, and starts another program as LibreOffice does.
        let (office, started) = (folder.path + "/soffice", folder.path + "/started")
        try Script.write(
            "#!/bin/sh\nsleep 60 &\necho $! > \(started)-\nmv \(started)- \(started)\nwait\n", to: office)
        let path = folder.path + ":/usr/bin:/bin"
        let child = try Child(
            [
                Program.path, "report", "cases", "--format", "pdf", "--out", folder.path + "/cases.pdf", "--db",
                database, "--lang", "ja",
            ], environment: Program.base.merging(["TMPDIR": temporary, "PATH": path]) { $1 },
            error: folder.path + "/err")
        while access(started, F_OK) != 0 { usleep(1000) }
        kill(child.pid, SIGINT)
        #expect(child.wait() == 130)
        let other = try String(contentsOfFile: started, encoding: .utf8).trimmingCharacters(in: .newlines)
        let limit = ContinuousClock.now + .seconds(20)
        func runs() -> Bool { FileManager.default.contents(atPath: "/proc/\(other)/cmdline")?.isEmpty == false }
        while runs(), ContinuousClock.now < limit { usleep(1000) }
        #expect(!runs(), "what LibreOffice started goes on")
        #expect(try String(contentsOfFile: folder.path + "/err", encoding: .utf8).contains("中断しました。何も書き出していません"))
        let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(left.filter { $0.contains("pdf") }.isEmpty, "\(left)")
    }

    /// A file system of 4 MiB of one's own: Linux lets some mount one in a name space of their own.
    private static let canMount =
        (try? Child(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], environment: Program.base).wait()) == 0

    @Test(.enabled(if: canMount, "no name space of one's own may mount anything here"))
    func whereThereIsNoRoomNothingHalfDoneStays() throws {
        let folder = try TestFolder()
        let small = folder.path + "/small"
        try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
        let few = try Self.rows(30, to: folder.path + "/few.csv")
        let many = try Self.rows(20_000, to: folder.path + "/many.csv")
        let script = """
            set -u
            mount -t tmpfs -o size=4m none \(small) && cd \(small)
            banso() { "\(Program.path)" "$@" --lang ja; echo "code $?"; }
            banso init --db banso.db
            banso import companies \(few) --db banso.db
            "\(Program.path)" export companies --db banso.db > \(folder.path)/before.csv
            banso import companies \(many) --db banso.db --same-name new
            "\(Program.path)" export companies --db banso.db > \(folder.path)/after.csv
            banso check --db banso.db
            dd if=/dev/zero of=filling bs=1k count=8000 2>/dev/null
            banso export companies --db banso.db --format csv --out companies.csv
            "\(Program.path)" export companies --db banso.db > /dev/full; echo "code $?"
            ls
            """
        let (out, err) = (folder.path + "/out", folder.path + "/err")
        try Child(["unshare", "-rm", "sh", "-c", script], environment: Program.base, output: out, error: err).wait()
        let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("code") }.map { $0.suffix(1) } == ["0", "0", "2", "0", "2", "2"])
        #expect(lines.suffix(4).filter { $0.hasPrefix("companies.csv") }.isEmpty, "\(lines)")
        #expect(!lines.contains { $0.contains(".part") }, "\(lines)")
        let said = try String(contentsOfFile: err, encoding: .utf8).split(separator: "\n")
        #expect(said.count == 3, "\(said)")
        #expect(said.first?.contains("ディスクがいっぱいです") == true, "\(said)")
        let before = try String(contentsOfFile: folder.path + "/before.csv", encoding: .utf8)
        #expect(before.contains("株式会社29号"))
        #expect(try String(contentsOfFile: folder.path + "/after.csv", encoding: .utf8) == before)
    }
}
