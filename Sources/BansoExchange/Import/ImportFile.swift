import BansoDomain

/// A CSV file opened for an import: its encoding is known, its rows are read one by one.
final class ImportFile {
    let encoding: TextEncoding
    let decoder: FieldDecoder
    private let file: FileBytes
    private let reader: CSVReader
    private let progress: ImportProgress
    private var record = CSVRecord()
    private var reported = 0

    /// - Throws: `ImportError` where the file can't be read or its encoding can't be converted.
    init(
        path: String, encoding: TextEncoding, bufferSize: Int = FileBytes.standardBufferSize,
        progress: @escaping ImportProgress
    ) throws(ImportError) {
        file = try FileBytes(path: path, bufferSize: bufferSize)
        switch encoding {
        case .auto: self.encoding = file.hasByteOrderMark ? .utf8 : try EncodingGuess.of(file)
        case .cp932 where file.hasByteOrderMark: throw ImportError(path: path, problem: .notCP932)
        default: self.encoding = encoding
        }
        do throws(ImportProblem) {
            decoder = try FieldDecoder(self.encoding)
        } catch {
            throw ImportError(path: path, problem: error)
        }
        reader = CSVReader(file)
        self.progress = progress
    }

    /// The next record that is no blank line, handed to `body`; nil at the end of the file.
    func next<Value>(
        _ body: (CSVRecord) throws(RowFailure) -> Value
    ) throws(ImportError) -> Result<Value, ImportReject>? {
        repeat {
            let isThere = try reader.next(into: &record)
            if file.bytesRead != reported {
                reported = file.bytesRead
                progress(reported, file.totalBytes)
            }
            if !isThere { return nil }
        } while record.isBlank
        do throws(RowFailure) {
            if let fault = record.fault { throw .row(nil, ImportFile.reason(fault)) }
            return .success(try body(record))
        } catch {
            switch error {
            case .row(let column, let reason):
                return .failure(ImportReject(line: record.line, column: column, reason: reason))
            case .file(let problem): throw self.error(problem)
            }
        }
    }

    /// Reads the first record as the file's heading.
    /// - Throws: `ImportError` where there is none or `read` refuses it.
    func heading<Heading>(_ read: ([String]) throws(ImportProblem) -> Heading) throws(ImportError) -> Heading {
        let names = try next { record throws(RowFailure) in
            var names: [String] = []
            for column in 0..<record.columns {
                names.append(try text(record, column, named: LocalizedText(ja: "見出し", en: "heading")))
            }
            return names
        }
        switch names {
        case nil: throw error(.noRows)
        case .failure(let reject): throw error(.badHeader(reject))
        case .success(let names):
            do throws(ImportProblem) {
                return try read(names)
            } catch {
                throw self.error(error)
            }
        }
    }

    /// Hands every record left to `body` and counts what became of it; nil from `body` is a row that does not count.
    /// - Throws: `ImportError`; with `isStrict` at the first bad row.
    func rest(
        isStrict: Bool, _ body: (CSVRecord) throws(RowFailure) -> RowOutcome?
    ) throws(ImportError) -> ImportSummary {
        var summary = ImportSummary(encoding: encoding)
        while let result = try next(body) {
            switch result {
            case .success(let outcome?): summary.count(outcome)
            case .success(nil): continue
            case .failure(let reject):
                if isStrict { throw error(.badRow(reject)) }
                summary.count(reject)
            }
        }
        if summary.read == 0 { throw error(.noRows) }
        return summary
    }

    /// The text of a field.
    func text(_ record: CSVRecord, _ column: Int, named: LocalizedText) throws(RowFailure) -> String {
        do throws(Undecodable) {
            return try record.withField(column) { bytes throws(Undecodable) in try decoder.decode(bytes) }
        } catch {
            throw .row(ImportColumn(number: column + 1, name: named), error.text)
        }
    }

    func error(_ problem: ImportProblem) -> ImportError { ImportError(path: file.path, problem: problem) }

    private static func reason(_ fault: CSVRecord.Fault) -> LocalizedText {
        switch fault {
        case .strayQuote(let column):
            LocalizedText(
                ja: "\(column)列目の途中に引用符があります（項目全体を \" で囲み、中の \" は \"\" と書きます）",
                en: "column \(column) holds a quote and is not quoted as a whole (write \"\" for a quote inside quotes)"
            )
        case .afterQuote(let column):
            LocalizedText(
                ja: "\(column)列目の閉じる引用符の後に文字があります（中の \" は \"\" と書きます）",
                en: "column \(column) goes on after its closing quote (write \"\" for a quote inside quotes)")
        }
    }
}
