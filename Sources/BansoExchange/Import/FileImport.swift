import BansoDomain

/// The import of one file: tried, previewed row by row, or taken.
public struct FileImport: Sendable {
    /// How the file is laid out.
    public enum Layout: Hashable, Sendable {
        /// With a heading.
        case records
        /// The National Tax Agency's, without one.
        case agency
    }

    public let file: String
    public let kind: FileKind
    public let layout: Layout
    public var encoding = TextEncoding.auto
    public var terms = ImportTerms()
    private let catalogue: Catalogue
    private let today: Day

    /// - Parameters:
    ///   - layout: nil where the file itself is to tell.
    ///   - today: what a date without a year (`10/1`) is read by.
    /// - Throws: `ImportError` where the file can't be read.
    public init(
        of kind: FileKind, from file: String, layout: Layout? = nil, catalogue: Catalogue, today: Day
    ) throws(ImportError) {
        self.file = file
        self.kind = kind
        self.catalogue = catalogue
        self.today = today
        if let layout {
            self.layout = layout
        } else {
            let isAgency = kind == .companies ? try NTAImport.recognises(file: file) : false
            self.layout = isAgency ? .agency : .records
        }
    }

    /// What the step is called in the audit trail.
    public var action: ChangeAction {
        switch kind {
        case .companies where layout == .agency: .importCompanies
        case .consultations: .importConsultations
        default: .importRecords
        }
    }

    /// Reads the whole file into `desk`, inside the caller's `DeskWriter.bulk`.
    /// - Throws: `ImportError` where nothing of the file may stay.
    public func run(into desk: BulkDesk, hooks: ImportHooks = ImportHooks()) throws(ImportError) -> ImportSummary {
        switch layout {
        case .agency: try NTAImport(terms: terms).run(file: file, encoding: encoding, into: desk, hooks: hooks)
        case .records: try records.run(file: file, encoding: encoding, into: desk, hooks: hooks)
        }
    }

    /// Reads one row again and puts it, inside the caller's `DeskWriter.bulk`.
    /// - Parameter row: as the whole file's reading told of it.
    /// - Returns: what becomes of the row by itself, with its headings and cells; nil where the file has changed.
    public func open(
        _ row: ImportedRow, into desk: BulkDesk
    ) throws(ImportError) -> (row: ImportedRow, cells: [(heading: String, text: String)])? {
        let source = try ImportFile(path: file, encoding: encoding, isSheet: terms.isSheet)
        let again: ImportedRow?
        let headings: [String]
        switch layout {
        case .agency:
            again = try source.row(
                at: row.place, line: row.line, of: NTAImport(terms: terms).rows(of: source), into: desk)
            headings = NTAColumn.allCases.map(\.label.ja)
        case .records:
            let rows = try records.rows(of: source, at: desk)
            headings = source.fields
            again = try source.row(at: row.place, line: row.line, of: rows, into: desk)
        }
        guard let again else { return nil }
        let texts = source.fields
        return (again, zip(headings, texts).map { (heading: $0, text: $1) })
    }

    /// How a row begins, for a list of rows: of the Agency's file name and place.
    public func brief(_ cells: [String]) -> String {
        let told: [String]
        switch layout {
        case .agency:
            let columns: [NTAColumn] = [.name, .prefecture, .city]
            told = columns.map(\.rawValue).filter(cells.indices.contains).map { cells[$0] }
        case .records: told = Array(cells.filter { !$0.isEmpty }.prefix(4))
        }
        return FieldText.oneLine(told.joined(separator: " · "))
    }

    private var records: RecordsImport { RecordsImport(kind: kind, catalogue: catalogue, today: today, terms: terms) }
}
