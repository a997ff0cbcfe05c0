import BansoDomain
import TerminalUI

/// When the wall is dim, and which theme it is then a darker one of.
public struct Dimming: Sendable {
    /// From one time of the day to another, past midnight too.
    public struct Hours: Hashable, Sendable {
        public var from: ClockTime
        public var until: ClockTime

        public init(from: ClockTime, until: ClockTime) {
            self.from = from
            self.until = until
        }

        /// `19:00-07:00`; nil where it is none.
        public init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
                ClockTime(reading: String($0))
            }
            guard parts.count == 2, let from = parts[0], let until = parts[1] else { return nil }
            self.init(from: from, until: until)
        }

        func contains(_ time: ClockTime) -> Bool {
            from <= until ? from <= time && time < until : time >= from || time < until
        }
    }

    /// What is left of a colour's light.
    static let light = 0.45

    public var hours: Hours
    public var theme: Theme

    public init(hours: Hours, theme: Theme) {
        self.hours = hours
        self.theme = theme
    }
}
