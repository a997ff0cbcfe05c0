import BansoDomain

/// One row of a file of records.
struct RecordRow {
    let record: CSVRecord
    let header: RecordHeader
    let source: ImportFile
    let reader: FieldReader
    let catalogue: Catalogue

    /// Reads the row and writes it. Nothing is written before all of the row is read.
    /// - Throws: `RowFailure.row` with the first column that is wrong, or what the desk refuses.
    func put(at desk: BulkDesk) throws(RowFailure) -> MergeOutcome {
        try record.check(columns: header.columns)
        let id = try own(at: desk)
        var found = Record(header.kind.recordKind)
        if let kind = header.kind.organisationKind { found["kind"] = .token(kind) }
        var coordinators: [(index: Int, name: String)] = []
        for (index, field) in header.fields {
            guard case .reference(let kind) = field.kind else {
                found.values[index] = try value(field, at: index)
                continue
            }
            switch try reference(to: kind, field, index, at: desk) {
            case .none: break
            case .number(let number): found.values[index] = .number(number)
            case .newCoordinator(let name): coordinators.append((index, name))
            }
        }
        // Last, so that a row with a bad cell leaves no coordinator behind.
        for (index, name) in coordinators {
            let coordinator = try RowFailure.desk { try desk.coordinator(named: name) }
            found.values[index] = .number(coordinator.value)
        }
        return try refused {
            if id == nil, let organisation = Organisation(found), organisation.corporateNumber != nil {
                try RecordRules.check(found, catalogue: catalogue)
                return try desk.merge(organisation)
            }
            return try desk.put(found, id: id).outcome
        }
    }

    /// The record's own number; nil where the file leaves it to the desk.
    private func own(at desk: BulkDesk) throws(RowFailure) -> Int64? {
        let typed = try text(.own)
        if typed.isEmpty { return nil }
        guard let number = RecordNumber.read(typed) else { throw wrong(.own, typed, RecordNumber.none) }
        let key = RecordKey(header.kind.recordKind, number)
        if !header.missing.isEmpty, try RowFailure.desk({ try desk.exists(key) }) {
            throw wrong(
                .own, typed,
                LocalizedText(
                    ja: "既にある記録を置き換えるには、すべての列が要ります（ない列：\(header.missing.map(\.ja).joined(separator: "・"))）",
                    en: "to replace a record that is there a file needs all columns "
                        + "(missing: \(header.missing.map(\.en).joined(separator: ", ")))"))
        }
        return number
    }

    private func value(_ field: RecordField, at index: Int) throws(RowFailure) -> FieldValue {
        let typed = try text(.value(index), isParagraph: field.kind == .paragraph)
        if case .day = field.kind, !typed.isEmpty, !FileDay.isDate(typed) {
            throw wrong(.value(index), typed, FileDay.reason)
        }
        do throws(FieldReader.Problem) {
            return try reader.read(typed, field)
        } catch {
            throw .row(header.column(.value(index)), reason(error, typed, field))
        }
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
            case .success(let number): return .number(number)
            case .failure(let problem): throw wrong(content, typed, problem.reason)
            }
        }
        let name = try text(.name(index))
        guard name.isEmpty else {
            if kind == .coordinator { return .newCoordinator(name) }
            switch try lookup.name(name) {
            case .success(let number): return .number(number)
            case .failure(let problem): throw .row(header.column(.name(index)), problem.reason)
            }
        }
        guard field.isRequired else { return .none }
        let column =
            header.column(.name(index)) ?? header.column(.number(index)) ?? header.column(.corporateNumber(index))
        throw .row(column, LocalizedText(ja: "空です", en: "is empty"))
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
        let found = try source.text(record, place, named: header.heading(of: content))
        return try FieldText.cell(found, isParagraph: isParagraph, column: header.column(content))
    }

    private func wrong(_ content: FileColumn.Content, _ typed: String, _ reason: LocalizedText) -> RowFailure {
        .row(header.column(content), Quoted.reason(typed, reason))
    }
}
