import BansoDomain

/// Where each column of a file of consultations stands, as its first row says.
struct ConsultationHeader: Hashable {
    /// 0 for the first column.
    private let places: [ConsultationColumn: Int]
    let columns: Int

    /// - Throws: `ImportProblem` for a heading that is unknown, there twice or missing.
    init(_ names: [String]) throws(ImportProblem) {
        var places: [ConsultationColumn: Int] = [:]
        for (index, name) in names.enumerated() {
            guard let column = ConsultationColumn(heading: name) else {
                let known = ConsultationColumn.allCases.map { "\($0.heading.ja)|\($0.heading.en)" }
                throw .unknownHeader(column: index + 1, name: name, known: known)
            }
            guard places[column] == nil else { throw .duplicateHeader(column: index + 1, name: name) }
            places[column] = index
        }
        for group in ConsultationColumn.required where group.allSatisfy({ places[$0] == nil }) {
            if group.contains(.company), places[.companyNumber] != nil { continue }
            throw .missingHeader(group.map { "\($0.heading.ja)|\($0.heading.en)" })
        }
        self.places = places
        columns = names.count
    }

    func place(of column: ConsultationColumn) -> Int? { places[column] }

    /// The column as messages name it; nil where the file has none.
    func column(_ column: ConsultationColumn) -> ImportColumn? {
        places[column].map { ImportColumn(number: $0 + 1, name: column.heading) }
    }
}
