import BansoDomain

extension ExplainScreen: Spoken {
    var rowActions: Set<Action> { [.organisation] }

    func spokenTitle(_ context: Context) -> String {
        reading.map { Overview.text(of: $0, context) } ?? indicator.text
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        guard let reading else { return [] }
        let language = context.language
        // Nothing is wrapped: a screen reader breaks lines where it likes.
        let facts = ExplainFacts(reading: reading, context: context, width: Int(Int16.max)).blocks.flatMap(\.lines)
        var lines = facts.map { pieces in
            SpokenLine(pieces.map { $0.text == " · " ? language("、", ", ") : $0.text }.joined())
        }
        let (counted, excluded) = (reading.tally.counted, reading.tally.excluded)
        lines.append(SpokenLine(language("計上 \(counted)件、除外 \(excluded)件", "\(counted) counted, \(excluded) not")))
        lines += list.rows.map { row in
            SpokenLine(text(of: row, context), .perform([.open(ExplainScreen.destination(of: row.contribution))]))
        }
        if !list.isAtEnd {
            lines.append(
                SpokenLine(language("これより後は banso explain \(indicator)", "banso explain \(indicator) lists the rest")))
        }
        return lines
    }

    private func text(of row: ExplainedContribution, _ context: Context) -> String {
        let language = context.language
        let table = ContributionTable(list: list, context: context)
        let verdict = row.reason == nil ? language("計上", "counted") : language("除外", "not counted")
        return Speech.joined(
            [
                row.subject, verdict, table.note(row), row.contribution.date.short(language), table.record(row),
                row.contribution.prefecture?.shortName(language) ?? "",
            ], context)
    }
}
