import BansoDomain

/// Makes records of every kind, of a small world, so that what they have in common catches often.
struct RandomRecords {
    var random: OracleRandom
    let period: ClosedRange<Day>
    /// The activities of this world's events.
    let focus: [String]
    let days: [Day]

    private static let eventActivities = [
        "A1-1", "A1-2", "A1-3", "A1-4", "A3-1", "A3-2", "A3-3", "A3-5", "B1", "B2", "B3", "C1", "C3", "C4", "D1", "D2",
        "D4-1", "D4-3",
    ]
    private static let postingActivities = ["A1-3", "A1-4", "C3", "D4-1", "D4-3"]
    private static let municipalities = ["", "福岡市博多区", "八代市", "熊本県人吉市", "別府市北浜", "八女市"]

    init(seed: UInt64, period: ClosedRange<Day>) {
        var random = OracleRandom(seed: seed)
        self.period = period
        focus =
            [
                random.one(of: ["A1-4", "A1-4", "C3", "D4-1"]),
                random.one(of: ["A3-1", "A3-2", "A3-3", "A3-3", "B1", "B2", "B3", "C1", "D2"]),
            ] + RandomRecords.eventActivities.shuffled(using: &random).prefix(3)
        let length = period.upperBound - period.lowerBound
        days =
            [period.lowerBound, period.upperBound]
            + (0..<8).map { _ in period.lowerBound + Int.random(in: 0...length, using: &random) }
        self.random = random
    }

    /// A day of the world; now and then one outside the period.
    mutating func day() -> Day {
        if random.chance(4) { return random.chance(50) ? period.lowerBound + -5 : period.upperBound + 5 }
        return random.one(of: days)
    }

    /// - Returns: nil where there is nothing yet to refer to.
    mutating func make(_ kind: RecordKind, among records: [RecordKey: StoredRecord]) -> Record? {
        var record = Record(kind)
        for field in kind.fields {
            guard let value = value(of: field, record, among: records) else { return nil }
            record[field.id] = value
        }
        settle(&record)
        return record
    }

    /// What holds among the fields of a record.
    mutating func settle(_ record: inout Record) {
        switch record.kind {
        case .event:
            if record["mode"] == .token(EventMode.inPerson) {
                record["tool"] = .none
            } else if record["tool"] == .none {
                record["tool"] = .token(random.one(of: OnlineTool.allCases))
            }
            if record["activity"] != .text("B1") { record["track"] = .none }
        case .attendance, .surveyAnswer:
            keepOne(&record, "organisation", "talent", percent: 60)
        case .caseStudy:
            keepOne(&record, "organisation", "region", percent: record["activity"] == .text("B4") ? 20 : 85)
        case .application:
            let applied = record["date"].day!
            for field in ["interviewed_on", "offered_on", "contracted_on", "declined_on"] {
                if let day = record[field].day, day < applied { record[field] = .none }
            }
        default: break
        }
    }

    private mutating func keepOne(_ record: inout Record, _ one: String, _ other: String, percent: Int) {
        guard record[one] != .none, record[other] != .none else { return }
        record[random.chance(percent) ? other : one] = .none
    }

    private mutating func value(
        of field: RecordField, _ record: Record, among records: [RecordKey: StoredRecord]
    ) -> FieldValue? {
        switch field.kind {
        case .line: return .text("名\(Int.random(in: 0...999_999, using: &random))")
        case .paragraph, .kana, .phone, .email, .postcode, .corporateNumber, .time, .word, .tags, .words:
            return field.id == "municipality" ? .text("") : field.initial
        case .day:
            if field.isRequired { return .day(day()) }
            return random.chance(35) ? .day(day()) : FieldValue.none
        case .number(let range), .minutes(let range):
            return field.isRequired ? .number(Int.random(in: range, using: &random)) : FieldValue.none
        case .choice(let choices): return choice(field, choices, record)
        case .flag: return .flag(random.chance(field.id == "documents" ? 75 : 50))
        case .prefecture: return random.chance(15) ? FieldValue.none : .number(random.one(of: [40, 40, 41, 43, 13]))
        case .activity: return .text(activity(of: record.kind))
        case .programme: return random.chance(30) ? FieldValue.none : .text(random.one(of: ["A", "B", "C", "D"]))
        case .month: return .text(FiscalMonth(day()).iso)
        case .recordKey: return .text("attendance:1")
        case .track: return random.chance(85) ? .text(random.one(of: ["guideline", "productivity"])) : FieldValue.none
        case .reference(let kind):
            guard field.isRequired || kind == .organisation || kind == .talent || kind == .region else {
                return FieldValue.none
            }
            let keys = records.keys.filter { $0.kind == kind }.sorted()
            return keys.randomElement(using: &random).map { .number($0.id) }
        }
    }

    private mutating func choice(_ field: RecordField, _ choices: [Choice], _ record: Record) -> FieldValue {
        switch (record.kind, field.id) {
        case (.organisation, "kind"): .text(random.one(weighted: ["company": 3, "institution": 1]))
        case (.organisation, "eligibility"):
            random.chance(55) ? .token(Eligibility.eligible) : .text(random.one(of: choices).token)
        case (.event, "status"): .text(random.one(weighted: ["held": 8, "planned": 1, "cancelled": 1]))
        case (.attendance, "presence"): .text(random.one(weighted: ["attended": 8, "registered": 1, "no-show": 1]))
        case (.caseStudy, "status"): .text(random.one(weighted: ["done": 3, "draft": 1]))
        default:
            !field.isRequired && random.chance(30) ? .none : .text(random.one(of: choices).token)
        }
    }

    private mutating func activity(of kind: RecordKind) -> String {
        // One that the kind has no business with, as only a program can write it. (A contract between companies under a
        // matching activity would be an offer of it; forms and files know no such thing.)
        if kind != .interCompanyContract, random.chance(4) { return random.one(of: RandomRecords.eventActivities) }
        return switch kind {
        case .event: random.one(of: focus)
        case .posting:
            random.one(of: random.chance(60) ? Array(focus.prefix(1)) : RandomRecords.postingActivities)
        case .interview: "C3"
        case .assessment: "D4-3"
        case .hearing: "C2"
        case .training: "C4"
        case .processConsultation: "D3-4"
        case .interCompanyContract: "A3-4"
        case .caseStudy: random.one(of: ["A5", "B4", "C4", "C4"])
        default: "A2"
        }
    }

    /// An event's place needs names that mean something.
    mutating func municipality() -> FieldValue { .text(random.one(of: RandomRecords.municipalities)) }
}
