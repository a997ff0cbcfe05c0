import BansoDomain
import Foundation

/// The language of a run: what was asked for, else what is settled, else the locale's.
enum Locale {
    static func language(explicit: Language?) -> Language {
        // A settings file that is broken is reported by those who need it.
        if let language = explicit ?? (try? ConfigFolder.settings())?.language { return language }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("ja") == true ? .ja : .en
    }
}
