import BansoDomain

/// What happened to an organisation, newest first.
public struct TimelineTable: TableSource {
    public let title = LocalizedText(ja: "経過", en: "Timeline")
    public let columns = [
        TableColumn("date", LocalizedText(ja: "日付", en: "date"), .day),
        TableColumn("kind", LocalizedText(ja: "種類", en: "kind")),
        TableColumn("number", LocalizedText(ja: "番号", en: "number"), .number),
        TableColumn("what", LocalizedText(ja: "内容", en: "what"), personal: true),
        TableColumn("by", LocalizedText(ja: "担当", en: "by"), personal: true),
    ]
    private let organisation: OrganisationID
    private let kind: RecordKind?
    private let pipelines: [Pipeline]
    private let language: Language
    private let reader: any ExportReader

    /// - Parameter kind: only records of this kind; nil for all.
    public init(
        of organisation: OrganisationID, kind: RecordKind?, _ pipelines: [Pipeline], _ language: Language,
        from reader: any ExportReader
    ) {
        self.organisation = organisation
        self.kind = kind
        self.pipelines = pipelines
        self.language = language
        self.reader = reader
    }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        try reader.eachHappening(to: organisation, of: kind) { item in
            try body([
                .day(item.date), .text(item.key.kind.label(language)), .number(item.key.id), .text(words(of: item)),
                .text(item.by),
            ])
        }
    }

    private func words(of item: TimelineItem) -> String {
        switch item.what {
        case .consultation(let ordinal, let minutes, let mode, let topics):
            let head = language(
                "\(ordinal.value)回目 \(minutes)分 \(mode.label.ja)",
                "no. \(ordinal.value), \(minutes) min, \(mode.label.en)")
            return topics.isEmpty ? head : head + "  " + topics
        case .stage(let id, let from, let to):
            let stages = pipelines.first { $0.id == id }?.stages ?? []
            let names = [from, to].compactMap { $0 }.map { stage in
                stages.first { $0.id == stage }?.label(language) ?? stage.text
            }
            return id.text + " " + names.joined(separator: " → ")
        case .record(let title, let presence):
            return [presence?.label(language) ?? "", title].filter { !$0.isEmpty }.joined(separator: "  ")
        }
    }
}
