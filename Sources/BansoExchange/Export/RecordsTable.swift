import BansoDomain

/// Records of a kind as a table, by number. A CSV of it has the headings that `RecordsImport` reads.
public struct RecordsTable: TableSource {
    /// Whom the values are for.
    public enum Form: Hashable, Sendable {
        /// Labels of choices, names beside numbers of other records: what spreadsheets and imports get.
        case words
        /// Tokens, numbers alone, tags as a list: what programs get.
        case tokens
    }

    public let title: LocalizedText
    public let columns: [TableColumn]
    private let cells: [RecordCell]
    private let selection: RecordSelection
    private let isTitled: Bool
    private let reader: any ExportReader

    /// - Parameters:
    ///   - field: only the records that have `value` there; nil for all of the kind.
    ///   - pipelines: whose stages are written by their labels.
    public init(
        _ kind: FileKind, _ language: Language, form: Form = .words, where field: String? = nil,
        is value: FieldValue = .none, pipelines: [Pipeline] = [], from reader: any ExportReader
    ) {
        title = kind.label
        self.reader = reader
        isTitled = form == .words
        selection =
            field == nil && kind.organisationKind != nil
            ? RecordSelection(.organisation, where: "kind", is: .text(kind.organisationKind?.rawValue ?? ""))
            : RecordSelection(kind.recordKind, where: field, is: value)
        let fields = kind.recordKind.fields
        switch form {
        case .words:
            let found = kind.columns
            columns = found.map { $0.tableColumn(of: fields) }
            let stage = kind == .entries ? kind.recordKind.index(of: "stage") : nil
            let pipeline = kind.recordKind.index(of: "pipeline") ?? 0
            cells = found.map { column in
                if let stage, column.content == .value(stage) {
                    return .stage(stage, pipeline: pipeline, StageWords(pipelines), language)
                }
                return RecordCell(column.content, of: fields, language)
            }
        case .tokens:
            columns =
                [TableColumn("id", FileColumn.own.heading, .number)]
                + kind.fields.map {
                    TableColumn(
                        $0.field.id, $0.field.label, $0.field.tableKind, personal: $0.field.isPersonal)
                }
            cells = [.own] + kind.fields.map { RecordCell(tokenOf: $0.field, at: $0.index) }
        }
    }

    public func count() throws -> Int? { try reader.count(of: selection) }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        try reader.eachRecord(of: selection, isTitled: isTitled) { record in
            try body(cells.map { $0.cell(of: record) })
        }
    }
}

extension RecordField {
    var tableKind: TableColumn.Kind {
        switch kind {
        case .number, .minutes, .reference: .number
        case .day: .day
        case .time: .time
        case .flag: .flag
        default: .text
        }
    }
}

extension FileColumn {
    func tableColumn(of fields: [RecordField]) -> TableColumn {
        switch content {
        case .own, .number: TableColumn(heading.en, heading, .number)
        case .value(let index):
            TableColumn(heading.en, heading, fields[index].tableKind, personal: fields[index].isPersonal)
        case .name(let index): TableColumn(heading.en, heading, personal: fields[index].holdsPersonalData)
        case .corporateNumber, .nextAction, .nextDue: TableColumn(heading.en, heading)
        }
    }
}
