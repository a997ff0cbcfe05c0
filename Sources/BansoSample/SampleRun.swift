import BansoDomain

/// One filling of a desk: organisations one after the other, so that memory does not grow with their number.
struct SampleRun {
    private let seed: UInt64
    private let desk: BulkDesk
    private let companies: CompanyMaker
    private let institutions: InstitutionMaker
    /// Nil where nothing of the period has been: then there are organisations only.
    private let maker: EntryMaker?
    private var consultations: ConsultationPlan?
    private var plans: [PipelinePlan] = []
    private let sample: Sample
    private let catalogue: Catalogue
    private let coordinators: [CoordinatorID]
    private var roster = Roster()
    /// Every company, where more attendances or applications are asked for.
    private var load: [Int64] = []

    init(_ sample: Sample, catalogue: Catalogue, desk: BulkDesk) throws {
        self.sample = sample
        self.catalogue = catalogue
        seed = sample.seed
        self.desk = desk
        companies = CompanyMaker(seed: seed)
        institutions = InstitutionMaker(seed: seed)
        coordinators = try Coordinators.names.map { try desk.coordinator(named: $0) }
        guard let days = WorkingDays(through: sample.day, in: catalogue.period, calendar: sample.calendar) else {
            maker = nil
            return
        }
        maker = EntryMaker(days: days, coordinators: coordinators)
        consultations = ConsultationPlan(catalogue, shares: sample.shares, days: days, seed: seed)
        for (order, pipeline) in catalogue.pipelines.enumerated() where pipeline.id != catalogue.consultation.pipeline {
            plans.append(PipelinePlan(pipeline, order: order, seed: seed))
        }
    }

    mutating func addCompany(at index: Int) throws {
        let company = companies.company(at: index)
        let id = try desk.add(company)
        roster.add(company, id)
        if sample.attendances + sample.applications > 0 { load.append(id.value) }
        try consult(company, id, index: index)
        var draw = SplitMix64(seed: seed, .entry, index: index)
        try enter(company, id, index: index, &draw)
    }

    mutating func addInstitution(at index: Int) throws {
        let institution = institutions.institution(at: index)
        let id = try desk.add(institution)
        roster.add(institution, id)
        var draw = SplitMix64(seed: seed &+ 1, .entry, index: index)
        try enter(institution, id, index: index, &draw)
    }

    /// What the organisations did besides consultations; called after all of them are there.
    func addProgramme() throws {
        guard let days = ProgrammeDays(through: sample.day, in: catalogue.period, calendar: sample.calendar) else {
            return
        }
        var run = ProgrammeRun(
            seed: seed, desk: desk, catalogue: catalogue, days: days, roster: roster, coordinators: coordinators)
        try run.fill()
        let load = LoadRun(seed: seed, desk: desk, catalogue: catalogue, days: days, companies: load)
        try load.addAttendances(sample.attendances)
        try load.addApplications(sample.applications)
    }

    private mutating func consult(_ company: Organisation, _ id: OrganisationID, index: Int) throws {
        guard let maker, let places = consultations?.consultations(ofCompany: index) else { return }
        var draw = SplitMix64(seed: seed, .consultation, index: index)
        var nextAction: NextAction?
        if let plan = consultations?.pipeline,
            let stage = consultations?.stage(ofCompany: index, isConsulted: !places.isEmpty, &draw)
        {
            let entry = maker.entry(of: company, id, in: plan, at: stage, earliest: places.first, &draw)
            nextAction = entry.nextAction
            _ = try desk.add(entry)
        }
        for (ordinal, place) in places.enumerated() {
            let consultation = maker.consultation(of: company, id, ordinal: ordinal, on: place, &draw)
            _ = try desk.book(consultation, nextAction: nextAction)
        }
    }

    private mutating func enter(
        _ organisation: Organisation, _ id: OrganisationID, index: Int, _ draw: inout SplitMix64
    ) throws {
        guard let maker else { return }
        for place in plans.indices {
            guard let stage = plans[place].stage(of: organisation, index: index, &draw) else { continue }
            let pipeline = plans[place].pipeline
            _ = try desk.add(maker.entry(of: organisation, id, in: pipeline, at: stage, earliest: nil, &draw))
        }
    }
}
