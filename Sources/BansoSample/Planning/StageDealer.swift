/// Deals stages so that each is used before any is used twice, and the first ones most after that.
///
/// It is Adams' way of handing out seats (the next goes to the largest weight over count), with some chance in it.
struct StageDealer {
    let stages: Range<Int>
    private let weights: [Double]
    private var counts: [Int]

    /// - Parameter weights: one for each of `stages`.
    init(stages: Range<Int>, weights: [Double]) {
        self.stages = stages
        self.weights = weights
        counts = Array(repeating: 0, count: stages.count)
    }

    /// Each stage's weight is `ratio` of the one before.
    init(stages: Range<Int>, ratio: Double) {
        var weights: [Double] = []
        for _ in stages { weights.append((weights.last ?? 1 / ratio) * ratio) }
        self.init(stages: stages, weights: weights)
    }

    mutating func deal(_ draw: inout SplitMix64) -> Int {
        let unused = counts.indices.filter { counts[$0] == 0 }
        if !unused.isEmpty {
            let next = draw.pick(unused)
            counts[next] = 1
            return stages.lowerBound + next
        }
        var next = 0
        var best = 0.0
        for index in counts.indices {
            let claim = weights[index] * (0.8 + 0.4 * draw.fraction()) / Double(counts[index])
            if claim > best { (next, best) = (index, claim) }
        }
        counts[next] += 1
        return stages.lowerBound + next
    }
}
