import BansoDomain

/// Makes what an organisation has on the desk: its entries and its consultations.
struct EntryMaker {
    let days: WorkingDays
    let coordinators: [CoordinatorID]

    /// An entry at the stage of this order. Entries of later stages are younger, as work goes on over the year.
    /// - Parameter earliest: the place of the day before which it can't have come to the stage.
    func entry(
        of organisation: Organisation, _ id: OrganisationID, in pipeline: Pipeline, at order: Int, earliest: Int?,
        _ draw: inout SplitMix64
    ) -> PipelineEntry {
        let place = since(order: order, of: pipeline.stages.count, earliest: earliest, &draw)
        let coordinator = draw.chance(percent: 5) ? nil : self.coordinator(for: organisation, &draw)
        return PipelineEntry(
            organisation: id, pipeline: pipeline.id, stage: pipeline.stages[order].id, since: days[place],
            side: side(of: organisation, in: pipeline), coordinator: coordinator,
            nextAction: draw.chance(percent: 35) ? nextAction(in: pipeline, order: order, since: place, &draw) : nil)
    }

    /// The `ordinal`th consultation, counted from 0, on the day of this place.
    func consultation(
        of organisation: Organisation, _ id: OrganisationID, ordinal: Int, on place: Int, _ draw: inout SplitMix64
    ) -> Consultation {
        let texts = ConsultationTexts.self
        let topics = draw.pick(texts.topics[min(ordinal, texts.topics.count - 1)])
        let start = draw.pick(Self.starts)
        let minutes = draw.pick(Self.lengths, weight: \.weight).minutes
        let isOnline = draw.chance(percent: 45)
        return Consultation(
            company: id, date: days[place], start: ClockTime(minutes: start), minutes: minutes,
            mode: isOnline ? .online : .inPerson, coordinator: coordinator(for: organisation, &draw), topics: topics,
            notes: notes(&draw))
    }

    /// Large and mid-sized firms send people, the others take them in.
    static func isSender(_ organisation: Organisation) -> Bool { isSender(employees: organisation.employees ?? 0) }

    static func isSender(employees: Int) -> Bool { employees > 100 }

    private static let lengths: [(minutes: Int, weight: Int)] = [
        (60, 42), (90, 28), (120, 17), (75, 6), (45, 4), (150, 3),
    ]

    /// Quarter hours from 9:00 to 16:30, without the lunch break.
    private static let starts = stride(from: 540, through: 990, by: 15).filter { !(720..<780).contains($0) }

    private func since(order: Int, of stages: Int, earliest: Int?, _ draw: inout SplitMix64) -> Int {
        let place = draw.fraction()
        if let earliest { return days.today - Int(Double(days.today - earliest + 1) * place * place) }
        // Cubed: most are there for some weeks, a few since spring.
        let longest = Double(days.today + 1) * (1 - Double(order) / Double(stages))
        return days.today - Int(longest * place * place * place)
    }

    private func side(of organisation: Organisation, in pipeline: Pipeline) -> PipelineEntry.Side? {
        guard pipeline.subject == .twoSided else { return nil }
        return Self.isSender(organisation) ? .sender : .receiver
    }

    /// Each looks after some prefectures, and now and then stands in for another.
    private func coordinator(for organisation: Organisation, _ draw: inout SplitMix64) -> CoordinatorID? {
        guard !coordinators.isEmpty else { return nil }
        if draw.chance(percent: 30) { return draw.pick(coordinators) }
        return coordinators[(organisation.prefecture?.code ?? 0) % coordinators.count]
    }

    private func nextAction(
        in pipeline: Pipeline, order: Int, since: Int, _ draw: inout SplitMix64
    ) -> NextAction {
        let texts: [String]
        if pipeline.subject == .institutions {
            texts = NextActions.institutions
        } else {
            switch (order * 3 + 2) / pipeline.stages.count {
            case 0: texts = NextActions.early
            case 1: texts = NextActions.middle
            default: texts = NextActions.late
            }
        }
        let ahead = draw.chance(percent: 8) ? 0 : draw.within(-10...30)
        return NextAction(text: draw.pick(texts), due: days[max(since, days.today + ahead)])
    }

    /// Up to three different sentences.
    private func notes(_ draw: inout SplitMix64) -> String {
        let all = ConsultationTexts.notes
        let first = draw.below(all.count)
        return (0..<draw.below(4)).map { all[(first + $0 * 5) % all.count] }.joined()
    }
}
