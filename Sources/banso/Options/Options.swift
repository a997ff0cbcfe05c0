import ArgumentParser
import BansoApp
import BansoCatalogue
import BansoDomain
import BansoStore
import Foundation

extension Language: ExpressibleByArgument {}

/// Which database.
struct DatabaseOption: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: told(
            "データベースのファイル（なければ $BANSO_DB、それもなければ $XDG_DATA_HOME/banso/banso.db）。",
            "The database file (else $BANSO_DB, else $XDG_DATA_HOME/banso/banso.db)."), completion: .file())
    var path: String?

    var resolved: String { path ?? DatabaseOption.standard }

    /// What names it.
    func source(_ language: Language) -> String {
        if path != nil { return "--db" }
        let variable = [Variable.database, .data].first { $0.value != nil }
        return variable.map { "$" + $0.rawValue } ?? language("（標準）", "(as usual)")
    }

    static var standard: String { Variable.database.value ?? Variable.data.folder(else: ".local/share") + "/banso.db" }

    func open(_ mode: Store.Mode = .readWrite) throws -> Store {
        let note = RenewalNote(language: Locale.ofRun)
        defer { note.clear() }
        return try Store.open(at: resolved, mode: mode, renewing: note.show, known: CatalogueFile.embedded) {
            try InitCommand.parse($0, file: resolved)
        }
    }
}

/// Which language.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("lang"), help: told("ja か en（なければロケールから）。", "ja or en (else the locale's)."))
    var explicit: Language?

    var language: Language { Locale.language(explicit: explicit) }
}

/// Which day is today.
struct TodayOption: ParsableArguments {
    @Option(
        name: .customLong("today"),
        help: told(
            "今日とみなす日：2025-11-20、11/20、R7.11.20（なければ日本の今日）。履歴と確定の時刻は常に実際の時刻です。",
            "The day to take as today: 2025-11-20, 11/20, R7.11.20 (else today in Japan). The history, and when a report "
                + "was frozen, always have the real time."))
    var explicit: GivenDay?

    /// - Throws: `CommandFailure` where what was given is no date.
    var day: Day { get throws { try explicit?.day() ?? TodayOption.system } }

    /// What a program that runs past midnight asks; nil where the day was given.
    var clock: (() -> Day)? { explicit == nil ? { TodayOption.system } : nil }

    /// The programme's days are Japan's, wherever the machine stands.
    static var system: Day { Day(ordinal: (time(nil) + Context.japan) / 86_400) }
}

/// Up to which day is counted.
struct AsOfOption: ParsableArguments {
    @Option(
        name: [.customLong("as-of"), .customLong("today")],
        help: told(
            "この日の時点で：2025-11-20、11/20、R7.11.20（なければ今日）。",
            "What was true on this day: 2025-11-20, 11/20, R7.11.20 (else today)."))
    var explicit: GivenDay?

    /// - Throws: `CommandFailure` where what was given is no date.
    var day: Day { get throws { try explicit?.day() ?? TodayOption.system } }
}

/// Who works.
struct ActorOption: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: told("入力に添える担当者名（なければログイン名）。", "Whose name is written beside what is entered (else the login)."))
    var name: String?

    var actor: Actor {
        let typed = Folding.stored(name ?? "")
        if !typed.isEmpty { return Actor(typed) }
        return Actor(Variable.user.value ?? NSUserName())
    }
}

/// COLSxROWS.
struct FrameSize: ExpressibleByArgument {
    var columns: Int
    var rows: Int

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    var defaultValueDescription: String { "\(columns)x\(rows)" }

    init?(argument: String) {
        let parts = argument.lowercased().split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, (1...1000).contains(parts[0]), (1...1000).contains(parts[1]) else { return nil }
        self.init(columns: parts[0], rows: parts[1])
    }
}
