import BansoDomain

/// What is known of the records that a form names, as far as saving depends on it.
struct FormNamed: Hashable {
    /// The company that an inter-company contract's people go to.
    var receiver: Organisation?
    /// When the event is that somebody attends.
    var eventDay: Day?
    /// When the posting was listed that somebody applies to.
    var listedOn: Day?

    init() {}

    /// - Parameter number: of the record that the first of these fields with one names.
    init(_ kind: RecordKind, from desk: any DeskReader, _ number: ([String]) -> Int64?) throws {
        switch kind {
        case .interCompanyContract:
            receiver = try number(["receiver"]).flatMap { try desk.file(of: OrganisationID($0))?.organisation.record }
        case .attendance:
            eventDay = try number(["event"]).flatMap { try desk.record(RecordKey(.event, $0))?.record["date"].day }
        case .application:
            listedOn = try number(["posting"]).flatMap { try desk.record(RecordKey(.posting, $0))?.record["date"].day }
        default: break
        }
    }

    /// Nobody has attended what is still to come.
    func problem(in record: Record, on today: Day) -> RecordRules.Problem? {
        guard let eventDay, eventDay > today, record["presence"] == .token(Presence.attended) else { return nil }
        return RecordRules.Problem(
            "presence", ja: "\(eventDay.wareki)のイベントです。まだ参加になりません",
            en: "can't be before the event, on \(eventDay.spelled(.en))")
    }

    /// What can be saved and may not be meant.
    func doubt(_ form: Form, _ context: Context) -> FormDoubt? {
        if let receiver { return FormDoubt(receiver: receiver) }
        guard let listedOn, let index = form.index(of: "date", in: .application),
            let day = try? form.fields[index].value(context).day
        else { return nil }
        return FormDoubt(applied: day, listed: listedOn)
    }
}
