import BansoDomain
import BansoExchange
import Testing

@testable import banso

/// No file goes out without its entry.
@Suite struct TableExportTests {
    /// What happened, in its order.
    private final class Journal {
        var steps: [String] = []
    }

    private final class Book: ExportLedger {
        let journal: Journal
        let error: DeskError?
        private(set) var entries: [ExportEntry] = []

        init(_ journal: Journal, error: DeskError? = nil) {
            self.journal = journal
            self.error = error
        }

        func enter(_ entry: ExportEntry, by actor: Actor) throws -> Int64 {
            if let error { throw error }
            journal.steps.append("enter")
            entries.append(entry)
            return 7
        }

        func withdraw(export number: Int64) throws { journal.steps.append("withdraw \(number)") }
    }

    private final class Paper: OutgoingFile {
        let name = "a.csv"
        let journal: Journal
        let canBePublished: Bool
        var text = ""

        init(_ journal: Journal, canBePublished: Bool = true) {
            self.journal = journal
            self.canBePublished = canBePublished
        }

        func write(_ bytes: ArraySlice<UInt8>) throws { text += String(decoding: bytes, as: UTF8.self) }
        func seal() throws { journal.steps.append("seal") }

        func publish() throws {
            guard canBePublished else { throw CommandFailure("", "somebody was faster") }
            journal.steps.append("publish")
        }

        func discard() { journal.steps.append("discard") }
    }

    private struct Names: TableSource {
        var isPersonal = true
        let title = LocalizedText(ja: "人材", en: "talent")
        var columns: [TableColumn] {
            [TableColumn("name", LocalizedText(ja: "氏名", en: "name"), personal: isPersonal)]
        }

        func eachRow(_ body: ([TableCell]) throws -> Void) throws { try body([.text("佐藤")]) }
    }

    private struct Enough: Error {}

    private let journal = Journal()

    private func export(purpose: String = "監査", isPersonal: Bool = true) -> TableExport {
        TableExport(
            table: Names(isPersonal: isPersonal), subject: "talent", filter: "東京都", format: .csv, language: .ja,
            purpose: purpose, actor: Actor("青木"))
    }

    @Test func theEntryComesBeforeTheFile() throws {
        let (file, book) = (Paper(journal), Book(journal))
        #expect(try export().run(into: file, ledger: book) { _, _ in } == 1)
        #expect(journal.steps == ["seal", "enter", "publish"])
        #expect(file.text == "氏名\r\n佐藤\r\n")
        let entry = try #require(book.entries.first)
        #expect(entry.subject == "talent" && entry.filter == "東京都" && entry.rows == 1 && entry.name == "a.csv")
        // sha256sum of the text above
        #expect(
            entry.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                == "b126f46b1dadb6b60696e75bfe54ef82a7fcaf21c68532d47ddae2757217f7a4")
    }

    @Test func withoutAnEntryThereIsNoFile() throws {
        let book = Book(journal, error: .readOnly(path: "/a/banso.db"))
        let error = #expect(throws: CommandFailure.self) {
            try export().run(into: Paper(journal), ledger: book) { _, _ in }
        }
        #expect(error?.text.en.contains("read-only: personal data can't be exported") == true && error?.code == 3)
        #expect(journal.steps == ["seal", "discard"])
    }

    @Test func whatCannotBePutInPlaceIsWithdrawn() throws {
        #expect(throws: CommandFailure.self) {
            try export().run(into: Paper(journal, canBePublished: false), ledger: Book(journal)) { _, _ in }
        }
        #expect(journal.steps == ["seal", "enter", "withdraw 7", "discard"])
    }

    @Test func whatIsInterruptedLeavesNothing() throws {
        #expect(throws: Enough.self) {
            try export().run(into: Paper(journal), ledger: Book(journal)) { _, _ in throw Enough() }
        }
        #expect(journal.steps == ["discard"])
    }

    @Test func whatTellsOfNobodyNeedsNoEntryButMayHaveOne() throws {
        _ = try export(purpose: "", isPersonal: false).run(into: Paper(journal), ledger: Book(journal)) { _, _ in }
        #expect(journal.steps == ["seal", "publish"])
        _ = try export(isPersonal: false).run(into: Paper(journal), ledger: Book(journal)) { _, _ in }
        #expect(journal.steps.suffix(3) == ["seal", "enter", "publish"])
    }
}
