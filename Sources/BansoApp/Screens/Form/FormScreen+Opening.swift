import BansoDomain

/// How a form is opened: over the record as it is, or over what a draft left.
extension FormScreen {
    mutating func open(from desk: any DeskReader, _ context: Context) throws {
        var base = FormPlan.initial(request, context)
        var version: Int?
        if let key {
            let stored = try desk.record(key)
            isGone = stored == nil
            // What was typed over a record that is gone is shown over what it was.
            guard let record = stored?.record ?? earlier?.base else { return }
            (base, version) = (record, stored?.version ?? earlier?.version)
        } else if request.kind == .consultation,
            let me = try desk.search(
                SearchQuery(context.actor.name, kinds: [.coordinator], limit: 5)
            ).first(where: { $0.name == context.actor.name })
        {
            base["coordinator"] = .number(me.key.id)
        }
        let named = zip(request.kind.fields, base.values).compactMap { RecordLinks.target(of: $1, in: $0) }
        let titles = try desk.titles(of: Set(named))
        subject = try subject(desk, context)
        var form = FormPlan.form(for: request, over: base, context)
        for index in form.fields.indices where form.fields[index].kind == request.kind {
            form.fields[index].fill(base[form.fields[index].field.id], titles: titles, context)
        }
        if request.record == nil {
            for index in form.fields.indices { form.fields[index].isSuggested = !form.fields[index].isEmpty }
        }
        if let field = request.focus { form.focus(on: field, in: request.kind) }
        form.reach()
        let blank = DraftedForm.Contents(form: form, base: base, version: version)
        drafted = DraftedForm(request, blank: blank, draft: earlier)
    }

    private func subject(_ desk: any DeskReader, _ context: Context) throws -> String {
        let settled = request.kind.fields.compactMap { field in
            request.given[field.id].flatMap { RecordLinks.target(of: $0, in: field) }
        }
        let keys = key.map { [$0] } ?? settled
        let titles = try desk.titles(of: Set(keys))
        return keys.compactMap { titles[$0].map { DatedTitle.read($0, context.language) } }.joined(
            separator: request.kind == .interCompanyContract ? " → " : "  ")
    }

    /// Where a record was erased meanwhile, nothing of what it said may go into a draft, nor be saved again.
    mutating func forgetErased(_ desk: any DeskReader, _ context: Context) throws {
        guard dataVersion != context.dataVersion else { return }
        dataVersion = context.dataVersion
        subject = try subject(desk, context)
        guard let key, let version, let stored = try desk.record(key), stored.version != version else { return }
        let since = try desk.history(HistoryQuery(.record(key), limit: stored.version - version))
        guard since.contains(where: { $0.action == .erase }) else { return }
        (drafted, earlier, conflict) = (nil, nil, nil)
        try open(from: desk, context)
    }
}
