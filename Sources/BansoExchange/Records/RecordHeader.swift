import BansoDomain

/// Where each column of a file of records stands, as its first row says.
struct RecordHeader {
    let kind: FileKind
    /// Those of the file, with their places in a record.
    let fields: [(index: Int, field: RecordField)]
    let columns: Int
    /// The headings of fields that the file has no column for.
    let missing: [LocalizedText]
    /// 0 for the first column.
    private let places: [FileColumn.Content: Int]
    private let headings: [FileColumn.Content: LocalizedText]

    /// - Parameter reader: tells what can't be left empty.
    /// - Throws: `ImportProblem` for a heading that is unknown, there twice or missing.
    init(_ names: [String], kind: FileKind, reader: FieldReader) throws(ImportProblem) {
        let known = kind.readColumns
        var places: [FileColumn.Content: Int] = [:]
        for (index, name) in names.enumerated() {
            let folded = Folding.typed(name)
            guard let column = known.first(where: { $0.names.contains(folded) }) else {
                throw .unknownHeader(column: index + 1, name: name, known: known.map(\.shown))
            }
            guard places[column.content] == nil else { throw .duplicateHeader(column: index + 1, name: name) }
            places[column.content] = index
        }
        var missing: [LocalizedText] = []
        fields = kind.fields
        for (index, field) in fields {
            let group = known.filter { FileColumn.contents(of: index).contains($0.content) }
            guard group.allSatisfy({ places[$0.content] == nil }) else { continue }
            if (try? reader.read("", field)) == nil { throw .missingHeader(group.map(\.shown)) }
            missing.append(group[group.count - 1].heading)
        }
        self.kind = kind
        columns = names.count
        self.missing = missing
        self.places = places
        headings = Dictionary(uniqueKeysWithValues: known.map { ($0.content, $0.heading) })
    }

    func place(of content: FileColumn.Content) -> Int? { places[content] }

    func heading(of content: FileColumn.Content) -> LocalizedText {
        headings[content] ?? LocalizedText(ja: "", en: "")
    }

    /// The column as messages name it; nil where the file has none.
    func column(_ content: FileColumn.Content) -> ImportColumn? {
        places[content].map { ImportColumn(number: $0 + 1, name: heading(of: content)) }
    }
}

extension FileColumn {
    /// What tells about a field, in the order in which it is believed.
    static func contents(of index: Int) -> [Content] {
        [.value(index), .number(index), .corporateNumber(index), .name(index)]
    }
}
