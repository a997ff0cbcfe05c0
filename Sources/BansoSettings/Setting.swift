import BansoDomain

/// A key of `config.toml`: what the reader knows, the doctor names and the manual explains.
public enum Setting: String, CaseIterable, Sendable {
    case language, theme, start, ascii, mouse, ambiguous, keys
    case wallPages = "wall.pages"
    case wallInterval = "wall.interval"

    /// The keys of a table; of the file itself where `path` is empty.
    static func names(at path: String) -> [String] {
        let depth = path.isEmpty ? 0 : 1
        var names: [String] = []
        for setting in allCases {
            let parts = setting.rawValue.split(separator: ".").map(String.init)
            guard parts.count > depth, path.isEmpty || parts[0] == path, !names.contains(parts[depth]) else { continue }
            names.append(parts[depth])
        }
        return names
    }

    /// As the doctor calls it.
    public var label: LocalizedText {
        switch self {
        case .language: LocalizedText(ja: "言語", en: "language")
        case .theme: LocalizedText(ja: "テーマ", en: "theme")
        case .start: LocalizedText(ja: "開始のページ", en: "start")
        case .ascii: LocalizedText(ja: "ASCIIのみ", en: "ASCII only")
        case .mouse: LocalizedText(ja: "マウス", en: "mouse")
        case .ambiguous: LocalizedText(ja: "曖昧な幅", en: "ambiguous")
        case .keys: LocalizedText(ja: "キー", en: "key")
        case .wallPages: LocalizedText(ja: "壁のページ", en: "wall pages")
        case .wallInterval: LocalizedText(ja: "壁の間隔", en: "wall interval")
        }
    }

    public var meaning: LocalizedText {
        switch self {
        case .language: LocalizedText(ja: "画面とコマンドの言語", en: "the language of screens and commands")
        case .theme:
            LocalizedText(
                ja: "配色。名前は banso themes で一覧、auto は端末の明暗に合わせます",
                en: "the colours: a name that banso themes lists, or auto: as the terminal is, dark or light")
        case .start: LocalizedText(ja: "デスクが最初に開くページ", en: "the page the desk begins with")
        case .ascii: LocalizedText(ja: "線や記号を ASCII だけで描く", en: "draw lines and marks with ASCII only")
        case .mouse:
            LocalizedText(
                ja: "クリックとホイールを使う（false なら端末の文字選択が効きます）",
                en: "clicks and the wheel work; without it the mouse selects text")
        case .ambiguous:
            LocalizedText(
                ja: "①、※、○ などの幅。auto は端末に尋ねます",
                en: "how wide the terminal draws ①, ※ and ○; auto: it is asked")
        case .keys:
            LocalizedText(
                ja: "操作ごとのキー。いくつでも、なし（[]）でも。同じ画面で二つの操作が同じキーになる設定は断ります",
                en: "the keys of an action, several or none ([]); two actions of one screen can't have the same key")
        case .wallPages: LocalizedText(ja: "ウォールボードが巡るページ", en: "the pages the wallboard shows in turn")
        case .wallInterval: LocalizedText(ja: "1ページを出しておく秒数", en: "how many seconds a page stays")
        }
    }

    /// What it can be, as it is written.
    public var values: LocalizedText {
        switch self {
        case .language: LocalizedText(ja: "\"ja\"、\"en\"", en: "\"ja\", \"en\"")
        case .theme: LocalizedText(ja: "\"auto\"、\"dark\" など", en: "\"auto\", \"dark\" …")
        case .start:
            LocalizedText(
                ja: "\"today\"、\"overview\"、\"matching\"、\"A\" などの事業区分",
                en: "\"today\", \"overview\", \"matching\", or a programme's page: \"A\", \"A3\" …")
        case .ascii, .mouse: LocalizedText(ja: "true、false", en: "true, false")
        case .ambiguous: LocalizedText(ja: "\"narrow\"、\"wide\"、\"auto\"", en: "\"narrow\", \"wide\", \"auto\"")
        case .keys: LocalizedText(ja: "undo = [\"u\", \"F4\"]", en: "undo = [\"u\", \"F4\"]")
        case .wallPages:
            LocalizedText(
                ja: "[\"overview\", \"A\", \"deadlines\"] など", en: "such as [\"overview\", \"A\", \"deadlines\"]")
        case .wallInterval: LocalizedText(ja: "0.2～86400", en: "0.2 to 86400")
        }
    }

    /// What holds without it.
    public var usual: LocalizedText {
        switch self {
        case .language: LocalizedText(ja: "ロケールから", en: "the locale's")
        case .theme: LocalizedText(ja: "auto", en: "auto")
        case .start: LocalizedText(ja: "today", en: "today")
        case .ascii, .mouse: LocalizedText(ja: "いいえ", en: "no")
        case .ambiguous: LocalizedText(ja: "auto（端末に尋ねます）", en: "auto: the terminal is asked")
        case .keys: LocalizedText(ja: "キー一覧のとおり", en: "those that ? lists")
        case .wallPages: LocalizedText(ja: "全部", en: "all")
        case .wallInterval: LocalizedText(ja: "\(Int(Self.usualInterval))秒", en: "\(Int(Self.usualInterval)) s")
        }
    }

    /// In seconds.
    public static let usualInterval = 15.0
}
