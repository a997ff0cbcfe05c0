import BansoDomain

extension HistoryScreen: Spoken {
    var rowActions: Set<Action> { [.organisation] }

    func spokenTitle(_ context: Context) -> String {
        Speech.joined([context.language("履歴、新しい順", "history, newest first"), subjectTitle], context)
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        list.rows.map { SpokenLine(text(of: $0, context), .perform([.open(.showing($0.key))])) }
    }

    private func text(of entry: HistoryEntry, _ context: Context) -> String {
        let language = context.language
        let moment = LocalTime(seconds: entry.at, offset: context.utcOffset)
        let name = entry.title.isEmpty ? "#\(entry.key.id)" : entry.title
        return Speech.joined(
            [
                entry.action.label(language), entry.isUndone ? language("取消済み", "undone") : "",
                entry.key.kind.label(language) + " " + name, entry.actor,
                moment.day.short(language) + " " + moment.time.text,
            ], context)
    }
}
