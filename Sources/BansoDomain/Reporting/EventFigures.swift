/// An event of the month in figures (seed 報告（４）: 各イベント等の参加企業数、参加者数、アンケート結果、内定状況).
public struct EventFigures: Hashable, Sendable, Codable {
    public var event: RecordKey
    public var date: Day
    public var activity: ActivityID
    public var theme: String
    /// Companies that attended, each once.
    public var companies: Int
    /// 経営支援機関 that attended, each once.
    public var institutions: Int
    /// Everybody who attended, for whom or as what ever.
    public var people: Int
    /// How many answered the survey with 1, 2 … 5. Answers that come in later move it, and are corrections then.
    public var scores: [Int]
    /// Answers of companies, and those of them that were content.
    public var answers: Answers
    /// Offers up to the month's end, in the final report up to its day, to people who were there, by companies that presented there.
    public var offers: Int
    /// What was handed out.
    public var materials: String

    public struct Answers: Hashable, Sendable, Codable {
        public var companies: Int
        public var content: Int
        /// 気づきがあった.
        public var insight: Int
        /// 行動変容があった.
        public var change: Int

        public init(companies: Int, content: Int, insight: Int, change: Int) {
            self.companies = companies
            self.content = content
            self.insight = insight
            self.change = change
        }
    }

    public init(
        event: RecordKey, date: Day, activity: ActivityID, theme: String, companies: Int = 0, institutions: Int = 0,
        people: Int = 0, scores: [Int] = [0, 0, 0, 0, 0],
        answers: Answers = Answers(companies: 0, content: 0, insight: 0, change: 0), offers: Int = 0,
        materials: String = ""
    ) {
        self.event = event
        self.date = date
        self.activity = activity
        self.theme = theme
        self.companies = companies
        self.institutions = institutions
        self.people = people
        self.scores = scores
        self.answers = answers
        self.offers = offers
        self.materials = materials
    }

    /// Everybody who answered.
    public var answered: Int { scores.reduce(0, +) }

    var figures: [ReportFigure] {
        func figure(_ name: String, _ ja: String, _ en: String, _ value: Int) -> ReportFigure {
            ReportFigure(
                key: "\(event).\(name)",
                label: LocalizedText(
                    ja: "\(date.short(.ja)) \(theme) \(ja)", en: "\(date.short(.en)) \(theme): \(en)"), value: value)
        }
        return [
            figure("companies", "参加企業", "companies", companies),
            figure("institutions", "参加機関", "institutions", institutions), figure("people", "参加者", "people", people),
            figure("answered", "アンケート回答", "survey answers", answered),
        ]
            + scores.enumerated().map { place, count in
                figure("score-\(place + 1)", "満足度\(place + 1)の回答", "answers of \(place + 1)", count)
            } + [
                figure("answers", "企業の回答", "companies' answers", answers.companies),
                figure("content", "満足と答えた企業", "companies content", answers.content),
                figure("insight", "気づき", "insight", answers.insight),
                figure("change", "行動変容", "behaviour change", answers.change), figure("offers", "内定", "offers", offers),
            ]
    }
}

/// An activity of matching: who took part, and what came of it (内定状況).
public struct MatchingFigures: Hashable, Sendable, Codable {
    public struct Pair: Hashable, Sendable, Codable {
        /// 延べ.
        public var participations: Int
        public var offers: Int

        public init(participations: Int, offers: Int) {
            self.participations = participations
            self.offers = offers
        }
    }

    public var activity: ActivityID
    public var label: LocalizedText
    public var month: Pair
    public var soFar: Pair

    public init(activity: ActivityID, label: LocalizedText, month: Pair, soFar: Pair) {
        self.activity = activity
        self.label = label
        self.month = month
        self.soFar = soFar
    }

    var figures: [ReportFigure] {
        [
            ReportFigure(
                key: "matching.\(activity).participations",
                label: LocalizedText(ja: "\(activity) 延べ参加人材", en: "\(activity) participations"),
                value: month.participations),
            ReportFigure(
                key: "matching.\(activity).offers",
                label: LocalizedText(ja: "\(activity) 内定", en: "\(activity) offers"), value: month.offers),
        ]
    }
}

/// A liaison meeting of the month (連携会議), with its minutes and what was handed out.
public struct MeetingFigures: Hashable, Sendable, Codable {
    public var meeting: RecordKey
    public var date: Day
    public var title: String
    public var participants: String
    public var minutes: String
    public var materials: String

    public init(
        meeting: RecordKey, date: Day, title: String, participants: String = "", minutes: String = "",
        materials: String = ""
    ) {
        self.meeting = meeting
        self.date = date
        self.title = title
        self.participants = participants
        self.minutes = minutes
        self.materials = materials
    }

    var figure: ReportFigure {
        ReportFigure(
            key: "\(meeting)",
            label: LocalizedText(ja: "\(date.short(.ja)) \(title)", en: "\(date.short(.en)) \(title)"), value: 1)
    }
}
