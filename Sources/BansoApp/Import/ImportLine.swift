import BansoDomain

/// A row of a file that is previewed: what a list needs of it. The rest is read again when it is opened.
public struct ImportLine: Hashable, Sendable {
    /// The line of the file it starts on; 1 for the first.
    public var line: Int
    /// Where it starts, in bytes from the file's start.
    public var place: Int
    public var outcome: ImportOutcome
    /// Why it is not taken, else how it begins. Of a file: whoever shows it makes controls visible.
    public var text: String

    public init(line: Int, place: Int, outcome: ImportOutcome, text: String) {
        self.line = line
        self.place = place
        self.outcome = outcome
        self.text = text
    }
}
