import BansoApp
import BansoCatalogue
import BansoDomain
import BansoStore
import Foundation
import Testing

@testable import banso

/// Whatever a screen offers goes out by the one way: 0600, guarded, for a purpose and with its entry.
@Suite struct BackgroundExporterTests {
    private static let today = Day(2025, 11, 20)!

    /// A company of a hostile name on which everything is to be done, and a person of one who applied there.
    private static func database(in folder: TestFolder) throws -> String {
        let database = folder.path + "/banso.db"
        for command in [
            ["init"], ["add", "company", "name==1+1 食品"], ["add", "talent", "name=@佐藤"],
            [
                "add", "entry", "organisation=1", "pipeline=A", "stage=lead", "since=2025-08-01", "next_action=-電話",
                "next_due=2025-11-01",
            ],
            ["add", "posting", "organisation=1", "activity=A1-3", "kind=side job", "title=+販路", "date=2025-09-01"],
            ["add", "application", "posting=1", "talent=1", "date=2025-09-05"],
        ] {
            let outcome = try Program.run(command + ["--db", database])
            try #require(outcome.code == 0, "\(command) \(outcome.err)")
        }
        return database
    }

    private static func export(
        _ list: ExportOffer.List, _ database: String, as style: ExportStyle = .csv, purpose: String
    ) throws -> (terms: ExportTerms, text: String, path: String) {
        let store = try Store.open(at: database) { try CatalogueFile.parse($0, file: database) }
        defer { store.close() }
        let exporter = BackgroundExporter(
            database: database, catalogue: store.catalogue, language: .ja, actor: Actor("青木"))
        let offer = ExportOffer(list, title: "")
        let terms = exporter.terms(of: offer)
        exporter.begin(ExportRequest(offer, as: style, purpose: purpose))
        var news = exporter.news()
        while news == nil || news?.isRunning == true {
            usleep(1000)
            news = exporter.news()
        }
        guard case .done(let path, _)? = news else { throw CommandFailure("", "\(String(describing: news))") }
        return (terms, try String(contentsOfFile: path, encoding: .utf8), path)
    }

    @Test func everyPageGoesOutGuardedPrivateAndEntered() throws {
        let folder = try TestFolder()
        setenv("XDG_DOWNLOAD_DIR", folder.path, 1)
        defer { unsetenv("XDG_DOWNLOAD_DIR") }
        let database = try Self.database(in: folder)
        let query = DeskTerms.usual.query(on: Self.today, calendar: WorkingCalendar(), limit: .max)
        let agenda = ExportOffer.List.agenda(
            query, [AgendaPart(title: "期限切れ", items: .overdue(on: Self.today))])
        let personal: [(ExportOffer.List, words: String)] = [
            (agenda, "期限切れ,2025-11-01,'=1+1 食品,'-電話,"), (.postings(openOn: nil), ",'=1+1 食品,'+販路,"),
            (.postings(openOn: nil), ",'@佐藤,2025-09-05,"), (.timeline(OrganisationID(1), .application), ",'@佐藤"),
            (.hits(of: "食品"), "企業,1,'=1+1 食品,"),
        ]
        for (list, words) in personal {
            let (terms, text, path) = try Self.export(list, database, purpose: "監査")
            #expect(terms.holdsPersonalData && text.contains(words), "\(text)")
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
        let store = try Store.open(at: database) { try CatalogueFile.parse($0, file: database) }
        defer { store.close() }
        let entries = try store.exports(before: nil, limit: 9)
        #expect(entries.map(\.entry.subject) == ["search", "timeline-1", "matching", "matching", "today"])
        #expect(entries.allSatisfy { $0.entry.purpose == "監査" && $0.actor == "青木" })
        for list in [ExportOffer.List.readings(asOf: Self.today), .report(FiscalMonth(Self.today), "A")] {
            let (terms, text, _) = try Self.export(list, database, purpose: "")
            #expect(!terms.holdsPersonalData && text.contains("A2.companies"))
        }
        #expect(try store.exports(before: nil, limit: 9).count == 5)
        // A report is a document too
        let november = ExportOffer.List.report(FiscalMonth(Self.today), "A")
        let document = try Self.export(november, database, as: .md, purpose: "")
        #expect(document.text.hasPrefix("# 月次報告") && document.path.hasSuffix(".md"))
        #expect(try store.exports(before: nil, limit: 9).count == 5)
        #expect(try Self.export(november, database, as: .md, purpose: "監査").text == document.text)
        let noted = try #require(try store.exports(before: nil, limit: 1).first?.entry)
        #expect(noted.subject == "report-2025-11-A" && noted.format == "md" && noted.purpose == "監査")
        // Who was at a meeting may have been said since no purpose was asked
        let meeting = ["add", "meeting", "programme=A", "date=2025-11-10", "title=連携会議", "participants=田中"]
        #expect(try Program.run(meeting + ["--db", database]).code == 0)
        for style in [ExportStyle.csv, .md] {
            #expect(try Self.export(november, database, as: style, purpose: "").text.contains("田中"))
            let entry = try #require(try store.exports(before: nil, limit: 1).first?.entry)
            #expect(entry.format == style.rawValue && entry.purpose == "九州経済産業局への月次報告")
        }
        // The ledger itself is a list like any other
        let (terms, text, path) = try Self.export(.ledger, database, purpose: "点検")
        #expect(terms.holdsPersonalData && text.split(separator: "\r\n").count == 9)
        #expect(text.contains(",青木,today,,") && text.contains(",監査,"), "\(text)")
        #expect(
            try store.exports(before: nil, limit: 1).first?.entry.name == URL(fileURLWithPath: path).lastPathComponent)
    }
}

extension ExportNews {
    fileprivate var isRunning: Bool { if case .running = self { true } else { false } }
}
