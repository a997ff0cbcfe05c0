import BansoDomain

/// Japan's national holidays as a TOML file, and its strict reader.
public enum HolidayFile {
    /// A day off with its name.
    public struct Holiday: Hashable, Sendable {
        public var date: Day
        public var name: String

        public init(date: Day, name: String) {
            self.date = date
            self.name = name
        }
    }

    /// `holidays.toml`, 2025 to 2027, as it is built into the program.
    public static var embedded: String { String(decoding: PackageResources.holidays_toml, as: UTF8.self) }

    /// The name that errors in `embedded` are reported under.
    public static let embeddedName = "holidays.toml"

    /// Reads a list of holidays, each day once and in order.
    /// - Parameters:
    ///   - text: TOML, of the form that `embedded` shows.
    ///   - file: the name to report errors under.
    public static func holidays(_ text: String, file: String) throws(CatalogueError) -> [Holiday] {
        try holidays(text, file: file, isOwn: false)
    }

    private static func holidays(_ text: String, file: String, isOwn: Bool) throws(CatalogueError) -> [Holiday] {
        let root = try TableReader(text: text, file: file, isOwn: isOwn)
        try root.allow("holiday")
        var holidays: [Holiday] = []
        for entry in try root.tables("holiday") {
            try entry.allow("date", "name")
            let holiday = Holiday(date: try entry.day("date"), name: try entry.text("name"))
            if let last = holidays.last {
                guard last.date != holiday.date else { throw entry.twice("date", holiday.date.iso) }
                guard last.date < holiday.date else {
                    throw entry.error("date", "\(last.date.iso)より前です", "is before \(last.date.iso)")
                }
            }
            holidays.append(holiday)
        }
        return holidays
    }

    /// Reads a list of holidays as the calendar of working days they leave.
    public static func parse(_ text: String, file: String) throws(CatalogueError) -> WorkingCalendar {
        WorkingCalendar(holidays: Set(try holidays(text, file: file).map(\.date)))
    }

    /// What `embedded` says: read without what only a file that a person wrote has to be asked.
    public static func parseEmbedded() throws(CatalogueError) -> WorkingCalendar {
        WorkingCalendar(holidays: Set(try holidays(embedded, file: embeddedName, isOwn: true).map(\.date)))
    }
}
