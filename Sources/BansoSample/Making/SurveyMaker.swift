import BansoDomain

/// Makes the answers to an event's survey: of most who came, content mostly.
struct SurveyMaker {
    let seed: UInt64
    let days: ProgrammeDays

    /// Dealt in turn, so that the share of those who are content hardly depends on the seed.
    private static let scores = [5, 4, 4, 5, 3, 4, 5, 4, 4, 5, 4, 2, 5, 4, 5, 4, 4, 5, 3, 4, 5, 4, 5, 4]

    func answers(of guests: [Guest], at event: MadeEvent, index: Int) -> [Record] {
        var draw = SplitMix64(seed: seed, .answer, index: index)
        var turn = index * 7
        var answers: [Record] = []
        var isFirst = true
        for (place, guest) in guests.enumerated() {
            // Who did not come has nothing to say, but for one in a while whose coming nobody noted.
            guard guest.presence == .attended || (guest.presence == .registered && place == 13) else { continue }
            guard draw.chance(percent: guest.isCompany ? 68 : 55) || isFirst else { continue }
            answers += answer(of: guest, at: event, turn: &turn, &draw)
            // Somebody else of the first company answers too.
            if isFirst, guest.isCompany, guests.count > 15 {
                answers += answer(of: guest, at: event, turn: &turn, &draw)
            }
            isFirst = false
        }
        return answers
    }

    /// None where it would be after today.
    private func answer(
        of guest: Guest, at event: MadeEvent, turn: inout Int, _ draw: inout SplitMix64
    ) -> [Record] {
        let date = days.working(event.date + draw.pick([0, 0, 0, 1, 2, 5]))
        let score = Self.scores[turn % Self.scores.count]
        let comment = draw.chance(percent: 30) ? draw.pick(ProgrammeTexts.comments) : ""
        let (hasInsight, changes) = (draw.chance(percent: 45 + 8 * score), draw.chance(percent: 15 + 10 * score))
        guard days.hasCome(date) else { return [] }
        turn += 1
        let (field, reference) = guest.reference
        return [
            Record(
                .surveyAnswer,
                [
                    "event": .number(event.id), field: reference, "date": .day(date), "score": .number(score),
                    "insight": .flag(hasInsight), "behaviour_change": .flag(changes), "comment": .text(comment),
                ])
        ]
    }
}
