import BansoDomain
import TerminalUI

/// What every screen knows besides its own state. A value: a screen can be updated and drawn without a terminal.
public struct Context: Sendable {
    public var catalogue: Catalogue
    public var language: Language
    /// The day the program takes as today.
    public var today: Day
    public var calendar: WorkingCalendar
    public var glyphs: Glyphs
    /// Whether the plain marks stand only for those that the terminal draws two cells wide.
    private var isPlainForWidth = false
    /// Whether marks in texts are drawn in ASCII too, as a person asked for.
    var isPlain: Bool { glyphs == .ascii && !isPlainForWidth }
    public var actor: Actor
    public var size: Size
    /// Differs after every change of the data, so that a screen knows whether what it has read still holds.
    var dataVersion = 0
    /// What was typed in forms and not saved.
    var drafts: [FormRequest: Draft] = [:]
    /// What keys do otherwise than usual.
    public var keys = KeyMap()
    /// The themes that can be switched to.
    public var themes = ThemeShelf()
    /// How wide the terminal draws ambiguous characters; nil: it is asked, and narrow until it answers.
    public var ambiguousWidth: AmbiguousWidth?
    /// Seconds by which local time is ahead of UTC.
    public var utcOffset: Int
    /// Japan Standard Time, in which the programme's days begin.
    public static let japan = 9 * 3600
    /// What is wrong with the database for good; nil while all is well.
    var fault: DeskError?
    /// Why nothing can be written; nil where it can.
    var refusal: DeskError?
    /// Why nothing is written: it can't be, or what is wrong with the database forbids it.
    var writeRefusal: DeskError? { fault ?? refusal }
    /// Whether the programme's period has ended.
    var isOver: Bool { today > catalogue.period.upperBound }
    /// To look at only.
    var isReadOnly: Bool { refusal != nil }
    /// On a throw-away database with sample data.
    public var isDemo: Bool

    public init(
        catalogue: Catalogue, language: Language, today: Day, calendar: WorkingCalendar, glyphs: Glyphs = .unicode,
        actor: Actor, size: Size = Size(width: 80, height: 24),
        utcOffset: Int = Context.japan, isDemo: Bool = false
    ) {
        self.utcOffset = utcOffset
        self.catalogue = catalogue
        self.language = language
        self.today = today
        self.calendar = calendar
        self.glyphs = glyphs
        self.actor = actor
        self.size = size
        self.isDemo = isDemo
    }

    /// On a terminal that draws them wide, the marks and lines that would be are replaced; what stands in texts is not: it is
    /// measured as the terminal draws it, so that a name stays as it was entered.
    public mutating func use(_ width: AmbiguousWidth) {
        ambiguousWidth = width
        if width == .wide, glyphs != .ascii { (glyphs, isPlainForWidth) = (.ascii, true) }
    }

    /// Does what depends on how many cells text takes.
    func measuring<Result>(_ body: () throws -> Result) rethrows -> Result {
        try AmbiguousWidth.$current.withValue(ambiguousWidth ?? .narrow, operation: body)
    }

    /// Rows between the header, which grows with what is wrong, and the footer.
    var body: Rect {
        let top = fault.map { Banner($0, in: size, self).lines.count } ?? 1
        return Rect(x: 0, y: top, width: size.width, height: size.height - top - 1)
    }
}
