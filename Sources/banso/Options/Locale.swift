import BansoDomain
import Foundation

/// The language of a run: what was asked for, else what is settled, else the locale's.
enum Locale {
    static func language(explicit: Language?) -> Language {
        // A settings file that is broken is reported by those who need it.
        if let language = explicit ?? ConfigFolder.read().settings.language { return language }
        return variable?.value.hasPrefix("ja") == true ? .ja : .en
    }

    /// The language of this run, known before its line is parsed: the parser's texts are in it.
    static let ofRun = language(explicit: spoken)

    /// What `--lang` says, also where the rest of the line can't be understood.
    private static var spoken: Language? {
        let arguments = CommandLine.arguments
        guard let place = arguments.firstIndex(where: { $0 == "--lang" || $0.hasPrefix("--lang=") }) else { return nil }
        let value =
            arguments[place].contains("=") ? arguments[place].dropFirst(7) : arguments.dropFirst(place + 1).first?[...]
        return value.flatMap { Language(rawValue: String($0)) }
    }

    /// The environment's variable that says it.
    static var variable: (name: String, value: String)? {
        [Variable.allOfLocale, .messages, .language].lazy.compactMap { name in name.value.map { (name.rawValue, $0) } }
            .first
    }
}
