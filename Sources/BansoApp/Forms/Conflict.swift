import BansoDomain

/// A record that two people changed at once: mine, theirs and what both began with, field by field.
struct Conflict: Hashable {
    enum Side: Hashable { case mine, theirs }

    struct Row: Hashable {
        /// Into the kind's fields.
        var field: Int
        /// Nil while both changed it and nobody has decided.
        var side: Side?
    }

    let base: Record
    let mine: Record
    let theirs: StoredRecord
    /// Who saved theirs; empty where it is not known.
    let by: String
    let titles: [RecordKey: String]
    private(set) var rows: [Row]
    private(set) var selected = 0

    static let undecided = LocalizedText(
        ja: "どちらの値にするか選んでください（← 自分、→ 相手）", en: "choose a side for each field (← mine, → theirs)")

    init(base: Record, mine: Record, theirs: StoredRecord, by: String, titles: [RecordKey: String]) {
        self.base = base
        self.mine = mine
        self.theirs = theirs
        self.by = by
        self.titles = titles
        rows = base.values.indices.compactMap { index in
            let (old, my, their) = (base.values[index], mine.values[index], theirs.record.values[index])
            if my == their { return nil }
            // What only one of two changed is that one's; where both did, a person decides.
            return Row(field: index, side: their == old ? .mine : my == old ? .theirs : nil)
        }
        selected = rows.firstIndex { $0.side == nil } ?? 0
    }

    var isSettled: Bool { rows.allSatisfy { $0.side != nil } }

    /// Theirs, with mine where mine was chosen.
    var settled: Record {
        var record = theirs.record
        for row in rows where row.side == .mine { record.values[row.field] = mine.values[row.field] }
        return record
    }

    /// What is said where theirs was chosen throughout: nothing was written that could be taken back.
    func kept(_ language: Language) -> String {
        let who = by.isEmpty ? language("他の人", "the other") : by
        return language("\(who)の値のままにしました。変更はありません", "kept as \(who) saved it; nothing changed")
    }

    /// - Returns: whether the action is one of a conflict's.
    mutating func perform(_ action: Action) -> Bool {
        switch action {
        case .up: selected = max(0, selected - 1)
        case .down: selected = min(selected + 1, max(0, rows.count - 1))
        case .first: selected = 0
        case .last: selected = max(0, rows.count - 1)
        case .left: choose(.mine)
        case .right: choose(.theirs)
        default: return false
        }
        return true
    }

    private mutating func choose(_ side: Side) {
        guard rows.indices.contains(selected) else { return }
        rows[selected].side = side
        if let next = rows.firstIndex(where: { $0.side == nil }) { selected = next }
    }
}
