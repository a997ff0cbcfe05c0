import BansoDomain

/// What today's rows are grouped by, in the order in which it hurts.
enum TodayGroup: Int, CaseIterable, Hashable {
    case overdue, report, draft, due, unsettled, noRoster, noSurvey, pace, silent, followUp

    func title(_ language: Language) -> String {
        switch self {
        case .overdue: language("期限切れの対応", "Overdue")
        case .report: language("月次報告", "Monthly report")
        case .draft: language("下書き", "Drafts")
        case .due: language("今日と近日の対応", "Due soon")
        case .unsettled: language("日を過ぎた予定のイベント", "Events to settle")
        case .noRoster: language("出欠のないイベント", "Events without a roster")
        case .noSurvey: language("アンケートのないイベント", "Events without a survey")
        case .pace: language("遅れている指標", "Behind")
        case .silent: language("動きのない企業", "Silent")
        case .followUp: language("採用状況の確認", "To follow up")
        }
    }
}

/// One line of the page.
enum TodayRow: Hashable {
    case item(AttentionItem, TodayGroup)
    /// The months whose reports are late, oldest first.
    case late([ReportDeadline])
    /// The next one.
    case report(ReportDeadline)
    case pace(Reading)
    case draft(Draft)
    /// Stands for the rest of a group: so many are folded; nil where nobody has counted those that aren't read yet.
    case more(TodayGroup, count: Int?)

    var group: TodayGroup {
        switch self {
        case .item(_, let group), .more(let group, _): group
        case .late, .report: .report
        case .pace: .pace
        case .draft: .draft
        }
    }

    /// Whether it begins with a day or a count of days: their ends stand below each other.
    var isDated: Bool {
        switch self {
        case .item, .late, .report: true
        case .pace, .draft, .more: false
        }
    }

    /// What stays the same when the data around it changes.
    enum Identity: Hashable {
        case item(AttentionItem.What, RecordKey, PipelineEntryID?)
        case late
        case report(FiscalMonth)
        case pace(IndicatorID)
        case draft(FormRequest)
        case more(TodayGroup)
    }

    var identity: Identity {
        switch self {
        case .item(let item, _): .item(item.what, item.record, item.entry)
        case .late: .late
        case .report(let deadline): .report(deadline.month)
        case .pace(let reading): .pace(reading.indicator.id)
        case .draft(let draft): .draft(draft.request)
        case .more(let group, _): .more(group)
        }
    }

    /// How many are left: 他 12件.
    static func rest(_ count: Int?, _ language: Language) -> String {
        count.map { language("他 \($0)件", "\($0) more") } ?? language("続き", "more")
    }

    /// The organisation that it is about; nil where it is about none.
    var organisation: OrganisationID? {
        guard case .item(let item, _) = self, item.record.kind == .organisation else { return nil }
        return OrganisationID(item.record.id)
    }
}

/// A group with its rows, folded where it is long.
struct TodaySection: Hashable {
    var group: TodayGroup
    /// How many there are; with `isMore` at least so many.
    var count: Int
    var isMore: Bool
    var rows: [TodayRow]
}

/// Everything that needs a hand, in the order in which it hurts.
enum TodayList {
    /// How many rows a folded group shows at least.
    private static func least(of group: TodayGroup) -> Int { group == .pace ? 5 : 4 }
    /// The most rows that are read of each sort, and how many more each time somebody asks for the rest.
    static let limit = 100

    /// - Parameters:
    ///   - limit: the most items of each sort that there are: a sort that has so many goes on.
    ///   - height: so many lines there are: what the groups leave over goes to the first of them.
    static func sections(
        items: [AttentionItem], limit: Int, readings: [Reading], reports: OpenReports, unfolded: Set<TodayGroup>,
        height: Int, _ context: Context
    ) -> [TodaySection] {
        // Of the items only those that are shown become rows.
        var found = Array(repeating: [Int](), count: TodayGroup.allCases.count)
        let groupOf = items.indices.map { group(of: items[$0].what, on: items[$0].day, today: context.today) }
        for index in items.indices { found[groupOf[index].rawValue].append(index) }
        let unread = AttentionItem.What.allCases.compactMap { what in
            let sort = items.indices.filter { items[$0].what == what }
            return sort.count < limit ? nil : sort.last.map { groupOf[$0] }
        }
        let others = others(readings, reports, context)
        let groups = TodayGroup.allCases.filter { !found[$0.rawValue].isEmpty || others[$0]?.isEmpty == false }
        let counts = groups.map { others[$0]?.count ?? found[$0.rawValue].count }
        let shown = shares(
            of: counts, least: zip(groups, counts).map { unfolded.contains($0) ? $1 : least(of: $0) },
            in: height - 2 * groups.count + 1)
        return groups.indices.map { index in
            let (group, count) = (groups[index], counts[index])
            let isMore = unread.contains(group)
            let folded = isMore ? nil : count - shown[index]
            let rest: [TodayRow] = folded == 0 ? [] : [.more(group, count: folded)]
            let seen =
                others[group]?.prefix(shown[index]).map { $0 }
                ?? found[group.rawValue].prefix(shown[index]).map { .item(items[$0], group) }
            return TodaySection(group: group, count: count, isMore: isMore, rows: seen + rest)
        }
    }

    /// The rows that stand for no item.
    private static func others(
        _ readings: [Reading], _ reports: OpenReports, _ context: Context
    ) -> [TodayGroup: [TodayRow]] {
        let late = reports.late.map(\.deadline)
        let next = reports.next.map(\.deadline).flatMap {
            !late.isEmpty || $0.isNear(on: context.today, calendar: context.calendar) ? $0 : nil
        }
        let behind = readings.filter { $0.pace.status == .behind }.sorted { share($0) < share($1) }
        return [
            .report: (late.isEmpty ? [] : [.late(late)]) + [next].compactMap { $0.map(TodayRow.report) },
            .draft: context.drafts.values.sorted { $0.request.order < $1.request.order }.map(TodayRow.draft),
            .pace: behind.map(TodayRow.pace),
        ]
    }

    /// How many of its rows each group shows: its least, then as many as the height allows, the first group first. A line
    /// that would stand for one row is that row.
    private static func shares(of counts: [Int], least: [Int], in height: Int) -> [Int] {
        func settled(_ shown: Int, of count: Int) -> Int { shown + 1 >= count ? count : shown }
        var shown = zip(counts, least).map { settled(min($0, $1), of: $0) }
        var left = height - zip(counts, shown).reduce(0) { $0 + $1.1 + ($1.1 < $1.0 ? 1 : 0) }
        for index in counts.indices where left > 0 && shown[index] < counts[index] {
            let more = min(left, counts[index] - shown[index] - 1)
            shown[index] = settled(shown[index] + more, of: counts[index])
            left -= more
        }
        return shown
    }

    static func counts(_ items: [AttentionItem], today: Day) -> [TodayGroup: Int] {
        Dictionary(grouping: items) { group(of: $0.what, on: $0.day, today: today) }.mapValues(\.count)
    }

    /// How much of what is expected by today is there.
    private static func share(_ reading: Reading) -> Double {
        guard reading.pace.expected > 0 else { return 1 }
        return (reading.actual ?? 0) / reading.pace.expected
    }

    private static func group(of what: AttentionItem.What, on day: Day, today: Day) -> TodayGroup {
        switch what {
        case .nextAction: day < today ? .overdue : .due
        case .silent: .silent
        case .unsettledEvent: .unsettled
        case .noRoster: .noRoster
        case .noSurvey: .noSurvey
        case .followUp: .followUp
        }
    }
}
