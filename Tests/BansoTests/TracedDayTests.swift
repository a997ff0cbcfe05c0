import Foundation
import Testing

/// A day's work, every call of the system looked at: the program speaks to nobody, and starts nothing but LibreOffice.
@Suite struct TracedDayTests {
    private let folder: TestFolder
    private let trace: Trace
    private let database: String
    private let office: String
    private let environment: [String: String]

    init() throws {
        folder = try TestFolder()
        trace = try Trace()
        database = folder.path + "/banso.db"
        // In the place of LibreOffice what makes a sheet or a document of nothing: what it does itself is its own
        office = folder.path + "/soffice"
        try Script.write(
            """
            #!/bin/sh
            for source; do :; done
            case $source in
            *.fodt) printf '%%PDF-1.7' > "${source%/*}/report.pdf" ;;
            *) printf '名称,都道府県\\n株式会社表計算,熊本県\\n' > "${source%/*}/sheet.csv" ;;
            esac
            """, to: office)
        environment = [
            "PATH": folder.path + ":/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path,
            "XDG_DOWNLOAD_DIR": folder.path, "XDG_STATE_HOME": folder.path,
        ]
    }

    private func run(_ words: [String], input: String? = nil) throws {
        let outcome = try Program.run(
            words + ["--db", database], environment: environment, input: input, as: trace.runner())
        // Where nobody may trace, strace says so here
        try #require(outcome.code == 0, "\(words.prefix(2)): \(outcome.err)")
    }

    private func open(_ words: [String]) throws -> Tmux {
        try Tmux(
            words + ["--db", database, "--lang", "ja", "--today", "2025-11-20"], environment: environment,
            as: trace.runner())
    }

    @Test func nobodyIsSpokenToAndNothingIsStartedButLibreOffice() throws {
        for words in [
            ["init"], ["sample", "--companies", "30", "--seed", "1"],
            ["add", "event", "activity=A1-1", "theme=受付の練習", "date=2025-11-20", "status=held"],
            ["add", "talent", "name=高見沢俊一"],
        ] { try run(words) }
        let sheet = folder.path + "/companies.xlsx"
        try run(["export", "companies", "--format", "xlsx", "--out", sheet])

        let wall = try open(["wallboard", "--page", "overview"])
        wall.wait(for: "最終更新")
        let desk = try open(["--as", "田中"])
        try workAtTheDesk(desk, sheet)
        wall.wait(for: "たった今")
        for window in [desk, wall] {
            try window.press("q")
            try #require(window.wait(for: "[exit 0]"))
        }
        try runWhatScriptsRun(sheet)

        let calls = try trace.calls()
        let started = calls.filter { $0.name == "execve" }
        let own = started.filter { $0.description.hasPrefix("execve(\"\(Program.path)\", ") }
        let offices = started.filter { $0.description.hasPrefix("execve(\"\(office)\", ") }
        #expect(own.count == trace.count)
        #expect(offices.count == 3)
        #expect(started.count == own.count + offices.count, "\(started)")
        // Within the machine: to wait for LibreOffice's end, and glibc asks nscd how somebody is called where it runs
        let others = calls.filter { call in
            switch call.name {
            case "execve": false
            case "socketpair": !call.description.hasPrefix("socketpair(AF_UNIX, ")
            case "socket": !call.description.hasPrefix("socket(AF_UNIX, ")
            case "connect": !call.description.contains("sun_path=\"/var/run/nscd/socket\"")
            default: true
            }
        }
        #expect(others.isEmpty, "\(others.prefix(5))")
        Torture.report("traced: \(trace.count) programs, \(calls.count) calls")
    }

    private func workAtTheDesk(_ desk: Tmux, _ sheet: String) throws {
        desk.wait(for: "期限切れの対応")
        try desk.openCompanyForm()
        try desk.type("やまだ製作所")
        try desk.press("C-s")
        desk.wait(for: "保存しました")
        // The door of a seminar
        try desk.press("/", "受付の練習", "Enter")
        desk.wait(for: "受付・出欠")
        try desk.press("r")
        desk.wait(for: "参加 0社・0人")
        try desk.press("やまだ", "Enter")
        desk.wait(for: "参加 1社・1人")
        try desk.press("Escape", "Escape", "1", "E")
        desk.wait(for: "保存先")
        try desk.press("月次の確認", "C-s")
        desk.wait(for: "件を書き出しました")
        try desk.preview(companies: sheet)
        desk.wait(for: "新規 1")
        try desk.press("C-s")
        desk.wait(for: "新規1（u で取消）")
        try desk.press("y", "u")
        desk.wait(for: "取り消しました")
        try desk.press("t")
        desk.wait(for: "期限切れの対応")
    }

    private func runWhatScriptsRun(_ sheet: String) throws {
        let rows = folder.path + "/rows.csv"
        try "名称,都道府県\n株式会社新規,熊本県\n".write(toFile: rows, atomically: false, encoding: .utf8)
        for words in [
            ["import", "companies", rows, "--dry-run"], ["import", "companies", rows], ["import", "companies", sheet],
            ["export", "talent", "--purpose", "試験"], ["exports"], ["kpi"], ["explain", "A2.companies"],
            ["report", "monthly", "--month", "2025-10", "--out", folder.path + "/r.md"],
            ["report", "cases", "--format", "pdf", "--out", folder.path + "/c.pdf"],
            ["backup", folder.path + "/b.db"], ["check"], ["audit", "verify"], ["define"], ["doctor"],
            ["wallboard", "--once"], ["erase", "person", "1", "--yes", "--remove-backups"],
        ] { try run(words) }
        try run(["--plain", "--lang", "ja"], input: "1\nq\n")
    }
}
