import BansoDomain
import TerminalUI

extension TodayDetail {
    private struct Fact {
        var label: String
        var value: String
        var role = Role.text
    }

    /// A heading, what is known line by line, and below it what happened.
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let ellipsis = context.glyphs.ellipsis
        SectionHeading.draw(
            clipped(title(context), to: area.width, ellipsis: ellipsis), on: &canvas, x: area.x, y: area.y,
            width: area.width, context)
        let facts = facts(context).filter { !$0.value.isEmpty }
        let labelWidth = min(area.width / 2, 2 + (facts.map { cellWidth($0.label) }.max() ?? 0))
        var (_, rest) = area.split(top: 1)
        for fact in facts {
            for (index, line) in wrapped(fact.value, to: area.width - labelWidth).prefix(3).enumerated() {
                guard !rest.isEmpty else { return }
                if index == 0 {
                    canvas.put(
                        clipped(fact.label, to: labelWidth - 1, ellipsis: ellipsis), x: rest.x, y: rest.y,
                        style: Style(.muted))
                }
                canvas.put(line, x: rest.x + labelWidth, y: rest.y, style: Style(fact.role))
                rest = rest.split(top: 1).1
            }
        }
        guard let happened else { return }
        let title = happened.title(context.language)
        _ = TimelinePanel(title: title, items: happened.items, context: context)
            .draw(on: &canvas, in: rest.split(top: 1).1)
    }

    private var happened: (title: LocalizedText, items: [TimelineItem])? {
        switch self {
        case .organisation(let organisation):
            (LocalizedText(ja: "これまでの経過", en: "What happened"), organisation.past)
        case .event(_, let related): (LocalizedText(ja: "関連する記録", en: "Related"), related)
        case .pace, .draft, .late, .report: nil
        }
    }

    private func title(_ context: Context) -> String {
        let language = context.language
        switch self {
        case .organisation(let organisation): return organisation.item.title
        case .event(let event, _):
            return [event.record["activity"].text ?? "", event.record["theme"].text ?? ""].joined(separator: " ")
        case .pace(let reading): return reading.indicator.code + " " + reading.indicator.label(language)
        case .draft(let draft): return draft.words(language)
        case .late(let deadlines): return ReportWords.title(of: deadlines.map(\.month), language)
        case .report(let deadline): return ReportWords.title(of: [deadline.month], language)
        }
    }

    private func facts(_ context: Context) -> [Fact] {
        switch self {
        case .organisation(let organisation): TodayDetail.facts(of: organisation, context)
        case .event(let event, _): TodayDetail.facts(of: event.record, context)
        case .pace(let reading): PaceFacts(reading, context).facts.map { Fact(label: $0.label, value: $0.value) }
        case .draft(let draft):
            draft.said(context).map { Fact(label: $0.field.label(context.language), value: $0.text) }
        case .late(let deadlines):
            deadlines.map { deadline in
                Fact(
                    label: deadline.month.short(context.language) + context.language("分", ""),
                    value: context.language("期限 ", "due ") + deadline.day.spelled(context.language), role: .behind)
            }
        case .report(let deadline): TodayDetail.facts(of: deadline, context)
        }
    }

    private static func facts(of organisation: TodayOrganisation, _ context: Context) -> [Fact] {
        let language = context.language
        let (item, record) = (organisation.item, organisation.record)
        let place = [
            record["prefecture"].number.flatMap { Prefecture(code: Int($0)) }?.name(language) ?? "",
            record["municipality"].text ?? "",
        ]
        var facts = [
            Fact(
                label: language("所在地", "Place"),
                value: place.filter { !$0.isEmpty }.joined(separator: language == .ja ? "" : " ")),
            Fact(label: language("担当", "Coordinator"), value: item.coordinator),
        ]
        if organisation.isCompany {
            let (count, limit) = (organisation.consultations, context.catalogue.consultation.limit)
            let dots = Figures.dots(count, of: limit, context.glyphs)
            facts.append(Fact(label: language("相談", "Consulted"), value: "\(dots) \(count)/\(limit)"))
        }
        guard item.what == .nextAction else { return facts }
        let isLate = item.day < context.today
        facts.append(
            Fact(
                label: language("次の対応", "Next"),
                value: (isLate ? context.glyphs.warning + " " : "") + item.day.short(language) + " " + item.detail,
                role: isLate ? .behind : .text))
        return facts
    }

    private static let eventFields = [
        "date", "start_minute", "status", "mode", "tool", "prefecture", "municipality", "venue",
    ]

    private static func facts(of event: Record, _ context: Context) -> [Fact] {
        eventFields.compactMap { name in
            guard let index = RecordKind.event.index(of: name), event.values[index] != .none else { return nil }
            let field = RecordKind.event.fields[index]
            return Fact(
                label: field.label(context.language),
                value: FieldWords.text(of: event.values[index], in: field, [:], context))
        }
    }

    private static func facts(of deadline: ReportDeadline, _ context: Context) -> [Fact] {
        let language = context.language
        let left = context.calendar.workingDays(from: context.today, to: deadline.lastWorkingDay)
        return [
            Fact(label: language("期限", "Due"), value: deadline.day.spelled(language)),
            Fact(label: language("最終営業日", "Last working day"), value: deadline.lastWorkingDay.spelled(language)),
            Fact(label: language("残り", "Left"), value: language("\(left)営業日", "\(left) working days")),
        ]
    }
}
