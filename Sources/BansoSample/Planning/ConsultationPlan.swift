import BansoDomain

/// Which companies are consulted and when, and who stands where in the consultations' pipeline.
///
/// A consulted company stands at the consultation's stage or later, so that booking moves nothing.
struct ConsultationPlan {
    let pipeline: Pipeline
    private let limit: Int
    private let shares: ConsultationShares
    private let days: WorkingDays
    private let consulted: Spread
    private let dates: Spread
    private let members: Spread
    /// Before the consultation, with a few that wait for their first.
    private var before: StageDealer
    private var after: StageDealer
    private var companies = 0
    private var consultations = 0

    /// Of all companies, those in the pipeline, where not more are consulted.
    private static let share = 0.65

    /// How many working days ago the last consultation of the nth consulted company was: some today and this week.
    private static let recent = [1: 0, 4: 0, 6: 1, 9: 0, 12: 3]

    /// Nil where the catalogue has no such pipeline.
    init?(_ catalogue: Catalogue, shares: ConsultationShares, days: WorkingDays, seed: UInt64) {
        guard let pipeline = catalogue.pipeline(catalogue.consultation.pipeline), !pipeline.stages.isEmpty
        else { return nil }
        self.pipeline = pipeline
        self.shares = shares
        self.days = days
        limit = days.firstConsultation <= days.today ? catalogue.consultation.limit : 0
        consulted = Spread(seed: seed, .consulted, step: .golden)
        dates = Spread(seed: seed, .date, step: .golden)
        members = Spread(seed: seed, .membership, step: .rootTwo)
        let stages = pipeline.stages.indices
        let stage =
            pipeline.stages.firstIndex { $0.activities.contains(catalogue.consultation.activity) } ?? stages.lowerBound
        before = StageDealer(stages: 0..<stage + 1, weights: (0..<stage).map { 1 - 0.15 * Double($0) } + [0.1])
        after = StageDealer(stages: stage..<stages.upperBound, ratio: 0.75)
    }

    /// The places of the days on which the company of this index was consulted, in order.
    mutating func consultations(ofCompany index: Int) -> [Int] {
        let count = shares.count(at: consulted[index], limit: limit)
        guard count > 0 else { return [] }
        // Neighbours in the spread lie weeks apart, as consultations of one company do.
        var places = (consultations..<consultations + count).map(place).sorted()
        if let ago = Self.recent[companies] {
            places[count - 1] = max(days.firstConsultation, days.today - ago)
            places.sort()
        }
        companies += 1
        consultations += count
        return places
    }

    /// The stage at which the company stands; nil where it is not in the pipeline.
    mutating func stage(ofCompany index: Int, isConsulted: Bool, _ draw: inout SplitMix64) -> Int? {
        if isConsulted { return after.deal(&draw) }
        let rest = (Self.share - shares.consulted) / (1 - shares.consulted)
        return members[index] < rest ? before.deal(&draw) : nil
    }

    /// More towards the end, as word gets around.
    private func place(_ consultation: Int) -> Int {
        let even = dates[consultation]
        let late = even * (1.3 - 0.3 * even)
        return days.firstConsultation + Int(Double(days.today - days.firstConsultation + 1) * late)
    }
}
