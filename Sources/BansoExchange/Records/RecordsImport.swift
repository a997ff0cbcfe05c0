import BansoDomain

/// Imports records of one kind from a CSV with a heading, Japanese or English, its columns in any order.
///
/// Each row is read and checked as a form would: what it may not be is that row's reason, and the others land. A row
/// with the number of a record that is there replaces what the file has columns for, where it is that record
/// (`NumberedRecord`); a company without a number of its own, but with a corporate number that is known, updates that
/// company. Of a company that is known by its name alone a person decides. Any other row without a number that says what a
/// record says is that record (`Twins`). Each new consultation is booked: the 4th of a company is refused.
///
/// A `'` in front of a cell that a spreadsheet would take for a formula is taken off where an export put it: in a file
/// whose headings are all an export's own, the number's among them, or that an import wrote of the rows it didn't take.
/// Elsewhere it belongs to the text.
public struct RecordsImport: Sendable {
    private let kind: FileKind
    private let catalogue: Catalogue
    private let today: Day
    private let terms: ImportTerms

    /// - Parameter today: what a date without a year (`10/1`) is read by.
    public init(kind: FileKind, catalogue: Catalogue, today: Day, terms: ImportTerms = ImportTerms()) {
        self.kind = kind
        self.catalogue = catalogue
        self.today = today
        self.terms = terms
    }

    /// Reads the whole file into `desk`, inside the caller's `DeskWriter.bulk`.
    /// - Throws: `ImportError` where nothing of the file may stay, a wrong heading among others.
    public func run(
        file: String, encoding: TextEncoding = .auto, into desk: BulkDesk, hooks: ImportHooks = ImportHooks()
    ) throws(ImportError) -> ImportSummary {
        let source = try ImportFile(path: file, encoding: encoding, isSheet: terms.isSheet, hooks: hooks)
        return try source.rest(of: try rows(of: source, at: desk), into: desk)
    }

    /// Reads the heading.
    func rows(of source: ImportFile, at desk: BulkDesk) throws(ImportError) -> RecordRows {
        let reader = FieldReader(catalogue: catalogue, today: today)
        let settled = try event(in: source, at: desk)
        let header = try source.heading { names throws(ImportProblem) in
            try RecordHeader(names, kind: kind, reader: reader, mapping: terms.mapping, settled: settled)
        }
        let score = RecordKind.surveyAnswer.index(of: "score").flatMap { header.place(of: .value($0)) }
        let scale = kind == .surveys ? try SurveyScale(of: source, at: score) : nil
        do throws(RowFailure) {
            let last = try RowFailure.desk { try desk.lastNumber(of: kind.recordKind) }
            return RecordRows(
                header: header, source: source, reader: reader, catalogue: catalogue, today: today, terms: terms,
                twins: Twins(before: last), scale: scale)
        } catch {
            if case .file(let problem) = error { throw source.error(problem) }
            throw source.error(.failed(String(describing: error)))
        }
    }

    /// The event that all rows are about, by its field's place.
    private func event(in source: ImportFile, at desk: BulkDesk) throws(ImportError) -> [Int: FieldValue] {
        guard !terms.event.isEmpty else { return [:] }
        guard let place = kind.fields.first(where: { $0.field.kind == .reference(.event) })?.index else {
            throw source.error(.noEvent(LocalizedText(ja: "この種類にはイベントがありません", en: "this kind has no event")))
        }
        let lookup = RecordLookup(kind: .event, desk: desk)
        let found: Result<Int64, RecordLookup.Problem>
        do throws(RowFailure) {
            found =
                RecordNumber.read(terms.event) == nil
                ? try lookup.name(terms.event) : try lookup.number(terms.event)
        } catch {
            switch error {
            case .file(let problem): throw source.error(problem)
            case .row(_, let reason), .broken(_, let reason), .namesakes(_, let reason, _, _):
                throw source.error(.noEvent(reason))
            }
        }
        switch found {
        case .success(let number): return [place: .number(number)]
        case .failure(let problem): throw source.error(.noEvent(problem.reason))
        }
    }

    /// A heading and one example row. What it refers to is in the templates of the other kinds.
    public static func template(_ kind: FileKind, _ language: Language, catalogue: Catalogue) -> String {
        RecordTemplate(kind: kind, language: language, catalogue: catalogue).text
    }
}
