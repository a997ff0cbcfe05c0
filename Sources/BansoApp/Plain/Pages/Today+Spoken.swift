import BansoDomain

extension Today: Spoken {
    var rowActions: Set<Action> { [.done, .edit, .snooze, .nextAction, .followUp, .consult] }

    mutating func turnToSpeech(_ context: Context) { isBrief = true }

    func spokenTitle(_ context: Context) -> String {
        let count = sections.reduce(0) { $0 + $1.count }
        let language = context.language
        guard count > 0 else {
            guard isNew else { return language("今日の対応はありません", "nothing needs a hand today") }
            return language("まだ何も登録されていません", "nothing has been entered yet")
                + (context.isReadOnly ? "" : language("。nで最初の企業やイベントを登録", "; n adds the first company or event"))
        }
        let more = sections.contains(where: \.isMore) ? language("以上", " or more") : ""
        return language("対応が必要なもの \(count)件\(more)", count == 1 ? "1 needs a hand" : "\(count)\(more) need a hand")
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        let language = context.language
        var lines = Today.periodNote(context).map { [SpokenLine($0)] } ?? []
        var place = 0
        for section in sections {
            let more = section.isMore ? language("以上", " or more") : ""
            lines.append(
                SpokenLine(
                    section.group.title(language) + language(" \(section.count)件\(more)", ", \(section.count)\(more)")))
            for row in section.rows {
                lines.append(SpokenLine(text(of: row, context), .row(place), identity: row.identity))
                place += 1
            }
        }
        return lines
    }

    private func text(of row: TodayRow, _ context: Context) -> String {
        if case .more(_, let count) = row { return TodayRow.rest(count, context.language) }
        let view = TodayRowView(row: row, context: context)
        let (title, detail, who) = view.words
        return Speech.joined([title, view.when().1, detail, who], context)
    }
}
