import BansoDomain
import BansoStore

/// `field=value` words, taken one by one and read like the fields of a form.
struct GivenFields {
    private var values: [String: String] = [:]
    /// What can be and is seldom meant, once a record is filled.
    private(set) var doubt: LocalizedText?

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

    /// - Throws: `CommandFailure` where a field was given that is none of these.
    func check(known: [String]) throws {
        guard let name = values.keys.filter({ !known.contains($0) }).min() else { return }
        let list = known.joined(separator: ", ")
        throw CommandFailure("\(name) という項目はありません（\(list)）", "there is no field called \(name); there are \(list)")
    }

    /// What a consultation is given by.
    static let ofConsultation = [
        "company", "date", "minutes", "start", "mode", "coordinator", "topics", "notes", "next_action", "due",
    ]

    /// Fills a record's fields with those that were given, by their headings in English; a corporate number is also
    /// called `number`, and who or what is meant can be given by its number alone: `posting_number`.
    /// - Parameter id: its number; nil for a new one.
    /// - Throws: `CommandFailure` where there is no such field, or a value can't be read, or names no record or more than
    ///   one.
    mutating func fill(
        _ record: inout Record, of id: Int64?, catalogue: Catalogue, today: Day, desk: BulkDesk
    ) throws {
        let isNew = id == nil
        let known = record.kind.fields.filter { !$0.isAssigned && !record.kind.derivedFields.contains($0.id) }
        if let derived = record.kind.derivedFields.sorted().first(where: { values[$0] != nil }) {
            throw CommandFailure(
                "\(derived) は入力できません（ほかの記録から決まります）", "\(derived) can't be given: it follows from other records")
        }
        try check(
            known: known.map(\.id) + known.compactMap(GivenFields.numberName)
                + (known.contains { $0.kind == .corporateNumber } ? ["number"] : []))
        let reader = FieldReader(catalogue: catalogue, today: today)
        let before = record
        for field in known {
            guard let index = record.kind.index(of: field.id) else { continue }
            var typed = values.removeValue(forKey: field.id)
            if typed == nil, field.kind == .corporateNumber { typed = values.removeValue(forKey: "number") }
            if typed == nil, let name = GivenFields.numberName(field) {
                typed = values.removeValue(forKey: name).map { $0.isEmpty ? $0 : "#" + $0 }
            }
            guard isNew || typed != nil else { continue }
            let text = Folding.stored(typed ?? "")
            if isNew, text.isEmpty, field.initial != .none, field.initial != .text("") { continue }
            if case .reference(let kind) = field.kind, !text.isEmpty {
                record.values[index] = .number(try GivenFields.reference(text, to: kind, field, desk))
                continue
            }
            record.values[index] = try GivenFields.read(text, field, as: field.id, reader)
        }
        let kind = record.kind
        if !isNew, let moved = kind.fixedFields.sorted().first(where: { record[$0] != before[$0] }) {
            throw CommandFailure("\(moved) は後から変えられません", "\(moved) stays as it was entered")
        }
        let days = try NamedDays(of: record, id: id, find: desk.record, wasAttended: desk.wasAttended)
        try GivenFields.refuse(
            RecordRules.ahead(record, of: today, beside: days) ?? RecordRules.past(record, on: today))
        doubt = RecordRules.doubt(record, beside: days)?.reason
    }

    /// What a file calls the number of what a field names; nil where it names no record.
    private static func numberName(_ field: RecordField) -> String? {
        if case .reference = field.kind { field.id + "_number" } else { nil }
    }

    private static func read(
        _ text: String, _ field: RecordField, as name: String, _ reader: FieldReader
    ) throws -> FieldValue {
        do throws(FieldReader.Problem) {
            return try reader.read(text, field)
        } catch {
            throw CommandFailure("\(name)：\(error.reason.ja)", "\(name): \(error.reason.en)")
        }
    }

    private static func refuse(_ problem: RecordRules.Problem?) throws {
        guard let problem else { return }
        throw CommandFailure("\(problem.field)：\(problem.reason.ja)", "\(problem.field): \(problem.reason.en)")
    }

    /// By number (`12`, `#12`; organisations also by their corporate number), else by name.
    private static func reference(
        _ text: String, to kind: RecordKind, _ field: RecordField, _ desk: BulkDesk
    ) throws -> Int64 {
        if let number = number(text) {
            guard try desk.exists(RecordKey(kind, number)) else {
                throw DeskError.notFound(
                    what: LocalizedText(ja: "\(kind.label.ja) \(text)", en: "\(kind.label.en) \(text)"))
            }
            return number
        }
        let found = try desk.numbers(of: kind, called: text)
        guard let number = found.first else {
            if kind == .coordinator { throw unknownCoordinator(text) }
            throw DeskError.notFound(
                what: LocalizedText(ja: "\(kind.label.ja)「\(text)」", en: "\(kind.label.en) '\(text)'"))
        }
        guard found.count == 1 else {
            throw severalCalled(
                text, field: field.id, found.prefix(shownNamesakes).map { LocalizedText(ja: "#\($0)", en: "#\($0)") })
        }
        if kind == .organisation, (try? CorporateNumber(text)) == nil {
            let name = try desk.record(RecordKey(kind, number))?["name"].text ?? ""
            guard NameSpelling(name).isMeant(by: NameSpelling(text)) else {
                throw onlyAlike(text, field: field.id, number, name)
            }
        }
        return number
    }

    /// Another organisation than the one that was named has nearly the same name.
    private static func onlyAlike(_ text: String, field: String, _ number: Int64, _ name: String) -> CommandFailure {
        CommandFailure(
            "\(field)：「\(text)」という企業・機関はなく、似た名前の #\(number) \(name) があります（それなら \(field)=#\(number)）",
            "\(field): no organisation '\(text)', but #\(number) \(name); if that is meant, \(field)=#\(number)")
    }

    /// A slip in a name must not make another person: a new one is added first.
    private static func unknownCoordinator(_ text: String) -> CommandFailure {
        CommandFailure(
            "コーディネーター「\(text)」が見つかりません（初めての人は banso add coordinator name=\(text) で登録）",
            "no coordinator '\(text)' found; add a new one with banso add coordinator name='\(text)'")
    }

    /// The coordinator of a consultation, by number or name; nil where none is given.
    mutating func coordinator(_ desk: BulkDesk) throws -> CoordinatorID? {
        guard let text = optional("coordinator") else { return nil }
        guard let index = RecordKind.consultation.index(of: "coordinator") else { return nil }
        let field = RecordKind.consultation.fields[index]
        return CoordinatorID(try GivenFields.reference(text, to: .coordinator, field, desk))
    }

    /// `12` or `#12`: a record's own number, which is shorter than a corporate one.
    private static func number(_ text: String) -> Int64? {
        let typed = Folding.typed(text)
        let digits = typed.first == "#" ? typed.dropFirst() : typed[...]
        return digits.count < 13 ? Int64(digits) : nil
    }

    private static let shownNamesakes = 5

    private static func severalCalled(_ text: String, field: String, _ places: [LocalizedText]) -> CommandFailure {
        let (ja, en) = (places.map(\.ja).joined(separator: "、"), places.map(\.en).joined(separator: ", "))
        return CommandFailure(
            "\(field)：「\(text)」は2件以上あります：\(ja)（\(field)=#番号 で指定）",
            "\(field): there is more than one '\(text)': \(en); give \(field)=#NUMBER")
    }

    /// The organisation that `company=` names: by its number or its corporate number, else by its whole name.
    mutating func organisation(in store: Store) throws -> OrganisationID {
        let text = try needed("company")
        if let number = GivenFields.number(text) {
            guard try store.record(RecordKey(.organisation, number)) != nil else {
                throw DeskError.notFound(what: LocalizedText(ja: "企業 \(text)", en: "company \(text)"))
            }
            return OrganisationID(number)
        }
        if let number = try? CorporateNumber(text),
            let hit = try store.search(text, limit: 1).first(where: { $0.corporateNumber == number })
        {
            return OrganisationID(hit.key.id)
        }
        let alike = try store.namesakes(MatchKey(text), .organisation)
        let named = alike.filter { NameSpelling($0.name).isMeant(by: NameSpelling(text)) }
        guard let hit = named.first else {
            if let other = alike.first {
                throw GivenFields.onlyAlike(text, field: "company", other.key.id, other.name)
            }
            throw DeskError.notFound(what: LocalizedText(ja: "企業「\(text)」", en: "company '\(text)'"))
        }
        guard named.count == 1 else {
            let places = named.prefix(GivenFields.shownNamesakes).map { hit in
                let number = "#\(hit.key.id)"
                guard let prefecture = hit.prefecture?.shortName else { return LocalizedText(ja: number, en: number) }
                return LocalizedText(ja: number + " " + prefecture.ja, en: number + " " + prefecture.en)
            }
            throw GivenFields.severalCalled(text, field: "company", places)
        }
        return OrganisationID(hit.key.id)
    }

    /// Read like the fields of its form; `start` is short for `start_minute`, and the mode may be left out.
    mutating func consultation(
        of company: OrganisationID, catalogue: Catalogue, today: Day
    ) throws -> (Consultation, NextAction?) {
        let reader = FieldReader(catalogue: catalogue, today: today)
        var record = Record(
            .consultation,
            ["organisation": .number(company.value), "mode": .token(Consultation.Mode.online)])
        for field in record.kind.fields where !["organisation", "ordinal", "coordinator"].contains(field.id) {
            let name = field.id == "start_minute" ? "start" : field.id
            let isNeeded = field.isRequired && record[field.id] == .none
            guard let typed = isNeeded ? try needed(name) : optional(name) else { continue }
            record[field.id] = try GivenFields.read(typed, field, as: name, reader)
        }
        try GivenFields.refuse(RecordRules.ahead(record, of: today))
        let due = try day("due", today: today)
        let next = optional("next_action").map { NextAction(text: $0, due: due) }
        if next == nil, due != nil { throw GivenFields.missing("next_action") }
        return (Consultation(record), next)
    }

    private mutating func day(_ name: String, today: Day) throws -> Day? {
        guard let typed = optional(name) else { return nil }
        guard let day = DayReader.read(typed, today: today) else {
            throw GivenFields.wrong(name, typed, ja: "8/5、R7.8.5、2025-08-05 など", en: "such as 8/5 or 2025-08-05")
        }
        return day
    }

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
