/// A time of day in minutes, 00:00 to 23:59.
public struct ClockTime: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0...1439.
    public let minutes: Int

    public init?(minutes: Int) {
        guard (0..<1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Reads `14:00`, `14:00:00`, `1400`, `14時`, `14時30分`, `午後2時`, `2pm`, `正午`, in full width too; nil where the text is no time.
    public init?(reading text: String) {
        var rest = Substring(Folding.typed(text).lowercased())
        if ["正午", "noon"].contains(rest) { rest = "12:00" }
        var afternoon = false
        var halfDay = false
        for (mark, isAfternoon) in [("午後", true), ("午前", false)] where rest.hasPrefix(mark) {
            rest = rest.dropFirst(2)
            (afternoon, halfDay) = (isAfternoon, true)
        }
        for (mark, isAfternoon) in [("pm", true), ("am", false)] where rest.hasSuffix(mark) {
            rest = rest.dropLast(2)
            while rest.last == " " { rest = rest.dropLast() }
            (afternoon, halfDay) = (isAfternoon, true)
        }
        let hasHourMark = rest.contains("時")
        if hasHourMark, rest.hasSuffix("分") { rest = rest.dropLast() }
        if rest.hasSuffix("時半") { rest = rest.dropLast() + "30" }
        var parts = rest.split(separator: hasHourMark ? "時" : ":", omittingEmptySubsequences: false)
        if hasHourMark, parts.count == 2, parts[1].isEmpty { parts.removeLast() }
        let width = hasHourMark || parts.count == 2 ? 1...2 : 1...4
        // A spreadsheet's time has seconds.
        if !hasHourMark, parts.count == 3, parts[2] == "00" { parts.removeLast() }
        guard parts.count <= 2,
            parts.allSatisfy({ width.contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let first = Int(parts[0])
        else { return nil }
        var hour = first
        var minute = 0
        if parts.count == 2 {
            guard let second = Int(parts[1]) else { return nil }
            minute = second
        } else if parts[0].count >= 3 {
            (hour, minute) = (first / 100, first % 100)
        }
        guard (0..<60).contains(minute), (0...(halfDay ? 12 : 23)).contains(hour) else { return nil }
        if halfDay { hour = hour % 12 + (afternoon ? 12 : 0) }
        self.init(minutes: hour * 60 + minute)
    }

    /// `HH:MM`.
    public var text: String {
        let hour = minutes / 60
        let minute = minutes % 60
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }
}
