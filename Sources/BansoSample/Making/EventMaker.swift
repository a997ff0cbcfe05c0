import BansoDomain

/// An event as it stands on the desk.
struct MadeEvent {
    let id: Int64
    let plan: EventPlan
    let date: Day
    let status: EventStatus
}

/// Makes the record of a planned event.
struct EventMaker {
    let seed: UInt64
    let days: ProgrammeDays
    let regions: [Int64]

    /// How many days before it an event is entered, and how many days before it one is called off.
    private static let notice = (entered: 150, cancelled: 7)
    private static let starts = [600, 780, 810, 840]

    func date(of plan: EventPlan) -> Day { days[plan.date] }

    /// Nil where nobody knows of it yet.
    func status(of plan: EventPlan) -> EventStatus? {
        let date = date(of: plan)
        guard days.hasCome(date + -Self.notice.entered) else { return nil }
        if plan.isCancelled { return days.hasCome(date + -Self.notice.cancelled) ? .cancelled : .planned }
        return days.hasCome(date) ? .held : .planned
    }

    func record(of plan: EventPlan, _ status: EventStatus, index: Int) -> Record {
        var draw = SplitMix64(seed: seed, .event, index: index)
        let start = draw.pick(Self.starts)
        var record = Record(
            .event,
            [
                "activity": .text(plan.activity.text), "theme": .text(plan.theme), "date": .day(date(of: plan)),
                "start_minute": .number(start), "end_minute": .number(start + draw.pick([90, 120, 150])),
                "status": .token(status), "outline": .text(ProgrammeTexts.outline),
                "minutes": .text(status == .held ? ProgrammeTexts.minutes : ""),
            ])
        if let track = plan.track { record["track"] = .text(track.text) }
        if let region = plan.region, regions.indices.contains(region) { record["region"] = .number(regions[region]) }
        switch plan.place {
        case .online(let tool): record.set(.online, tool)
        case .venue(let prefecture, let municipality, let venue):
            record.set(.inPerson, nil, prefecture, municipality, venue)
        case .hybrid(let prefecture, let municipality, let venue, let tool):
            record.set(.hybrid, tool, prefecture, municipality, venue)
        }
        return record
    }
}

extension Record {
    fileprivate mutating func set(
        _ mode: EventMode, _ tool: OnlineTool?, _ prefecture: Int? = nil, _ municipality: String = "",
        _ venue: String = ""
    ) {
        self["mode"] = .token(mode)
        if let tool { self["tool"] = .token(tool) }
        self["prefecture"] = .optional(prefecture)
        self["municipality"] = .text(municipality)
        self["venue"] = .text(venue)
    }
}
