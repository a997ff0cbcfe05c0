import BansoDomain

/// Why a catalogue or holiday file was refused: which file, where in it, and what is wrong there.
public struct CatalogueError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Place: Hashable, Sendable {
        /// A key with the entry it belongs to: `indicator "A2.companies".target`. An entry without an id is named by its
        /// number, from 1: `indicator #3.id`.
        case key(String)
        /// Where the text stops being TOML, both from 1.
        case position(line: Int, column: Int)
        /// The text as a whole.
        case whole
    }

    public var file: String
    public var place: Place
    public var reason: LocalizedText

    public init(file: String, place: Place, reason: LocalizedText) {
        self.file = file
        self.place = place
        self.reason = reason
    }

    /// `FILE: KEY: reason`, in one line. What comes from the file shows no control character raw.
    public var message: LocalizedText {
        let name = Quoting.visible(file)
        return switch place {
        case .key(let key):
            LocalizedText(ja: "\(name): \(key): \(reason.ja)", en: "\(name): \(key): \(reason.en)")
        case .position(let line, let column):
            LocalizedText(
                ja: "\(name): \(line)行\(column)文字目: \(reason.ja)",
                en: "\(name): line \(line), column \(column): \(reason.en)")
        case .whole: LocalizedText(ja: "\(name): \(reason.ja)", en: "\(name): \(reason.en)")
        }
    }

    public var description: String { message.en }
}
