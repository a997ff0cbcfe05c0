import BansoDomain
import Foundation

/// The language of a run: what was asked for, else the locale's.
enum Locale {
    static func language(explicit: Language?) -> Language {
        if let explicit { return explicit }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("ja") == true ? .ja : .en
    }
}
