import BansoDomain

/// What is asked of an import, in the order in which a person goes.
public enum ImportStep: Hashable, Sendable {
    /// Reads the whole file and writes nothing.
    case read(ImportRequest)
    /// Rows of the file that was read, those of one outcome or all.
    case lines(of: ImportOutcome?, from: Int, limit: Int)
    /// Reads one row again, in full, with what was decided about it.
    case open(ImportLine, ImportDecision?)
    /// Takes the file, in one step for undo, with what was decided about rows, by their lines.
    case take([Int: ImportDecision])
    /// Writes the rows that are not taken into a new file of this path, with what was decided about the others.
    case writeRejects(String, [Int: ImportDecision])
    /// Ends what is going on; nothing is written.
    case stop
    /// Lets go of the file.
    case leave
}
