import BansoDomain

/// A row of a file and what became of it.
public struct ImportedRow: Hashable, Sendable {
    /// The line of the file it starts on; 1 for the first.
    public var line: Int
    /// Where it starts, in bytes from the file's start: by this it is read again.
    public var place: Int
    public var outcome: ImportOutcome
    /// The record that it is; nil where it is none.
    public var key: RecordKey?
    /// Why it was not taken; nil where it was.
    public var reject: ImportReject?
    /// What was not taken as it stands there; nil for most rows.
    public var note: LocalizedText?

    public init(
        line: Int, place: Int, outcome: ImportOutcome, key: RecordKey? = nil, reject: ImportReject? = nil,
        note: LocalizedText? = nil
    ) {
        self.line = line
        self.place = place
        self.outcome = outcome
        self.key = key
        self.reject = reject
        self.note = note
    }
}
