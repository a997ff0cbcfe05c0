import BansoDomain

/// A table that can be written out, with its rows read one after another.
public protocol TableSource {
    /// What the table is called.
    var title: LocalizedText { get }
    var columns: [TableColumn] { get }

    /// How many rows there are; nil where that is not known before they are read.
    func count() throws -> Int?

    /// Calls `body` with the cells of each row.
    func eachRow(_ body: ([TableCell]) throws -> Void) throws
}

extension TableSource {
    public func count() throws -> Int? { nil }

    /// The columns that tell about a person.
    public var personalColumns: [TableColumn] { columns.filter(\.isPersonal) }

    /// - Parameter progress: called now and then with the rows written and, where it is known, how many there are; what
    ///   it throws ends the export.
    /// - Returns: how many rows were written, without the heading.
    /// - Throws: `ExportError`, what the desk throws, what the sink throws.
    @discardableResult
    public func write(
        as format: TableFormat, _ language: Language, _ encoding: ExportEncoding = .utf8,
        to sink: @escaping TableFormat.Sink, progress: (Int, Int?) throws -> Void = { _, _ in }
    ) throws -> Int {
        let total = try count()
        let writer = try format.writer(columns, title: title, language, encoding, to: sink)
        var rows = 0
        try eachRow { cells in
            try writer.write(cells)
            rows += 1
            if rows.isMultiple(of: 1000) { try progress(rows, total) }
        }
        try progress(rows, total)
        try writer.finish()
        return rows
    }
}
