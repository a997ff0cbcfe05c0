import Foundation
import Testing

/// The disk is full at whatever page: what was acknowledged is there and nothing else, the form keeps its text, and both the
/// desk and commands go on when there is room. BANSO_TORTURE=1 tries two hundred points.
@Suite struct FullDiskTests {
    /// Where nothing can be mounted the whole run fails; beside other tests it is said.
    private static let isPossible = Torture.isWhole || (try? SmallDisk(megabytes: 1)) != nil

    private static let room = 1000
    /// More than a save writes.
    private static let mostPages = 41

    @Test(.enabled(if: isPossible, "no name space of one's own may mount anything here"))
    func nothingIsLostWhereverTheRoomEnds() throws {
        let disk = try SmallDisk(megabytes: 24)
        let database = disk.path + "/banso.db"
        func run(_ arguments: [String]) throws -> Program.Outcome {
            try Program.run(arguments + ["--db", database, "--lang", "ja"], as: disk.runner)
        }
        try #require(try run(["sample", "--companies", "20", "--seed", "1"]).code == 0)
        let desk = try Tmux(
            ["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "田中"], as: disk.runner)
        desk.wait(for: "今日")
        let start = ContinuousClock.now
        let rounds = Torture.rounds(200, slice: 8)
        var acknowledged: Set<String> = []
        var (refusedAtDesk, refusedCommands) = (0, 0)
        for round in 0..<rounds {
            let (name, other) = ("空き\(round)号", "空き\(round)号別館")
            let pages = round * 11 % Self.mostPages
            try desk.openCompanyForm()
            // Full before it is typed, so that there is room for no draft either, or only when it is saved
            if round % 2 == 0 { try disk.leave(pages: pages) }
            try desk.type(name)
            try disk.leave(pages: pages)
            try desk.press("C-s")
            var isRefused = false
            try #require(
                desk.wait(until: "it answers") { screen in
                    isRefused = screen.contains("ディスクがいっぱい")
                    return isRefused || screen.contains("u で取消")
                })
            if isRefused {
                refusedAtDesk += 1
                desk.wait(for: "企業の登録", name, "ディスクがいっぱい")
                try disk.leave(pages: Self.room)
                try desk.press("C-s")
                try #require(desk.wait(for: "u で取消"))
            }
            acknowledged.insert(name)
            try disk.leave(pages: pages)
            let added = try run(["add", "company", "name=\(other)"])
            if added.code == 0 {
                acknowledged.insert(other)
            } else {
                refusedCommands += 1
                #expect(added.code == 3 && added.err.contains("ディスクがいっぱい"), "round \(round): \(added)")
                #expect(added.err.split(separator: "\n").count == 1, "\(added.err)")
            }
            try disk.leave(pages: Self.room)
            try desk.press("q")
            try #require(desk.wait(for: "今日 "))
        }
        #expect(refusedAtDesk > 0 && refusedCommands > 0 && refusedCommands < rounds)
        let listed = try run(["export", "companies", "--purpose", "test"]).out
        let names = listed.matches(of: /空き[0-9]+号(?:別館)?/).map { String($0.output) }
        #expect(Set(names) == acknowledged && names.count == acknowledged.count)
        let check = try run(["check"])
        #expect(check.code == 0, "\(check.out) \(check.err)")
        #expect(try run(["audit", "verify"]).code == 0)
        Torture.report(
            "full disk: \(rounds) points, refused \(refusedAtDesk) saves and \(refusedCommands) commands, "
                + "\(acknowledged.count) acknowledged, \(ContinuousClock.now - start)")
    }
}
