import BansoDomain
import BansoStore
import Testing

/// A few records, written through the ports, for examples worked by hand. Dates are `YYYY-MM-DD`; where none is said it
/// is 2025-09-10. What a record is called says what it counts as: a company is eligible and in Fukuoka, an event held, an
/// attendance attended.
struct World {
    private let home: OracleDesk
    private let actor = Actor("青木")
    private var desk: Store { home.store }
    static let end = "2026-03-31"
    static let usual = "2025-09-10"
    /// Before the period.
    static let early = "2025-03-20"

    init(_ text: String? = nil) throws { home = try text.map { try OracleDesk($0) } ?? OracleDesk() }

    // MARK: Who there is

    func company(
        prefecture: Int? = 40, _ eligibility: Eligibility = .eligible, office: Bool = false
    ) throws -> RecordKey {
        try add(
            .organisation,
            [
                "name": .text("株式会社"), "prefecture": .optional(prefecture), "eligibility": .token(eligibility),
                "district_office": .flag(office),
            ])
    }

    func institution() throws -> RecordKey {
        try add(.organisation, ["name": .text("商工会議所"), "kind": .text("institution"), "prefecture": .number(40)])
    }

    func person() throws -> RecordKey { try add(.talent, ["name": .text("佐藤")]) }
    func region(_ name: String) throws -> RecordKey { try add(.region, ["name": .text(name)]) }

    // MARK: Events

    @discardableResult
    func event(
        _ activity: String, on date: String = usual, _ status: EventStatus = .held, _ mode: EventMode = .inPerson,
        track: String? = nil, prefecture: Int? = nil, municipality: String = "", region: RecordKey? = nil
    ) throws -> RecordKey {
        try add(
            .event,
            [
                "activity": .text(activity), "theme": .text("テーマ"), "date": World.value(date),
                "status": .token(status), "mode": .token(mode), "tool": mode == .inPerson ? .none : .text("teams"),
                "track": track.map { .text($0) } ?? .none, "prefecture": .optional(prefecture),
                "municipality": .text(municipality), "region": region.map { .number($0.id) } ?? .none,
            ])
    }

    /// Somebody at an event: a company, an institution, a person.
    @discardableResult
    func visit(
        _ event: RecordKey, _ who: RecordKey, _ role: AttendanceRole = .participant, _ presence: Presence = .attended,
        attendee: String = ""
    ) throws -> RecordKey {
        try add(
            .attendance,
            [
                "event": .number(event.id), World.field(of: who): .number(who.id), "role": .token(role),
                "presence": .token(presence), "attendee": .text(attendee),
            ])
    }

    func answer(_ event: RecordKey, _ who: RecordKey, score: Int, on date: String = usual) throws {
        try add(
            .surveyAnswer,
            [
                "event": .number(event.id), World.field(of: who): .number(who.id), "date": World.value(date),
                "score": .number(score),
            ])
    }

    // MARK: Jobs

    @discardableResult
    func posting(
        _ activity: String, _ company: RecordKey, _ kind: EmploymentKind = .sideJob, on date: String = usual
    ) throws -> RecordKey {
        try add(
            .posting,
            [
                "activity": .text(activity), "organisation": .number(company.id), "kind": .token(kind),
                "title": .text("求人"), "date": World.value(date),
            ])
    }

    @discardableResult
    func apply(
        _ person: RecordKey, to posting: RecordKey, on date: String = usual, documents: Bool = true,
        offered: String? = nil, contracted: String? = nil
    ) throws -> RecordKey {
        try add(
            .application,
            [
                "posting": .number(posting.id), "talent": .number(person.id), "date": World.value(date),
                "documents": .flag(documents), "offered_on": offered.map(World.value) ?? .none,
                "contracted_on": contracted.map(World.value) ?? .none,
            ])
    }

    // MARK: The rest

    func consult(_ company: RecordKey, on date: String = usual) throws {
        _ = try desk.book(
            Consultation(company: OrganisationID(company.id), date: Day(iso: date)!, minutes: 90, mode: .online),
            nextAction: nil, by: actor)
    }

    @discardableResult
    func contract(_ sender: RecordKey, _ receiver: RecordKey, on date: String = usual) throws -> RecordKey {
        try add(
            .interCompanyContract,
            [
                "activity": .text("A3-4"), "sender": .number(sender.id), "receiver": .number(receiver.id),
                "date": World.value(date),
            ])
    }

    func caseStudy(
        _ activity: String, of who: RecordKey, _ kind: EmploymentKind? = nil, on date: String = usual,
        status: CaseStatus = .done
    ) throws {
        try add(
            .caseStudy,
            [
                "activity": .text(activity), who.kind.rawValue: .number(who.id), "title": .text("事例"),
                "kind": kind.map { .token($0) } ?? .none, "date": World.value(date), "status": .token(status),
            ])
    }

    @discardableResult
    func hearing(_ company: RecordKey, employs: Bool = false, on date: String = usual) throws -> RecordKey {
        try add(
            .hearing,
            [
                "activity": .text("C2"), "organisation": .number(company.id), "date": World.value(date),
                "employs_foreign_talent": .flag(employs),
            ])
    }

    func interview(
        _ company: RecordKey, _ person: RecordKey, on date: String = usual, _ status: InterviewStatus = .arranged,
        _ kind: InterviewKind = .interview
    ) throws {
        try add(
            .interview,
            [
                "activity": .text("C3"), "organisation": .number(company.id), "talent": .number(person.id),
                "date": World.value(date), "status": .token(status), "kind": .token(kind),
            ])
    }

    func training(_ company: RecordKey, on date: String = usual) throws {
        try add(
            .training,
            [
                "activity": .text("C4"), "organisation": .number(company.id), "date": World.value(date),
                "theme": .text("研修"),
            ])
    }

    func process(_ company: RecordKey, on date: String = usual) throws {
        try add(
            .processConsultation,
            ["activity": .text("D3-4"), "organisation": .number(company.id), "date": World.value(date)])
    }

    func assess(_ person: RecordKey, on date: String = usual) throws {
        try add(
            .assessment, ["activity": .text("D4-3"), "talent": .number(person.id), "date": World.value(date)])
    }

    // MARK: Changes

    func set(_ key: RecordKey, _ field: String, _ value: FieldValue) throws {
        var stored = try #require(try desk.record(key))
        stored.record[field] = value
        try desk.edit(key, version: stored.version, to: stored.record, by: actor)
    }

    func delete(_ key: RecordKey) throws {
        let stored = try #require(try desk.record(key))
        try desk.delete(key, version: stored.version, by: actor)
    }

    func undo() throws { _ = try desk.undo(by: actor) }

    @discardableResult
    private func add(_ kind: RecordKind, _ values: [String: FieldValue]) throws -> RecordKey {
        var record = Record(kind)
        for (field, value) in values { record[field] = value }
        return RecordKey(kind, try desk.add(record, by: actor))
    }

    private static func value(_ date: String) -> FieldValue { .day(Day(iso: date)!) }
    private static func field(of who: RecordKey) -> String { who.kind.rawValue }

    // MARK: What comes of it

    /// The desk's figure, the oracle's, and why the rows that don't count don't.
    func expect(
        _ indicator: IndicatorID, _ count: Int, asOf date: String = end, excluded: [ExclusionReason] = [],
        at place: SourceLocation = #_sourceLocation
    ) throws {
        let figure = try agreed(indicator, asOf: date, excluded: excluded, at: place)
        #expect(figure.count == count, sourceLocation: place)
    }

    /// The figure alone (for a rate: its denominator), where the reasons are beside the point.
    func expectCount(_ indicator: IndicatorID, _ count: Int, at place: SourceLocation = #_sourceLocation) throws {
        let day = Day(iso: World.end)!
        let figure = Figure(try #require(try desk.readings(asOf: day).first { $0.indicator.id == indicator }))
        #expect((figure.rate?.pooled.denominator ?? figure.count) == count, sourceLocation: place)
    }

    /// The pooled fraction of a rate, its programmes (those with a denominator) and what is shown beside it.
    func expect(
        _ indicator: IndicatorID, _ pooled: (Int, Int), programmes: [String: (Int, Int)] = [:],
        beside: [(Int, Int)], asOf date: String = end, excluded: [ExclusionReason] = [],
        at place: SourceLocation = #_sourceLocation
    ) throws {
        let rate = try #require(try agreed(indicator, asOf: date, excluded: excluded, at: place).rate)
        #expect(rate.pooled == Fraction(pooled.0, of: pooled.1), sourceLocation: place)
        #expect(rate.beside == beside.map { Fraction($0.0, of: $0.1) }, sourceLocation: place)
        let shown = rate.byProgramme.filter { $0.value != Fraction(0, of: 0) }
        #expect(shown == programmes.mapValues { Fraction($0.0, of: $0.1) }, sourceLocation: place)
    }

    private func agreed(
        _ indicator: IndicatorID, asOf date: String, excluded: [ExclusionReason], at place: SourceLocation
    ) throws -> Figure {
        let day = Day(iso: date)!
        let reading = try #require(try desk.readings(asOf: day).first { $0.indicator.id == indicator })
        let counter = NaiveCounter(try desk.everything().mapValues(\.record), catalogue: desk.catalogue)
        #expect(Figure(reading) == counter.sight(on: day).figure(of: indicator), "desk, oracle", sourceLocation: place)
        let reasons = try desk.rows(of: indicator, asOf: day).compactMap(\.reason?.rawValue).sorted()
        #expect(reasons == excluded.map(\.rawValue).sorted(), sourceLocation: place)
        return Figure(reading)
    }
}
