import BansoCatalogue
import BansoDomain
import BansoTOML
import Foundation

/// The holidays by which working days are counted: the user's own file where there is one, else the one built in.
enum Holidays {
    /// Where a person puts a list of their own, of the same form as the one built in.
    static var path: String { ConfigFolder.path + "/holidays.toml" }

    static var isOwn: Bool { FileManager.default.fileExists(atPath: path) }

    /// - Throws: `CommandFailure` where the user's file can't be read: which line, and why.
    static func calendar() throws -> WorkingCalendar {
        guard let text = try text() else { return try Embedded.calendar() }
        do {
            return try HolidayFile.parse(text, file: path)
        } catch {
            throw CommandFailure(error)
        }
    }

    private static func text() throws -> String? {
        do throws(TOMLProblem) {
            return try ConfigFolder.text(of: path)
        } catch {
            throw CommandFailure(error)
        }
    }
}
