/// What a record is known by, where that begins with a date: an event's day, a report's month.
public enum DatedTitle {
    /// As a person reads it: the name before its day, which tells two of one name apart; `2025-10 D`, a report, as 10月 D.
    public static func read(_ title: String, _ language: Language) -> String {
        let parts = title.split(separator: " ", maxSplits: 1).map(String.init)
        guard let first = parts.first else { return title }
        if let day = Day(iso: first) {
            return parts.count == 2 ? parts[1] + " " + day.short(language) : day.short(language)
        }
        guard parts.count == 2, parts[1].count == 1, let month = FiscalMonth(iso: first) else { return title }
        return month.short(language) + " " + parts[1]
    }
}
