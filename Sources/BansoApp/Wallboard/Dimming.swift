import BansoDomain
import TerminalUI

/// When the wall is dim, and how it looks then.
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
    /// By day.
    public var theme: Theme
    /// What is darkened at night: a dark one, because a light one keeps nearly all of its light where it is to be read.
    public var night: Theme

    public init(hours: Hours, theme: Theme, night: Theme) {
        self.hours = hours
        self.theme = theme
        self.night = night
    }

    func theme(isDim: Bool) -> Theme { isDim ? night.dimmed(to: Dimming.light) : theme }
}
