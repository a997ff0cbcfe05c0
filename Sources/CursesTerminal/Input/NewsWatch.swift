import Glibc

/// Waits beside the terminal for a descriptor that can be read when something has happened elsewhere. A write to a database is
/// many writes to its files, and counts only once the disk has them, of which nothing gives a sign: so it is told of when it should
/// be complete, and again for disks that are slow, and not anew before a while has gone by.
struct NewsWatch {
    /// In milliseconds after the first sign. With the last it listens anew.
    static let tellings = [15, 40, 100]

    private let descriptor: Int32
    private var heardAt: Int?
    private var told = 0
    private var hasEnded = false

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// What to poll; -1 while there is nothing to wait for.
    var polled: Int32 { heardAt == nil && !hasEnded ? descriptor : -1 }

    /// When to ask again whatever happens; nil where only the descriptor tells.
    var wakes: Int? { heardAt.map { $0 + NewsWatch.tellings[told] } }

    mutating func hear(at now: Int) { (heardAt, told) = (now, 0) }

    /// Whether it is time to tell of it. What the descriptor gives until it is told of first is thrown away; what comes later
    /// may be of another write, and begins anew.
    mutating func isToBeTold(at now: Int) -> Bool {
        guard let wakes, now >= wakes else { return false }
        if told == 0 { throwAway() }
        told += 1
        if told == NewsWatch.tellings.count { heardAt = nil }
        return true
    }

    private mutating func throwAway() {
        let count = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) {
            read(descriptor, $0.baseAddress, $0.count)
        }
        // One that has nothing to tell any more would be asked for ever.
        hasEnded = count == 0 || count < 0 && errno != EINTR && errno != EAGAIN
    }
}
