import BansoDomain

/// The page of the day: what needs a hand, why, and by when.
public struct AgendaTable: TableSource {
    public let title = LocalizedText(ja: "今日", en: "Today")
    public let columns = [
        TableColumn("group", LocalizedText(ja: "区分", en: "group")),
        TableColumn("day", LocalizedText(ja: "日付", en: "day"), .day),
        TableColumn("title", LocalizedText(ja: "対象", en: "title")),
        TableColumn("detail", LocalizedText(ja: "内容", en: "detail"), personal: true),
        TableColumn("coordinator", LocalizedText(ja: "担当", en: "coordinator"), personal: true),
        TableColumn("record_kind", LocalizedText(ja: "記録の種類", en: "record_kind")),
        TableColumn("record_number", LocalizedText(ja: "記録番号", en: "record_number"), .number),
    ]
    private let parts: [AgendaPart]
    private let query: AttentionQuery
    private let language: Language
    private let reader: any ExportReader

    public init(
        _ parts: [AgendaPart], _ query: AttentionQuery, _ language: Language, from reader: any ExportReader
    ) {
        self.parts = parts
        self.query = query
        self.language = language
        self.reader = reader
    }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        var items: [Int: [AttentionItem]] = [:]
        try reader.eachAttention(query) { item in
            if let part = parts.firstIndex(where: { $0.holds(item) }) { items[part, default: []].append(item) }
        }
        for (index, part) in parts.enumerated() {
            for line in part.lines {
                try body([
                    .text(part.title), .optional(line.day), .text(line.title), .text(line.detail), .empty, .empty,
                    .empty,
                ])
            }
            for item in items[index] ?? [] {
                try body([
                    .text(part.title), .day(item.day), .text(item.title), .text(item.detail), .text(item.coordinator),
                    .text(item.record.kind.label(language)), .number(item.record.id),
                ])
            }
        }
    }
}
