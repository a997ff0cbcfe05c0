import BansoDomain

/// What the program reads and keeps, and where: for the manual.
enum ProgramFiles {
    static let all: [(path: String, meaning: LocalizedText)] = [
        (
            "$XDG_DATA_HOME/banso/banso.db",
            LocalizedText(
                ja: "データベース。隣に -wal、-shm（SQLite）、-lock（書き込みの順番）、-draft-…（下書き）、-backups（控えの場所）",
                en:
                    "the database; beside it -wal and -shm (SQLite's), -lock (whose turn it is to write), -draft-… (drafts), "
                    + "-backups (where backups were made)"
            )
        ),
        (
            "$XDG_CONFIG_HOME/banso/config.toml",
            LocalizedText(ja: "設定（banso doctor で確認）", en: "settings; banso doctor says what is in force")
        ),
        ("$XDG_CONFIG_HOME/banso/themes/*.toml", LocalizedText(ja: "自分の配色", en: "themes of one's own")),
        (
            "$XDG_CONFIG_HOME/banso/holidays.toml",
            LocalizedText(ja: "内蔵の祝日を置き換えるもの", en: "holidays in the place of those built in")
        ),
        (
            "$XDG_STATE_HOME/banso/views.json",
            LocalizedText(
                ja: "パイプラインのページの形：絞り込み、列、並べ方。読めないものは views.json.bad に残す",
                en:
                    "how pipelines' pages look: filter, columns, order; what can't be understood is kept as views.json.bad"
            )
        ),
    ]
}
