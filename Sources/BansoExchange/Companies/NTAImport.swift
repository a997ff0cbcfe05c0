import BansoDomain

/// Imports companies from the National Tax Agency's 法人番号 CSV: 29 or 30 columns, no heading, Shift_JIS or UTF-8.
///
/// A number that is known updates its organisation. Closed corporations, and rows that tell an earlier state, are counted
/// and skipped. A row with a wrong number, column count, code or byte is rejected and the others land.
public struct NTAImport: Sendable {
    private let terms: ImportTerms

    public init(terms: ImportTerms = ImportTerms()) { self.terms = terms }

    /// Whether a file begins like the Agency's: without a heading, 29 or 30 columns, the second a corporate number.
    /// - Throws: `ImportError` where it can't be read.
    public static func recognises(file: String) throws(ImportError) -> Bool {
        let source = try ImportFile(path: file, encoding: .utf8, hooks: ImportHooks())
        let first = try source.next { record throws(RowFailure) in
            NTAColumn.counts.contains(record.columns) && record.field(1).count == 13
                && record.field(1).allSatisfy { (0x30...0x39).contains($0) }
        }
        return if case .success(true) = first { true } else { false }
    }

    /// Reads the whole file into `desk`, inside the caller's `DeskWriter.bulk`.
    /// - Throws: `ImportError` where nothing of the file may stay.
    public func run(
        file: String, encoding: TextEncoding = .auto, into desk: BulkDesk, hooks: ImportHooks = ImportHooks()
    ) throws(ImportError) -> ImportSummary {
        let source = try ImportFile(path: file, encoding: encoding, isSheet: terms.isSheet, hooks: hooks)
        return try source.rest(of: rows(of: source), into: desk)
    }

    func rows(of source: ImportFile) -> NTARows { NTARows(source: source, terms: terms) }

    /// One record in the file's layout, of the Agency itself. The layout has no heading.
    public static let template = """
        1,7000012050002,01,1,2018-04-02,2015-10-05,"国税庁",,101,"東京都","千代田区","霞が関３丁目１－１",,13,101,1000013,,,,,,,\
        2015-10-05,1,"National Tax Agency","Tokyo","3-1-1 Kasumigaseki, Chiyoda-ku",,"コクゼイチョウ",0

        """
}
