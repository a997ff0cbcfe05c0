import BansoDomain

/// What others did meanwhile to the record, and to those that it names.
extension FormScreen {
    /// Marks the fields whose records are there no more.
    mutating func markGone(_ desk: any DeskReader) throws {
        guard var form else { return }
        let named = form.shown.compactMap { index in form.fields[index].reference.map { (index, $0) } }
        let titles = try desk.titles(of: Set(named.map(\.1)))
        let reason = LocalizedText(ja: "削除されています。選び直してください", en: "is gone: pick another one")
        let gone = named.filter { titles[$0.1] == nil }
        guard !gone.isEmpty else { return }
        form.mark(Dictionary(uniqueKeysWithValues: gone.map { ($0.0, reason) }))
        (self.form, failure) = (form, nil)
    }

    mutating func compare(with desk: any DeskReader, _ context: Context) throws {
        guard let key, let base, var form else { return }
        guard let theirs = try desk.record(key) else {
            (isGone, failure) = (true, nil)
            return
        }
        guard let mine = form.record(request.kind, over: base, context) else { return }
        self.form = form
        let by = try desk.history(HistoryQuery(.record(key), limit: 1)).first?.actor ?? ""
        let named = [base, mine, theirs.record].flatMap { record in
            zip(request.kind.fields, record.values).compactMap { RecordLinks.target(of: $1, in: $0) }
        }
        conflict = Conflict(
            base: base, mine: mine, theirs: theirs, by: by, titles: try desk.titles(of: Set(named)))
    }
}
