import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct FileImportTests {
    private func work(_ text: String, of kind: FileKind = .companies) throws -> (FileImport, TemporaryFile) {
        let file = try TemporaryFile(text)
        return (
            try FileImport(of: kind, from: file.path, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!),
            file
        )
    }

    /// Each row as the whole file's reading told of it.
    private func rows(_ work: FileImport) throws -> [(row: ImportedRow, cells: [String])] {
        var found: [(row: ImportedRow, cells: [String])] = []
        var hooks = ImportHooks()
        hooks.preview = { found.append(($0, $1)) }
        _ = try work.run(into: FakeDesk(), hooks: hooks)
        return found
    }

    @Test func anyRowIsReadAgainByItself() throws {
        let (work, file) = try work("名称,市区町村\n阿蘇精機,阿蘇市\n\n\"天神\n工業\",福岡市\n,玉名市\n肥後木工,八代市\n")
        try withExtendedLifetime(file) {
            let rows = try rows(work)
            #expect(rows.map(\.row.line) == [2, 4, 6, 7])
            #expect(rows.map(\.row.outcome) == [.created, .created, .rejected, .created])
            #expect(work.brief(rows[1].cells) == "天神 工業 · 福岡市")
            for (row, cells) in rows.reversed() {
                let opened = try #require(try work.open(row, into: FakeDesk()))
                #expect(opened.row.line == row.line && opened.row.outcome == row.outcome)
                #expect(opened.row.reject == row.reject)
                #expect(opened.cells.map(\.heading) == ["名称", "市区町村"])
                #expect(opened.cells.map(\.text) == cells)
            }
        }
    }

    @Test func theAgencysRowsHaveTheLayoutsHeadings() throws {
        let (work, file) = try work(NTALine().text)
        try withExtendedLifetime(file) {
            let (row, cells) = try #require(try rows(work).first)
            let opened = try #require(try work.open(row, into: FakeDesk()))
            #expect(opened.row.outcome == .created)
            #expect(opened.cells.first?.heading == NTAColumn.sequence.label.ja)
            #expect(work.brief(cells).split(separator: "·").count == 3)
        }
    }

    @Test func behindTheFilesEndThereIsNoRow() throws {
        let (work, file) = try work("名称\n阿蘇精機\n")
        try withExtendedLifetime(file) {
            let opened = try work.open(ImportedRow(line: 9, place: 10_000, outcome: .created), into: FakeDesk())
            #expect(opened?.row == nil)
        }
    }
}
