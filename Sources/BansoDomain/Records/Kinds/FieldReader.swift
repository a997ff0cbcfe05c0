/// Reads what a person or a file wrote into a field. Forms, imports and commands all read by this.
public struct FieldReader: Sendable {
    private let catalogue: Catalogue
    /// Dates without a year are read around it.
    private let today: Day

    public init(catalogue: Catalogue, today: Day) {
        self.catalogue = catalogue
        self.today = today
    }

    /// What is wrong with a text.
    public struct Problem: Error, Hashable, Sendable {
        public var reason: LocalizedText

        public init(ja: String, en: String) { reason = LocalizedText(ja: ja, en: en) }
    }

    /// - Parameter text: as it was written; an empty one gives the field's initial value where it has to have one.
    /// - Returns: the value; for a reference only `#12` and `12`, since names are looked up by the desk.
    public func read(_ text: String, _ field: RecordField) throws(Problem) -> FieldValue {
        let text = Folding.stored(text)
        guard !text.isEmpty else { return try missing(field) }
        let typed = Folding.typed(text)
        switch field.kind {
        case .line, .word: return .text(text)
        case .kana: return .text(Folding.katakana(text))
        case .phone:
            let number = Folding.halfWidth(text)
            guard FieldReader.isPhone(number) else {
                throw Problem(ja: "「\(text)」は電話番号ではありません（092-000-0000 など）", en: "'\(text)' is no phone number")
            }
            return .text(number)
        case .email:
            let address = Folding.halfWidth(text)
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) }) else {
                throw Problem(
                    ja: "「\(text)」はメールアドレスではありません（suzuki@example.jp など）",
                    en: "'\(text)' is no e-mail address (such as suzuki@example.jp)")
            }
            return .text(address)
        case .paragraph: return .text(text)
        case .day(let inPeriod): return .day(try day(text, inPeriod: inPeriod))
        case .time:
            guard let time = ClockTime(reading: text) else {
                throw Problem(ja: "「\(text)」は時刻ではありません（14:00 など）", en: "'\(text)' is no time (such as 14:00)")
            }
            return .number(time.minutes)
        case .number(let range):
            guard let number = FieldReader.amount(typed), range.contains(number) else {
                throw Problem(
                    ja: "「\(text)」は使えません（\(range.lowerBound)～\(range.upperBound)の数字）",
                    en: "can't use '\(text)' (a number from \(range.lowerBound) to \(range.upperBound))")
            }
            return .number(number)
        case .minutes(let range):
            guard let minutes = FieldReader.minutes(typed), range.contains(minutes) else {
                throw Problem(
                    ja: "「\(text)」は使えません（\(range.lowerBound)～\(range.upperBound)分、1.5h など）",
                    en: "can't use '\(text)' (\(range.lowerBound) to \(range.upperBound) minutes, or 1.5h)")
            }
            return .number(minutes)
        case .choice(let choices): return .text(try choice(text, choices).token)
        case .flag: return .flag(try flag(text, typed))
        case .tags(let choices):
            var tokens: Set<String> = []
            for part in text.split(whereSeparator: { ",、;；".contains($0) }).map(String.init) {
                // An English label holds spaces itself.
                if let whole = found(part, choices) {
                    tokens.insert(whole.token)
                    continue
                }
                for word in part.split(whereSeparator: { " 　".contains($0) }).map(String.init) {
                    tokens.insert(try choice(word, choices).token)
                }
            }
            return .text(choices.map(\.token).filter(tokens.contains).joined(separator: " "))
        case .words:
            let words = text.split { ",、;； 　".contains($0) }.map(String.init)
            return .text(
                words.enumerated().filter { !words[..<$0.offset].contains($0.element) }.map(\.element).joined(
                    separator: " "))
        case .prefecture:
            guard let prefecture = Prefecture(name: text) ?? Int(typed).flatMap(Prefecture.init(code:)) else {
                throw Problem(ja: "「\(text)」は都道府県ではありません", en: "'\(text)' is no prefecture")
            }
            return .number(prefecture.code)
        case .activity(let sources):
            let allowed = catalogue.activities(countedFrom: sources)
            let id = ActivityID(typed.uppercased())
            guard allowed.contains(id) else {
                let names = allowed.map(\.text).joined(separator: "・")
                throw Problem(ja: "「\(text)」は使えません（\(names)）", en: "can't use '\(text)' (\(names))")
            }
            return .text(id.text)
        case .track: return .text(typed)
        case .programme:
            let id = typed.uppercased()
            guard catalogue.programmes.contains(where: { $0.id.text == id }) else {
                let names = catalogue.programmes.map(\.id.text).joined(separator: "・")
                throw Problem(ja: "「\(text)」は使えません（\(names)）", en: "can't use '\(text)' (\(names))")
            }
            return .text(id)
        case .month:
            guard let month = FiscalMonth(iso: typed) else {
                throw Problem(ja: "「\(text)」は月ではありません（2025-10 など）", en: "'\(text)' is no month (such as 2025-10)")
            }
            return .text(month.iso)
        case .recordKey:
            guard let key = RecordKey(typed) else {
                throw Problem(
                    ja: "「\(text)」は記録ではありません（attendance:12 など）", en: "'\(text)' is no record (such as attendance:12)")
            }
            return .text("\(key)")
        case .reference:
            guard let number = Int64(typed.first == "#" ? String(typed.dropFirst()) : typed), number > 0 else {
                throw Problem(ja: "「\(text)」は番号ではありません", en: "'\(text)' is no number")
            }
            return .number(number)
        case .corporateNumber:
            do {
                return .text(try CorporateNumber(text).digits)
            } catch {
                throw Problem(ja: error.text.ja, en: error.text.en)
            }
        case .postcode:
            let digits = typed.filter { $0 != "-" && $0 != "〒" }
            guard digits.utf8.count == 7, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw Problem(ja: "「\(text)」は郵便番号ではありません（7桁）", en: "'\(text)' is no postcode (7 digits)")
            }
            return .text(digits)
        }
    }

    /// Digits with the marks and words that stand between and behind them: `092-000-0000(内線12)`.
    private static func isPhone(_ number: String) -> Bool {
        let bare = ["内線", "代表", "直通", "ext"].reduce(number.lowercased()) { $0.replacing($1, with: "") }
        return bare.contains { $0.isNumber }
            && bare.allSatisfy { $0.isASCII && $0.isNumber || "+-() ./,、・".contains($0) }
    }

    /// `30000000`, `30,000,000円`, `3000万` and `3千万` are all the same.
    private static func amount(_ typed: String) -> Int? {
        var rest = Substring(typed.filter { !", ¥円人".contains($0) })
        if let number = Int(rest) { return number }
        var sum = 0
        for (unit, value) in [("億", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("万", 10_000)] {
            guard let place = rest.firstRange(of: unit) else { continue }
            guard let number = Double(rest[..<place.lowerBound]), (0..<1e6).contains(number) else { return nil }
            sum += Int((number * Double(value)).rounded())
            rest = rest[place.upperBound...]
        }
        guard sum > 0 else { return nil }
        return rest.isEmpty ? sum : Int(rest).map { sum + $0 }
    }

    /// `90`, `90分`, `1.5h`, `1時間半`, `1時間30分` and `1h30m` are all 90.
    private static func minutes(_ typed: String) -> Int? {
        var rest = Substring(typed.filter { $0 != " " })
        for unit in ["分", "min", "m"] where rest.hasSuffix(unit) {
            rest = rest.dropLast(unit.count)
            break
        }
        if let number = Int(rest) { return number }
        for unit in ["時間", "h"] {
            guard let mark = rest.firstRange(of: unit), let hours = Int(rest[..<mark.lowerBound]),
                let minutes = Int(rest[mark.upperBound...]), (0...24).contains(hours), (0..<60).contains(minutes)
            else { continue }
            return hours * 60 + minutes
        }
        for unit in ["時間半", "時間", "h"] where rest.hasSuffix(unit) {
            guard let hours = Double(rest.dropLast(unit.count)), (0...24).contains(hours) else { return nil }
            return Int(hours * 60) + (unit == "時間半" ? 30 : 0)
        }
        return nil
    }

    private func missing(_ field: RecordField) throws(Problem) -> FieldValue {
        if case .activity(let sources) = field.kind {
            let allowed = catalogue.activities(countedFrom: sources)
            if allowed.count == 1 { return .text(allowed[0].text) }
        }
        if field.isRequired, field.initial == .none || field.initial == .text("") {
            throw Problem(ja: "入力してください", en: "is empty")
        }
        return field.initial
    }

    private func day(_ text: String, inPeriod: Bool) throws(Problem) -> Day {
        // After the programme's end a date without a year still lies within it.
        let year = inPeriod ? min(max(today, catalogue.period.lowerBound), catalogue.period.upperBound) : today
        guard let day = DayReader.read(text, today: today, year: year) else {
            if let meant = DayReader.readWithAnotherWeekday(text, year: year) {
                throw Problem(ja: "その日は\(meant.spelled(.ja))です", en: "that day is \(meant.spelled(.en))")
            }
            throw Problem(ja: "「\(text)」は日付ではありません（例 8/5、R7.8.5）", en: "'\(text)' is no date (such as 2025-08-05)")
        }
        guard !inPeriod || catalogue.period.contains(day) else {
            let (from, to) = (catalogue.period.lowerBound.iso, catalogue.period.upperBound.iso)
            throw Problem(
                ja: "\(day.iso)は事業期間外です（\(from)～\(to)）", en: "\(day.iso) is outside the period (\(from) to \(to))")
        }
        return day
    }

    private func choice(_ text: String, _ choices: [Choice]) throws(Problem) -> Choice {
        guard let found = found(text, choices) else {
            throw Problem(
                ja: "「\(text)」は使えません（\(choices.map(\.label.ja).joined(separator: "・"))）",
                en: "can't use '\(text)' (\(choices.map(\.label.en).joined(separator: ", ")))")
        }
        return found
    }

    private func found(_ text: String, _ choices: [Choice]) -> Choice? {
        let key = Folding.searchKey(text)
        return choices.first { choice in
            [choice.token, choice.label.ja, choice.label.en].contains { Folding.searchKey($0) == key }
        }
    }

    private func flag(_ text: String, _ typed: String) throws(Problem) -> Bool {
        switch typed {
        case "はい", "yes", "y", "1", "true", "○", "〇", "有", "あり", "済": true
        case "いいえ", "no", "n", "0", "false", "×", "無", "なし", "未": false
        default: throw Problem(ja: "「\(text)」は使えません（はい・いいえ）", en: "can't use '\(text)' (yes or no)")
        }
    }
}

extension RecordField {
    /// A value as a file has it and a screen shows it; references come as `#12`.
    public func text(of value: FieldValue, _ language: Language) -> String {
        switch (kind, value) {
        case (_, .none): ""
        case (_, .day(let day)): day.iso
        case (.choice(let choices), .text(let token)):
            choices.first { $0.token == token }?.label(language) ?? token
        case (.tags(let choices), .text(let tokens)):
            tokens.split(separator: " ").map { token in
                choices.first { $0.token == token }?.label(language) ?? String(token)
            }.joined(separator: language("、", ", "))
        case (_, .text(let text)): text
        case (.flag, .number(let number)): number == 0 ? language("いいえ", "no") : language("はい", "yes")
        case (.time, .number(let minutes)): ClockTime(minutes: Int(minutes))?.text ?? ""
        case (.prefecture, .number(let code)): Prefecture(code: Int(code))?.name(language) ?? ""
        case (.reference, .number(let number)): "#\(number)"
        case (_, .number(let number)): String(number)
        }
    }
}
