import BansoDomain
import GRDB

/// Reads records as what happened, for one group or for many at a time.
struct OccurrenceLoader {
    private let catalogue: Catalogue
    private let db: Database

    init(_ db: Database, catalogue: Catalogue) {
        self.db = db
        self.catalogue = catalogue
    }

    /// What the organisations with these numbers did, by organisation.
    /// - Parameter kinds: only these kinds of record; nil for all.
    func organisations(
        _ ids: ClosedRange<Int64>, kinds: Set<RecordKind>? = nil
    ) throws -> [Int64: [Occurrence]] {
        var found: [Int64: [Occurrence]] = [:]
        var subjects: [Int64: Who] = [:]
        let arguments: StatementArguments = [ids.lowerBound, ids.upperBound]
        let who = try rows(
            "SELECT id, kind, prefecture, eligibility, district_office FROM organisation WHERE id BETWEEN ? AND ?",
            arguments)
        while let row = try who.next() { subjects[row[0]] = self.who(row) }
        for matter in OrganisationMatter.allCases where kinds?.contains(matter.kind) ?? true {
            let rows = try rows(matter.sql, arguments)
            while let row = try rows.next() {
                let id: Int64 = row[0]
                guard let who = subjects[id], let date = Day(iso: row[2]) else { continue }
                found[id, default: []].append(
                    Occurrence(
                        matter.matter(row), source: RecordKey(matter.kind, row[1]), subject: who.subject,
                        activity: matter == .consultation ? catalogue.consultation.activity : ActivityID(row[3]),
                        date: date, prefecture: who.prefecture, void: matter.void(row)))
            }
        }
        return found
    }

    /// What the people with these numbers did, by person.
    /// - Parameter kinds: only these kinds of record; nil for all.
    func talent(_ ids: ClosedRange<Int64>, kinds: Set<RecordKind>? = nil) throws -> [Int64: [Occurrence]] {
        var found: [Int64: [Occurrence]] = [:]
        for matter in TalentMatter.allCases where kinds?.contains(matter.kind) ?? true {
            var arguments: StatementArguments = [ids.lowerBound, ids.upperBound]
            if matter == .application {
                arguments += [catalogue.period.lowerBound.iso, catalogue.period.upperBound.iso]
            }
            let rows = try rows(matter.sql, arguments)
            while let row = try rows.next() {
                let id: Int64 = row[0]
                let subject = Occurrence.Subject(RecordKey(.talent, id), .person)
                for (what, date) in matter.matters(row) {
                    found[id, default: []].append(
                        Occurrence(
                            what, source: RecordKey(matter.kind, row[1]), subject: subject,
                            activity: ActivityID(row[3]), date: date, prefecture: prefecture(row[4]),
                            void: matter.void(row)))
                }
            }
        }
        return found
    }

    /// The events and case studies of an activity.
    func activity(_ id: ActivityID) throws -> [Occurrence] {
        var found: [Occurrence] = []
        let events = try rows(
            "SELECT id, date, status, track, municipality, mode, region, prefecture FROM event WHERE activity = ?",
            [id.text])
        while let row = try events.next() {
            guard let date = Day(iso: row[1]) else { continue }
            let key = RecordKey(.event, row[0])
            found.append(
                Occurrence(
                    .event(
                        track: (row[3] as String?).map { CountRole($0) }, municipality: row[4],
                        isOnline: row[5] != EventMode.inPerson.rawValue, region: row[6]),
                    source: key, subject: Occurrence.Subject(key, .itself), activity: id, date: date,
                    prefecture: prefecture(row[7]), void: void(status: row[2])))
        }
        let cases = try rows(
            """
            SELECT c.id, c.date, c.status, c.kind, c.region, ifnull(o.prefecture, r.prefecture)
            FROM case_study AS c LEFT JOIN organisation AS o ON o.id = c.organisation
                LEFT JOIN region AS r ON r.id = c.region
            WHERE c.activity = ?
            """, [id.text])
        while let row = try cases.next() {
            guard let date = Day(iso: row[1]) else { continue }
            let key = RecordKey(.caseStudy, row[0])
            found.append(
                Occurrence(
                    .caseStudy((row[3] as String?).flatMap(EmploymentKind.init), region: row[4]), source: key,
                    subject: Occurrence.Subject(key, .itself), activity: id, date: date, prefecture: prefecture(row[5]),
                    void: row[2] == CaseStatus.draft.rawValue ? .draft : nil))
        }
        return found
    }

    private struct Who {
        var subject: Occurrence.Subject
        var prefecture: Prefecture?
    }

    private func who(_ row: Row) -> Who {
        let place = prefecture(row[2])
        let isCompany = row[1] == Organisation.Kind.company.rawValue
        let isInDistrict = place.map(catalogue.prefectures.contains) ?? false
        let party: Occurrence.Subject.Party =
            isCompany
            ? .company(Eligibility(rawValue: row[3]) ?? .unknown, hasDistrictOffice: row[4] || isInDistrict)
            : .institution
        return Who(subject: Occurrence.Subject(RecordKey(.organisation, row[0]), party), prefecture: place)
    }

    private func prefecture(_ code: Int?) -> Prefecture? { code.flatMap(Prefecture.init(code:)) }

    private func rows(_ sql: String, _ arguments: StatementArguments) throws -> RowCursor {
        try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    }
}

/// Why an event's status keeps what happened at it from counting.
private func void(status: String) -> ExclusionReason? {
    switch EventStatus(rawValue: status) {
    case .held: nil
    case .cancelled: .cancelled
    case .planned, nil: .planned
    }
}

private func void(presence: String) -> ExclusionReason? {
    switch Presence(rawValue: presence) {
    case .attended: nil
    case .noShow: .noShow
    case .registered, nil: .registered
    }
}

/// What organisations do. Each query begins with the organisation, the record, the date and the activity.
private enum OrganisationMatter: CaseIterable {
    case attendance, answer, posting, consultation, hearing, training, processConsultation, sender, receiver, caseStudy

    var kind: RecordKind {
        switch self {
        case .attendance: .attendance
        case .answer: .surveyAnswer
        case .posting: .posting
        case .consultation: .consultation
        case .hearing: .hearing
        case .training: .training
        case .processConsultation: .processConsultation
        case .sender, .receiver: .interCompanyContract
        case .caseStudy: .caseStudy
        }
    }

    var sql: String {
        switch self {
        case .attendance:
            """
            SELECT a.organisation, a.id, e.date, e.activity, a.event, a.role, a.presence, e.status
            FROM attendance AS a CROSS JOIN event AS e ON e.id = a.event
            WHERE a.organisation BETWEEN ? AND ?
            """
        case .answer:
            """
            SELECT s.organisation, s.id, max(s.date, e.date), e.activity, s.event, s.score, e.status
            FROM survey_answer AS s CROSS JOIN event AS e ON e.id = s.event
            WHERE s.organisation BETWEEN ? AND ?
            """
        case .posting: "SELECT organisation, id, date, activity, kind FROM posting WHERE organisation BETWEEN ? AND ?"
        case .consultation: "SELECT organisation, id, date FROM consultation WHERE organisation BETWEEN ? AND ?"
        case .hearing:
            """
            SELECT organisation, id, date, activity, employs_foreign_talent FROM hearing
            WHERE organisation BETWEEN ? AND ?
            """
        case .training: "SELECT organisation, id, date, activity FROM training WHERE organisation BETWEEN ? AND ?"
        case .processConsultation:
            "SELECT organisation, id, date, activity FROM process_consultation WHERE organisation BETWEEN ? AND ?"
        case .sender: "SELECT sender, id, date, activity FROM inter_company_contract WHERE sender BETWEEN ? AND ?"
        case .receiver:
            "SELECT receiver, id, date, activity FROM inter_company_contract WHERE receiver BETWEEN ? AND ?"
        case .caseStudy:
            """
            SELECT organisation, id, date, activity, kind, region, status FROM case_study
            WHERE organisation BETWEEN ? AND ?
            """
        }
    }

    func matter(_ row: Row) -> Occurrence.Matter {
        switch self {
        case .attendance: .attendance(event: row[4], role: AttendanceRole(rawValue: row[5]) ?? .participant)
        case .answer: .answer(event: row[4], score: row[5])
        case .posting: .posting(EmploymentKind(rawValue: row[4]) ?? .sideJob)
        case .consultation: .consultation
        case .hearing: .hearing(employs: row[4])
        case .training: .training
        case .processConsultation: .processConsultation
        case .sender: .contract(.sender)
        case .receiver: .contract(.receiver)
        case .caseStudy: .caseStudy((row[4] as String?).flatMap(EmploymentKind.init), region: row[5])
        }
    }

    func void(_ row: Row) -> ExclusionReason? {
        switch self {
        case .attendance: BansoStore.void(status: row[7]) ?? BansoStore.void(presence: row[6])
        case .answer: BansoStore.void(status: row[6])
        case .caseStudy: row[6] == CaseStatus.draft.rawValue ? .draft : nil
        default: nil
        }
    }
}

/// What people do. Each query begins with the person, the record, the date, the activity and the prefecture.
private enum TalentMatter: CaseIterable {
    case attendance, answer, application, interview, assessment

    var kind: RecordKind {
        switch self {
        case .attendance: .attendance
        case .answer: .surveyAnswer
        case .application: .application
        case .interview: .interview
        case .assessment: .assessment
        }
    }

    var sql: String {
        switch self {
        case .attendance:
            """
            SELECT a.talent, a.id, e.date, e.activity, e.prefecture, a.event, a.role, a.presence, e.status
            FROM attendance AS a CROSS JOIN event AS e ON e.id = a.event
            WHERE a.talent BETWEEN ? AND ?
            """
        case .answer:
            """
            SELECT s.talent, s.id, max(s.date, e.date), e.activity, e.prefecture, s.event, s.score, e.status
            FROM survey_answer AS s CROSS JOIN event AS e ON e.id = s.event
            WHERE s.talent BETWEEN ? AND ?
            """
        case .application:
            // The last column: when the person first was at an event where the posting's company presented.
            """
            SELECT a.talent, a.id, a.date, p.activity, o.prefecture, a.posting, p.organisation, a.documents,
                ifnull(a.offered_on, a.contracted_on), a.contracted_on,
                (SELECT min(e.date)
                    FROM attendance AS t
                        CROSS JOIN event AS e ON e.id = t.event
                        CROSS JOIN attendance AS c ON c.event = t.event
                    WHERE t.talent = a.talent AND t.presence = 'attended' AND e.status = 'held'
                        AND e.activity = p.activity AND e.date BETWEEN ?3 AND ?4
                        AND c.organisation = p.organisation AND c.role = 'presenter' AND c.presence = 'attended')
            FROM application AS a CROSS JOIN posting AS p ON p.id = a.posting
                CROSS JOIN organisation AS o ON o.id = p.organisation
            WHERE a.talent BETWEEN ?1 AND ?2
            """
        case .interview:
            """
            SELECT i.talent, i.id, i.date, i.activity, o.prefecture, i.status, i.kind
            FROM interview AS i CROSS JOIN organisation AS o ON o.id = i.organisation
            WHERE i.talent BETWEEN ? AND ?
            """
        case .assessment:
            "SELECT talent, id, date, activity, NULL FROM assessment WHERE talent BETWEEN ? AND ?"
        }
    }

    /// An application may have led to an offer and a contract: each on its own day.
    func matters(_ row: Row) -> [(Occurrence.Matter, Day)] {
        guard let date = Day(iso: row[2]) else { return [] }
        switch self {
        case .attendance:
            return [(.attendance(event: row[5], role: AttendanceRole(rawValue: row[6]) ?? .participant), date)]
        case .answer: return [(.answer(event: row[5], score: row[6]), date)]
        case .interview: return [(.interview(InterviewKind(rawValue: row[6]) ?? .interview), date)]
        case .assessment: return [(.assessment, date)]
        case .application:
            let application = Occurrence.Matter.application(
                posting: row[5], company: row[6], hasDocuments: row[7], metOn: day(row[10]))
            return [(application, date)] + (day(row[8]).map { [(.offer, $0)] } ?? [])
                + (day(row[9]).map { [(.contract(nil), $0)] } ?? [])
        }
    }

    func void(_ row: Row) -> ExclusionReason? {
        switch self {
        case .attendance: BansoStore.void(status: row[8]) ?? BansoStore.void(presence: row[7])
        case .answer: BansoStore.void(status: row[7])
        case .interview: row[5] == InterviewStatus.cancelled.rawValue ? .cancelled : nil
        case .application, .assessment: nil
        }
    }

    private func day(_ text: String?) -> Day? { text.flatMap { Day(iso: $0) } }
}
