import Glibc

/// Waits beside the terminal for a descriptor that can be read when something has happened elsewhere. A write to a database is
/// many writes to its files: they are told of once it should be complete, and not again before a while has gone by.
struct NewsWatch {
    /// In milliseconds: how long after the first sign it is told of it, and how long after that of the next at the earliest.
    static let (settling, quiet) = (15, 100)

    private let descriptor: Int32
    private var due: Int?
    private var listensFrom = 0

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// What to poll at this time, in milliseconds; -1 while there is nothing to wait for.
    func polled(at now: Int) -> Int32 { due == nil && now >= listensFrom ? descriptor : -1 }

    /// When to ask again whatever happens; nil where only the descriptor tells.
    func wakes(after now: Int) -> Int? { due ?? (now < listensFrom ? listensFrom : nil) }

    mutating func hear(at now: Int) { due = now + NewsWatch.settling }

    /// Whether it is time to tell of it. What the descriptor gives is thrown away.
    mutating func isToBeTold(at now: Int) -> Bool {
        guard let due, now >= due else { return false }
        self.due = nil
        listensFrom = now + NewsWatch.quiet
        let count = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) {
            read(descriptor, $0.baseAddress, $0.count)
        }
        // One that has nothing to tell any more would be asked for ever.
        if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { listensFrom = Int.max }
        return true
    }
}
