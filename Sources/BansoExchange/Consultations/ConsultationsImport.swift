import BansoDomain

/// Imports consultations from a CSV with a heading, Japanese or English, its columns in any order.
///
/// Each row is booked as a coordinator would: what the desk refuses (the 4th consultation of a company) is that row's
/// reason, and the others land.
public struct ConsultationsImport: Sendable {
    private let today: Day

    /// - Parameter today: what a date without a year (`10/1`) is read by.
    public init(today: Day) { self.today = today }

    /// Reads the whole file into `desk`, inside the caller's `DeskWriter.bulk`.
    /// - Parameter isStrict: the first bad row ends it, so that the transaction is taken back.
    /// - Throws: `ImportError` where nothing of the file may stay, a wrong heading among others.
    public func run(
        file: String, encoding: TextEncoding = .auto, isStrict: Bool = false, into desk: BulkDesk,
        progress: @escaping ImportProgress = { _, _ in }
    ) throws(ImportError) -> ImportSummary {
        let source = try ImportFile(path: file, encoding: encoding, progress: progress)
        let header = try header(of: source)
        return try source.rest(isStrict: isStrict) { record throws(RowFailure) in
            if (0..<record.columns).allSatisfy(record.isEmpty) { return nil }
            try ConsultationRow(record: record, header: header, source: source, today: today).book(at: desk)
            return .merged(.created)
        }
    }

    /// A heading and one example row.
    public static func template(_ language: Language) -> String {
        let columns = ConsultationColumn.allCases
        return columns.map { $0.heading(language) }.joined(separator: ",") + "\n"
            + columns.map { $0.example(language) }.joined(separator: ",") + "\n"
    }

    private func header(of source: ImportFile) throws(ImportError) -> ConsultationHeader {
        let names = try source.next { record throws(RowFailure) in
            var names: [String] = []
            for column in 0..<record.columns {
                names.append(
                    try source.text(record, column, named: LocalizedText(ja: "見出し", en: "heading")))
            }
            return names
        }
        switch names {
        case nil: throw source.error(.noRows)
        case .failure(let reject): throw source.error(.badHeader(reject))
        case .success(let names):
            do throws(ImportProblem) {
                return try ConsultationHeader(names)
            } catch {
                throw source.error(error)
            }
        }
    }
}
