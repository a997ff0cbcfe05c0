import BansoDomain

/// The export ledger, newest first: who exported what, when and for what purpose. As of when it is written: the entry of this
/// very file isn't among them.
public struct LedgerTable: TableSource {
    public let title = LocalizedText(ja: "書き出し台帳", en: "Export ledger")
    public let columns = [
        TableColumn("number", LocalizedText(ja: "番号", en: "number"), .number),
        TableColumn("day", LocalizedText(ja: "日付", en: "day"), .day),
        TableColumn("time", LocalizedText(ja: "時刻", en: "time"), .time),
        TableColumn("actor", LocalizedText(ja: "担当", en: "actor"), personal: true),
        TableColumn("subject", LocalizedText(ja: "内容", en: "what")),
        TableColumn("filter", LocalizedText(ja: "条件", en: "filter"), personal: true),
        TableColumn("rows", LocalizedText(ja: "件数", en: "rows"), .number),
        TableColumn("format", LocalizedText(ja: "形式", en: "format")),
        TableColumn("name", LocalizedText(ja: "ファイル", en: "file")),
        TableColumn("purpose", LocalizedText(ja: "目的", en: "purpose"), personal: true),
        TableColumn("sha256", LocalizedText(ja: "SHA-256", en: "SHA-256")),
        TableColumn("withdrawn", LocalizedText(ja: "取り下げ", en: "withdrawn"), .flag),
    ]
    private let utcOffset: Int
    private let desk: any DeskReader

    private static let page = 500

    /// - Parameter utcOffset: seconds by which local time is ahead of UTC.
    public init(utcOffset: Int, from desk: any DeskReader) { (self.utcOffset, self.desk) = (utcOffset, desk) }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        var last: Int64?
        while true {
            let page = try desk.exports(before: last, limit: LedgerTable.page)
            for export in page { try body(cells(of: export)) }
            guard page.count == LedgerTable.page else { return }
            last = page.last?.number
        }
    }

    private func cells(of export: ListedExport) -> [TableCell] {
        let (moment, entry) = (TableCell.moment(export.at, utcOffset: utcOffset), export.entry)
        return [.number(export.number)] + moment + [
            .text(export.actor), .text(entry.subject), .text(entry.filter), .number(Int64(entry.rows)),
            .text(entry.format), .text(entry.name), .text(entry.purpose), .text(entry.sha256),
            .flag(export.isWithdrawn),
        ]
    }
}
