/// How many consultations the companies have had: the share with at least one, two and three.
struct ConsultationShares {
    private let atLeast: [Double]

    /// As in a real year's November: 41 companies in 300, 58 consultations. A small sample has more, for its gauges.
    init(companies: Int) {
        let natural = 0.137
        let fewest = min(41, Double(companies) / 4)
        let one = companies > 0 ? max(natural, fewest / Double(companies)) : natural
        atLeast = [one, one * 0.34, one * 0.07]
    }

    /// `average` for each company, 0...3: three tries with the same chance.
    init(average: Double) {
        let chance = min(max(average / 3, 0), 1)
        let none = 1 - chance
        atLeast = [1 - none * none * none, chance * chance * (3 - 2 * chance), chance * chance * chance]
    }

    /// Those of the company at this place of an even spread.
    func count(at place: Double, limit: Int) -> Int { min(limit, atLeast.count { place < $0 }) }

    var consulted: Double { atLeast[0] }
}
