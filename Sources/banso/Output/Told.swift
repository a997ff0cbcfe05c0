import ArgumentParser
import BansoDomain

/// A text of the parser in the language of the run.
func told(_ ja: String, _ en: String) -> String { Locale.ofRun(ja, en) }

/// The same as the help of an option.
func told(_ ja: String, _ en: String) -> ArgumentHelp { ArgumentHelp(Locale.ofRun(ja, en)) }
