import BansoDomain

/// Reads what the indicators stand on: programmes, activities, pipelines, terms and definitions, in the order in which
/// they refer to each other.
struct CatalogueSections {
    let period: ClosedRange<Day>
    private(set) var programmes: [Programme] = []
    private(set) var activities: [Activity] = []
    private(set) var pipelines: [Pipeline] = []

    /// Above any budget of the Bureau, and far from where adding them up could overflow.
    private static let mostYen = 1_000_000_000_000

    init(period: ClosedRange<Day>) { self.period = period }

    func prefectures(_ root: TableReader) throws(CatalogueError) -> [Prefecture] {
        let prefectures = try root.integers("prefectures", in: 1...47).compactMap(Prefecture.init(code:))
        guard !prefectures.isEmpty else { throw root.missing("prefectures") }
        return prefectures
    }

    mutating func readProgrammes(_ root: TableReader) throws(CatalogueError) {
        for entry in try root.tables("programme") {
            try entry.allow("id", "label", "cap")
            let id = ProgrammeID(try entry.name("id"))
            guard !programmes.contains(where: { $0.id == id }) else { throw entry.twice("id", id.text) }
            programmes.append(
                Programme(
                    id: id, label: try entry.localized("label"),
                    cap: try entry.integer("cap", in: 1...Self.mostYen)))
        }
        guard !programmes.isEmpty else { throw root.missing("programme") }
    }

    mutating func readActivities(_ root: TableReader) throws(CatalogueError) {
        for entry in try root.tables("activity") {
            try entry.allow("id", "programme", "label", "window", "source")
            let id = ActivityID(try entry.name("id"))
            guard !activities.contains(where: { $0.id == id }) else { throw entry.twice("id", id.text) }
            activities.append(
                Activity(
                    id: id, programme: try programme(entry), label: try entry.localized("label"),
                    window: try window(entry, otherwise: period), source: try entry.text("source")))
        }
        guard !activities.isEmpty else { throw root.missing("activity") }
    }

    mutating func readPipelines(_ root: TableReader) throws(CatalogueError) {
        for entry in try root.tables("pipeline") {
            try entry.allow("id", "programme", "label", "subject", "stages")
            let id = PipelineID(try entry.name("id"))
            guard !pipelines.contains(where: { $0.id == id }) else { throw entry.twice("id", id.text) }
            let programme = try programme(entry)
            pipelines.append(
                Pipeline(
                    id: id, programme: programme, label: try entry.localized("label"),
                    subject: try entry.choice("subject"), stages: try stages(entry, of: programme)))
        }
        guard !pipelines.isEmpty else { throw root.missing("pipeline") }
    }

    func consultation(_ entry: TableReader) throws(CatalogueError) -> ConsultationTerms {
        try entry.allow("activity", "pipeline", "limit", "minutes")
        let pipeline = PipelineID(try entry.name("pipeline"))
        guard let stages = pipelines.first(where: { $0.id == pipeline })?.stages else {
            throw entry.unknown("pipeline", pipeline.text)
        }
        let activity = try activity(entry, "activity")
        guard stages.contains(where: { $0.activities.contains(activity) }) else {
            throw entry.error(
                "activity", "パイプライン\(pipeline)のどの段階にもありません", "belongs to no stage of pipeline \(pipeline)")
        }
        let minutes = try entry.table("minutes")
        try minutes.allow("from", "to")
        let from = try minutes.integer("from", in: 1...1440)
        let to = try minutes.integer("to", in: 1...1440)
        guard from <= to else { throw entry.error("minutes", "from が to より大きい", "from is more than to") }
        return ConsultationTerms(
            activity: activity, pipeline: pipeline, limit: try entry.integer("limit", in: 1...99),
            usualMinutes: from...to)
    }

    /// A definition may stand there more than once, with other versions: a change keeps the old one.
    func definitions(_ root: TableReader) throws(CatalogueError) -> [Definition] {
        var definitions: [Definition] = []
        for entry in try root.tables("definition") {
            try entry.allow("id", "version", "since", "label", "value", "sets", "reason")
            let definition = Definition(
                id: try entry.name("id"), version: try entry.integer("version", in: 1...9999),
                since: try entry.day("since"), label: try entry.localized("label"), value: try entry.text("value"),
                setting: entry.has("sets") ? try setting(entry.table("sets")) : nil,
                reason: entry.has("reason") ? try entry.text("reason") : nil)
            if let other = definitions.last(where: { $0.id == definition.id }) {
                guard other.version < definition.version else { throw entry.twice("version", "\(definition.version)") }
                guard other.since <= definition.since else {
                    throw entry.error("since", "前の版より前の日付です", "is before the version it replaces")
                }
            }
            definitions.append(definition)
        }
        return definitions
    }

    /// What a definition steers: `{ content_from = 4 }`, `{ offer_from = "contract" }`, `{ denominator = "persons" }`,
    /// `{ matching = ["A3-3"] }`, `{ visits = ["hearing"] }` or `{ information = ["hearing"] }`.
    private func setting(_ entry: TableReader) throws(CatalogueError) -> Definition.Setting {
        if entry.has("content_from") {
            try entry.allow("content_from")
            return .contentFrom(try entry.integer("content_from", in: 1...5))
        }
        if entry.has("offer_from") {
            try entry.allow("offer_from")
            return .offerFrom(try entry.choice("offer_from"))
        }
        if entry.has("denominator") {
            try entry.allow("denominator")
            return .denominator(try entry.choice("denominator"))
        }
        for (key, setting) in [
            ("visits", Definition.Setting.visits), ("information", Definition.Setting.information),
        ] where entry.has(key) {
            try entry.allow(key)
            return setting(try entry.choices(key))
        }
        try entry.allow("matching")
        return .matching(try activities(entry, "matching"))
    }

    // MARK: References

    func programme(_ entry: TableReader) throws(CatalogueError) -> ProgrammeID {
        let id = ProgrammeID(try entry.name("programme"))
        guard programmes.contains(where: { $0.id == id }) else { throw entry.unknown("programme", id.text) }
        return id
    }

    func activity(_ entry: TableReader, _ key: String) throws(CatalogueError) -> ActivityID {
        let id = ActivityID(try entry.name(key))
        guard activities.contains(where: { $0.id == id }) else { throw entry.unknown(key, id.text) }
        return id
    }

    func activities(_ entry: TableReader, _ key: String) throws(CatalogueError) -> [ActivityID] {
        var ids: [ActivityID] = []
        for (number, text) in try entry.texts(key).enumerated() {
            let id = ActivityID(text)
            guard activities.contains(where: { $0.id == id }) else {
                throw entry.unknown("\(key) #\(number + 1)", text)
            }
            ids.append(id)
        }
        return ids
    }

    /// A window within the period.
    func window(_ entry: TableReader, otherwise: ClosedRange<Day>) throws(CatalogueError) -> ClosedRange<Day> {
        guard entry.has("window") else { return otherwise }
        let window = try entry.days("window")
        guard period.contains(window.lowerBound), period.contains(window.upperBound) else {
            throw entry.error(
                "window", "事業期間（\(period.lowerBound.iso)～\(period.upperBound.iso)）の外です",
                "is outside the period (\(period.lowerBound.iso) to \(period.upperBound.iso))")
        }
        return window
    }

    private func stages(_ pipeline: TableReader, of programme: ProgrammeID) throws(CatalogueError) -> [Stage] {
        var stages: [Stage] = []
        for entry in try pipeline.tables("stages") {
            try entry.allow("id", "label", "activities")
            let id = StageID(try entry.name("id"))
            guard !stages.contains(where: { $0.id == id }) else { throw entry.twice("id", id.text) }
            let activities = try activities(entry, "activities")
            for activity in activities {
                guard self.activities.contains(where: { $0.id == activity && $0.programme == programme }) else {
                    throw entry.error(
                        "activities", "\(activity)は事業区分\(programme)のものではありません",
                        "\(activity) is not of programme \(programme)")
                }
                // Logging a record moves a company on: two stages for one activity would leave open where to.
                if let other = stages.first(where: { $0.activities.contains(activity) }) {
                    throw entry.error(
                        "activities", "\(activity)は段階\(other.id)にもあります", "\(activity) is in stage \(other.id) too")
                }
            }
            stages.append(Stage(id: id, label: try entry.localized("label"), activities: activities))
        }
        guard !stages.isEmpty else { throw pipeline.missing("stages") }
        return stages
    }
}
