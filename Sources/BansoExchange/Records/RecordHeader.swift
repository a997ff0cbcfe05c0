import BansoDomain

/// Where each column of a file of records stands, as its first row says.
struct RecordHeader {
    let kind: FileKind
    /// Those of the file, with their places in a record.
    let fields: [(index: Int, field: RecordField)]
    let columns: Int
    /// What the columns don't say: every row has it.
    let settled: [Int: FieldValue]
    /// What a person should know about the columns.
    let notes: [LocalizedText]
    /// The places in the file of columns without a heading: spreadsheets leave them behind, and nothing may stand there.
    let unnamed: [Int]
    /// Whether cells that a spreadsheet would take for a formula have a `'` in front: all headings are as an export in one
    /// language writes them, the number's among them, or there is a column for why rows were not taken.
    let isGuarded: Bool
    /// Whether it says something about every field. Not so of rows that were not taken before: somebody wrote their records'
    /// numbers into them.
    let isWhole: Bool
    /// The places in a record of fields that the file has no column for.
    private let missing: Set<Int>
    /// 0 for the first column.
    private let places: [FileColumn.Content: Int]
    private let headings: [FileColumn.Content: LocalizedText]

    /// - Parameters:
    ///   - reader: tells what can't be left empty.
    ///   - mapping: what a person said about the headings.
    ///   - settled: values that every row has.
    /// - Throws: `ImportProblem` for a heading that is unknown, there twice or missing.
    init(
        _ names: [String], kind: FileKind, reader: FieldReader, mapping: ColumnMapping = ColumnMapping(),
        settled: [Int: FieldValue] = [:]
    ) throws(ImportProblem) {
        let known = kind.readColumns
        let form = kind == .surveys ? SurveyForm(names) : nil
        let folded = Set(names.map(Folding.typed))
        for pair in mapping.pairs where !folded.contains(Folding.typed(pair.heading)) {
            throw .absentHeading(pair.heading, there: names)
        }
        var places: [FileColumn.Content: Int] = [:]
        var unmatched: [String] = []
        var unknown: [ImportColumn] = []
        unnamed = names.indices.filter { Folding.stored(names[$0]).isEmpty }
        for (index, name) in names.enumerated() where !unnamed.contains(index) {
            if RejectsWriter.isHeading(name) { continue }
            let said = mapping.column(for: name)
            if said == "-" { continue }
            let content: FileColumn.Content
            if let form, said == nil {
                let column = form.column(name)
                // A second question about the same thing says nothing that a person didn't say.
                guard let column, column.content == nil || column.content.map({ places[$0] }) == .some(nil) else {
                    unmatched.append(name)
                    continue
                }
                guard let found = column.content else { continue }
                content = found
            } else {
                let wanted = Folding.typed(said ?? name)
                guard let column = known.first(where: { $0.names.contains(wanted) }) else {
                    if let said { throw .unknownColumn(said, heading: name, known: known.map(\.shown)) }
                    unknown.append(ImportColumn(number: index + 1, name: LocalizedText(ja: name, en: name)))
                    continue
                }
                content = column.content
            }
            if let first = places[content] {
                throw RecordHeader.shape(of: names)
                    ?? .duplicateHeader(column: index + 1, name: name, first: first + 1)
            }
            places[content] = index
        }
        guard unknown.isEmpty else {
            throw RecordHeader.shape(of: names) ?? .unknownHeaders(unknown, known: known.map(\.heading))
        }
        var missing: Set<Int> = []
        fields = kind.fields
        for (index, field) in fields {
            let group = known.filter { FileColumn.contents(of: index).contains($0.content) }
            guard group.allSatisfy({ places[$0.content] == nil }), settled[index] == nil else { continue }
            missing.insert(index)
            // Rows that change records by their numbers need no more.
            guard places[.own] == nil, !field.isAssigned, (try? reader.read("", field)) == nil else { continue }
            if field.kind == .reference(.event) { throw .missingEvent(group.map(\.shown)) }
            throw .missingHeader(group.map(\.shown))
        }
        self.kind = kind
        columns = names.count
        self.settled = settled
        notes = unmatched.map { RecordHeader.note(unmatched: $0) }
        self.missing = missing
        self.places = places
        let isMended = names.contains(where: RejectsWriter.isHeading)
        isGuarded = places[.own] != nil && RecordHeader.isOfExport(names, kind) || isMended
        isWhole = missing.isEmpty && !isMended
        headings = Dictionary(uniqueKeysWithValues: known.map { ($0.content, $0.heading) })
    }

    /// What is wrong with a file as a whole that is a CSV of another make.
    private static func shape(of names: [String]) -> ImportProblem? {
        if names.contains(where: { $0.contains("\r" as Character) }) { return .loneReturns }
        return names.count == 1 && names[0].contains { $0 == ";" || $0 == "\t" } ? .otherSeparator : nil
    }

    private static func isOfExport(_ names: [String], _ kind: FileKind) -> Bool {
        let names = Set(names.filter { !RejectsWriter.isHeading($0) })
        return Language.allCases.contains { language in names.isSubset(of: kind.headings.map { $0(language) }) }
    }

    private static func note(unmatched name: String) -> LocalizedText {
        let quoted = Quoted.text(name)
        let name = FieldText.oneLine(name)
        return LocalizedText(
            ja: "設問\(quoted.ja)は読み取らずに進めます（--map で対応を指定できます。例 --map '\(name)=満足度'）",
            en: "the question \(quoted.en) is left out; --map says what it is, such as --map '\(name)=score'")
    }

    /// Whether the file says something about the field at this place.
    func has(_ index: Int) -> Bool { !missing.contains(index) }

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
