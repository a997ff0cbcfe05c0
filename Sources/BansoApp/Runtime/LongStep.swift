import BansoDomain

/// A step of many records on its way: now and then the person sees how far it is, and may give it up.
final class LongStep {
    /// The person gave it up: nothing of it stays.
    struct GivenUp: Error {}

    /// How long the screen stands still at most. What is done sooner is not spoken of.
    private static let pause = Duration.milliseconds(100)

    private let began = ContinuousClock.now
    private var shown = ContinuousClock.now
    private let isGivenUp: (_ percent: Int, _ secondsLeft: Int?) -> Bool

    /// - Parameter isGivenUp: shows how far it is and tells whether the person wants it to end.
    init(_ isGivenUp: @escaping (_ percent: Int, _ secondsLeft: Int?) -> Bool) { self.isGivenUp = isGivenUp }

    /// - Throws: `GivenUp`.
    func tell(_ done: Int, of total: Int) throws {
        guard shown.duration(to: .now) >= LongStep.pause else { return }
        let seconds = began.duration(to: .now) / .seconds(1)
        // Before a second has gone nothing is known.
        let left = seconds < 1 ? nil : Int((seconds / Double(max(1, done)) * Double(total - done)).rounded())
        if isGivenUp(total > 0 ? done * 100 / total : 0, left) { throw GivenUp() }
        shown = .now
    }
}
