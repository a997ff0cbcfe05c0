/// Several contractors' databases read as one: each programme is an award of its own, and its contractor keeps a database.
///
/// Figures are added up. A company that two databases have for the same indicator counts in each, as in the reports that
/// the two contractors hand in.
public final class JoinedDesks: WallReader {
    public let catalogue: Catalogue
    public let names: [String]
    public let absent: [AbsentDesk]
    private let desks: [any WallReader]
    private var tokens: [Int] = []
    private var changes = 0

    /// - Parameters:
    ///   - desks: at least one.
    ///   - names: of all databases, also of those that are absent.
    /// - Returns: nil where their catalogues count other things.
    public init?(_ desks: [any WallReader], names: [String] = [], absent: [AbsentDesk] = []) {
        let first = desks[0].catalogue
        guard desks.allSatisfy({ $0.catalogue.indicators == first.indicators }) else { return nil }
        self.desks = desks
        self.names = names
        self.absent = absent
        catalogue = first
    }

    public func changeToken() throws -> Int {
        let now = try desks.map { try $0.changeToken() }
        if now != tokens { changes += 1 }
        tokens = now
        return changes
    }

    public func readings(asOf day: Day) throws -> [Reading] {
        let all = try desks.map { try $0.readings(asOf: day) }
        return all[0].indices.map { index in
            Reading(joining: all.map { $0[index] }, asOf: day, catalogue: catalogue)
        }
    }

    public func stageCounts(of pipeline: PipelineID, filter: CardFilter?) throws -> [StageID: Int] {
        try desks.reduce(into: [:]) { sum, desk in
            sum.merge(try desk.stageCounts(of: pipeline, filter: filter), uniquingKeysWith: +)
        }
    }

    public func attention(_ query: AttentionQuery) throws -> [AttentionItem] {
        try desks.flatMap { try $0.attention(query) }
    }

    /// A report is done where any of the contractors has frozen it.
    public func frozenReports() throws -> [FrozenReport] { try desks.flatMap { try $0.frozenReports() } }

    public func lastWrite() throws -> Double? { try desks.compactMap { try $0.lastWrite() }.max() }
}
