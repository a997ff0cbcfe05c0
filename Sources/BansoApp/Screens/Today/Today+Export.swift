import BansoDomain

extension Today {
    /// All of the page, whatever is folded or beyond what it reads.
    func exported(_ context: Context) -> ExportOffer? {
        guard !sections.isEmpty else { return nil }
        let query = DeskTerms.usual.query(on: context.today, calendar: context.calendar, limit: .max)
        return ExportOffer(
            .agenda(query, Today.parts(lines(context), context)), title: context.language("今日", "Today"),
            filter: context.today.iso)
    }

    private static func parts(_ lines: [TodayGroup: [AgendaLine]], _ context: Context) -> [AgendaPart] {
        TodayGroup.allCases.map { group in
            let title = group.title(context.language)
            let items = group.items(on: context.today)
            return items.map { AgendaPart(title: title, items: $0) }
                ?? AgendaPart(title: title, lines: lines[group] ?? [])
        }
    }

    /// What no record says, by its group.
    private func lines(_ context: Context) -> [TodayGroup: [AgendaLine]] {
        let unfolded = TodayList.sections(
            items: [], limit: .max, readings: isNew ? [] : readings, reports: isNew ? .none : reports(context),
            unfolded: Set(TodayGroup.allCases), height: 0, context)
        return Dictionary(grouping: unfolded.flatMap(\.rows), by: \.group).mapValues { rows in
            rows.flatMap { $0.agendaLines(context) }
        }
    }
}

extension TodayGroup {
    /// What of the records it shows; nil where it shows none.
    fileprivate func items(on today: Day) -> AgendaPart.Items? {
        switch self {
        case .overdue: .overdue(on: today)
        case .due: .due(from: today)
        case .unsettled: .all(.unsettledEvent)
        case .noRoster: .all(.noRoster)
        case .noSurvey: .all(.noSurvey)
        case .silent: .all(.silent)
        case .followUp: .all(.followUp)
        case .report, .draft, .pace: nil
        }
    }
}

extension TodayRow {
    fileprivate func agendaLines(_ context: Context) -> [AgendaLine] {
        let (title, detail, _) = TodayRowView(row: self, context: context).words
        switch self {
        case .late(let deadlines): return deadlines.flatMap { TodayRow.report($0).agendaLines(context) }
        case .report(let deadline): return [AgendaLine(day: deadline.day, title: title, detail: detail)]
        case .pace: return [AgendaLine(title: title, detail: detail)]
        // What was typed may be about a person.
        case .draft(let draft):
            return [AgendaLine(title: draft.words(context.language), detail: draft.title(context))]
        case .item, .more: return []
        }
    }
}
