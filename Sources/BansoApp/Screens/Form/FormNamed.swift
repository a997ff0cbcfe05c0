import BansoDomain

/// What is known of the records that a form names, as far as saving depends on it.
struct FormNamed: Hashable {
    /// The company that an inter-company contract's people go to.
    var receiver: Organisation?
    var days = NamedDays()
    /// Who is known by the name that a new company or person is given.
    private var namesakes: [SearchHit] = []

    init() {}

    /// - Parameters:
    ///   - id: the record's own number; nil for a new one.
    ///   - name: what a new company or person is called; nil for any other.
    ///   - number: of the record that the first of these fields with one names.
    init(
        _ kind: RecordKind, id: Int64?, name: String?, from desk: any DeskReader, _ number: ([String]) -> Int64?
    ) throws {
        if let name { namesakes = try desk.namesakes(MatchKey(name), kind) }
        if kind == .interCompanyContract {
            receiver = try number(["receiver"]).flatMap { try desk.file(of: OrganisationID($0))?.organisation.record }
        }
        days = try NamedDays(
            kind, id: id, number: { number([$0]) }, find: { try desk.record($0)?.record },
            wasAttended: desk.wasAttended)
    }

    /// What can be saved and may not be meant.
    func doubt(_ form: Form, _ context: Context) -> FormDoubt? {
        if let doubt = FormDoubt(namesakes: namesakes, context) { return doubt }
        if let receiver { return FormDoubt(receiver: receiver) }
        guard let index = form.index(of: "date", in: .application), let date = try? form.fields[index].value(context)
        else { return nil }
        return FormDoubt(application: Record(.application, ["date": date]), beside: days)
    }
}
