import BansoDomain
import TerminalUI

/// What the wallboard shows, as a value: the page, the figures last read, and what is wrong, if anything.
struct WallState {
    /// In the order of this round.
    private(set) var pages: [WallPage]
    private(set) var current = 0
    /// What of the page is shown, into its sheets.
    private(set) var part = 0
    /// As they fit on the wall: those that hurt most first.
    private var sheets: [WallPage: [WallSheet]] = [:]
    private let usual: [WallPage]
    /// The first round too begins with what hurts, as soon as that is known.
    private var isOrdered = false
    /// What needs a hand, counted.
    var due: [TodayGroup: WallCount] = [:]
    private(set) var reports = OpenReports.none
    var readings: [Reading] = []
    /// Of a week ago.
    var before: [IndicatorID: Reading] = [:]
    var counts: [PipelineID: [StageID: Int]] = [:]
    /// Of the databases that are shown together, and those that are missing.
    private(set) var names: [String] = []
    private(set) var absent: [AbsentDesk] = []
    /// Seconds since 1970.
    var lastWrite: Double?
    var now: Double
    var fault: DeskError?
    /// Since when the figures can't be read anew, in seconds since 1970.
    var faultSince: Double?

    init(pages: [WallPage], now: Double) {
        self.pages = pages
        usual = pages
        self.now = now
    }

    /// How many of each group; with `isMore` at least so many.
    struct WallCount: Hashable {
        var count: Int
        var isMore: Bool
    }

    /// The most that is counted of each sort.
    private static let most = 1000

    var page: WallPage { pages[current] }

    /// What stands on the wall; nil before anything was read.
    var sheet: WallSheet? { sheets[page].flatMap { $0.indices.contains(part) ? $0[part] : nil } }

    /// How many sheets the page takes.
    var parts: Int { sheets[page]?.count ?? 0 }

    /// Shows another sheet: of the page, or where it has no more of the next one.
    /// - Parameters:
    ///   - steps: 1, or -1 for the one before.
    ///   - catalogue: by which an indicator belongs to a page.
    mutating func turn(by steps: Int, _ catalogue: Catalogue) {
        part += steps
        if part >= 0, part < parts { return }
        current = (current + steps + pages.count) % pages.count
        if current == 0 { begin(catalogue) }
        part = steps < 0 ? max(0, parts - 1) : 0
    }

    private mutating func begin(_ catalogue: Catalogue) {
        pages = WallRound.order(usual) { hurts($0, catalogue) }
    }

    mutating func show(_ page: WallPage, part: Int = 0) {
        current = pages.firstIndex(of: page) ?? 0
        self.part = min(part, max(0, parts - 1))
    }

    /// Lays the pages out anew, for other figures or another size.
    mutating func arrange(_ context: Context) {
        guard let area = WallView(state: self, context: context).area(in: context.size) else { return }
        let cut = WallSheets(state: self, area: area, context: context)
        sheets = Dictionary(
            uniqueKeysWithValues: usual.map { ($0, WallRound.order(cut.sheets(of: $0), hurts: \.hurts)) })
        part = min(part, max(0, parts - 1))
    }

    /// How many figures of a page are behind or fell short; of the deadlines whether anything is overdue.
    func hurts(_ page: WallPage, _ catalogue: Catalogue) -> Int {
        switch page {
        case .overview: return readings.count(where: \.isBreached)
        case .pipeline(let id):
            return readings.count { $0.isBreached && catalogue.pipeline(of: $0.indicator)?.id == id }
        case .deadlines: return (due[.overdue]?.count ?? 0) > 0 || !reports.late.isEmpty ? 1 : 0
        }
    }

    mutating func load(from desk: any WallReader, _ context: Context) throws {
        readings = try desk.readings(asOf: context.today)
        let lastWeek = try desk.readings(asOf: context.today + -Progress.span)
        before = Dictionary(lastWeek.map { ($0.indicator.id, $0) }, uniquingKeysWith: { first, _ in first })
        for case .pipeline(let id) in pages { counts[id] = try desk.stageCounts(of: id) }
        if pages.contains(.deadlines) {
            let query = DeskTerms.usual.query(on: context.today, calendar: context.calendar, limit: WallState.most)
            reports = OpenReports(
                on: context.today, catalogue: context.catalogue, frozen: try desk.frozenReports(),
                calendar: context.calendar)
            due = TodayList.counts(try desk.attention(query), today: context.today).mapValues {
                WallCount(count: $0, isMore: $0 >= WallState.most)
            }
        }
        (fault, faultSince) = (nil, nil)
        (names, absent) = (desk.names, desk.absent)
        arrange(context)
        if !isOrdered, current == 0 { begin(context.catalogue) }
        isOrdered = true
        lastWrite = try desk.lastWrite()
    }

    mutating func fail(_ error: DeskError, _ context: Context) {
        if fault == nil { faultSince = now }
        fault = error
        // What is wrong takes lines of its own.
        arrange(context)
    }

    static func longestAge(_ language: Language) -> String { language("1分以内", "under a minute ago") }

    /// 3分前, just now … : a length of time in one unit.
    static func age(from then: Double, to now: Double, _ language: Language) -> String {
        let seconds = Int(max(0, now - then))
        switch seconds {
        case ..<10: return language("たった今", "just now")
        case ..<60: return longestAge(language)
        case ..<3600: return language("\(seconds / 60)分前", "\(seconds / 60) min ago")
        case ..<86400: return language("\(seconds / 3600)時間前", "\(seconds / 3600) h ago")
        default: return language("\(seconds / 86400)日前", "\(seconds / 86400) d ago")
        }
    }
}

extension Reading {
    /// Behind its pace, or short of its target when its time was over.
    var isBreached: Bool { [.behind, .endedShort].contains(pace.status) }
}
