import Glibc

/// Measures how long it takes to read anew what others wrote, and so how long not to do it again: however many desks are
/// open, most of the machine is left for those who press keys.
struct Rereading {
    private let began = ContinuousClock.now
    private let busySince = Rereading.processorTime

    /// How long to rest after it.
    func rest() -> Duration {
        Rereading.rest(after: began.duration(to: .now), busy: Rereading.processorTime - busySince)
    }

    /// Where the machine has hardly anything else to do the rest is short, so that writes one after another are seen in
    /// time; for what the reading waited for others it is long.
    /// - Parameter busy: how much of the time a processor worked for it.
    static func rest(after took: Duration, busy: Duration) -> Duration {
        min(min(busy * 25, .milliseconds(100)) + max(.zero, took - busy) * 25, .milliseconds(500))
    }

    /// What processors have worked for this thread.
    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
