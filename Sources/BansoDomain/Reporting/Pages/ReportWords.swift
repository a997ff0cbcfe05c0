/// What reports are worded with.
enum ReportWords {
    /// A moment on the clock of the Bureau (Japan, UTC+9), wherever it is read.
    static func moment(_ seconds: Int) -> String {
        let local = seconds + 9 * 3600
        let time = ClockTime(minutes: local % 86400 / 60)?.text ?? ""
        return "\(Day(ordinal: local / 86400).iso) \(time)"
    }

    /// +3 or −2.
    static func difference(_ change: FigureChange) -> String {
        let difference = change.now - change.was
        return difference > 0 ? "+\(difference)" : "−\(-difference)"
    }
}

extension MonthlyReport {
    /// 令和7年10月分 A 人材戦略構築支援.
    public func name(_ language: Language) -> String {
        let month = month.spelled(language)
        return language(
            "\(month)分 \(programme) \(programmeLabel.ja)", "\(month), programme \(programme) \(programmeLabel.en)")
    }
}
