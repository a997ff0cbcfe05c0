import BansoDomain

/// What becomes of an import.
public enum ImportNews: Hashable, Sendable {
    /// LibreOffice makes rows of a spreadsheet: for how long so far and how long at most, both in seconds.
    case converting(seconds: Int, atMost: Int)
    /// How much of the file is read, and the seconds left, where that is known.
    case reading(percent: Int, secondsLeft: Int?)
    /// The whole file is read, and nothing written: how many rows of each outcome.
    /// - Parameter notes: what a person should know about the file's columns.
    case read([ImportOutcome: Int], notes: [LocalizedText])
    case lines(from: Int, [ImportLine])
    case opened(ImportDetail)
    /// It is in the database, in a step that undo takes back.
    case taken(LocalizedText)
    /// The rows that are not taken are in a file.
    case wroteRejects(LocalizedText)
    /// Others have changed what the file was compared with; nothing was written.
    case outdated(LocalizedText)
    /// Nothing was written.
    case failed(LocalizedText)
}
