/// Writes a table: its rows one after another, then its end. The headings are written when it is made.
///
/// What can't be written (a character that the encoding lacks, a text longer than a cell may be) is told by `finish`, all
/// of it at once: until then nothing that was written is a file to keep.
public protocol TableWriter: AnyObject {
    /// - Parameter cells: one for each column.
    func write(_ cells: [TableCell]) throws

    /// Nothing is written afterwards.
    /// - Throws: `ExportError`, what the sink throws.
    func finish() throws
}
