import ArgumentParser
import BansoDomain

/// A date on the command line, read as it is typed into a form: 2025-11-20, 11/20, R7.11.20.
struct GivenDay: ExpressibleByArgument {
    private let text: String

    init?(argument: String) { text = argument }

    /// - Parameter today: dates without a year are read around it.
    /// - Throws: `CommandFailure` where it is no date.
    func day(around today: Day = TodayOption.system) throws -> Day {
        guard let day = DayReader.read(text, today: today) else {
            throw CommandFailure(
                "「\(text)」は日付ではありません（2025-11-20、11/20、R7.11.20 など）",
                "'\(text)' is no date (such as 2025-11-20, 11/20 or R7.11.20)")
        }
        return day
    }
}
