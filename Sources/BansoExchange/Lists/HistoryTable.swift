import BansoDomain

/// The audit trail, newest first: who changed what and when, with each field before and after.
public struct HistoryTable: TableSource {
    public let title = LocalizedText(ja: "履歴", en: "History")
    public let columns = [
        TableColumn("seq", LocalizedText(ja: "通番", en: "seq"), .number),
        TableColumn("day", LocalizedText(ja: "日付", en: "day"), .day),
        TableColumn("time", LocalizedText(ja: "時刻", en: "time"), .time),
        TableColumn("actor", LocalizedText(ja: "担当", en: "actor"), personal: true),
        TableColumn("action", LocalizedText(ja: "操作", en: "action")),
        TableColumn("kind", LocalizedText(ja: "種類", en: "kind")),
        TableColumn("number", LocalizedText(ja: "番号", en: "number"), .number),
        TableColumn("title", LocalizedText(ja: "記録", en: "title"), personal: true),
        TableColumn("changes", LocalizedText(ja: "変更内容", en: "changes"), personal: true),
        TableColumn("undone", LocalizedText(ja: "取消済み", en: "undone"), .flag),
    ]
    private let scope: HistoryQuery.Scope
    private let language: Language
    private let utcOffset: Int
    private let reader: any ExportReader

    /// - Parameter utcOffset: seconds by which local time is ahead of UTC.
    public init(_ scope: HistoryQuery.Scope, utcOffset: Int, _ language: Language, from reader: any ExportReader) {
        self.scope = scope
        self.utcOffset = utcOffset
        self.language = language
        self.reader = reader
    }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        try reader.eachEntry(of: scope) { entry in
            let moment = TableCell.moment(entry.at, utcOffset: utcOffset)
            try body(
                [.number(entry.seq)] + moment + [
                    .text(entry.actor), .text(entry.action.label(language)), .text(entry.key.kind.label(language)),
                    .number(entry.key.id), .text(entry.title), .text(changes(of: entry)), .flag(entry.isUndone),
                ])
        }
    }

    /// 名称：有明食品 → 有明食品株式会社, a line for each field that differs.
    private func changes(of entry: HistoryEntry) -> String {
        entry.key.kind.fields.enumerated().compactMap { index, field -> String? in
            func text(_ record: Record?) -> String { record.map { field.text(of: $0.values[index], language) } ?? "" }
            let (before, after) = (text(entry.before), text(entry.after))
            guard before != after else { return nil }
            return "\(field.label(language))\(language("：", ": "))\(before) → \(after)"
        }.joined(separator: "\n")
    }
}
