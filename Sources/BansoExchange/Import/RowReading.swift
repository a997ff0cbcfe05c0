import BansoDomain

/// Reads the rows of a file whose heading, where it has one, is read.
protocol RowReading {
    /// Reads a row and writes it. Nothing is written before all of the row is read.
    /// - Returns: nil for a row that does not count.
    /// - Throws: `RowFailure.row` with the first column that is wrong, or what the desk refuses.
    func put(_ record: CSVRecord, at desk: BulkDesk) throws(RowFailure) -> RowOutcome?

    /// What a person should know about the file's columns.
    var notes: [LocalizedText] { get }

    /// Whether a `'` in front of what a spreadsheet would take for a formula is none of the text's.
    var isGuarded: Bool { get }
}

extension RowReading {
    var notes: [LocalizedText] { [] }
    var isGuarded: Bool { false }
}
