import BansoDomain

extension HistoryScreen: Spoken {
    var rowActions: Set<Action> { [.organisation] }

    func spokenTitle(_ context: Context) -> String {
        Speech.joined([context.language("履歴、新しい順", "history, newest first"), subjectTitle], context)
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        list.rows.flatMap { entry in
            [SpokenLine(text(of: entry, context), .perform([.open(.showing(entry.key))]))] + changes(of: entry, context)
        }
    }

    /// What an edit changed, field by field; what was added is read at its record.
    private func changes(of entry: HistoryEntry, _ context: Context) -> [SpokenLine] {
        if let note = HistoryScreen.note(of: entry) { return [SpokenLine(note(context.language))] }
        guard entry.before != nil, entry.after != nil else { return [] }
        return HistoryScreen.changes(of: entry).map { change in
            let (before, after) = (text(of: change.before, change, context), text(of: change.after, change, context))
            return SpokenLine(
                Speech.pair(
                    change.field.label(context.language),
                    context.language("\(before)から\(after)へ", "from \(before) to \(after)"), context))
        }
    }

    private func text(of value: FieldValue?, _ change: Change, _ context: Context) -> String {
        let text = FieldWords.text(of: value ?? .none, in: change.field, titles, context)
        return text == "–" ? context.language("空", "nothing") : text
    }

    private func text(of entry: HistoryEntry, _ context: Context) -> String {
        let language = context.language
        let moment = LocalTime(seconds: entry.at, offset: context.utcOffset)
        let name = entry.title.isEmpty ? "#\(entry.key.id)" : DatedTitle.read(entry.title, language)
        return Speech.joined(
            [
                entry.done.label(language), entry.isUndone ? language("取消済み", "undone") : "",
                entry.key.kind.label(language) + " " + name, entry.actor,
                moment.day.short(language) + " " + moment.time.text,
            ], context)
    }
}
