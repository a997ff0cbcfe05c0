import BansoApp
import BansoCatalogue
import BansoDomain
import BansoStore
import Foundation
import Testing

@testable import banso

/// A month's report that names who was at a meeting goes out like any other personal data: with its entry in the ledger.
@Suite struct ReportEntryTests {
    private static let october = ["report", "monthly", "--month", "2025-10"]

    /// A liaison meeting of programme B in October; with or without what makes it personal.
    private func database(in folder: TestFolder, _ fields: [String] = ["participants=田中一郎"]) throws -> String {
        let database = folder.path + "/banso.db"
        let meeting = ["add", "meeting", "programme=B", "date=2025-10-18", "title=第1回連携会議"]
        for command in [["init"], meeting + fields] {
            let outcome = try Program.run(command + ["--db", database])
            try #require(outcome.code == 0, "\(outcome.err)")
        }
        return database
    }

    private func ledger(_ database: String) throws -> [ListedExport] {
        let store = try Store.open(at: database) { try CatalogueFile.parse($0, file: database) }
        defer { store.close() }
        return try store.exports(before: nil, limit: 9)
    }

    @Test func aFileIsEnteredWithItsHash() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        for (number, format) in ["md", "csv", "xlsx", "json"].enumerated() {
            let file = "\(folder.path)/報告.\(format)"
            let outcome = try Program.run(
                Self.october + ["--format", format, "--out", file, "--as", "青木", "--db", database, "--lang", "ja"])
            #expect(outcome.code == 0 && outcome.out.contains("書き出し台帳に記録"), "\(outcome)")
            let listed = try ledger(database)
            #expect(listed.count == number + 1)
            let entry = try #require(listed.first?.entry)
            #expect(entry.subject == "report" && entry.filter == "2025-10 B" && entry.rows == 4)
            #expect(entry.purpose == "九州経済産業局への月次報告" && entry.name == "報告.\(format)" && entry.format == format)
            #expect(entry.hash.map { String(format: "%02x", $0) }.joined() == (try Tool.sha256(of: file)))
            #expect(listed.first?.actor == "青木")
        }
    }

    @Test(arguments: ["participants=田中一郎", "minutes=田中より報告"]) func soIsWhatIsPrintedAndWhatForCanBeSaid(_ field: String)
        throws
    {
        let folder = try TestFolder()
        let database = try database(in: folder, [field])
        let outcome = try Program.run(Self.october + ["--programme", "B", "--purpose", "監査", "--db", database])
        #expect(outcome.code == 0 && outcome.out.contains("田中"))
        let entry = try #require(try ledger(database).first?.entry)
        #expect(entry.purpose == "監査" && entry.name.isEmpty && entry.rows == 1)
        // Another programme's has no such meeting
        #expect(try Program.run(Self.october + ["--programme", "A", "--db", database]).code == 0)
        #expect(try ledger(database).count == 1)
    }

    @Test func whatNamesNobodyIsNoneOfTheLedgersBusiness() throws {
        let folder = try TestFolder()
        let database = try database(in: folder, ["materials=次第"])
        let file = folder.path + "/a.md"
        let outcome = try Program.run(Self.october + ["--out", file, "--db", database, "--lang", "ja"])
        #expect(outcome.code == 0 && !outcome.out.contains("台帳"))
        #expect(try ledger(database).isEmpty)
    }

    @Test func theDesksOwnFileIsEnteredToo() throws {
        let folder = try TestFolder()
        let path = try database(in: folder)
        let store = try Store.open(at: path) { try CatalogueFile.parse($0, file: path) }
        defer { store.close() }
        let month = try #require(
            try store.monthlyReports(of: FiscalMonth(iso: "2025-10")!, programmes: [ProgrammeID("B")]).first)
        let reports = ReportFolder(folder.path, ledger: store, actor: Actor("青木"))
        let sheet = ReportSheet(month: month, language: .ja)
        let file = try reports.write(sheet)
        let entry = try #require(try store.exports(before: nil, limit: 9).first?.entry)
        #expect(entry.hash.map { String(format: "%02x", $0) }.joined() == (try Tool.sha256(of: file)))
        #expect(entry.name == "report-2025-10-B-draft.md")
        // One that is there stays, and nothing more is entered
        #expect(throws: KeepingError.self) { try reports.write(sheet) }
        #expect(try store.exports(before: nil, limit: 9).count == 1)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.allSatisfy { !$0.contains(".part") })
    }

    @Test func whereNothingCanBeEnteredNothingGoesOut() throws {
        let folder = try TestFolder()
        let made = try database(in: folder)
        let room = folder.path + "/room"
        try FileManager.default.createDirectory(atPath: room, withIntermediateDirectories: false)
        #expect(try Program.run(["backup", room + "/banso.db", "--db", made]).code == 0)
        try Unprivileged.lock(room)
        defer { try? Unprivileged.unlock(room) }
        let refused = try Program.run(
            Self.october + ["--db", room + "/banso.db", "--lang", "ja"], as: Unprivileged.runner)
        #expect(refused.code == 3 && refused.out.isEmpty && refused.err.contains("台帳に記録できず"), "\(refused)")
        let other = Self.october + ["--programme", "A", "--db", room + "/banso.db"]
        #expect(try Program.run(other, as: Unprivileged.runner).code == 0)
    }
}
