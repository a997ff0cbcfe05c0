import BansoDomain
import TerminalUI

/// What the wallboard shows, as a value: the page, the figures last read, and what is wrong, if anything.
struct WallState {
    let pages: [WallPage]
    var current = 0
    var readings: [Reading] = []
    var counts: [PipelineID: [StageID: Int]] = [:]
    /// Seconds since 1970.
    var lastWrite: Double?
    var now: Double
    var fault: DeskError?
    /// Since when the figures can't be read anew, in seconds since 1970.
    var faultSince: Double?

    init(pages: [WallPage], now: Double) {
        self.pages = pages
        self.now = now
    }

    var page: WallPage { pages[current] }

    mutating func turn(by steps: Int) { current = (current + steps + pages.count) % pages.count }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        readings = try desk.readings(asOf: context.today)
        for case .pipeline(let id) in pages { counts[id] = try desk.stageCounts(of: id) }
        lastWrite = try desk.lastWrite()
        fault = nil
        faultSince = nil
    }

    mutating func fail(_ error: DeskError) {
        if fault == nil { faultSince = now }
        fault = error
    }

    /// 3分前, just now … : a length of time in one unit.
    static func age(from then: Double, to now: Double, _ language: Language) -> String {
        let seconds = Int(max(0, now - then))
        switch seconds {
        case ..<10: return language("たった今", "just now")
        case ..<60: return language("1分以内", "under a minute ago")
        case ..<3600: return language("\(seconds / 60)分前", "\(seconds / 60) min ago")
        case ..<86400: return language("\(seconds / 3600)時間前", "\(seconds / 3600) h ago")
        default: return language("\(seconds / 86400)日前", "\(seconds / 86400) d ago")
        }
    }
}
