import BansoDomain
import Foundation
import Testing

@testable import BansoExchange

@Suite struct ImportFileTests {
    @Test func blankLinesAreNoRows() throws {
        let file = try TemporaryFile("\n" + NTALine().text + "\r\n\n" + NTALine(columns: 28).text + "\n")
        let summary = try NTAImport().run(file: file.path, into: FakeDesk())
        #expect(summary.read == 2)
        #expect(summary.rejects.map(\.line) == [5])
    }

    @Test func aFileOfBlankLinesHasNoRows() throws {
        let file = try TemporaryFile("\n\r\n")
        let error = #expect(throws: ImportError.self) { try NTAImport().run(file: file.path, into: FakeDesk()) }
        #expect(error == ImportError(path: file.path, problem: .noRows))
    }

    @Test func brokenQuotingRejectsTheRow() throws {
        let file = try TemporaryFile("a\"b,c\n" + NTALine().text)
        let summary = try NTAImport().run(file: file.path, into: FakeDesk())
        #expect(summary.created == 1)
        #expect(summary.rejects.map(\.line) == [1])
        #expect(summary.rejects[0].reason.en.hasPrefix("column 1 holds a quote"))
    }

    @Test func linesAreThoseOfTheFile() throws {
        let file = try TemporaryFile(NTALine().with(12, "a\nb").text + NTALine(columns: 28).text)
        let summary = try NTAImport().run(file: file.path, into: FakeDesk())
        #expect(summary.rejects.map(\.line) == [1, 3])
    }

    @Test func theFirstThousandRejectsAreListedAndAllAreCounted() throws {
        let file = try TemporaryFile(String(repeating: "a\n", count: 1500))
        let summary = try NTAImport().run(file: file.path, into: FakeDesk())
        #expect(summary.rejected == 1500)
        #expect(summary.read == 1500)
        #expect(summary.rejects.map(\.line) == Array(1...1000))
    }

    @Test func reasonsQuoteAtMostFortyCharacters() throws {
        let file = try TemporaryFile(NTALine(String(repeating: "表", count: 500)).text)
        let summary = try NTAImport().run(file: file.path, into: FakeDesk())
        #expect(summary.rejects[0].reason.ja.contains("「" + String(repeating: "表", count: 40) + "…」"))
    }

    @Test func aDatabaseThatCannotBeUsedEndsTheImport() throws {
        let desk = FakeDesk()
        let file = try TemporaryFile(NTALine().text)
        desk.failure = DeskError.full(path: "x.db")
        let full = #expect(throws: ImportError.self) { try NTAImport().run(file: file.path, into: desk) }
        #expect(full?.problem == .desk(.full(path: "x.db")))
        desk.failure = CancellationError()
        let other = #expect(throws: ImportError.self) { try NTAImport().run(file: file.path, into: desk) }
        #expect(other?.problem == .failed("CancellationError()"))
        desk.failure = DeskError.notFound(what: LocalizedText(ja: "企業", en: "company"))
        #expect(try NTAImport().run(file: file.path, into: desk).rejects.map(\.reason.en) == ["no company found"])
    }

    @Test func theSummarySaysWhatIsNotZero() {
        var summary = ImportSummary(encoding: .utf8)
        summary.count(ImportedRow(line: 1, place: 0, outcome: .created))
        summary.count(ImportedRow(line: 2, place: 9, outcome: .closed))
        #expect(summary.text.ja == "読み込み2行：新規1、閉鎖のため対象外1")
        #expect(summary.text.en == "2 rows read: 1 new, 1 closed, skipped")
    }

    /// 50,000 rows stream: what is held at the end is one block and one record, and progress comes block by block.
    @Test func aLargeFileStreams() throws {
        let rows = 50_000
        let file = try TemporaryFile(cp932: (1...rows).map { NTALine(NTALine.number($0)).text }.joined())
        let reader = CSVReader(try FileBytes(path: file.path))
        var record = CSVRecord()
        var count = 0
        while try reader.next(into: &record) { count += 1 }
        #expect(count == rows)
        #expect(record.capacity < 16 * 1024)

        let desk = CountingDesk()
        var blocks: [Int] = []
        var total = 0
        var hooks = ImportHooks()
        hooks.progress = { read, all in
            blocks.append(read)
            total = all
        }
        let summary = try NTAImport().run(file: file.path, into: desk, hooks: hooks)
        #expect(summary.created == rows)
        #expect(desk.merged == rows)
        #expect(total > 8_000_000)
        #expect(blocks.last == total)
        #expect(zip([0] + blocks, blocks).allSatisfy { $1 - $0 > 0 && $1 - $0 <= FileBytes.standardBufferSize })
    }

    @Test func aPersonWhoStopsItLeavesNothing() throws {
        let file = try TemporaryFile((1...3000).map { NTALine(NTALine.number($0)).text }.joined())
        var hooks = ImportHooks()
        var read = 0
        hooks.progress = { bytes, _ in read = bytes }
        hooks.isCancelled = { read > 100_000 }
        let error = #expect(throws: ImportError.self) {
            try NTAImport().run(file: file.path, into: FakeDesk(), hooks: hooks)
        }
        #expect(error?.problem == .cancelled)
    }

    @Test func aFileThatGrowsIsNotTaken() throws {
        let file = try TemporaryFile((1...3000).map { NTALine(NTALine.number($0)).text }.joined())
        var hooks = ImportHooks()
        var isGrown = false
        hooks.progress = { _, _ in
            guard !isGrown else { return }
            isGrown = true
            let handle = FileHandle(forWritingAtPath: file.path)
            handle?.seekToEndOfFile()
            handle?.write(Data(NTALine(NTALine.number(9999)).text.utf8))
        }
        let error = #expect(throws: ImportError.self) {
            try NTAImport().run(file: file.path, into: FakeDesk(), hooks: hooks)
        }
        #expect(error?.problem == .changed)
    }
}
