import BansoDomain

/// A row of a file in full, read by itself.
public struct ImportDetail: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
        public var heading: String
        public var text: String

        public init(heading: String, text: String) {
            self.heading = heading
            self.text = text
        }
    }

    public var line: Int
    /// What becomes of it without the rows before it.
    public var outcome: ImportOutcome
    public var cells: [Cell]
    /// The record as it is now; nil where there is none.
    public var before: Record?
    /// As it would be; nil where the row is not taken.
    public var after: Record?
    /// The records of the same name or number, of which a person says whether the row is one.
    public var namesakes: [RecordKey]

    public init(
        line: Int, outcome: ImportOutcome, cells: [Cell], before: Record? = nil, after: Record? = nil,
        namesakes: [RecordKey] = []
    ) {
        self.line = line
        self.outcome = outcome
        self.cells = cells
        self.before = before
        self.after = after
        self.namesakes = namesakes
    }
}
