import BansoDomain

/// What a field takes, and how what was typed is understood.
enum FieldKind: Hashable {
    case text
    case notes
    case day(isRequired: Bool, latest: Day?)
    case time
    case minutes(usual: ClosedRange<Int>)
    case choice([LocalizedText])
    /// A name, completed from those known.
    case name([String])

    /// What a field's text means.
    enum Understanding: Hashable {
        case empty
        /// Taken, and shown back as understood; with `isUnusual` pointed out, not refused.
        case fine(String, isUnusual: Bool = false)
        case wrong(LocalizedText)
    }

    func understand(_ text: String, today: Day, language: Language) -> Understanding {
        let typed = Folding.typed(text)
        switch self {
        case .text, .notes, .choice, .name: return typed.isEmpty ? .empty : .fine("")
        case .day(let isRequired, let latest):
            if typed.isEmpty { return isRequired ? .wrong(FieldKind.missing) : .empty }
            guard let day = DayReader.read(text, today: today) else {
                return .wrong(
                    LocalizedText(
                        ja: "日付が読めません（例 8/5、R7.8.5、今日、+3d）", en: "not a date (try 8/5, 2025-08-05, today, +3d)"))
            }
            if let latest, day > latest {
                return .wrong(
                    LocalizedText(
                        ja: "\(day.wareki)はまだ先の日付です", en: "\(day.spelled(.en)) is still to come"))
            }
            return .fine(day.spelled(language))
        case .time:
            if typed.isEmpty { return .empty }
            guard let time = ClockTime(reading: text) else {
                return .wrong(LocalizedText(ja: "時刻が読めません（例 14:00、1400、午後2時）", en: "not a time (try 14:00, 1400, 2pm)"))
            }
            return .fine(time.text)
        case .minutes(let usual):
            if typed.isEmpty { return .wrong(FieldKind.missing) }
            guard let minutes = FieldKind.minutes(text), Consultation.possibleMinutes.contains(minutes) else {
                return .wrong(
                    LocalizedText(
                        ja:
                            "\(Consultation.possibleMinutes.lowerBound)～\(Consultation.possibleMinutes.upperBound)の数字で（分）",
                        en:
                            "a number of minutes, \(Consultation.possibleMinutes.lowerBound) to \(Consultation.possibleMinutes.upperBound)"
                    ))
            }
            if usual.contains(minutes) { return .fine(language("\(minutes)分", "\(minutes) minutes")) }
            return .fine(
                language(
                    "\(minutes)分（目安は\(usual.lowerBound)～\(usual.upperBound)分）",
                    "\(minutes) minutes (usually \(usual.lowerBound)–\(usual.upperBound))"), isUnusual: true)
        }
    }

    /// `90`, `９０分`, `1.5h` and `1時間半` are all 90.
    static func minutes(_ text: String) -> Int? {
        var rest = Substring(Folding.typed(text).filter { $0 != " " })
        for unit in ["分", "min", "m"] where rest.hasSuffix(unit) {
            rest = rest.dropLast(unit.count)
            break
        }
        if let number = Int(rest) { return number }
        for unit in ["時間半", "時間", "h"] where rest.hasSuffix(unit) {
            guard let hours = Double(rest.dropLast(unit.count)), (0...24).contains(hours) else { return nil }
            return Int(hours * 60) + (unit == "時間半" ? 30 : 0)
        }
        return nil
    }

    private static let missing = LocalizedText(ja: "入力してください", en: "this is needed")
}
