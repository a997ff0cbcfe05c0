import BansoDomain
import TerminalUI

/// A day in a column of days, whose digits stand below each other: 12/10 and  8/5.
enum ShortDay {
    /// In cells, of 12/10 and 10 Dec.
    static func width(_ language: Language) -> Int { language == .ja ? 5 : 6 }

    static func aligned(_ day: Day, _ language: Language) -> String {
        padded(day.short(language), to: width(language), isRightAligned: true)
    }
}
