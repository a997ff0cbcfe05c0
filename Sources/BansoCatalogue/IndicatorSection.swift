import BansoDomain

/// Reads the indicators, once everything they refer to is known.
struct IndicatorSection {
    let sections: CatalogueSections
    let consultation: ConsultationTerms

    /// Above any target of a call, and far from where arithmetic on counts could overflow.
    private static let mostTarget = 1_000_000

    func indicators(_ root: TableReader) throws(CatalogueError) -> [Indicator] {
        var indicators: [Indicator] = []
        for entry in try root.tables("indicator") {
            let indicator = try indicator(entry)
            guard !indicators.contains(where: { $0.id == indicator.id }) else {
                throw entry.twice("id", indicator.id.text)
            }
            indicators.append(indicator)
        }
        guard !indicators.isEmpty else { throw root.missing("indicator") }
        return indicators
    }

    private func indicator(_ entry: TableReader) throws(CatalogueError) -> Indicator {
        try entry.allow(
            "id", "programme", "activity", "label", "kind", "target", "unit", "count", "constraints", "window", "source"
        )
        let id = IndicatorID(try entry.name("id"))
        let programme = entry.has("programme") ? try sections.programme(entry) : nil
        let activity = entry.has("activity") ? try sections.activity(entry, "activity") : nil
        let own = sections.activities.first { $0.id == activity }
        if let own, own.programme != programme {
            throw entry.error(
                "activity", "\(own.id)は事業区分\(own.programme)のものです", "\(own.id) is of programme \(own.programme)")
        }
        let kind: IndicatorKind = try entry.choice("kind")
        let count = try count(entry.table("count"), programme: programme)
        return Indicator(
            id: id, programme: programme, activity: activity, label: try entry.localized("label"), kind: kind,
            target: try target(entry, kind: kind), unit: try entry.localized("unit"),
            count: count, constraints: try constraints(entry, source: count.source),
            window: try sections.window(entry, otherwise: own?.window ?? sections.period),
            source: try entry.text("source"))
    }

    /// `60` for a floor, `{ about = 8, from = 7, to = 9 }` for a band.
    private func target(_ entry: TableReader, kind: IndicatorKind) throws(CatalogueError) -> Target {
        let range = 1...(kind == .ratio ? 100 : Self.mostTarget)
        guard try entry.isTable("target") else { return Target(atLeast: try entry.integer("target", in: range)) }
        let band = try entry.table("target")
        try band.allow("about", "from", "to")
        let about = try band.integer("about", in: range)
        let from = try band.integer("from", in: range)
        let to = try band.integer("to", in: range)
        guard from <= about, about <= to else {
            throw entry.error(
                "target", "\(about)が\(from)～\(to)に入っていません", "\(about) is not within \(from) to \(to)")
        }
        return Target(about: about, near: from...to)
    }

    private func count(_ entry: TableReader, programme: ProgrammeID?) throws(CatalogueError) -> CountRule {
        try entry.allow("source", "activities", "role")
        let source: CountSource = try entry.choice("source")
        let activities = try sections.activities(entry, "activities")
        guard !activities.isEmpty else { throw entry.missing("activities") }
        for activity in sections.activities where activities.contains(activity.id) {
            guard programme == nil || activity.programme == programme else {
                throw entry.error(
                    "activities", "\(activity.id)は事業区分\(activity.programme)のものです",
                    "\(activity.id) is of programme \(activity.programme)")
            }
        }
        let role = entry.has("role") ? CountRole(try entry.name("role")) : nil
        if let role, let known = Self.roles(of: source), !known.contains(role) {
            let names = known.map(\.text).joined(separator: ", ")
            throw entry.error(
                "role", "\(role)は使えません（\(names.isEmpty ? "–" : names)）",
                "\(role) is no role of \(source.rawValue) (\(names.isEmpty ? "none" : names))")
        }
        return CountRule(source: source, activities: activities, role: role)
    }

    /// The roles that records of a source have; nil for events, whose tracks are the catalogue's own words.
    private static func roles(of source: CountSource) -> [CountRole]? {
        switch source {
        case .events: nil
        case .eventCompanies: AttendanceRole.allCases.map { CountRole($0.rawValue) }
        case .interCompanySides: [.sender, .receiver]
        case .postings, .postingCompanies, .presentersAndPostings: [.sideJob, .regular]
        case .hearings: [.nonUser]
        case .interviews: InterviewKind.allCases.map { CountRole($0.rawValue) }
        default: []
        }
    }

    private func constraints(_ indicator: TableReader, source: CountSource) throws(CatalogueError) -> [Constraint] {
        var constraints: [Constraint] = []
        for entry in try indicator.tables("constraints") {
            let constraint = try constraint(entry, source: source)
            guard !constraints.contains(constraint) else { throw entry.twice("rule", constraint.rule.rawValue) }
            constraints.append(constraint)
        }
        return constraints
    }

    private func constraint(_ entry: TableReader, source: CountSource) throws(CatalogueError) -> Constraint {
        let rule: Constraint.Rule = try entry.choice("rule")
        let keys = Self.keys(of: rule)
        try entry.allow(["rule", "label"] + keys)
        var constraint = Constraint(rule: rule, label: try entry.localized("label"))
        for key in keys {
            switch key {
            case "activities":
                constraint.activities = try filled(entry, key, sections.activities(entry, key))
            case "municipalities": constraint.municipalities = try filled(entry, key, entry.texts(key))
            case "parts": constraint.parts = try filled(entry, key, entry.texts(key))
            case "limit": constraint.limit = try entry.integer(key, in: 1...99)
            default:
                if entry.has(key) { constraint.minimum = try entry.integer(key, in: 1...Self.mostTarget) }
            }
        }
        if rule == .atMostPerCompany, source == .consultations, constraint.limit != consultation.limit {
            throw entry.error(
                "limit", "consultation.limit の\(consultation.limit)と違います",
                "is not the \(consultation.limit) of consultation.limit")
        }
        return constraint
    }

    /// What a rule takes besides its label, and nothing else: a limit on a rule that ignores it would mislead. All are
    /// required but `minimum`, which is 1 where it isn't given.
    private static func keys(of rule: Constraint.Rule) -> [String] {
        switch rule {
        case .eachActivity: ["activities", "minimum"]
        case .participantsOf: ["activities"]
        case .notInMunicipalities: ["municipalities"]
        case .atMostPerCompany: ["limit"]
        case .parts: ["parts", "minimum"]
        case .everyPrefecture, .regions: ["minimum"]
        case .noPrefectureTwice, .eligibleCompany, .officeInDistrict, .online, .inPersonPreferred, .documentsSubmitted,
            .withoutDoubles, .atFirstHearing, .keptApart, .onlineTools, .oneAnswerPerCompanyAndEvent, .bothDenominators:
            []
        }
    }

    private func filled<Element>(
        _ entry: TableReader, _ key: String, _ list: [Element]
    ) throws(CatalogueError) -> [Element] {
        guard !list.isEmpty else { throw entry.missing(key) }
        return list
    }
}
