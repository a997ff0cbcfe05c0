import BansoDomain
import TerminalUI

/// The records that were changed in months already reported, one a row, with why: what the report of a month says about
/// them, as long as it isn't frozen.
struct CorrectionsScreen: Screen {
    struct Row: Hashable {
        /// The month that was reported.
        var month: FiscalMonth
        /// The latest change of the record.
        var cause: CorrectionCause
        var record: RecordKey
    }

    /// The report's.
    let month: FiscalMonth
    let programme: ProgrammeID
    private(set) var rows: [Row] = []
    private(set) var selected = 0
    private var top = 0
    private var target: FiscalMonth
    /// What was written, by the record's key.
    private var written: [String: RecordKey] = [:]
    private var version: Int?

    init(month: FiscalMonth, programme: ProgrammeID) {
        (self.month, self.programme, target) = (month, programme, month)
    }

    var row: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

    func bindings(_ context: Context) -> [Binding] {
        let none = rows.isEmpty ? LocalizedText(ja: "訂正はありません", en: "there is no correction") : nil
        return [
            Binding([.enter, .character("e")], .edit, "理由を書く", "say why", isInFooter: true, refusal: none),
            Binding([.character("o")], .open, "記録を見る", "the record", isInFooter: true, refusal: none),
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true),
        ] + Binding.common + Binding.vertical + Binding.pages(context.catalogue) + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action):
            if let place = action.moved(selected, of: rows.count, page: max(1, shown(context) - 1)) {
                selected = place
                return []
            }
            switch action {
            case .close: return [.close]
            case .edit: return row.map { [.open(.form(form(of: $0.record)))] } ?? []
            case .open: return row.map { [.open(.showing($0.record))] } ?? []
            default: return PageActions.effects(for: action, at: nil, context) ?? []
            }
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    func form(of record: RecordKey) -> FormRequest {
        if let own = written["\(record)"] { return .edit(own) }
        return FormRequest(
            .correctionReason,
            given: [
                "month": .text(target.iso), "programme": .text(programme.text), "record": .text("\(record)"),
            ])
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if version != context.dataVersion {
            let reported = try desk.monthlyReports(of: month, programmes: [programme]).first
            let current = row?.record
            target = reported?.correctingMonth ?? month
            rows = CorrectionsScreen.rows(of: reported?.correcting ?? [])
            written = try desk.all(.correctionReason).reduce(into: [:]) { written, reason in
                guard reason.record["month"] == .text(target.iso), reason.record["programme"] == .text(programme.text),
                    let record = reason.record["record"].text
                else { return }
                written[record] = reason.key
            }
            selected = rows.firstIndex { $0.record == current } ?? selected
            version = context.dataVersion
        }
        selected = min(selected, max(0, rows.count - 1))
        let shown = max(1, shown(context))
        top = max(0, min(min(max(top, selected - shown + 1), selected), rows.count - shown))
    }

    private static func rows(of corrections: [Correction]) -> [Row] {
        corrections.flatMap { correction in
            var rows: [Row] = []
            for cause in correction.causes {
                guard let record = cause.record else { continue }
                rows.removeAll { $0.record == record }
                rows.append(Row(month: correction.month, cause: cause, record: record))
            }
            return rows
        }
    }

    // MARK: Drawing

    /// What was changed, and below it why.
    private static let height = 2

    /// How many rows are in sight.
    private func shown(_ context: Context) -> Int { (context.body.height - 1) / CorrectionsScreen.height }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let title = language(
            "訂正の理由　\(target.short(.ja)) \(programme) の報告に載ります",
            "Reasons for corrections, in the report for \(target.short(.en)) \(programme)")
        canvas.put(
            clipped(title, to: area.width - 2, ellipsis: context.glyphs.ellipsis), x: area.x + 1, y: area.y,
            style: Style(.heading, isBold: true))
        let list = area.split(top: 1).1
        guard !rows.isEmpty else {
            if version != nil {
                EmptyNote(
                    title: language("訂正はありません", "there is no correction"),
                    hint: language(
                        "確定した月の記録を変えると、ここに並びます", "changes of records of frozen months stand here")
                ).draw(on: &canvas, in: list, context)
            }
            return Point(x: area.x, y: area.y)
        }
        var cursor = Point(x: list.x, y: list.y)
        for (line, row) in rows.dropFirst(top).prefix(shown(context)).enumerated() {
            let index = top + line
            let place = Rect(
                x: list.x, y: list.y + line * CorrectionsScreen.height, width: list.width,
                height: CorrectionsScreen.height)
            let surface: Surface = index == selected ? .selection : .base
            canvas.touch(place, down: index - selected)
            canvas.fill(place, style: Style(.text, on: surface))
            draw(row, on: &canvas, in: place, surface: surface, context)
            if index == selected { cursor = Point(x: place.x, y: place.y) }
        }
        return cursor
    }

    private func draw(
        _ row: Row, on canvas: inout Canvas, in place: Rect, surface: Surface, _ context: Context
    ) {
        let (language, ellipsis) = (context.language, context.glyphs.ellipsis)
        let head = row.month.short(language)
        canvas.put(head, x: place.x + 1, y: place.y, style: Style(.muted, on: surface))
        let x = place.x + 2 + max(cellWidth(head), 5)
        let width = place.right - 1 - x
        canvas.put(
            clipped(row.cause.changed(language), to: width, ellipsis: ellipsis), x: x, y: place.y,
            style: Style(.text, on: surface))
        let said = row.cause.reasonLine
        let why = said ?? "\(context.glyphs.warning) " + language("理由 未記入", "no reason given")
        canvas.put(
            clipped("\(row.cause.who(language))  \(why)", to: width, ellipsis: ellipsis), x: x, y: place.y + 1,
            style: Style(said == nil ? .warning : .muted, on: surface))
    }
}
