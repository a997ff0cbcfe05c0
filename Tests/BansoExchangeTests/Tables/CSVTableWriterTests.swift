import BansoDomain
import Testing

@testable import BansoExchange

/// CSV as LibreOffice opens it.
@Suite(.serialized) struct CSVTableWriterTests {
    private static let columns = [
        TableColumn("name", LocalizedText(ja: "名称", en: "name")),
        TableColumn("date", LocalizedText(ja: "開催日", en: "date"), .day),
        TableColumn("capital", LocalizedText(ja: "資本金（円）", en: "capital"), .number),
    ]

    /// 60 is Windows-932 and 76 UTF-8 in its filter.
    @Test(arguments: [(ExportEncoding.utf8WithMark, "44,34,76"), (.cp932, "44,34,60")])
    func noFormulaRunsAndJapaneseIsAsWritten(_ encoding: ExportEncoding, _ filter: String) throws {
        let texts = [
            "株式会社髙﨑①㈱〜−", "=1+1", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "＋1", "－1", "＠x", "=HYPERLINK(\"http://a\",\"b\")",
            "+819012345678", "-1", "a,\"b\"\n二",
        ]
        var bytes: [UInt8] = []
        let writer = try TableFormat.csv.writer(
            Self.columns, title: LocalizedText(ja: "", en: ""), .ja, encoding
        ) { bytes += $0 }
        for text in texts { try writer.write([.text(text), .day(Day(2025, 9, 10)!), .number(30_000_000)]) }
        try writer.finish()
        let file = try TemporaryFile(bytes)
        let flat = try LibreOffice.flat(file.path, filter: filter)
        let rows = LibreOffice.rows(flat).map { $0.prefix(3) }
        #expect(rows[0] == ["名称", "開催日", "資本金（円）"])
        let first = encoding == .cp932 ? "株式会社髙﨑①㈱～－" : texts[0]
        let guarded = [first] + texts[1...11].map { "'" + $0 } + [texts[12]]
        #expect(rows[1...13].map { $0[0] } == guarded)
        // A text with a sign stays one; a number with a sign is one.
        #expect(try decimals() == "-1.5\r\n")
        #expect(rows[1].last == "float:30000000|30000000")
        #expect(rows[1][1].hasPrefix("date:2025-09-10|"))
        #expect(!flat.contains("table:formula"))
    }

    private func decimals() throws -> String {
        var bytes: [UInt8] = []
        let writer = try TableFormat.csv.writer([], title: LocalizedText(ja: "", en: ""), .ja, .utf8) { bytes += $0 }
        bytes.removeAll()
        try writer.write([.decimal(-1.5)])
        try writer.finish()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map { $0 + "\r\n" }.last ?? ""
    }
}
