import BansoDomain
import GRDB

/// Writes down which changes touch a month whose report was frozen: those that move its contributions, and those of
/// records that a report shows besides. What they come to is found when a report is read.
final class ReportTouches {
    private struct Place: Hashable {
        var month: FiscalMonth
        var programme: ProgrammeID
    }

    private let db: Database
    private let catalogue: Catalogue
    private let frozen: Set<Place>
    private let insert: Statement
    private var programmes: [Int64: ProgrammeID?] = [:]

    init(_ db: Database, catalogue: Catalogue) throws {
        self.db = db
        self.catalogue = catalogue
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT r.month, r.programme FROM frozen_report AS f JOIN monthly_report AS r ON r.id = f.report
                    """))
        frozen = Set(
            rows.compactMap { row in
                FiscalMonth(iso: row[0]).map { Place(month: $0, programme: ProgrammeID(row[1])) }
            })
        insert = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO report_touch (month, programme, seq) VALUES (?, ?, ?)")
    }

    /// Whether nothing was frozen, so that nothing is written down.
    var isIdle: Bool { frozen.isEmpty }

    /// A contribution that went or came because of these entries of the audit trail.
    func note(_ row: LedgerRow, entries: [Int64]) throws {
        guard !entries.isEmpty, row.reason == nil || row.until != nil, let programme = try programme(ofLine: row.line)
        else { return }
        for day in [row.date, row.until].compactMap({ $0 }) {
            for entry in entries { try note(day, programme, entry) }
        }
    }

    /// A record that was changed, where a report shows what differs.
    func note(
        _ kind: RecordKind, before: [DatabaseValue]?, after: [DatabaseValue]?, entry: Int64
    ) throws {
        guard !isIdle, let fields = ReportTouches.shown[kind] else { return }
        let states = [before, after].compactMap { $0 }.map { State(kind: kind, values: $0) }
        guard states.count < 2 || fields.contains(where: { states[0][$0] != states[1][$0] }) else { return }
        for state in states { try note(state, entry) }
    }

    /// The fields by which a record stands in a report; what the ledger counts is noted by its contributions.
    private static let shown: [RecordKind: [String]] = [
        .consultation: ["organisation", "date", "mode"], .hearing: ["activity", "organisation", "date"],
        .processConsultation: ["activity", "organisation", "date"],
        .event: ["activity", "date", "status", "theme", "materials"],
        .attendance: ["event", "organisation", "talent", "role", "presence"],
        .surveyAnswer: ["event", "organisation", "talent", "score", "insight", "behaviour_change"],
        .application: ["posting", "talent", "offered_on", "contracted_on"],
        .meeting: ["programme", "date", "title", "participants", "minutes", "materials"],
    ]

    /// Whether a report shows what somebody wrote in this field.
    static func shows(_ field: RecordField, of kind: RecordKind) -> Bool {
        field.isOwnWords && [.event, .meeting].contains(kind) && shown[kind]?.contains(field.id) == true
    }

    private struct State {
        var kind: RecordKind
        var values: [DatabaseValue]

        subscript(field: String) -> DatabaseValue { kind.index(of: field).map { values[$0] } ?? .null }
        func number(_ field: String) -> Int64? { Int64.fromDatabaseValue(self[field]) }
        func text(_ field: String) -> String? { String.fromDatabaseValue(self[field]) }
    }

    private func note(_ state: State, _ entry: Int64) throws {
        switch state.kind {
        case .consultation: try note(state.text("date"), catalogue.consultation.activity.text, entry)
        case .attendance, .surveyAnswer:
            let event = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT date, activity FROM event WHERE id = ?"),
                arguments: [state.number("event")])
            try note(event?[0], event?[1], entry)
        case .application:
            let activity = try String.fetchOne(
                db.cachedStatement(sql: "SELECT activity FROM posting WHERE id = ?"),
                arguments: [state.number("posting")])
            try note(state.text("offered_on") ?? state.text("contracted_on"), activity, entry)
        case .meeting:
            guard let day = state.text("date").flatMap(Day.init(iso:)) else { return }
            let own = state.text("programme").map { [ProgrammeID($0)] }
            for programme in own ?? catalogue.programmes.map(\.id) { try note(day, programme, entry) }
        default: try note(state.text("date"), state.text("activity"), entry)
        }
    }

    private func note(_ day: String?, _ activity: String?, _ entry: Int64) throws {
        guard let day = day.flatMap(Day.init(iso:)),
            let programme = activity.flatMap({ catalogue.activity(ActivityID($0))?.programme })
        else { return }
        try note(day, programme, entry)
    }

    private func note(_ day: Day, _ programme: ProgrammeID, _ entry: Int64) throws {
        let month = FiscalMonth(day)
        guard frozen.contains(Place(month: month, programme: programme)) else { return }
        insert.setUncheckedArguments([month.iso, programme.text, entry])
        try insert.execute()
    }

    private func programme(ofLine line: Int64) throws -> ProgrammeID? {
        if let known = programmes[line] { return known }
        let activity = try String.fetchOne(
            db.cachedStatement(sql: "SELECT activity FROM ledger_line WHERE id = ?"), arguments: [line])
        let programme = activity.flatMap { catalogue.activity(ActivityID($0))?.programme }
        programmes[line] = .some(programme)
        return programme
    }
}
