import BansoDomain
import Foundation

/// A variable of the environment that the program heeds.
enum Variable: String, CaseIterable {
    case database = "BANSO_DB"
    case data = "XDG_DATA_HOME"
    case config = "XDG_CONFIG_HOME"
    case state = "XDG_STATE_HOME"
    case downloads = "XDG_DOWNLOAD_DIR"
    case home = "HOME"
    case user = "USER"
    case allOfLocale = "LC_ALL"
    case messages = "LC_MESSAGES"
    case language = "LANG"
    case terminal = "TERM"
    case colours = "COLORTERM"
    case noColour = "NO_COLOR"

    /// Nil where it isn't set, or is empty.
    var value: String? {
        getenv(rawValue).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The folder of the program under the one that the variable names, else under this one of the home folder.
    func folder(else usual: String) -> String {
        (value ?? (Variable.home.value ?? ".") + "/" + usual) + "/banso"
    }

    var meaning: LocalizedText {
        switch self {
        case .database: LocalizedText(ja: "データベースのファイル（--db が優先）", en: "the database file; --db goes before it")
        case .data:
            LocalizedText(ja: "データのフォルダー（なければ ~/.local/share）", en: "the folder of data (else ~/.local/share)")
        case .config:
            LocalizedText(ja: "設定のフォルダー（なければ ~/.config）", en: "the folder of settings (else ~/.config)")
        case .state:
            LocalizedText(ja: "画面の形を残すフォルダー（なければ ~/.local/state）", en: "the folder of state (else ~/.local/state)")
        case .downloads:
            LocalizedText(
                ja: "画面から書き出すファイルのフォルダー（なければ起動したフォルダー）",
                en: "the folder of files that are exported from a screen (else where banso was started)")
        case .home: LocalizedText(ja: "以上がないときのフォルダーの親", en: "where these folders are without the variables above")
        case .user: LocalizedText(ja: "--as がないときの担当者名", en: "who works, where --as doesn't say it")
        case .allOfLocale, .messages, .language:
            LocalizedText(
                ja: "言語：ja で始まれば日本語（LC_ALL、LC_MESSAGES、LANG の順。--lang と config.toml が優先）",
                en:
                    "the language: Japanese where it begins with ja (LC_ALL, LC_MESSAGES, LANG in this order; --lang and "
                    + "config.toml go before them)")
        case .terminal: LocalizedText(ja: "端末の種類（terminfo の名前）", en: "what terminal it is: its name in terminfo")
        case .colours:
            LocalizedText(
                ja: "truecolor か 24bit なら 24ビットの色で描く", en: "truecolor or 24bit: colours are drawn in 24 bits")
        case .noColour: LocalizedText(ja: "空でなければ色を使わない", en: "no colours where it is not empty")
        }
    }
}
