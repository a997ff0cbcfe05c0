/// What must hold among the fields of a record, whoever writes it. The schema keeps to the same rules.
public enum RecordRules {
    /// - Throws: `DeskError.invalid` for the first field that can't be as it is.
    public static func check(_ record: Record, catalogue: Catalogue) throws(DeskError) {
        for (field, value) in zip(record.kind.fields, record.values) {
            if field.isRequired, value == .none || value == .text("") {
                throw invalid(field, ja: "空です", en: "is empty")
            }
            try check(value, field, catalogue)
        }
        switch record.kind {
        case .event: try checkEvent(record, catalogue)
        case .attendance, .surveyAnswer: try checkOneOf(record, "organisation", "talent")
        case .caseStudy: try checkOneOf(record, "organisation", "region")
        case .application: try checkStages(record)
        case .interCompanyContract:
            guard record["sender"] != record["receiver"] else {
                throw invalid(record, "receiver", ja: "派遣側と同じ企業です", en: "is the sender itself")
            }
        default: break
        }
    }

    private static func check(_ value: FieldValue, _ field: RecordField, _ catalogue: Catalogue) throws(DeskError) {
        switch (field.kind, value) {
        case (.choice(let choices), .text(let token)) where !choices.contains { $0.token == token },
            (.tags(let choices), .text(let token))
        where !token.split(separator: " ").allSatisfy { word in choices.contains { $0.token == word } }:
            throw invalid(field, ja: "「\(token)」は使えません", en: "can't be '\(token)'")
        case (.number(let range), .number(let number)) where !range.contains(Int(number)):
            throw invalid(
                field, ja: "\(range.lowerBound)～\(range.upperBound)で入力してください",
                en: "must be \(range.lowerBound) to \(range.upperBound)")
        case (.activity(let sources), .text(let id))
        where !catalogue.activities(countedFrom: sources).contains(ActivityID(id)):
            let known = catalogue.activities(countedFrom: sources).map(\.text).joined(separator: "・")
            throw invalid(field, ja: "「\(id)」は使えません（\(known)）", en: "can't be '\(id)' (\(known))")
        default: break
        }
    }

    private static func checkEvent(_ event: Record, _ catalogue: Catalogue) throws(DeskError) {
        let isInPerson = event["mode"] == .token(EventMode.inPerson)
        if isInPerson, event["tool"] != .none {
            throw invalid(event, "tool", ja: "対面ではツールを入力しません", en: "is not for events in person")
        }
        if !isInPerson, event["tool"] == .none {
            throw invalid(
                event, "tool", ja: "オンラインは Microsoft Teams か Cisco Webex Meetings のどちらかです",
                en: "must be Microsoft Teams or Cisco Webex Meetings where an event is online")
        }
        let tracks = catalogue.tracks(of: ActivityID(event["activity"].text ?? "")).map(\.text)
        if let track = event["track"].text, !tracks.contains(track) {
            let known = tracks.isEmpty ? "–" : tracks.joined(separator: "・")
            throw invalid(event, "track", ja: "「\(track)」は使えません（\(known)）", en: "can't be '\(track)' (\(known))")
        }
        if let start = event["start_minute"].number, let end = event["end_minute"].number, end <= start {
            throw invalid(event, "end_minute", ja: "開始より後の時刻にしてください", en: "must be after the start")
        }
    }

    private static func checkOneOf(_ record: Record, _ one: String, _ other: String) throws(DeskError) {
        guard (record[one] == .none) != (record[other] == .none) else {
            let label = record.kind.fields[record.kind.index(of: other) ?? 0].label
            throw invalid(
                record, one, ja: "\(label.ja)とのどちらか一方を入力してください", en: "either this or \(label.en) is needed, not both")
        }
    }

    private static func checkStages(_ application: Record) throws(DeskError) {
        guard let applied = application["date"].day else { return }
        for stage in ["interviewed_on", "offered_on", "contracted_on", "declined_on"] {
            if let day = application[stage].day, day < applied {
                throw invalid(application, stage, ja: "応募日より前の日付です", en: "is before the application")
            }
        }
    }

    private static func invalid(_ record: Record, _ id: String, ja: String, en: String) -> DeskError {
        invalid(record.kind.fields[record.kind.index(of: id) ?? 0], ja: ja, en: en)
    }

    private static func invalid(_ field: RecordField, ja: String, en: String) -> DeskError {
        .invalid(field: field.label, reason: LocalizedText(ja: ja, en: en))
    }
}
