import Foundation
import Testing

/// Everything goes out as files and into an empty database.
@Suite struct RoundTripTests {
    /// In the order in which an empty database can take them.
    private static let kinds = [
        "companies", "institutions", "regions", "talent", "coordinators", "events", "attendances", "surveys",
        "postings",
        "applications", "interviews", "assessments", "hearings", "trainings", "process-consultations", "contracts",
        "cases", "follow-ups", "contacts", "eligibility-checks", "snoozes", "filters", "entries", "meetings", "reports",
        "correction-reasons",
        "import-mappings", "consultations",
    ]

    private func sample(in folder: TestFolder) throws -> String {
        let database = try DeskTests.sample(in: folder)
        for command in [
            ["contact", "organisation=1", "name=鈴木一郎", "phone=092-000-0000", "notes==1+1\n二"],
            ["eligibility-check", "organisation=1", "date=2025-09-01", "evidence=登記事項証明書", "capital=1"],
            ["contact", "organisation=2", "name='=田中", "phone=+819012345678", "notes=-1"],
            ["snooze", "organisation=2", "until=2025-12-01", "reason=繁忙期"],
            ["consultation", "company=7", "date=2025-11-04", "minutes=1.5h", "notes=一行目\n二行目"],
            ["filter", "name=熊本の期限切れ", "pipeline=A", "prefecture=熊本県", "due=期限切れ"],
        ] {
            let outcome = try Program.run(["add"] + command + ["--db", database, "--today", "2025-11-20"])
            try #require(outcome.code == 0, "\(outcome.err)")
        }
        return database
    }

    @Test func exportedImportedAndExportedAgainItIsTheSame() throws {
        let folder = try TestFolder()
        let database = try sample(in: folder)
        let other = folder.path + "/other.db"
        _ = try Program.run(["init", "--db", other])
        func export(_ kind: String, _ format: String, _ database: String, _ name: String) throws -> Data {
            let file = "\(folder.path)/\(name)-\(kind).\(format)"
            let run = try Program.run([
                "export", kind, "--format", format, "--out", file, "--purpose", "往復の試験", "--db", database, "--lang",
                "ja",
            ])
            try #require(run.code == 0, "\(kind): \(run.err)")
            return try Data(contentsOf: URL(fileURLWithPath: file))
        }
        let listed = try Program.run(["export", "x", "--db", database]).err
        #expect(Self.kinds.allSatisfy(listed.contains) && listed.split(separator: ",").count == Self.kinds.count)
        var files: [String: [Data]] = [:]
        for kind in Self.kinds { files[kind] = try ["csv", "json"].map { try export(kind, $0, database, "first") } }
        for kind in Self.kinds {
            let file = "\(folder.path)/first-\(kind).csv"
            let back = try Program.run(["import", kind, file, "--strict", "--db", other, "--lang", "ja"])
            #expect(back.code == 0, "\(kind): \(back.err)")
        }
        for kind in Self.kinds {
            let again = try ["csv", "json"].map { try export(kind, $0, other, "again") }
            #expect(again == files[kind], "\(kind)")
            #expect(again[0].count > 100, "\(kind)")
        }
        #expect(try Program.run(["check", "--db", other]).code == 0)
        let kpi = ["kpi", "--format", "json", "--as-of", "2025-11-20", "--db"]
        #expect(try Program.run(kpi + [other]).out == (try Program.run(kpi + [database]).out))
    }
}
