import Foundation

/// How often what must hold is tried: a few times with the other tests, as often as was promised where BANSO_TORTURE=1.
enum Torture {
    static let isWhole = ProcessInfo.processInfo.environment["BANSO_TORTURE"] == "1"

    static func rounds(_ whole: Int, slice: Int) -> Int { isWhole ? whole : slice }

    /// How long something may take: the promise where nothing else runs, more beside other tests.
    static func limit(_ promised: Duration) -> Duration { isWhole ? promised : promised * 10 }

    /// The figures of a whole run.
    static func report(_ figures: String) {
        if isWhole { print(figures) }
    }
}
