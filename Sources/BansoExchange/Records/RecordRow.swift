import BansoDomain

/// The rows of a file of records of one kind.
struct RecordRows: RowReading {
    let header: RecordHeader
    let source: ImportFile
    let reader: FieldReader
    let catalogue: Catalogue
    let today: Day
    let terms: ImportTerms
    let twins: Twins
    /// Of a file of survey answers; nil for the others.
    let scale: SurveyScale?
    /// The records that earlier rows are about.
    let written = NumberSet()

    var notes: [LocalizedText] { header.notes + (scale?.notes ?? []) }

    var isGuarded: Bool { header.isGuarded }

    func put(_ record: CSVRecord, at desk: BulkDesk) throws(RowFailure) -> RowOutcome? {
        if (0..<record.columns).allSatisfy(record.isEmpty) { return nil }
        let row = RecordRow(record: record, rows: self)
        return try row.put(at: desk)
    }
}

/// One row of a file of records.
struct RecordRow {
    let record: CSVRecord
    let rows: RecordRows

    var header: RecordHeader { rows.header }
    private var reader: FieldReader { rows.reader }

    /// Reads the row and writes it. Nothing is written before all of the row is read.
    /// - Throws: `RowFailure.row` with the first column that is wrong, or what the desk refuses.
    func put(at desk: BulkDesk) throws(RowFailure) -> RowOutcome {
        try record.check(columns: header.columns)
        if let place = header.unnamed.first(where: { !record.isEmpty($0) }) {
            throw .row(
                ImportColumn(number: place + 1, name: LocalizedText(ja: "見出しなし", en: "no heading")),
                LocalizedText(ja: "見出しのない列に値があります", en: "there is a value without a heading"))
        }
        let own = try own(at: desk)
        var found = try start(own, at: desk)
        var coordinators: [(index: Int, name: String)] = []
        for (index, field) in header.fields where header.has(index) || !own.isReplaced {
            // An empty cell erases only where the file says all there is to say.
            if own.isReplaced, try isEmpty(index) { continue }
            if let settled = header.settled[index], try isEmpty(index) {
                found.values[index] = settled
                continue
            }
            guard case .reference(let kind) = field.kind else {
                found.values[index] = try value(field, at: index)
                continue
            }
            switch try reference(to: kind, field, index, at: desk) {
            case .none: found.values[index] = .none
            case .number(let number): found.values[index] = .number(number)
            case .newCoordinator(let name): coordinators.append((index, name))
            }
        }
        if found.kind == .pipelineEntry, let stage = found["stage"].text, let pipeline = found["pipeline"].text {
            found["stage"] = .text(StageWords(rows.catalogue.pipelines).stage(called: stage, in: pipeline))
        }
        let nextAction = try nextAction()
        try assertTimely(found, own.number, at: desk)
        // Last, so that a row with a bad cell leaves no coordinator behind.
        for (index, name) in coordinators {
            let coordinator = try RowFailure.desk { try desk.coordinator(named: name) }
            found.values[index] = .number(coordinator.value)
        }
        return try write(found, own, nextAction, at: desk)
    }

    private func write(
        _ found: Record, _ own: Own, _ nextAction: NextAction?, at desk: BulkDesk
    ) throws(RowFailure) -> RowOutcome {
        if let number = own.number {
            try assertFirst(found, number, .own, at: desk)
            try assertIsRecord(found, number, at: desk)
        }
        let isTold = found.kind == .organisation && own.number == nil
        let outcome =
            isTold
            ? try merge(found, isMarkedNew: own == .new, at: desk) : try put(found, own, nextAction, at: desk)
        if let number = outcome.key?.id { rows.written.insert(number) }
        return outcome
    }

    private func put(
        _ found: Record, _ own: Own, _ nextAction: NextAction?, at desk: BulkDesk
    ) throws(RowFailure) -> RowOutcome {
        var found = found
        // What a person wrote about a new consultation's place among the others the desk knows better; a database that
        // is carried over keeps it.
        if found.kind == .consultation, own.number == nil { found["ordinal"] = .none }
        return try refused {
            let number = own == .none ? try rows.twins.next(of: found, at: desk) : own.number
            let (outcome, id) = try desk.put(found, id: number, nextAction: nextAction)
            return .merged(outcome, RecordKey(found.kind, id))
        }
    }

    /// An organisation that is told by its corporate number, or by a person.
    private func merge(_ found: Record, isMarkedNew: Bool, at desk: BulkDesk) throws(RowFailure) -> RowOutcome {
        guard let organisation = Organisation(found) else { return .closed }
        return try refused {
            try RecordRules.check(found, catalogue: rows.catalogue)
            if let number = organisation.corporateNumber, let known = try desk.organisation(numbered: number) {
                try assertKind(of: known.value, column("corporate_number"), at: desk)
                if let index = found.kind.index(of: "corporate_number") {
                    try assertFirst(found, known.value, .value(index), at: desk)
                }
            }
            let decided = try Namesakes(terms: rows.terms, desk: desk, hasNumbers: true).decide(
                organisation, line: record.line, column: column("name"), isMarkedNew: isMarkedNew)
            if let decided { try assertKind(of: decided, column("name"), at: desk) }
            let (outcome, id) = try desk.merge(organisation, into: decided)
            return .merged(outcome, RecordKey(.organisation, id))
        }
    }

    /// What the file says about the record's own number, and a person about what it says.
    private enum Own: Hashable {
        /// The desk gives it one.
        case none
        /// It is another one than any that is there, whatever its name.
        case new
        /// With `isReplaced` it is the number of a record of which the file says only some fields.
        case number(Int64, isReplaced: Bool)

        var number: Int64? { if case .number(let number, _) = self { number } else { nil } }
        var isReplaced: Bool { if case .number(_, let isReplaced) = self { isReplaced } else { false } }
    }

    private func own(at desk: BulkDesk) throws(RowFailure) -> Own {
        let typed = try text(.own)
        if typed.isEmpty { return .none }
        if header.kind.organisationKind != nil, ["新規", "new"].contains(Folding.typed(typed)) { return .new }
        guard let number = RecordNumber.read(typed) else { throw wrong(.own, typed, RecordNumber.none) }
        if rows.terms.decisions[record.line] == .new { return .new }
        // A whole row needs nothing of the record that it replaces.
        if header.isWhole { return .number(number, isReplaced: false) }
        let isThere = try RowFailure.desk { try desk.exists(RecordKey(header.kind.recordKind, number)) }
        return .number(number, isReplaced: isThere)
    }

    /// What the row begins with: the record that it replaces, as far as the file has no columns for it; else a new one.
    private func start(_ own: Own, at desk: BulkDesk) throws(RowFailure) -> Record {
        if case .number(let number, isReplaced: true) = own,
            let known = try RowFailure.desk({ try desk.record(RecordKey(header.kind.recordKind, number)) })
        {
            return known
        }
        var fresh = Record(header.kind.recordKind)
        if let kind = header.kind.organisationKind { fresh["kind"] = .token(kind) }
        return fresh
    }

    private func value(_ field: RecordField, at index: Int) throws(RowFailure) -> FieldValue {
        var typed = try text(.value(index), isParagraph: field.kind == .paragraph)
        if field.isAssigned { return try ordinal(typed, field, at: index) }
        if let scale = rows.scale { typed = SurveyWords.plain(typed, field, scale) }
        if case .day = field.kind, !typed.isEmpty, !FileDay.isDate(typed) {
            throw wrong(.value(index), typed, FileDay.reason)
        }
        do throws(FieldReader.Problem) {
            return try reader.read(typed, field)
        } catch {
            throw missing(field, header.column(.value(index)), reason(error, typed, field))
        }
    }

    /// Which of a company's consultations it is: `2`, `2回` and `2回目`.
    private func ordinal(_ typed: String, _ field: RecordField, at index: Int) throws(RowFailure) -> FieldValue {
        if typed.isEmpty { return .none }
        var folded = Folding.typed(typed)
        for suffix in ["回目", "回"] where folded.hasSuffix(suffix) {
            folded.removeLast(suffix.count)
            break
        }
        let limit = rows.catalogue.consultation.limit
        guard folded.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let ordinal = Int(folded),
            (1...max(1, limit)).contains(ordinal)
        else {
            let shown = String(typed.prefix(Quoted.limit))
            throw .row(
                header.column(.value(index)),
                LocalizedText(ja: "\(shown)回目：1社につき\(limit)回までです", en: "ordinal \(shown): at most \(limit) per company")
            )
        }
        return .number(ordinal)
    }

    private func nextAction() throws(RowFailure) -> NextAction? {
        let action = try text(.nextAction)
        let due = try text(.nextDue)
        if action.isEmpty {
            if due.isEmpty { return nil }
            throw .row(
                header.column(.nextDue),
                LocalizedText(ja: "次の対応のない期限です", en: "is due without a next action"))
        }
        if due.isEmpty { return NextAction(text: action) }
        guard FileDay.isDate(due), let day = DayReader.read(due, today: rows.today) else {
            throw wrong(.nextDue, due, FileDay.reason)
        }
        return NextAction(text: action, due: day)
    }

    /// Whether the row says nothing about the field at this place.
    private func isEmpty(_ index: Int) throws(RowFailure) -> Bool {
        for content in FileColumn.contents(of: index) where try !text(content).isEmpty { return false }
        return true
    }

    /// A value is quoted only in part where it is long: with its end cut off it is as wrong as before.
    private func reason(_ problem: FieldReader.Problem, _ typed: String, _ field: RecordField) -> LocalizedText {
        guard typed.count > Quoted.limit else { return problem.reason }
        do throws(FieldReader.Problem) {
            _ = try reader.read(typed.prefix(Quoted.limit) + "…", field)
            return problem.reason
        } catch {
            return error.reason
        }
    }

    private enum Reference {
        case none
        case number(Int64)
        case newCoordinator(String)
    }

    /// By number where there is one, else by name. A name that two share names nobody.
    private func reference(
        to kind: RecordKind, _ field: RecordField, _ index: Int, at desk: BulkDesk
    ) throws(RowFailure) -> Reference {
        let lookup = RecordLookup(kind: kind, desk: desk)
        for content in [FileColumn.Content.number(index), .corporateNumber(index)] {
            let typed = try text(content)
            if typed.isEmpty { continue }
            let isCorporate = content == .corporateNumber(index)
            switch try isCorporate ? lookup.corporateNumber(typed) : lookup.number(typed) {
            case .success(let number):
                if isCorporate { try assertName(of: number, in: .name(index), lookup) }
                return .number(number)
            case .failure(let problem): throw wrong(content, typed, problem.reason)
            }
        }
        let name = try text(.name(index))
        guard name.isEmpty else {
            if kind == .coordinator { return .newCoordinator(name) }
            switch try lookup.name(name) {
            case .success(let number): return .number(number)
            case .failure(let problem):
                guard let alike = problem.alike, rows.terms.decisions[record.line] != .new else {
                    throw .row(header.column(.name(index)), problem.reason)
                }
                if rows.terms.decisions[record.line] == .same(alike) { return .number(alike) }
                throw .namesakes(header.column(.name(index)), problem.reason, [RecordKey(kind, alike)])
            }
        }
        guard field.isRequired else { return .none }
        let column =
            header.column(.name(index)) ?? header.column(.number(index)) ?? header.column(.corporateNumber(index))
        throw missing(field, column, LocalizedText(ja: "空です", en: "is empty"))
    }

    /// Where the file has no column for it, the reason says what it is about.
    private func missing(_ field: RecordField, _ column: ImportColumn?, _ reason: LocalizedText) -> RowFailure {
        guard column == nil else { return .row(column, reason) }
        let label = field.label
        return .row(nil, LocalizedText(ja: "\(label.ja)：\(reason.ja)", en: "\(label.en): \(reason.en)"))
    }

    /// A name beside a corporate number must not be another company's.
    private func assertName(of number: Int64, in content: FileColumn.Content, _ lookup: RecordLookup) throws(RowFailure)
    {
        let name = try text(content)
        guard !name.isEmpty, case .success(let named) = try lookup.name(name), named != number else { return }
        throw wrong(
            content, name,
            LocalizedText(ja: "法人番号とは別の企業の名前です", en: "is the name of another company than the number's"))
    }

    /// Runs a call of the desk; what it says about a field is told with that field's column.
    private func refused<Value>(_ body: () throws -> Value) throws(RowFailure) -> Value {
        try RowFailure.desk {
            do {
                return try body()
            } catch DeskError.invalid(let field, let reason) {
                guard let column = column(labelled: field) else {
                    throw DeskError.invalid(field: field, reason: reason)
                }
                throw RowFailure.row(column, reason)
            }
        }
    }

    private func column(labelled label: LocalizedText) -> ImportColumn? {
        guard let index = header.fields.first(where: { $0.field.label == label })?.index else { return nil }
        let there = FileColumn.contents(of: index).filter { header.place(of: $0) != nil }
        let filled = there.first { content in header.place(of: content).map { !record.isEmpty($0) } ?? false }
        return (filled ?? there.first).flatMap(header.column)
    }

    /// The text of a column; empty where the file doesn't have it.
    private func text(_ content: FileColumn.Content, isParagraph: Bool = false) throws(RowFailure) -> String {
        guard let place = header.place(of: content), !record.isEmpty(place) else { return "" }
        let found = try rows.source.text(record, place, named: header.heading(of: content))
        if !isParagraph, FieldText.isBroken(found) { rows.source.noteJoinedLines(in: header.column(content)) }
        let meant = header.isGuarded ? CSVCell.unguarded(found) : found
        return try FieldText.cell(meant, isParagraph: isParagraph, column: header.column(content))
    }

    private func wrong(_ content: FileColumn.Content, _ typed: String, _ reason: LocalizedText) -> RowFailure {
        .row(header.column(content), Quoted.reason(typed, reason))
    }
}
