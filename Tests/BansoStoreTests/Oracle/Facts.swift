import BansoDomain

/// The records of a desk as plain values, so that the oracle's rules read like sentences.
///
/// Fields that nothing is counted by are left out.
struct Facts {
    struct Organisation {
        var id: Int64
        var isCompany: Bool
        var prefecture: Int64?
        var hasDistrictOffice: Bool
        var eligibility: String
    }

    struct Event {
        var id: Int64
        var activity: String
        var track: String?
        var date: Day
        var isHeld: Bool
        var isOnline: Bool
        var prefecture: Int64?
        var municipality: String
        var region: Int64?
    }

    struct Attendance {
        var event: Int64
        var organisation: Int64?
        var talent: Int64?
        var role: String
        var isPresent: Bool
    }

    struct Answer {
        var id: Int64
        var event: Int64
        var organisation: Int64?
        var talent: Int64?
        var date: Day
        var score: Int64
    }

    struct Posting {
        var id: Int64
        var organisation: Int64
        var activity: String
        var kind: String
        var date: Day
    }

    struct Application {
        var posting: Int64
        var talent: Int64
        var date: Day
        var hasDocuments: Bool
        var offered: Day?
        var contracted: Day?
    }

    /// Interviews, assessments, hearings, trainings, process consultations, consultations: somebody, an activity, a date.
    struct Entry {
        var id: Int64
        var activity: String
        var organisation: Int64
        var date: Day
        /// Interviews: not cancelled. Everything else: true.
        var stands = true
        /// Hearings only.
        var employsForeignTalent = false
    }

    struct Assessment {
        var talent: Int64
        var activity: String
        var date: Day
    }

    struct Contract {
        var activity: String
        var sender: Int64
        var date: Day
    }

    struct Case {
        var activity: String
        var organisation: Int64?
        var date: Day
        var isDone: Bool
    }

    var organisations: [Int64: Organisation] = [:]
    var events: [Int64: Event] = [:]
    var attendances: [Attendance] = []
    var answers: [Answer] = []
    var postings: [Int64: Posting] = [:]
    var applications: [Application] = []
    var consultations: [Entry] = []
    var interviews: [Entry] = []
    var hearings: [Entry] = []
    var trainings: [Entry] = []
    var processConsultations: [Entry] = []
    var assessments: [Assessment] = []
    var contracts: [Contract] = []
    var cases: [Case] = []

    init(_ records: [RecordKey: Record]) {
        for (key, record) in records.sorted(by: { $0.key < $1.key }) { add(key.id, Fields(record)) }
    }

    private mutating func add(_ id: Int64, _ record: Fields) {
        switch record.kind {
        case .organisation:
            organisations[id] = Organisation(
                id: id, isCompany: record.text("kind") == "company", prefecture: record.number("prefecture"),
                hasDistrictOffice: record.flag("district_office"), eligibility: record.text("eligibility")!)
        case .event:
            events[id] = Event(
                id: id, activity: record.text("activity")!, track: record.text("track"), date: record.day("date")!,
                isHeld: record.text("status") == "held", isOnline: record.text("mode") != "in-person",
                prefecture: record.number("prefecture"), municipality: record.text("municipality") ?? "",
                region: record.number("region"))
        case .attendance:
            attendances.append(
                Attendance(
                    event: record.number("event")!, organisation: record.number("organisation"),
                    talent: record.number("talent"), role: record.text("role")!,
                    isPresent: record.text("presence") == "attended"))
        case .surveyAnswer:
            answers.append(
                Answer(
                    id: id, event: record.number("event")!, organisation: record.number("organisation"),
                    talent: record.number("talent"), date: record.day("date")!, score: record.number("score")!))
        case .posting:
            postings[id] = Posting(
                id: id, organisation: record.number("organisation")!, activity: record.text("activity")!,
                kind: record.text("kind")!, date: record.day("date")!)
        case .application:
            applications.append(
                Application(
                    posting: record.number("posting")!, talent: record.number("talent")!, date: record.day("date")!,
                    hasDocuments: record.flag("documents"), offered: record.day("offered_on"),
                    contracted: record.day("contracted_on")))
        case .consultation: consultations.append(entry(id, record, activity: "A2"))
        case .interview:
            var interview = entry(id, record)
            interview.stands = record.text("status") != "cancelled" && record.text("kind") == "interview"
            interviews.append(interview)
        case .hearing:
            var hearing = entry(id, record)
            hearing.employsForeignTalent = record.flag("employs_foreign_talent")
            hearings.append(hearing)
        case .training: trainings.append(entry(id, record))
        case .processConsultation: processConsultations.append(entry(id, record))
        case .assessment:
            assessments.append(
                Assessment(
                    talent: record.number("talent")!, activity: record.text("activity")!, date: record.day("date")!))
        case .interCompanyContract:
            contracts.append(
                Contract(
                    activity: record.text("activity")!, sender: record.number("sender")!, date: record.day("date")!))
        case .caseStudy:
            cases.append(
                Case(
                    activity: record.text("activity")!, organisation: record.number("organisation"),
                    date: record.day("date")!, isDone: record.text("status") == "done"))
        case .pipelineEntry, .coordinator, .region, .talent, .followUp, .contact, .eligibilityCheck, .snooze,
            .savedFilter, .meeting, .monthlyReport, .correctionReason, .importMapping:
            break
        }
    }

    private func entry(_ id: Int64, _ record: Fields, activity: String? = nil) -> Entry {
        Entry(
            id: id, activity: activity ?? record.text("activity")!, organisation: record.number("organisation")!,
            date: record.day("date")!)
    }
}

/// A record's values by the names of their fields.
private struct Fields {
    let kind: RecordKind
    private let values: [String: FieldValue]

    init(_ record: Record) {
        kind = record.kind
        values = Dictionary(uniqueKeysWithValues: zip(record.kind.fields.map(\.id), record.values))
    }

    func text(_ field: String) -> String? { values[field]?.text }
    func number(_ field: String) -> Int64? { values[field]?.number }
    func flag(_ field: String) -> Bool { number(field) == 1 }
    func day(_ field: String) -> Day? { values[field]?.day }
}
