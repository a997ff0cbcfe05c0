import BansoDomain
import BansoStore

/// `field=value` words, taken one by one and read like the fields of a form.
struct GivenFields {
    private var values: [String: String] = [:]

    /// - Throws: `CommandFailure` where a word has no `=` or a field is given twice.
    init(_ words: [String]) throws {
        for word in words {
            guard let equals = word.firstIndex(of: "=") else {
                throw CommandFailure("「\(word)」は field=value の形ではありません", "'\(word)' is not field=value")
            }
            let name = String(word[..<equals])
            guard values.updateValue(String(word[word.index(after: equals)...]), forKey: name) == nil else {
                throw CommandFailure("\(name) が2回あります", "\(name) is given twice")
            }
        }
    }

    /// - Throws: `CommandFailure` where a field was given that the record doesn't have.
    func finish() throws {
        guard let name = values.keys.min() else { return }
        throw CommandFailure("\(name) という項目はありません", "there is no field called \(name)")
    }

    mutating func company() throws -> Organisation {
        var company = Organisation(name: try needed("name"))
        company.kana = text("kana")
        if let number = optional("number") {
            do {
                company.corporateNumber = try CorporateNumber(number)
            } catch {
                throw CommandFailure("number：" + error.text.ja, "number: " + error.text.en)
            }
        }
        if let name = optional("prefecture") {
            guard let prefecture = Prefecture(name: name) ?? Int(name).flatMap(Prefecture.init(code:)) else {
                throw GivenFields.wrong("prefecture", name, ja: "福岡県 など", en: "such as 福岡県 or Fukuoka")
            }
            company.prefecture = prefecture
        }
        company.municipality = text("municipality")
        company.address = text("address")
        company.industry = text("industry")
        if let count = optional("employees") {
            guard let employees = Int(Folding.typed(count)), employees >= 0 else {
                throw GivenFields.wrong("employees", count, ja: "人数", en: "a number of people")
            }
            company.employees = employees
        }
        return company
    }

    /// The organisation that `company=` names: by its number, else by its whole name.
    mutating func organisation(in store: Store) throws -> OrganisationID {
        let text = try needed("company")
        let hits = try store.search(text, limit: 50)
        if let number = try? CorporateNumber(text), let hit = hits.first(where: { $0.corporateNumber == number }) {
            return hit.organisation
        }
        let named = hits.filter { MatchKey($0.name) == MatchKey(text) }
        guard let hit = named.first else {
            throw DeskError.notFound(what: LocalizedText(ja: "企業「\(text)」", en: "company '\(text)'"))
        }
        guard named.count == 1 else {
            throw CommandFailure(
                "「\(text)」は\(named.count)社以上あります（法人番号で指定してください）",
                "there is more than one '\(text)'; name it by its corporate number")
        }
        return hit.organisation
    }

    mutating func consultation(
        of company: OrganisationID, today: Day
    ) throws -> (Consultation, coordinator: String, NextAction?) {
        let date = try day("date", today: today)
        guard let date else { throw GivenFields.missing("date") }
        guard date <= today else {
            throw CommandFailure("date：\(date.wareki)はまだ先の日付です", "date: \(date.spelled(.en)) is still to come")
        }
        let length = try needed("minutes")
        guard let minutes = Int(Folding.typed(length)), Consultation.possibleMinutes.contains(minutes) else {
            throw GivenFields.wrong("minutes", length, ja: "1～480の数字", en: "a number from 1 to 480")
        }
        var consultation = Consultation(company: company, date: date, minutes: minutes, mode: .online)
        if let time = optional("start") {
            guard let start = ClockTime(reading: time) else {
                throw GivenFields.wrong("start", time, ja: "14:00 など", en: "such as 14:00")
            }
            consultation.start = start
        }
        if let name = optional("mode") {
            let all = Consultation.Mode.allCases
            guard let mode = all.first(where: { [$0.rawValue, $0.label.ja, $0.label.en].contains(name) }) else {
                throw GivenFields.wrong("mode", name, ja: "online か in-person", en: "online or in-person")
            }
            consultation.mode = mode
        }
        consultation.topics = text("topics")
        consultation.notes = text("notes")
        let due = try day("due", today: today)
        let next = optional("next_action").map { NextAction(text: $0, due: due) }
        if next == nil, due != nil { throw GivenFields.missing("next_action") }
        return (consultation, text("coordinator"), next)
    }

    private mutating func day(_ name: String, today: Day) throws -> Day? {
        guard let typed = optional(name) else { return nil }
        guard let day = DayReader.read(typed, today: today) else {
            throw GivenFields.wrong(name, typed, ja: "8/5、R7.8.5、2025-08-05 など", en: "such as 8/5 or 2025-08-05")
        }
        return day
    }

    private mutating func text(_ name: String) -> String { optional(name) ?? "" }

    /// Nil where it was not given or is empty.
    private mutating func optional(_ name: String) -> String? {
        guard let value = values.removeValue(forKey: name).map(Folding.stored), !value.isEmpty else { return nil }
        return value
    }

    private mutating func needed(_ name: String) throws -> String {
        guard let value = optional(name) else { throw GivenFields.missing(name) }
        return value
    }

    private static func missing(_ name: String) -> CommandFailure {
        CommandFailure("\(name) が必要です（\(name)=…）", "\(name) is needed (\(name)=…)")
    }

    private static func wrong(_ name: String, _ value: String, ja: String, en: String) -> CommandFailure {
        CommandFailure("\(name)：「\(value)」は使えません（\(ja)）", "\(name): can't use '\(value)' (\(en))")
    }
}
