import BansoDomain

/// Imports consultations from a CSV with a heading, Japanese or English, its columns in any order.
///
/// Each row is booked as a coordinator would: what the desk refuses (the 4th consultation of a company) is that row's
/// reason, and the others land. A file of `RecordsTable` can be imported too; the numbers of its consultations are given
/// anew, and one that is there already is refused.
public struct ConsultationsImport: Sendable {
    private let catalogue: Catalogue
    private let today: Day

    /// - Parameter today: what a date without a year (`10/1`) is read by.
    public init(catalogue: Catalogue, today: Day) {
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
        let source = try ImportFile(path: file, encoding: encoding, progress: progress)
        let header = try source.heading { names throws(ImportProblem) in try ConsultationHeader(names) }
        var booked: Set<Int64> = []
        return try source.rest(isStrict: isStrict) { record throws(RowFailure) in
            if (0..<record.columns).allSatisfy(record.isEmpty) { return nil }
            let row = ConsultationRow(
                record: record, header: header, source: source, catalogue: catalogue, today: today)
            booked.insert(try row.book(at: desk, besides: booked))
            return .merged(.created)
        }
    }

    /// A heading and one example row.
    public static func template(_ language: Language) -> String {
        let columns = ConsultationColumn.template
        return columns.map { $0.heading(language) }.joined(separator: ",") + "\n"
            + columns.map { $0.example(language) }.joined(separator: ",") + "\n"
    }
}
