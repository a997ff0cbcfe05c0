import BansoDomain

/// Imports records of one kind from a CSV with a heading, Japanese or English, its columns in any order.
///
/// Each row is read and checked as a form would: what it may not be is that row's reason, and the others land. A row
/// with the number of a record that is there replaces it; a company without a number of its own, but with a corporate
/// number that is known, updates that company.
///
/// A `'` in front of a cell that a spreadsheet would take for a formula is taken off, as exports put it there.
public struct RecordsImport: Sendable {
    private let kind: FileKind
    private let catalogue: Catalogue
    private let today: Day

    /// - Parameter today: what a date without a year (`10/1`) is read by.
    public init(kind: FileKind, catalogue: Catalogue, today: Day) {
        self.kind = kind
        self.catalogue = catalogue
        self.today = today
    }

    /// Reads the whole file into `desk`, inside the caller's `DeskWriter.bulk`.
    /// - Parameter isStrict: the first bad row ends it, so that the transaction is taken back.
    /// - Throws: `ImportError` where nothing of the file may stay, a wrong heading among others.
    public func run(
        file: String, encoding: TextEncoding = .auto, isStrict: Bool = false, into desk: BulkDesk,
        progress: @escaping ImportProgress = { _, _ in }
    ) throws(ImportError) -> ImportSummary {
        if kind == .consultations {
            return try ConsultationsImport(catalogue: catalogue, today: today).run(
                file: file, encoding: encoding, isStrict: isStrict, into: desk, progress: progress)
        }
        let source = try ImportFile(path: file, encoding: encoding, progress: progress)
        let reader = FieldReader(catalogue: catalogue, today: today)
        let header = try source.heading { names throws(ImportProblem) in
            try RecordHeader(names, kind: kind, reader: reader)
        }
        return try source.rest(isStrict: isStrict) { record throws(RowFailure) in
            if (0..<record.columns).allSatisfy(record.isEmpty) { return nil }
            let row = RecordRow(record: record, header: header, source: source, reader: reader, catalogue: catalogue)
            return .merged(try row.put(at: desk))
        }
    }

    /// A heading and one example row. What it refers to is in the templates of the other kinds.
    public static func template(_ kind: FileKind, _ language: Language, catalogue: Catalogue) -> String {
        if kind == .consultations { return ConsultationsImport.template(language) }
        return RecordTemplate(kind: kind, language: language, catalogue: catalogue).text
    }
}
