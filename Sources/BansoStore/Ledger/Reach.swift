import BansoDomain
import GRDB

/// Finds the groups whose contributions a change of one record may move.
struct Reach {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// - Parameters:
    ///   - before: nil for a new record.
    ///   - after: nil for one that is deleted.
    func groups(
        of kind: RecordKind, _ id: Int64, before: [DatabaseValue]?, after: [DatabaseValue]?
    ) throws -> Set<CountingGroup> {
        var groups: Set<CountingGroup> = []
        guard Reach.isCounted(kind, before, after) else { return [] }
        for values in [before, after].compactMap({ $0 }) {
            let row = Values(kind: kind, values: values)
            switch kind {
            case .organisation: groups.insert(.organisation(id))
            case .talent: groups.insert(.talent(id))
            case .event: row.activity.map { _ = groups.insert(.activity($0)) }
            case .attendance, .surveyAnswer:
                row.number("organisation").map { _ = groups.insert(.organisation($0)) }
                row.number("talent").map { _ = groups.insert(.talent($0)) }
                if kind == .attendance { groups.formUnion(try applicants(metAt: row)) }
            case .posting:
                row.number("organisation").map { _ = groups.insert(.organisation($0)) }
            case .application, .interview, .assessment:
                row.number("talent").map { _ = groups.insert(.talent($0)) }
            case .interCompanyContract:
                row.number("sender").map { _ = groups.insert(.organisation($0)) }
                row.number("receiver").map { _ = groups.insert(.organisation($0)) }
            case .caseStudy:
                row.number("organisation").map { _ = groups.insert(.organisation($0)) }
                row.activity.map { _ = groups.insert(.activity($0)) }
            case .consultation, .hearing, .training, .processConsultation:
                row.number("organisation").map { _ = groups.insert(.organisation($0)) }
            case .pipelineEntry, .coordinator, .region, .followUp, .contact, .eligibilityCheck, .snooze, .savedFilter,
                .meeting, .monthlyReport, .correctionReason, .importMapping:
                break
            }
        }
        if let before, let after {
            groups.formUnion(
                try others(of: kind, id, Values(kind: kind, values: before), Values(kind: kind, values: after)))
        }
        return groups
    }

    /// An organisation or a person counts by what other records say of it: of a new one none does yet, of one that is deleted
    /// none does any more, and of one that changes only some fields have a say.
    private static func isCounted(_ kind: RecordKind, _ before: [DatabaseValue]?, _ after: [DatabaseValue]?) -> Bool {
        guard kind == .organisation || kind == .talent else { return true }
        guard let before, let after else { return false }
        let decisive = kind == .organisation ? ["kind", "prefecture", "eligibility", "district_office"] : []
        return Values(kind: kind, values: before).differs(from: Values(kind: kind, values: after), in: decisive)
    }

    /// Those of the records that refer to a changed one. A new record has none yet, and one that has any can't be deleted.
    private func others(
        of kind: RecordKind, _ id: Int64, _ before: Values, _ after: Values
    ) throws -> Set<CountingGroup> {
        switch kind {
        case .organisation where before.differs(from: after, in: ["prefecture"]):
            try found(
                "SELECT a.talent FROM posting AS p JOIN application AS a ON a.posting = p.id WHERE p.organisation = ?",
                id
            ) { .talent($0) }
            .union(try found("SELECT talent FROM interview WHERE organisation = ?", id) { .talent($0) })
            .union(try activities("SELECT activity FROM case_study WHERE organisation = ?", id))
        case .region where before.differs(from: after, in: ["prefecture"]):
            try activities("SELECT activity FROM case_study WHERE region = ?", id)
        case .event where before.differs(from: after, in: ["activity", "date", "status", "prefecture"]):
            try found("SELECT organisation FROM attendance WHERE event = ?", id) { .organisation($0) }
                .union(try found("SELECT talent FROM attendance WHERE event = ?", id) { .talent($0) })
                .union(try found("SELECT organisation FROM survey_answer WHERE event = ?", id) { .organisation($0) })
                .union(try found("SELECT talent FROM survey_answer WHERE event = ?", id) { .talent($0) })
        case .posting where before.differs(from: after, in: ["organisation", "activity"]):
            try found("SELECT talent FROM application WHERE posting = ?", id) { .talent($0) }
        default: []
        }
    }

    /// A presenting company's applicants who were at the event.
    private func applicants(metAt attendance: Values) throws -> Set<CountingGroup> {
        guard attendance.text("role") == AttendanceRole.presenter.rawValue,
            let company = attendance.number("organisation"), let event = attendance.number("event")
        else { return [] }
        let rows = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT a.talent FROM posting AS p
                        CROSS JOIN application AS a ON a.posting = p.id
                        CROSS JOIN attendance AS t ON t.event = ?2 AND t.talent = a.talent
                    WHERE p.organisation = ?1
                    """), arguments: [company, event])
        return Set(rows.map { .talent($0) })
    }

    private func found(
        _ sql: String, _ id: Int64, _ group: (Int64) -> CountingGroup
    ) throws -> Set<CountingGroup> {
        Set(try Int64?.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).compactMap { $0 }.map(group))
    }

    private func activities(_ sql: String, _ id: Int64) throws -> Set<CountingGroup> {
        Set(try String.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map { .activity(ActivityID($0)) })
    }

    private struct Values {
        var kind: RecordKind
        var values: [DatabaseValue]

        subscript(field: String) -> DatabaseValue { kind.index(of: field).map { values[$0] } ?? .null }
        func number(_ field: String) -> Int64? { Int64.fromDatabaseValue(self[field]) }
        func text(_ field: String) -> String? { String.fromDatabaseValue(self[field]) }
        var activity: ActivityID? { text("activity").map { ActivityID($0) } }

        func differs(from other: Values, in fields: [String]) -> Bool {
            fields.contains { self[$0] != other[$0] }
        }
    }
}
