import BansoDomain
import GRDB

/// The desk's, not GRDB's.
typealias Record = BansoDomain.Record

/// A record of any kind as the values of its columns, and back.
enum RecordRow {
    /// - Throws: `DeskError.invalid` where a text has a control character.
    static func values(_ record: Record) throws(DeskError) -> [DatabaseValue] {
        var values: [DatabaseValue] = []
        values.reserveCapacity(record.values.count)
        for (field, value) in zip(record.kind.fields, record.values) {
            switch value {
            case .none: values.append(.null)
            case .number(let number): values.append(number.databaseValue)
            case .day(let day): values.append(day.iso.databaseValue)
            case .text(let text):
                let stored =
                    field.kind == .paragraph
                    ? try Entered.paragraph(text, field.label) : try Entered.line(text, field.label)
                values.append(stored.databaseValue)
            }
        }
        return values
    }

    static func record(_ kind: RecordKind, _ values: [DatabaseValue]) -> Record {
        Record(kind, values: zip(kind.fields, values).map(value))
    }

    static func initial(_ field: RecordField) -> DatabaseValue {
        switch field.initial {
        case .none: .null
        case .text(let text): text.databaseValue
        case .number(let number): number.databaseValue
        case .day(let day): day.iso.databaseValue
        }
    }

    private static func value(_ field: RecordField, _ value: DatabaseValue) -> FieldValue {
        switch value.storage {
        case .int64(let number): .number(number)
        case .string(let text):
            if case .day = field.kind { Day(iso: text).map { .day($0) } ?? .text(text) } else { .text(text) }
        default: .none
        }
    }
}
