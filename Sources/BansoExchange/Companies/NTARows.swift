import BansoDomain

/// The rows of a file of the National Tax Agency.
struct NTARows: RowReading {
    let source: ImportFile
    let terms: ImportTerms

    func put(_ record: CSVRecord, at desk: BulkDesk) throws(RowFailure) -> RowOutcome? {
        switch try NTARow(record: record, source: source).read() {
        case .skipped(let outcome): return outcome
        case .current(let organisation):
            let namesakes = Namesakes(terms: terms, desk: desk)
            let decided = try namesakes.decide(
                organisation, line: record.line, column: NTAColumn.name.column, isMarkedNew: false)
            return try RowFailure.desk {
                let (outcome, id) = try desk.merge(organisation, into: decided)
                return .merged(outcome, RecordKey(.organisation, id))
            }
        }
    }
}
