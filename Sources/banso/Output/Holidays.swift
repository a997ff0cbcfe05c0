import BansoCatalogue
import BansoDomain
import Foundation

/// The holidays by which working days are counted: the user's own file where there is one, else the one built in.
enum Holidays {
    /// Where a person puts a list of their own, of the same form as the one built in.
    static var path: String {
        let environment = ProcessInfo.processInfo.environment
        let config = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        return (config ?? (environment["HOME"] ?? ".") + "/.config") + "/banso/holidays.toml"
    }

    static var isOwn: Bool { FileManager.default.fileExists(atPath: path) }

    /// - Throws: `CommandFailure` where the user's file can't be read: which line, and why.
    static func calendar() throws -> WorkingCalendar {
        guard isOwn else { return try Embedded.calendar() }
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(validating: data, as: UTF8.self)
        else {
            throw CommandFailure("\(path) が読めません（UTF-8 のテキストにしてください）", "can't read \(path): make it UTF-8 text")
        }
        do {
            return try HolidayFile.parse(text, file: path)
        } catch {
            throw CommandFailure(error)
        }
    }
}
