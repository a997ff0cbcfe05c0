import BansoCatalogue
import BansoDomain

/// What comes with the program.
enum Embedded {
    static func calendar() throws -> WorkingCalendar {
        if let ahead = EmbeddedAhead.shared.calendar() { return ahead }
        do {
            return try HolidayFile.parse(HolidayFile.embedded, file: HolidayFile.embeddedName)
        } catch {
            throw CommandFailure(error)
        }
    }

    static func catalogue() throws -> Catalogue {
        try InitCommand.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
    }
}
