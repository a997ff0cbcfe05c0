import BansoDomain
import Foundation

/// The language of a run: what was asked for, else what is settled, else the locale's.
enum Locale {
    static func language(explicit: Language?) -> Language {
        // A settings file that is broken is reported by those who need it.
        if let language = explicit ?? (try? ConfigFolder.settings())?.language { return language }
        return variable?.value.hasPrefix("ja") == true ? .ja : .en
    }

    /// The environment's variable that says it.
    static var variable: (name: String, value: String)? {
        let environment = ProcessInfo.processInfo.environment
        return ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { name in environment[name].map { (name, $0) } }
            .first { !$0.1.isEmpty }
    }
}
