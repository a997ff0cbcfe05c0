import BansoDomain

/// Who stands in a pipeline other than the consultations', and at which stage.
struct PipelinePlan {
    let pipeline: Pipeline
    private let share: (senders: Double, others: Double)
    private let spread: Spread
    private var dealer: StageDealer

    /// - Parameter order: its place among the catalogue's pipelines, so that each has members of its own.
    init(_ pipeline: Pipeline, order: Int, seed: UInt64) {
        self.pipeline = pipeline
        switch pipeline.subject {
        case .companies: share = order.isMultiple(of: 2) ? (0.30, 0.30) : (0.25, 0.25)
        case .institutions: share = (1, 1)
        case .twoSided: share = (0.30, 0.06)
        }
        let steps: [Spread.Step] = [.rootTwo, .rootThree, .rootSeven]
        spread = Spread(seed: seed, .membership, index: order, step: steps[order % steps.count])
        dealer = StageDealer(stages: pipeline.stages.indices, ratio: 0.78)
    }

    /// The stage at which the organisation of this index stands; nil where it is not in the pipeline.
    mutating func stage(of organisation: Organisation, index: Int, _ draw: inout SplitMix64) -> Int? {
        guard organisation.kind == (pipeline.subject == .institutions ? .institution : .company),
            !pipeline.stages.isEmpty
        else { return nil }
        let isIn = spread[index] < (EntryMaker.isSender(organisation) ? share.senders : share.others)
        return isIn ? dealer.deal(&draw) : nil
    }
}
