import BansoDomain

@testable import BansoApp

/// Knows one file, reads it at once, and notes what it was asked to do.
final class FakeImporter: FileImporter {
    private(set) var steps: [ImportStep] = []
    var reports: [ImportNews] = []

    static let note = LocalizedText(
        ja: "読まない列：3列目「備考2」", en: "column 3 '備考2' is not read")

    static let lines = [
        ImportLine(line: 2, place: 40, outcome: .created, text: "株式会社阿蘇精機 · 7330001000015 · 熊本県 · 阿蘇市"),
        ImportLine(line: 3, place: 90, outcome: .updated, text: "有限会社肥後木工 · 5330002000028 · 熊本県"),
        ImportLine(line: 4, place: 140, outcome: .conflict, text: "1列目（名称）：同じ名前の記録があります：#12（福岡県）"),
        ImportLine(line: 5, place: 190, outcome: .rejected, text: "2列目（法人番号）：検査数字が違います：「1234567890123」"),
        ImportLine(line: 6, place: 240, outcome: .unchanged, text: "株式会社天草水産 · 2330001000031 · 熊本県"),
    ]

    let offer = ImportOffer(
        kinds: [
            Choice("companies", ja: "企業", en: "companies"), Choice("institutions", ja: "経営支援機関", en: "institutions"),
            Choice("talent", ja: "人材", en: "talent"), Choice("events", ja: "イベント", en: "events"),
            Choice("attendances", ja: "参加", en: "attendances"), Choice("surveys", ja: "アンケート回答", en: "survey answers"),
            Choice("postings", ja: "求人", en: "postings"),
        ], kindsOfEvents: ["attendances", "surveys"],
        encodings: [
            Choice("auto", ja: "自動", en: "as the file tells"), Choice("utf-8", ja: "UTF-8", en: "UTF-8"),
            Choice("cp932", ja: "Shift_JIS（CP932）", en: "Shift_JIS (CP932)"),
        ])

    func ask(_ step: ImportStep) -> ImportNews? {
        steps.append(step)
        switch step {
        case .read:
            let counts = Dictionary(grouping: Self.lines, by: \.outcome).mapValues(\.count)
            return .read(counts, notes: [Self.note])
        case .lines(let outcome, let first, let limit):
            let found = Self.lines.filter { outcome == nil || $0.outcome == outcome }
            return .lines(from: first, Array(found.dropFirst(first).prefix(limit)))
        case .open(let line, let decision): return .opened(Self.detail(of: line, decision))
        case .take: return .taken(LocalizedText(ja: "読み込み5行：新規1", en: "5 rows read: 1 new"))
        case .writeRejects(let path, _): return .wroteRejects(LocalizedText(ja: "\(path) に2件", en: "2 rows in \(path)"))
        case .stop, .leave: return nil
        }
    }

    func news() -> ImportNews? { reports.isEmpty ? nil : reports.removeFirst() }

    static func detail(of line: ImportLine, _ decision: ImportDecision? = nil) -> ImportDetail {
        var detail = ImportDetail(
            line: line.line, outcome: line.outcome,
            cells: [.init(heading: "名称", text: "天神工業株式会社"), .init(heading: "都道府県", text: "福岡県")])
        switch line.outcome {
        case .updated:
            detail.before = Record(.organisation, ["name": .text("有限会社肥後木工"), "municipality": .text("八代市")])
            detail.after = Record(.organisation, ["name": .text("有限会社肥後木工"), "municipality": .text("宇城市")])
        case .conflict:
            detail.namesakes = [RecordKey(.organisation, 12)]
            guard decision != nil else { break }
            if decision == .same(12) {
                detail.before = Record(
                    .organisation, ["name": .text("天神工業株式会社"), "kana": .text("テンジンコウギョウ")])
            }
            detail.after = Record(.organisation, ["name": .text("天神工業株式会社"), "kana": .text("")])
        default: break
        }
        return detail
    }
}
