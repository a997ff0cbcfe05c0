import BansoDomain

/// A moment as the clock on the wall had it.
struct LocalTime: Hashable {
    let day: Day
    let time: ClockTime

    /// - Parameters:
    ///   - seconds: since 1970, UTC.
    ///   - offset: seconds by which local time is ahead of UTC.
    init(seconds: Double, offset: Int) {
        let local = Int(seconds.rounded(.down)) + offset
        let day = Int((Double(local) / 86400).rounded(.down))
        self.day = Day(1970, 1, 1)! + day
        time = ClockTime(minutes: (local - day * 86400) / 60)!
    }
}
