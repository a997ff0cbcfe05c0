import BansoDomain

/// What happened by the records that a desk was given: the store's projection, in a few lines.
struct Occurrences {
    let desk: RecordingDesk
    let catalogue: Catalogue
    private(set) var all: [Occurrence] = []

    init(_ desk: RecordingDesk, _ catalogue: Catalogue) {
        self.desk = desk
        self.catalogue = catalogue
        for (index, consultation) in desk.consultations.enumerated() {
            let organisation = FieldValue.number(consultation.company.value)
            add(
                .consultation, RecordKey(.consultation, Int64(index + 1)), subject(organisation),
                catalogue.consultation.activity, consultation.date, prefecture(organisation))
        }
        for kind in RecordKind.allCases {
            for (index, record) in desk.all(kind).enumerated() { project(record, RecordKey(kind, Int64(index + 1))) }
        }
    }

    /// The contributions of all of it, and the readings of a day.
    func readings(on day: Day) -> [Reading] {
        let contributions = CountingRules(catalogue).contributions(of: all)
        return catalogue.indicators.map { indicator in
            var tally = Tally()
            for row in contributions where row.line.indicator == indicator.id && row.date <= day {
                let counts = row.reason(on: day) == nil
                tally.add(
                    counted: counts ? 1 : 0, excluded: counts ? 0 : 1, month: FiscalMonth(row.date),
                    activity: row.line.activity, part: row.line.part)
                if counts, let prefecture = row.prefecture { tally.add(counted: 1, in: prefecture) }
            }
            return Reading(indicator, tally: tally, asOf: day, catalogue: catalogue)
        }
    }

    // MARK: Records

    private mutating func project(_ record: Record, _ key: RecordKey) {
        let organisation = record["organisation"]
        let activity = ActivityID(record["activity"].text ?? "")
        func add(_ matter: Occurrence.Matter, void: ExclusionReason? = nil) {
            self.add(matter, key, subject(organisation), activity, record["date"].day!, prefecture(organisation), void)
        }
        switch record.kind {
        case .event: project(event: record, key, activity)
        case .attendance, .surveyAnswer: project(participation: record, key)
        case .posting: add(.posting(EmploymentKind(rawValue: record["kind"].text!)!))
        case .application: project(application: record, key)
        case .interview:
            add(
                .interview(InterviewKind(rawValue: record["kind"].text!)!),
                void: record["status"] == .token(InterviewStatus.cancelled) ? .cancelled : nil)
        case .assessment:
            self.add(.assessment, key, person(record["talent"]), activity, record["date"].day!, nil)
        case .hearing: add(.hearing(employs: record["employs_foreign_talent"] == .flag(true)))
        case .training: add(.training)
        case .processConsultation: add(.processConsultation)
        case .interCompanyContract:
            for side in PipelineEntry.Side.allCases {
                let party = record[side.rawValue]
                self.add(.contract(side), key, subject(party), activity, record["date"].day!, prefecture(party))
            }
        case .caseStudy:
            let matter = Occurrence.Matter.caseStudy(
                record["kind"].text.flatMap(EmploymentKind.init(rawValue:)), region: record["region"].number)
            let void: ExclusionReason? = record["status"] == .token(CaseStatus.draft) ? .draft : nil
            let place = prefecture(organisation)
            self.add(matter, key, Occurrence.Subject(key, .itself), activity, record["date"].day!, place, void)
            if organisation != .none { add(matter, void: void) }
        default: break
        }
    }

    private mutating func project(event: Record, _ key: RecordKey, _ activity: ActivityID) {
        add(
            .event(
                track: event["track"].text.map { CountRole($0) }, municipality: event["municipality"].text!,
                isOnline: event["mode"] != .token(EventMode.inPerson), region: event["region"].number),
            key, Occurrence.Subject(key, .itself), activity, event["date"].day!,
            event["prefecture"].number.flatMap { Prefecture(code: Int($0)) }, void(event))
    }

    private mutating func project(participation record: Record, _ key: RecordKey) {
        let event = desk.record(.event, record["event"])
        let isPerson = record["organisation"] == .none
        let activity = ActivityID(event["activity"].text!)
        let subject = isPerson ? person(record["talent"]) : subject(record["organisation"])
        let place =
            isPerson
            ? event["prefecture"].number.flatMap { Prefecture(code: Int($0)) } : prefecture(record["organisation"])
        let number = record["event"].number!
        if let score = record["score"].number {
            let date = max(record["date"].day!, event["date"].day!)
            add(.answer(event: number, score: Int(score)), key, subject, activity, date, place, void(event))
        } else {
            let presence: ExclusionReason? =
                switch Presence(rawValue: record["presence"].text!)! {
                case .registered: .registered
                case .noShow: .noShow
                case .attended: nil
                }
            let role = AttendanceRole(rawValue: record["role"].text!)!
            add(
                .attendance(event: number, role: role), key, subject, activity, event["date"].day!, place,
                void(event) ?? presence)
        }
    }

    private mutating func project(application record: Record, _ key: RecordKey) {
        let posting = desk.record(.posting, record["posting"])
        let activity = ActivityID(posting["activity"].text!)
        let company = posting["organisation"]
        let (person, place) = (person(record["talent"]), prefecture(company))
        add(
            .application(
                posting: record["posting"].number!, company: company.number!,
                hasDocuments: record["documents"] == .flag(true), metOn: metOn(record["talent"], company, activity)),
            key, person, activity, record["date"].day!, place)
        let contracted = record["contracted_on"].day
        if let day = record["offered_on"].day ?? contracted { add(.offer, key, person, activity, day, place) }
        if let contracted { add(.contract(nil), key, person, activity, contracted, place) }
    }

    /// The first day on which the person was at an event where the company presented.
    private func metOn(_ person: FieldValue, _ company: FieldValue, _ activity: ActivityID) -> Day? {
        let events = desk.all(.event).enumerated().filter { _, event in
            event["activity"].text == activity.text && event["status"] == .token(EventStatus.held)
        }
        return events.compactMap { index, event -> Day? in
            let guests = desk.all(.attendance).filter {
                $0["event"] == .number(index + 1) && $0["presence"] == .token(Presence.attended)
            }
            let met =
                guests.contains { $0["talent"] == person }
                && guests.contains { $0["organisation"] == company && $0["role"] == .token(AttendanceRole.presenter) }
            return met ? event["date"].day : nil
        }.min()
    }

    // MARK: Parts

    private func void(_ event: Record) -> ExclusionReason? {
        switch EventStatus(rawValue: event["status"].text!)! {
        case .planned: .planned
        case .cancelled: .cancelled
        case .held: nil
        }
    }

    private func organisation(_ reference: FieldValue) -> Organisation? {
        reference.number.map { desk.organisation(OrganisationID($0)) }
    }

    private func prefecture(_ reference: FieldValue) -> Prefecture? { organisation(reference)?.prefecture }

    private func subject(_ reference: FieldValue) -> Occurrence.Subject {
        guard let organisation = organisation(reference) else { return person(reference) }
        let isHere = organisation.prefecture.map(catalogue.prefectures.contains) ?? false
        let party: Occurrence.Subject.Party =
            organisation.kind == .institution
            ? .institution
            : .company(organisation.eligibility, hasDistrictOffice: organisation.hasDistrictOffice || isHere)
        return Occurrence.Subject(RecordKey(.organisation, reference.number!), party)
    }

    private func person(_ reference: FieldValue) -> Occurrence.Subject {
        Occurrence.Subject(RecordKey(.talent, reference.number ?? 0), .person)
    }

    private mutating func add(
        _ matter: Occurrence.Matter, _ source: RecordKey, _ subject: Occurrence.Subject, _ activity: ActivityID,
        _ date: Day, _ prefecture: Prefecture?, _ void: ExclusionReason? = nil
    ) {
        all.append(
            Occurrence(
                matter, source: source, subject: subject, activity: activity, date: date, prefecture: prefecture,
                void: void))
    }
}
