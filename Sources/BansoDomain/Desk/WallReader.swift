/// What a wall reads: figures and counts, no names.
public protocol WallReader: AnyObject {
    var catalogue: Catalogue { get }

    /// What the databases are called that are shown together; empty for one alone.
    var names: [String] { get }

    /// Those of them whose figures are missing.
    var absent: [AbsentDesk] { get }

    /// A number that differs after any other connection's commit. Cheap enough to ask ten times a second.
    /// - Throws: `DeskError.replaced` where the file is no longer the one that was opened.
    func changeToken() throws -> Int

    /// Every indicator of the catalogue, in its order, as counted up to and including `day`.
    func readings(asOf day: Day) throws -> [Reading]

    /// How many entries stand in each stage of a pipeline; stages without any are left out.
    func stageCounts(of pipeline: PipelineID, filter: CardFilter?) throws -> [StageID: Int]

    /// What may need a hand, by kind and within a kind the most pressing first.
    func attention(_ query: AttentionQuery) throws -> [AttentionItem]

    /// Every report that was frozen, by month and programme.
    func frozenReports() throws -> [FrozenReport]

    /// When anything was last written, in seconds since 1970; nil on a new database.
    func lastWrite() throws -> Double?
}

extension WallReader {
    public var names: [String] { [] }
    public var absent: [AbsentDesk] { [] }

    public func stageCounts(of pipeline: PipelineID) throws -> [StageID: Int] {
        try stageCounts(of: pipeline, filter: nil)
    }
}
