import BansoDomain

/// The rows of a file of the National Tax Agency.
struct NTARows: RowReading {
    let source: ImportFile
    let terms: ImportTerms
    /// The organisations that earlier rows are about.
    let written = NumberSet()

    func put(_ record: CSVRecord, at desk: BulkDesk) throws(RowFailure) -> RowOutcome? {
        switch try NTARow(record: record, source: source).read() {
        case .skipped(let outcome): return outcome
        case .current(let organisation):
            try assertFirst(organisation, at: desk)
            let namesakes = Namesakes(terms: terms, desk: desk, hasNumbers: false)
            let decided = try namesakes.decide(
                organisation, line: record.line, column: NTAColumn.name.column, isMarkedNew: false)
            return try RowFailure.desk {
                let (outcome, id) = try desk.merge(organisation, into: decided)
                written.insert(id)
                return .merged(outcome, RecordKey(.organisation, id))
            }
        }
    }

    /// Two rows of one number that both hold today have to say the same: neither may silently replace what the other said.
    private func assertFirst(_ organisation: Organisation, at desk: BulkDesk) throws(RowFailure) {
        let id = try RowFailure.desk {
            try organisation.corporateNumber.flatMap { try desk.organisation(numbered: $0) }
        }
        guard let id = id?.value, written.contains(id),
            let known = try RowFailure.desk({ try desk.record(RecordKey(.organisation, id)) }).flatMap(
                Organisation.init),
            !organisation.saysNoOther(than: known)
        else { return }
        throw .row(
            NTAColumn.number.column,
            LocalizedText(
                ja: "前の行と同じ法人番号（#\(id)）で、内容が違います",
                en: "is the number of an earlier row (#\(id)), and the rows differ"))
    }
}

extension Organisation {
    /// Whether what the Agency's file says of it is what `other` says, as far as it says anything.
    fileprivate func saysNoOther(than other: Organisation) -> Bool {
        let texts: [KeyPath<Organisation, String>] = [\.name, \.kana, \.municipality, \.address, \.postcode]
        return texts.allSatisfy { self[keyPath: $0].isEmpty || self[keyPath: $0] == other[keyPath: $0] }
            && (prefecture == nil || prefecture == other.prefecture)
    }
}
