import BansoDomain
import GRDB

/// A consultation as the values of its columns (`RecordKind.columns`), and back.
enum ConsultationRow {
    static let columns = RecordKind.consultation.columns

    static func values(_ consultation: Consultation, ordinal: Int) throws(DeskError) -> [DatabaseValue] {
        guard Consultation.possibleMinutes.contains(consultation.minutes) else {
            let range = Consultation.possibleMinutes
            throw .invalid(
                field: LocalizedText(ja: "時間", en: "minutes"),
                reason: LocalizedText(
                    ja: "\(range.lowerBound)～\(range.upperBound)分で入力してください",
                    en: "must be \(range.lowerBound) to \(range.upperBound)"))
        }
        return [
            consultation.company.value.databaseValue, ordinal.databaseValue, consultation.date.iso.databaseValue,
            consultation.start?.minutes.databaseValue ?? .null, consultation.minutes.databaseValue,
            consultation.mode.rawValue.databaseValue, consultation.coordinator?.value.databaseValue ?? .null,
            try Entered.paragraph(consultation.topics, LocalizedText(ja: "相談内容", en: "topics")).databaseValue,
            try Entered.paragraph(consultation.notes, LocalizedText(ja: "メモ", en: "notes")).databaseValue,
        ]
    }

    static func consultation(_ values: [DatabaseValue]) -> Consultation {
        func text(_ index: Int) -> String { String.fromDatabaseValue(values[index]) ?? "" }
        return Consultation(
            company: OrganisationID(Int64.fromDatabaseValue(values[0]) ?? 0),
            date: Day(iso: text(2)) ?? Day(ordinal: 0),
            start: Int.fromDatabaseValue(values[3]).flatMap(ClockTime.init(minutes:)),
            minutes: Int.fromDatabaseValue(values[4]) ?? 0,
            mode: Consultation.Mode(rawValue: text(5)) ?? .online,
            coordinator: Int64.fromDatabaseValue(values[6]).map { CoordinatorID($0) }, topics: text(7), notes: text(8))
    }
}
