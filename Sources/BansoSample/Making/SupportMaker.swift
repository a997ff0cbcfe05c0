import BansoDomain

/// Makes what the desk does with one company: hearings, trainings, process consultations, interviews, assessments.
struct SupportMaker {
    let days: ProgrammeDays
    let coordinators: [CoordinatorID]

    func hearing(
        of company: Int64, on date: Day, kind: HearingKind, employs: Bool, _ draw: inout SplitMix64
    ) -> Record {
        Record(
            .hearing,
            [
                "activity": .text("C2"), "organisation": .number(company), "date": .day(date), "kind": .token(kind),
                "employs_foreign_talent": .flag(employs), "coordinator": coordinator(&draw),
                "notes": .text(draw.pick(ProgrammeTexts.hearings)),
            ])
    }

    func training(of company: Int64, on date: Day, _ draw: inout SplitMix64) -> Record {
        let audience: TrainingAudience = draw.chance(percent: 70) ? .staff : .hires
        return Record(
            .training,
            [
                "activity": .text("C4"), "organisation": .number(company), "date": .day(date),
                "theme": .text(draw.pick(ProgrammeTexts.trainings)), "audience": .token(audience),
                "people": .number(draw.within(audience == .staff ? 6...28 : 1...4)),
            ])
    }

    func processConsultation(of company: Int64, on date: Day, _ draw: inout SplitMix64) -> Record {
        Record(
            .processConsultation,
            [
                "activity": .text("D3-4"), "organisation": .number(company), "date": .day(date),
                "minutes": .number(draw.pick([90, 120, 120, 150, 180])), "coordinator": coordinator(&draw),
                "notes": .text(draw.pick(ProgrammeTexts.processes)),
            ])
    }

    /// An interview that was arranged on a day, held a week or two later unless it was called off.
    func interview(of company: Int64, with person: Int64, on date: Day, index: Int, _ draw: inout SplitMix64) -> Record
    {
        let held = days.working(date + draw.within(5...14))
        var record = Record(
            .interview,
            [
                "activity": .text("C3"), "organisation": .number(company), "talent": .number(person),
                "date": .day(date),
                "kind": .token(draw.pick(InterviewKind.allCases + Array(repeating: .interview, count: 6))),
            ])
        if index % 12 == 5 {
            record["status"] = .token(InterviewStatus.cancelled)
        } else if days.hasCome(held), held >= date {
            record["held_on"] = .day(held)
            record["status"] = .token(InterviewStatus.held)
        }
        return record
    }

    func assessment(of person: Int64, on date: Day, _ draw: inout SplitMix64) -> Record {
        Record(
            .assessment,
            [
                "activity": .text("D4-3"), "talent": .number(person), "date": .day(date),
                "result": .text(draw.pick(ProgrammeTexts.assessments)),
            ])
    }

    func followUp(of company: Int64, on date: Day, hires: Int, offers: Int, _ draw: inout SplitMix64) -> Record {
        Record(
            .followUp,
            [
                "organisation": .number(company), "date": .day(date), "hires": .number(hires),
                "offers": .number(offers),
                "notes": .text(draw.pick(ProgrammeTexts.followUps)),
            ])
    }

    private func coordinator(_ draw: inout SplitMix64) -> FieldValue {
        coordinators.isEmpty ? .none : .number(draw.pick(coordinators).value)
    }
}
