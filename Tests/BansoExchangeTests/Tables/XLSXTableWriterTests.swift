import BansoDomain
import Foundation
import Testing

@testable import BansoExchange

/// What is written, opened by LibreOffice.
@Suite(.serialized) struct XLSXTableWriterTests {
    private static let columns = [
        TableColumn("id", LocalizedText(ja: "番号", en: "id"), .number),
        TableColumn("name", LocalizedText(ja: "名称", en: "name")),
        TableColumn("date", LocalizedText(ja: "開催日", en: "date"), .day),
        TableColumn("start", LocalizedText(ja: "開始", en: "start"), .time),
        TableColumn("paid", LocalizedText(ja: "報酬", en: "paid"), .flag),
        TableColumn("rate", LocalizedText(ja: "率", en: "rate"), .number),
        TableColumn("number", LocalizedText(ja: "法人番号", en: "corporate number")),
    ]

    private func file(_ rows: [[TableCell]]) throws -> TemporaryFile {
        var bytes: [UInt8] = []
        let writer = try TableFormat.xlsx.writer(
            Self.columns, title: LocalizedText(ja: "参加／[一覧]", en: "list"), .ja
        ) { bytes += $0 }
        for row in rows { try writer.write(row) }
        try writer.finish()
        return try TemporaryFile(bytes, named: "file.xlsx")
    }

    private func row(_ text: String) -> [TableCell] { [.number(1), .text(text)] + Array(repeating: .empty, count: 5) }

    @Test func cellsAreTypedAndNoFormulaRuns() throws {
        let file = try file([
            [
                .number(12), .text("株式会社髙﨑①〜㈱𠮷😀"), .day(Day(2025, 9, 10)!), .time(ClockTime(minutes: 840)!),
                .flag(true),
                .decimal(33.35), .text("0000012090001"),
            ],
            [
                .number(300_000_000_000_000), .text("一\n\"二\" <b>&amp;"), .day(Day(1899, 1, 1)!), .empty, .flag(false),
                .decimal(-1), .empty,
            ],
            row("=HYPERLINK(\"http://a\",\"b\")"), row("＝1+1"), row("+81"), row("-1-2"), row("@SUM(1)"), row("'=x"),
            row("_x0041_ _x00zz_"), row("ｶﾞ  二"),
        ])
        let flat = try LibreOffice.flat(file.path)
        let rows = LibreOffice.rows(flat).map { $0.prefix(7) }
        #expect(rows[0] == ["番号", "名称", "開催日", "開始", "報酬", "率", "法人番号"])
        #expect(
            rows[1] == [
                "float:12|12", "株式会社髙﨑①〜㈱𠮷😀", "date:2025-09-10|2025-09-10", "time:PT14H00M00S|14:00",
                "はい", "float:33.35|33.4", "0000012090001",
            ])
        #expect(
            rows[2] == [
                "float:300000000000000|300000000000000", "一\n\"二\" <b>&amp;", "1899-01-01", "", "いいえ",
                "float:-1|-1.0", "",
            ])
        #expect(
            rows[3...10].map { $0[1] } == [
                "'=HYPERLINK(\"http://a\",\"b\")", "'＝1+1", "'+81", "'-1-2", "'@SUM(1)", "''=x", "_x0041_ _x00zz_",
                "ｶﾞ  二",
            ])
        #expect(!flat.contains("table:formula"))
        #expect(flat.contains("游ゴシック"))
        #expect(flat.contains("table:name=\"参加／一覧\""))
        #expect(flat.contains("table:display-filter-buttons=\"true\""))
    }

    @Test func whatASheetCannotHoldIsSaid() throws {
        let longest = String(repeating: "長", count: 32_766) + "a"
        _ = try file([row(longest)])
        let column = ImportColumn(number: 2, name: Self.columns[1].heading)
        #expect(throws: ExportError.tooLong(row: 3, column: column, limit: 32_767)) {
            _ = try file([row("一"), row(longest + "b")])
        }
    }

    @Test func nothingIsLeftOnTheDisk() throws {
        func folders() throws -> Set<String> {
            Set(
                try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory()).filter {
                    $0.hasPrefix("banso-xlsx-")
                })
        }
        let before = try folders()
        do {
            _ = try file([row("一")])
            let writer = try TableFormat.xlsx.writer(Self.columns, title: LocalizedText(ja: "", en: ""), .en) { _ in }
            try writer.write(row("二"))
        }
        #expect(try folders().isSubset(of: before))
    }

    @Test func aSheetIsAsWideAsItsWords() {
        #expect(XLSXText.width("株式会社ab\nｱ") == 10)
        #expect(XLSXText.reference(ofColumn: 0) == "A")
        #expect(XLSXText.reference(ofColumn: 27) == "AB")
        #expect(XLSXText.serial(Day(2025, 9, 10)!) == 45910)
        #expect(XLSXText.serial(Day(1900, 3, 1)!) == 61)
        #expect(XLSXText.serial(Day(1900, 2, 28)!) == nil)
        #expect(XLSXText.sheetName(String(repeating: "あ", count: 40)).count == 31)
        #expect(XLSXText.sheetName("/*") == "banso")
    }

    @Test func withoutTheLibraryItIsSaidWhatIsMissing() throws {
        let error = #expect(throws: ExportError.self) { _ = try XLSXLibrary.load("libno-such.so.1") }
        let text = try #require(error?.text.en)
        #expect(text.contains("libno-such.so.1") && text.contains("apt install libxlsxwriter4"))
        #expect(throws: ExportError.self, "a library without its functions") { _ = try XLSXLibrary.load("libz.so.1") }
    }
}
