import BansoDomain

/// A CSV file opened for an import: its encoding is known, its rows are read one by one.
final class ImportFile {
    let encoding: TextEncoding
    let decoder: FieldDecoder
    private let file: FileBytes
    private let reader: CSVReader
    private let hooks: ImportHooks
    private let isSheet: Bool
    private var record = CSVRecord()
    /// The heading as it came, for the file of the rows that are not taken.
    private var headingRecord: CSVRecord?
    /// What is first to be said about the record that was read last, though it can be taken.
    private var note: LocalizedText?
    private var reported = 0

    var hasByteOrderMark: Bool { file.hasByteOrderMark }

    /// - Parameter isSheet: whether rows are told by their number in a spreadsheet's sheet.
    /// - Throws: `ImportError` where the file can't be read or its encoding can't be converted.
    init(
        path: String, encoding: TextEncoding, isSheet: Bool = false, bufferSize: Int = FileBytes.standardBufferSize,
        hooks: ImportHooks = ImportHooks()
    ) throws(ImportError) {
        file = try FileBytes(path: path, bufferSize: bufferSize)
        switch encoding {
        case .auto: self.encoding = try EncodingGuess.of(file, isCancelled: hooks.isCancelled)
        case .cp932:
            let isUTF8 = try EncodingGuess.isUTF8(file)
            if isUTF8 || file.hasByteOrderMark { throw ImportError(path: path, problem: .notCP932) }
            self.encoding = .cp932
        case .utf8: self.encoding = .utf8
        }
        do throws(ImportProblem) {
            decoder = try FieldDecoder(self.encoding)
        } catch {
            throw ImportError(path: path, problem: error)
        }
        self.isSheet = isSheet
        reader = CSVReader(file, countsRecords: isSheet)
        self.hooks = hooks
    }

    /// The same file, from its start.
    func again() throws(ImportError) -> ImportFile {
        var quiet = ImportHooks()
        quiet.isCancelled = hooks.isCancelled
        return try ImportFile(path: file.path, encoding: encoding, isSheet: isSheet, hooks: quiet)
    }

    /// The next record that is no blank line, handed to `body`; nil at the end of the file.
    func next<Value>(
        _ body: (CSVRecord) throws(RowFailure) -> Value
    ) throws(ImportError) -> Result<Value, ImportReject>? {
        note = nil
        repeat {
            let isThere = try reader.next(into: &record)
            if file.bytesRead != reported {
                reported = file.bytesRead
                hooks.progress(reported, file.totalBytes)
                if hooks.isCancelled() { throw error(.cancelled) }
            }
            if !isThere { return nil }
        } while record.isBlank
        do throws(RowFailure) {
            if let fault = record.fault { throw .broken(nil, ImportFile.reason(fault)) }
            return .success(try body(record))
        } catch {
            switch error {
            case .row(let column, let reason):
                return .failure(ImportReject(line: record.line, column: column, reason: reason))
            case .broken(let column, let reason):
                return .failure(ImportReject(line: record.line, column: column, reason: reason, isBroken: true))
            case .namesakes(let column, let reason, let advice, let found):
                return .failure(
                    ImportReject(
                        line: record.line, column: column, reason: reason, advice: advice, namesakes: found))
            case .file(let problem): throw self.error(problem)
            }
        }
    }

    /// Reads the first record as the file's heading.
    /// - Throws: `ImportError` where there is none or `read` refuses it.
    func heading<Heading>(_ read: ([String]) throws(ImportProblem) -> Heading) throws(ImportError) -> Heading {
        let names = try next { record throws(RowFailure) in
            headingRecord = record
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

    /// Puts every record left and counts what became of it.
    /// - Throws: `ImportError`; at the first row that ends the import, where there is one.
    func rest(of rows: some RowReading, into desk: BulkDesk) throws(ImportError) -> ImportSummary {
        var summary = ImportSummary(encoding: encoding)
        summary.notes = rows.notes
        var writer = try rejectsWriter(isGuarded: rows.isGuarded)
        while let result = try next({ record throws(RowFailure) in try rows.put(record, at: desk) }) {
            guard let row = imported(result) else { continue }
            if let reject = row.reject {
                switch hooks.endsAt {
                case .badRow: throw error(.badRow(reject))
                case .brokenRow where reject.isBroken: throw error(.brokenRow(reject))
                case .brokenRow, nil: break
                }
                do {
                    try writer?.write(record, reject.cause)
                } catch let error as ImportProblem {
                    throw self.error(error)
                } catch {
                    throw self.error(.failed(String(describing: error)))
                }
            }
            summary.count(row)
            hooks.row?(row)
            if let preview = hooks.preview { preview(row, fields) }
        }
        if summary.read == 0 { throw error(.noRows) }
        summary.tellOfNotes()
        return summary
    }

    /// The record at a place, read again.
    /// - Returns: what becomes of it; nil where there is none.
    func row(
        at place: Int, line: Int, of rows: some RowReading, into desk: BulkDesk
    ) throws(ImportError) -> ImportedRow? {
        try reader.go(to: place, line: line)
        return try next { record throws(RowFailure) in try rows.put(record, at: desk) }.flatMap(imported)
    }

    /// The fields of the record that was read last, as text; what can't be read is left out.
    var fields: [String] {
        (0..<record.columns).map { column in
            let text: String? = record.withField(column) { bytes in
                do throws(Undecodable) { return try decoder.decode(bytes) } catch { return nil }
            }
            return text ?? ""
        }
    }

    private func imported(_ result: Result<RowOutcome?, ImportReject>) -> ImportedRow? {
        switch result {
        case .success(nil): nil
        case .success(let outcome?):
            ImportedRow(
                line: record.line, place: record.place, outcome: outcome.outcome, key: outcome.key,
                note: note)
        case .failure(let reject):
            ImportedRow(
                line: record.line, place: record.place,
                outcome: reject.namesakes.isEmpty ? .rejected : .conflict, reject: reject)
        }
    }

    private func rejectsWriter(isGuarded: Bool) throws(ImportError) -> RejectsWriter? {
        guard let sink = hooks.rejects else { return nil }
        do throws(ImportProblem) {
            return try RejectsWriter(
                like: self, heading: headingRecord, columns: headingRecord?.columns ?? NTAColumn.reasonAt,
                isGuarded: isGuarded, language: hooks.language, sink: sink)
        } catch {
            throw self.error(error)
        }
    }

    /// A field that is one line held several.
    func noteJoinedLines(in column: ImportColumn?) {
        if let column { note(ImportFile.note(joined: column)) }
    }

    func note(_ text: LocalizedText) { note = note ?? text }

    private static func note(joined column: ImportColumn) -> LocalizedText {
        LocalizedText(
            ja: "\(column.number)列目（\(column.name.ja)）の改行は空白になります",
            en: "line breaks in column \(column.number) (\(column.name.en)) become spaces")
    }

    /// The text of a field.
    func text(_ record: CSVRecord, _ column: Int, named: LocalizedText) throws(RowFailure) -> String {
        do throws(Undecodable) {
            return try record.withField(column) { bytes throws(Undecodable) in try decoder.decode(bytes) }
        } catch {
            throw .broken(ImportColumn(number: column + 1, name: named), error.text)
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
