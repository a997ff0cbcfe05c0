import BansoDomain

/// Random writes through the ports, by two people, with a mirror of what there should be.
final class RandomHistory {
    let desk: any DeskReader & DeskWriter
    /// What was done, for the message of a failure.
    private(set) var log: [String] = []
    private(set) var records: [RecordKey: StoredRecord] = [:]
    private var maker: RandomRecords
    private let actors = [Actor("青木"), Actor("森")]

    init(seed: UInt64, desk: any DeskReader & DeskWriter) throws {
        self.desk = desk
        maker = RandomRecords(seed: seed, period: desk.catalogue.period)
        try settle()
    }

    /// A day of the world, the period's end, or one past everything.
    func randomDay() -> Day { maker.random.chance(10) ? maker.period.upperBound + 60 : maker.day() }

    /// 6 companies, 3 institutions, 6 people, 3 regions, 8 events, and what hangs on them: in one transaction.
    private func settle() throws {
        let world: KeyValuePairs<RecordKind, Int> = [
            .organisation: 9, .talent: 6, .region: 3, .event: 8, .attendance: 24, .posting: 5, .application: 10,
            .surveyAnswer: 10,
        ]
        // Each of the two writes first, which makes them known as coordinators: so that this is no step of the history.
        for (kind, count) in world {
            try bulk(count: count, kinds: [kind], isDryRun: false, by: actors[count % 2])
        }
    }

    func step() throws {
        switch maker.random.one(weighted: ["add": 50, "edit": 30, "delete": 8, "undo": 6, "book": 8, "bulk": 3]) {
        case "add": try add()
        case "edit": try edit()
        case "delete": try delete()
        case "undo": try undo()
        case "book": try book()
        default: try bulk(count: 4, kinds: [kind(), kind()], isDryRun: maker.random.chance(25), by: actors[0])
        }
    }

    /// Whether the mirror, kept record by record, is what the desk has.
    func mirrorsDesk() throws -> Bool {
        let all = try desk.everything()
        defer { records = all }
        return all == records
    }

    // MARK: Steps

    private func kind() -> RecordKind {
        maker.random.one(weighted: [
            .attendance: 30, .surveyAnswer: 12, .application: 14, .posting: 7, .event: 8, .interview: 4,
            .assessment: 4, .hearing: 5, .training: 3, .processConsultation: 4, .interCompanyContract: 6,
            .caseStudy: 6, .followUp: 1, .talent: 1, .organisation: 1, .region: 1,
        ])
    }

    private func make(_ kind: RecordKind) -> Record? {
        guard var record = maker.make(kind, among: records) else { return nil }
        if kind == .event { record["municipality"] = maker.municipality() }
        return record
    }

    private func add() throws {
        guard let record = make(kind()) else { return }
        let actor = maker.random.one(of: actors)
        try attempt("add \(spell(record))") {
            let id = try desk.add(record, by: actor)
            try reread(RecordKey(record.kind, id))
        }
    }

    /// One or two fields as another record of the kind has them.
    private func edit() throws {
        guard let old = pick() else { return }
        guard let other = make(old.key.kind) else { return }
        var record = old.record
        let likely = [
            "status", "date", "role", "presence", "eligibility", "kind", "activity", "documents", "organisation",
        ]
        let fields = old.key.kind.fields.map(\.id).filter { $0 != "ordinal" }
        for _ in 0..<maker.random.one(of: [1, 1, 2]) {
            let changed = maker.random.chance(60) ? fields.filter(likely.contains) : fields
            let field = maker.random.one(of: changed.isEmpty ? fields : changed)
            record[field] = other[field]
        }
        if ["attendance", "survey_answer"].contains(old.key.kind.rawValue) {
            record["organisation"] = old.record["organisation"] == .none ? .none : record["organisation"]
            record["talent"] = old.record["talent"] == .none ? .none : record["talent"]
        }
        maker.settle(&record)
        guard record != old.record else { return }
        try attempt("edit \(old.key) to \(spell(record))") {
            try desk.edit(old.key, version: old.version, to: record, by: maker.random.one(of: actors))
            try reread(old.key)
        }
    }

    private func delete() throws {
        guard let old = pick() else { return }
        try attempt("delete \(old.key)") {
            try desk.delete(old.key, version: old.version, by: maker.random.one(of: actors))
            records[old.key] = nil
        }
    }

    private func undo() throws {
        let actor = maker.random.one(of: actors)
        try attempt("undo by \(actor.name)") {
            _ = try desk.undo(by: actor)
            records = try desk.everything()
        }
    }

    private func book() throws {
        let companies = records.values.filter {
            $0.key.kind == .organisation && $0.record["kind"] == .token(Organisation.Kind.company)
        }.map(\.key.id).sorted()
        guard !companies.isEmpty else { return }
        // Always the first, too, so that the limit is reached.
        let company = OrganisationID(maker.random.chance(40) ? companies[0] : maker.random.one(of: companies))
        let consultation = Consultation(company: company, date: maker.day(), minutes: 90, mode: .online)
        try attempt("book organisation:\(company.value) on \(consultation.date.iso)") {
            _ = try desk.book(consultation, nextAction: nil, by: maker.random.one(of: actors))
            records = try desk.everything()
        }
    }

    private func bulk(count: Int, kinds: [RecordKind], isDryRun: Bool, by actor: Actor) throws {
        let made = (0..<count).compactMap { _ in make(maker.random.one(of: kinds)) }
        try attempt("bulk\(isDryRun ? ", dry," : "") of \(made.map(spell).joined(separator: "; "))") {
            try desk.bulk(.importRecords, by: actor, isDryRun: isDryRun) { bulk in
                for record in made {
                    do { _ = try bulk.add(record) } catch let error as DeskError where !error.isAboutDatabase {}
                }
            }
        }
        records = try desk.everything()
    }

    /// A record that figures hang on; nil only in an empty world.
    private func pick() -> StoredRecord? {
        let kind = maker.random.chance(15) ? RecordKind.organisation : maker.random.chance(20) ? .event : kind()
        let wanted = maker.random.chance(8) ? RecordKind.consultation : kind
        let candidates = records.keys.filter { $0.kind == wanted }.sorted()
        return candidates.randomElement(using: &maker.random).flatMap { records[$0] }
    }

    private func reread(_ key: RecordKey) throws { records[key] = try desk.record(key) }

    /// What the desk refuses is part of a history.
    private func attempt(_ what: String, _ body: () throws -> Void) throws {
        do {
            try body()
            log.append(what)
        } catch let error as DeskError where !error.isAboutDatabase {
            log.append(what + " — refused: " + error.text.en)
        }
    }

    /// The records as they are now, a line each.
    var world: String {
        records.sorted { $0.key < $1.key }.map { "\($0.key) \(spell($0.value.record))" }.joined(separator: "\n")
    }

    /// Without names and the like, which nothing is counted by.
    private func spell(_ record: Record) -> String {
        let values = zip(record.kind.fields, record.values).compactMap { field, value -> String? in
            guard field.kind != .line || field.id == "municipality", value != .number(0) else { return nil }
            let text = field.text(of: value, .en)
            return text.isEmpty ? nil : field.id + " " + text
        }
        return "\(record.kind.rawValue)(\(values.joined(separator: ", ")))"
    }
}
