import Foundation

/// How much processors have worked.
enum ProcessorTime {
    /// For this thread, since it began.
    static func ofThread() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
