import BansoDomain

/// A record that two people changed at once, read out: whose value stands where, and what is still to be decided.
struct ConflictWords {
    var conflict: Conflict

    func beginning(_ context: Context) -> [String] {
        let language = context.language
        let who =
            conflict.by.isEmpty
            ? language("ほかの人が先に保存しました", "somebody else has saved it meanwhile")
            : language("\(conflict.by)さんが先に保存しました", "\(conflict.by) has saved it meanwhile")
        return [who]
            + conflict.rows.compactMap { row in
                guard let side = row.side else { return nil }
                let whose = side == .mine ? language("自分の値", "yours") : language("相手の値", "theirs")
                return Speech.joined(
                    [Speech.pair(label(row, context), value(row, side, context), context), whose], context)
            }
    }

    func question(_ context: Context) -> [String] {
        let language = context.language
        guard let row = conflict.rows.indices.contains(conflict.selected) ? conflict.rows[conflict.selected] : nil,
            row.side == nil
        else {
            return [language("保存しますか。y 保存、n 入力へ戻る", "save? y saves, n goes back")]
        }
        let (mine, theirs) = (value(row, .mine, context), value(row, .theirs, context))
        return [
            Speech.pair(
                label(row, context), language("1 自分 \(mine)、2 相手 \(theirs)", "1 yours \(mine), 2 theirs \(theirs)"),
                context)
        ]
    }

    private func label(_ row: Conflict.Row, _ context: Context) -> String {
        conflict.base.kind.fields[row.field].label(context.language)
    }

    private func value(_ row: Conflict.Row, _ side: Conflict.Side, _ context: Context) -> String {
        let record = side == .mine ? conflict.mine : conflict.theirs.record
        let text = FieldWords.text(
            of: record.values[row.field], in: record.kind.fields[row.field], conflict.titles, context)
        return text == "–" ? context.language("空", "empty") : text
    }
}
