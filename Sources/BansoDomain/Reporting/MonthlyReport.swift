/// What a programme reports for a month (seed 報告（４）: 各事業の実績を翌月10日までに報告).
///
/// A value that stands alone: labels are in it, so that what was reported can be read whatever the catalogue says later.
public struct MonthlyReport: Hashable, Sendable, Codable {
    /// The catalogue that was counted by.
    public var catalogue: String
    public var programme: ProgrammeID
    public var programmeLabel: LocalizedText
    public var month: FiscalMonth
    /// 訪問した企業数, 情報取得企業数.
    public var companies: CompanyFigures
    /// The events held in the month, by date: 各イベント等の参加企業数, 参加者数, アンケート結果, 内定状況.
    public var events: [EventFigures]
    /// 内定状況 of the matching activities.
    public var matching: [MatchingFigures]
    /// 各連携会議の開催報告（議事録含む）, 配付資料.
    public var meetings: [MeetingFigures]
    /// The programme's contract targets, and its share of the KPIs of the whole.
    public var indicators: [IndicatorFigures]
    /// What a person wrote.
    public var narrative: [NarrativeItem]
    /// What has changed in months that were reported before.
    public var corrections: [Correction]

    public init(
        catalogue: String, programme: Programme, month: FiscalMonth, companies: CompanyFigures,
        events: [EventFigures] = [], matching: [MatchingFigures] = [], meetings: [MeetingFigures] = [],
        indicators: [IndicatorFigures] = [], narrative: [NarrativeItem] = [], corrections: [Correction] = []
    ) {
        self.catalogue = catalogue
        self.programme = programme.id
        programmeLabel = programme.label
        self.month = month
        self.companies = companies
        self.events = events
        self.matching = matching
        self.meetings = meetings
        self.indicators = indicators
        self.narrative = narrative
        self.corrections = corrections
    }
}

extension MonthlyReport {
    /// Whether it says who was at a meeting, or what they said there.
    public var holdsPersonalData: Bool { meetings.contains { !$0.participants.isEmpty || !$0.minutes.isEmpty } }

    /// Every number of the month itself, in the report's order: what a correction may move. What has been counted so far
    /// follows from the months.
    public var figures: [ReportFigure] {
        companies.figures + events.flatMap(\.figures) + matching.flatMap(\.figures) + meetings.map(\.figure)
            + indicators.flatMap(\.figures)
    }

    /// What has been counted up to the month's end, by the keys of `figures`; for those that add up over months.
    public var figuresSoFar: [String: Int] {
        var figures = [
            "companies.visited": companies.soFar.visited, "companies.informed": companies.soFar.informed,
        ]
        for own in matching {
            figures["matching.\(own.activity).participations"] = own.soFar.participations
            figures["matching.\(own.activity).offers"] = own.soFar.offers
        }
        for own in indicators {
            figures[own.indicator.text] = own.soFar.count
            if let denominator = own.soFar.denominator { figures[own.indicator.text + ".of"] = denominator }
        }
        return figures
    }

    /// The month's numbers as they were last reported: as frozen, with the corrections that later reports have listed.
    ///
    /// - Parameter later: frozen reports of later months of the programme, in the order in which they were frozen.
    public func reportedFigures(correctedBy later: [MonthlyReport]) -> [ReportFigure] {
        var figures = figures
        for change in later.flatMap(\.corrections) where change.month == month {
            for moved in change.figures {
                if let place = figures.firstIndex(where: { $0.key == moved.key }) {
                    figures[place].value = moved.now
                } else {
                    figures.append(ReportFigure(key: moved.key, label: moved.label, value: moved.now))
                }
            }
        }
        return figures
    }
}

/// One number of a month's report.
public struct ReportFigure: Hashable, Sendable {
    /// Names it in every report of the month: `companies.visited`, `event:12.people`, `A2.consultations`.
    public var key: String
    public var label: LocalizedText
    public var value: Int

    public init(key: String, label: LocalizedText, value: Int) {
        self.key = key
        self.label = label
        self.value = value
    }
}

/// A passage of a report that a person wrote.
public struct NarrativeItem: Hashable, Sendable, Codable {
    /// The field of the kind `monthlyReport`.
    public var field: String
    public var label: LocalizedText
    public var text: String

    public init(field: String, label: LocalizedText, text: String) {
        self.field = field
        self.label = label
        self.text = text
    }
}
