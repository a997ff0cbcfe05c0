import BansoDomain

/// All indicators on a day: figure, target, pace and forecast.
public struct ReadingsTable: TableSource {
    public let title = LocalizedText(ja: "概況", en: "Overview")
    public let columns = [
        TableColumn("id", LocalizedText(ja: "指標", en: "id")),
        TableColumn("programme", LocalizedText(ja: "事業区分", en: "programme")),
        TableColumn("label", LocalizedText(ja: "内容", en: "label")),
        TableColumn("actual", LocalizedText(ja: "実績", en: "actual"), .number),
        TableColumn("target", LocalizedText(ja: "目標", en: "target"), .number),
        TableColumn("unit", LocalizedText(ja: "単位", en: "unit")),
        TableColumn("expected", LocalizedText(ja: "今日までの目安", en: "expected"), .number),
        TableColumn("forecast", LocalizedText(ja: "見込み", en: "forecast"), .number),
        TableColumn("per_week", LocalizedText(ja: "必要な週あたり", en: "per_week"), .number),
        TableColumn("status", LocalizedText(ja: "状況", en: "status")),
        TableColumn("constraints", LocalizedText(ja: "条件", en: "constraints")),
    ]
    private let day: Day
    private let language: Language
    private let reader: any WallReader

    public init(asOf day: Day, _ language: Language, from reader: any WallReader) {
        self.day = day
        self.language = language
        self.reader = reader
    }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        for reading in try reader.readings(asOf: day) {
            let (indicator, pace) = (reading.indicator, reading.pace)
            let figure = reading.actual.map { actual -> TableCell in
                indicator.kind == .ratio ? .decimal(actual) : .number(Int(actual))
            }
            let constraints = reading.constraints.map { ($0.isMet ? "○ " : "× ") + $0.detail(language) }
            try body([
                .text(indicator.id.text), .text(indicator.programme?.text ?? ""), .text(indicator.label(language)),
                figure ?? .empty, .number(indicator.target.value), .text(indicator.unit(language)),
                .decimal(pace.expected), .decimal(pace.forecast), pace.requiredPerWeek.map { .decimal($0) } ?? .empty,
                .text(pace.status.label(language)), .text(constraints.joined(separator: "\n")),
            ])
        }
    }
}
