/// Measures how long it takes to read anew what others wrote, and so how long not to do it again: however many desks are
/// open, most of the machine is left for those who press keys.
struct Rereading {
    private let began = ContinuousClock.now
    private let processorTime: () -> Duration
    private let busySince: Duration

    /// - Parameter processorTime: what processors have worked for this thread until now.
    init(processorTime: @escaping () -> Duration) {
        self.processorTime = processorTime
        busySince = processorTime()
    }

    /// How long to rest after it.
    func rest() -> Duration {
        Rereading.rest(after: began.duration(to: .now), busy: processorTime() - busySince)
    }

    /// Where the machine has hardly anything else to do the rest is short, so that writes one after another are seen in
    /// time; for what the reading waited for others it is long.
    /// - Parameter busy: how much of the time a processor worked for it.
    static func rest(after took: Duration, busy: Duration) -> Duration {
        min(min(busy * 25, .milliseconds(100)) + max(.zero, took - busy) * 25, .milliseconds(500))
    }
}
