/// What must hold among the fields of a record, whoever writes it. The schema keeps to those by which anything is counted.
public enum RecordRules {
    /// A field that can't be as it is.
    public struct Problem: Error, Hashable, Sendable {
        /// The field's column.
        public var field: String
        public var reason: LocalizedText

        public init(_ field: String, ja: String, en: String) {
            self.field = field
            reason = LocalizedText(ja: ja, en: en)
        }
    }

    /// - Throws: `DeskError.invalid` for the first field that can't be as it is.
    public static func check(_ record: Record, catalogue: Catalogue) throws(DeskError) {
        guard let problem = problems(in: record, catalogue: catalogue).first else { return }
        let label = record.kind.fields[record.kind.index(of: problem.field) ?? 0].label
        throw .invalid(field: label, reason: problem.reason)
    }

    /// Every field that can't be as it is, in the kind's order; among several fields only where each by itself is fine.
    public static func problems(in record: Record, catalogue: Catalogue) -> [Problem] {
        let single = zip(record.kind.fields, record.values).compactMap { problem($1, $0, catalogue) }
        guard single.isEmpty else { return single }
        let together: [Problem?] =
            switch record.kind {
            case .event: event(record, catalogue)
            case .attendance, .surveyAnswer: [oneOf(record, "organisation", "talent")]
            case .caseStudy: [oneOf(record, "organisation", "region")]
            case .application: stages(record)
            case .posting: [inOrder(record, ["date", "closed_on"])]
            case .interview: [inOrder(record, ["date", "held_on"])]
            case .interCompanyContract:
                [
                    record["sender"] == record["receiver"]
                        ? Problem("receiver", ja: "派遣側と同じ企業です", en: "is the sender itself") : nil,
                    inOrder(record, ["starts_on", "ends_on"]),
                ]
            case .savedFilter: [pipeline(record, catalogue)]
            default: []
            }
        return together.compactMap { $0 }
    }

    /// Why an organisation can't have records of a kind; nil where it can.
    public static func refusal(of kind: RecordKind, for organisation: Organisation) -> LocalizedText? {
        guard let wanted = kind.organisationKind, wanted != organisation.kind else { return nil }
        let (name, label) = (organisation.name, kind.label)
        return LocalizedText(
            ja: "\(name)は\(organisation.kind.label.ja)です。\(label.ja)は\(wanted.label.ja)だけに記録できます",
            en: "\(name) is no \(wanted.label.en); only a \(wanted.label.en) can have a \(label.en)")
    }

    /// What has been is logged once it has been: a consultation, what was asked, taught or checked, a finished case study, a
    /// step with an applicant, an event or an interview that was held, and who came to an event; an event that somebody came to isn't put off.
    public static func ahead(_ record: Record, of today: Day, beside days: NamedDays = NamedDays()) -> Problem? {
        func problem(_ field: String, on day: String) -> Problem? {
            guard let date = record[day].day, date > today else { return nil }
            return Problem(field, ja: "\(date.wareki)はまだ先の日付です", en: "\(date.spelled(.en)) is still to come")
        }
        switch record.kind {
        case .consultation, .assessment, .eligibilityCheck, .followUp, .hearing, .training, .processConsultation,
            .surveyAnswer:
            return problem("date", on: "date")
        case .caseStudy where record["status"] == .token(CaseStatus.done): return problem("date", on: "date")
        case .application:
            let steps = ["interviewed_on", "offered_on", "contracted_on", "declined_on"]
            return steps.lazy.compactMap { problem($0, on: $0) }.first
        case .event where record["status"] == .token(EventStatus.held): return problem("status", on: "date")
        case .event where days.wasAttended:
            guard let date = record["date"].day, date > today else { return nil }
            return Problem(
                "date", ja: "参加の記録があります。\(date.wareki)はまだ先の日付です（先に出欠を直してください）",
                en: "\(date.spelled(.en)) is still to come, and people are marked as having attended")
        case .interview where record["status"] == .token(InterviewStatus.held):
            return record["held_on"] == .none ? problem("status", on: "date") : problem("held_on", on: "held_on")
        case .attendance where record["presence"] == .token(Presence.attended):
            guard let day = days.event, day > today else { return nil }
            return Problem(
                "presence", ja: "\(day.wareki)のイベントです。まだ参加になりません",
                en: "can't be before the event, on \(day.spelled(.en))")
        default: return nil
        }
    }

    /// What can be and is seldom meant: somebody applied before the posting was listed.
    public static func doubt(_ record: Record, beside days: NamedDays) -> Problem? {
        guard record.kind == .application, let listed = days.posting, let day = record["date"].day, day < listed else {
            return nil
        }
        return Problem(
            "date", ja: "求人の掲載日（\(listed.short(.ja))）より前の応募です",
            en: "is before the posting was listed (\(listed.short(.en)))")
    }

    /// What nobody means to enter today, though a record may well have it: a snooze that has ended.
    public static func past(_ record: Record, on today: Day) -> Problem? {
        guard record.kind == .snooze, let until = record["until"].day, until < today else { return nil }
        return Problem("until", ja: "\(until.wareki)はもう過ぎています", en: "\(until.spelled(.en)) is over")
    }

    private static func problem(_ value: FieldValue, _ field: RecordField, _ catalogue: Catalogue) -> Problem? {
        if field.isRequired, !field.isAssigned, value == .none || value == .text("") {
            return Problem(field.id, ja: "入力してください", en: "is empty")
        }
        switch (field.kind, value) {
        case (.choice(let choices), .text(let token)) where !choices.contains { $0.token == token },
            (.tags(let choices), .text(let token))
        where !token.split(separator: " ").allSatisfy { word in choices.contains { $0.token == word } }:
            return Problem(field.id, ja: "「\(token)」は使えません", en: "can't be '\(token)'")
        case (.number(let range), .number(let number)) where !range.contains(Int(number)),
            (.minutes(let range), .number(let number)) where !range.contains(Int(number)):
            return Problem(
                field.id, ja: "\(range.lowerBound)～\(range.upperBound)で入力してください",
                en: "must be \(range.lowerBound) to \(range.upperBound)")
        case (.activity(let sources), .text(let id))
        where !catalogue.activities(countedFrom: sources).contains(ActivityID(id)):
            let known = catalogue.activities(countedFrom: sources).map(\.text).joined(separator: "・")
            return Problem(field.id, ja: "「\(id)」は使えません（\(known)）", en: "can't be '\(id)' (\(known))")
        case (.recordKey, .text(let text)) where RecordKey(text) == nil:
            return Problem(
                field.id, ja: "「\(text)」は記録ではありません（attendance:12 など）",
                en: "'\(text)' is no record (such as attendance:12)")
        case (.programme, .text(let id)) where !catalogue.programmes.contains { $0.id.text == id }:
            let known = catalogue.programmes.map(\.id.text).joined(separator: "・")
            return Problem(field.id, ja: "「\(id)」は使えません（\(known)）", en: "can't be '\(id)' (\(known))")
        case (.month(let orFinal), .text(let text)) where !isInPeriod(text, orFinal: orFinal, catalogue):
            return Problem(
                field.id, ja: "「\(text)」は事業期間の月ではありません", en: "'\(text)' is no month of the period")
        default: return nil
        }
    }

    private static func isInPeriod(_ month: String, orFinal: Bool, _ catalogue: Catalogue) -> Bool {
        guard let month = FiscalMonth(iso: month) else { return false }
        let last = FiscalMonth(catalogue.period.upperBound)
        return (FiscalMonth(catalogue.period.lowerBound)...(orFinal ? last.next : last)).contains(month)
    }

    private static func event(_ event: Record, _ catalogue: Catalogue) -> [Problem?] {
        [track(of: event, catalogue), times(of: event), tool(of: event)]
    }

    private static func tool(of event: Record) -> Problem? {
        let isInPerson = event["mode"] == .token(EventMode.inPerson)
        if isInPerson, event["tool"] != .none {
            return Problem("tool", ja: "対面ではツールを入力しません", en: "is not for events in person")
        }
        if !isInPerson, event["tool"] == .none {
            return Problem(
                "tool", ja: "オンラインは Microsoft Teams か Cisco Webex Meetings のどちらかです",
                en: "must be Microsoft Teams or Cisco Webex Meetings where an event is online")
        }
        return nil
    }

    private static func track(of event: Record, _ catalogue: Catalogue) -> Problem? {
        let tracks = catalogue.tracks(of: ActivityID(event["activity"].text ?? "")).map(\.text)
        if let track = event["track"].text, !tracks.contains(track) {
            let known = tracks.isEmpty ? "–" : tracks.joined(separator: "・")
            return Problem("track", ja: "「\(track)」は使えません（\(known)）", en: "can't be '\(track)' (\(known))")
        }
        return nil
    }

    private static func times(of event: Record) -> Problem? {
        if let start = event["start_minute"].number, let end = event["end_minute"].number, end <= start {
            return Problem("end_minute", ja: "開始より後の時刻にしてください", en: "must be after the start")
        }
        return nil
    }

    private static func oneOf(_ record: Record, _ one: String, _ other: String) -> Problem? {
        guard (record[one] == .none) == (record[other] == .none) else { return nil }
        let label = record.kind.fields[record.kind.index(of: other) ?? 0].label
        return Problem(one, ja: "\(label.ja)とのどちらか一方を入力してください", en: "either this or \(label.en) is needed, not both")
    }

    private static func stages(_ application: Record) -> [Problem?] {
        [
            inOrder(application, ["date", "interviewed_on", "offered_on", "contracted_on"]),
            ["date", "interviewed_on", "offered_on"].lazy.compactMap { inOrder(application, [$0, "declined_on"]) }
                .first,
        ]
    }

    /// None of these days is before one that is named earlier.
    private static func inOrder(_ record: Record, _ fields: [String]) -> Problem? {
        var last: (label: LocalizedText, day: Day)?
        for field in fields {
            guard let day = record[field].day, let index = record.kind.index(of: field) else { continue }
            if let last, day < last.day {
                return Problem(
                    field, ja: "\(last.label.ja)（\(last.day.short(.ja))）より前の日付です",
                    en: "is before \(last.label.en) (\(last.day.short(.en)))")
            }
            last = (record.kind.fields[index].label, day)
        }
        return nil
    }

    private static func pipeline(_ filter: Record, _ catalogue: Catalogue) -> Problem? {
        let id = filter["pipeline"].text ?? ""
        guard catalogue.pipeline(PipelineID(id)) == nil else { return nil }
        let known = catalogue.pipelines.map(\.id.text).joined(separator: "・")
        return Problem("pipeline", ja: "「\(id)」は使えません（\(known)）", en: "can't be '\(id)' (\(known))")
    }
}
