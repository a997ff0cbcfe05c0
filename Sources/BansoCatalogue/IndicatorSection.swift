import BansoDomain

/// Reads the indicators, once everything they refer to is known.
struct IndicatorSection {
    let sections: CatalogueSections

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
        return Indicator(
            id: id, programme: programme, activity: activity, label: try entry.localized("label"), kind: kind,
            target: try target(entry, kind: kind), unit: try entry.localized("unit"),
            count: try count(entry.table("count"), programme: programme), constraints: try constraints(entry),
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
        return CountRule(
            source: source, activities: activities, role: entry.has("role") ? try entry.name("role") : nil)
    }

    private func constraints(_ indicator: TableReader) throws(CatalogueError) -> [Constraint] {
        var constraints: [Constraint] = []
        for entry in try indicator.tables("constraints") {
            let constraint = try constraint(entry)
            guard !constraints.contains(constraint) else { throw entry.twice("rule", constraint.rule.rawValue) }
            constraints.append(constraint)
        }
        return constraints
    }

    /// A rule takes the keys that mean something for it, and no others: a limit on a rule that ignores it would mislead.
    private func constraint(_ entry: TableReader) throws(CatalogueError) -> Constraint {
        let rule: Constraint.Rule = try entry.choice("rule")
        var constraint = Constraint(rule: rule, label: try entry.localized("label"))
        switch rule {
        case .eachActivity:
            try entry.allow("rule", "label", "activities", "minimum")
            constraint.activities = try filled(entry, "activities", sections.activities(entry, "activities"))
        case .participantsOf:
            try entry.allow("rule", "label", "activities")
            constraint.activities = try filled(entry, "activities", sections.activities(entry, "activities"))
        case .notInMunicipalities:
            try entry.allow("rule", "label", "municipalities")
            constraint.municipalities = try filled(entry, "municipalities", entry.texts("municipalities"))
        case .atMostPerCompany:
            try entry.allow("rule", "label", "limit")
            constraint.limit = try entry.integer("limit", in: 1...99)
        case .parts:
            try entry.allow("rule", "label", "parts", "minimum")
            constraint.parts = try filled(entry, "parts", entry.texts("parts"))
        case .everyPrefecture, .regions: try entry.allow("rule", "label", "minimum")
        case .noPrefectureTwice, .eligibleCompany, .officeInDistrict, .online, .inPersonPreferred, .documentsSubmitted,
            .withoutDoubles, .atFirstHearing, .keptApart, .onlineTools, .oneAnswerPerCompanyAndEvent, .bothDenominators:
            try entry.allow("rule", "label")
        }
        if entry.has("minimum") { constraint.minimum = try entry.integer("minimum", in: 1...Self.mostTarget) }
        return constraint
    }

    private func filled<Element>(
        _ entry: TableReader, _ key: String, _ list: [Element]
    ) throws(CatalogueError) -> [Element] {
        guard !list.isEmpty else { throw entry.missing(key) }
        return list
    }
}
