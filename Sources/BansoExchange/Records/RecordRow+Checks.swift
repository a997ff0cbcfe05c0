import BansoDomain

/// What must hold before a row is written over a record.
extension RecordRow {
    /// A number may be another record's: then a person decides, and nothing is written over.
    func assertIsRecord(_ found: Record, _ number: Int64, at desk: BulkDesk) throws(RowFailure) {
        let key = RecordKey(header.kind.recordKind, number)
        guard let known = try RowFailure.desk({ try desk.record(key) }) else { return }
        if key.kind == .organisation { try assertKind(of: number, header.column(.own), at: desk) }
        guard rows.terms.decisions[record.line] != .same(number) else { return }
        let told = header.fields.filter { header.has($0.index) }.map(\.field.id)
        let numbered = NumberedRecord(known: known, found: found, told: Set(told))
        if numbered.isOther {
            throw .namesakes(header.column(.own), numbered.reason(number), advice: NumberedRecord.advice, [key])
        }
    }

    /// What is imported as a company never becomes an institution's record, nor the other way round.
    func assertKind(of number: Int64, _ column: ImportColumn?, at desk: BulkDesk) throws(RowFailure) {
        let known = try RowFailure.desk { try desk.record(RecordKey(.organisation, number)) }
        guard let known, let kind = header.kind.organisationKind, known["kind"] != .token(kind) else { return }
        let name = known["name"].text ?? ""
        throw .row(
            column,
            LocalizedText(
                ja: "#\(number) \(name)は\(known.label.ja)です（\(kind.label.ja)としては取り込めません）",
                en: "#\(number) \(name) is of the kind '\(known.label.en)' and can't be imported as '\(kind.label.en)'")
        )
    }

    /// Two rows about one record have to say the same: neither may silently replace what the other said.
    /// - Parameter content: the column that tells which record it is.
    func assertFirst(
        _ found: Record, _ number: Int64, _ content: FileColumn.Content, at desk: BulkDesk
    ) throws(RowFailure) {
        guard rows.written.contains(number),
            let known = try RowFailure.desk({ try desk.record(RecordKey(found.kind, number)) })
        else { return }
        let isSame = header.fields.allSatisfy { index, field in
            let value = found.values[index]
            return !header.has(index) || field.isAssigned || value == .none || value == .text("")
                || value == known.values[index]
        }
        if isSame { return }
        throw .row(
            header.column(content),
            LocalizedText(
                ja: "前の行と同じ記録（#\(number)）で、内容が違います",
                en: "is the record of an earlier row (#\(number)), and the rows differ"))
    }

    /// That its day has come. What an export says of a database that is carried over was so there.
    /// - Parameter number: its own, where the row has one.
    func assertTimely(_ found: Record, _ number: Int64?, at desk: BulkDesk) throws(RowFailure) {
        let days = try RowFailure.desk {
            try NamedDays(of: found, id: number, find: desk.record, wasAttended: desk.wasAttended)
        }
        if let doubt = RecordRules.doubt(found, beside: days) { rows.source.note(doubt.reason) }
        guard let ahead = RecordRules.ahead(found, of: rows.today, beside: days) else { return }
        if header.isWhole, header.isGuarded, let number {
            let known = try RowFailure.desk { try desk.record(RecordKey(found.kind, number)) }
            if known == nil || known == found { return }
        }
        throw .row(column(ahead.field), ahead.reason)
    }

    /// The column of a field that stands in its own.
    func column(_ field: String) -> ImportColumn? {
        header.kind.recordKind.index(of: field).flatMap { header.column(.value($0)) }
    }
}
