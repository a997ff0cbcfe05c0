import BansoDomain

extension OrganisationScreen: Spoken {
    var spokenSubject: OrganisationID? { subject }

    /// With several cards it must be said which one is meant.
    var rowActions: Set<Action> {
        (file?.entries.count ?? 0) > 1 ? [.stageForward, .stageBack, .nextAction] : []
    }

    func spokenTitle(_ context: Context) -> String {
        let language = context.language
        guard let file else { return language("この組織は削除されました", "this organisation is gone") }
        let (count, limit) = (file.consultations.count, context.catalogue.consultation.limit)
        let standing =
            isCompany
            ? language("相談 \(count)/\(limit)", "consultations \(count)/\(limit)")
            : file.organisation.record.kind.label(language)
        return Speech.joined([file.organisation.record.name, standing], context)
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        guard let file else { return [] }
        let language = context.language
        let panel = OrganisationPanel(file: file, rows: rows, place: 0, context: context)
        var lines = panel.facts.map { SpokenLine(Speech.pair($0.0, Speech.paused($0.1, context), context)) }
        for (place, row) in rows.enumerated() {
            if place == 0 || !rows[place - 1].isSame(sortAs: row) { lines.append(SpokenLine(row.heading(language))) }
            lines.append(SpokenLine(text(of: row, file, panel, context), .row(place, in: .left), identity: row.record))
        }
        if file.entries.isEmpty {
            lines.append(SpokenLine(language("パイプライン未登録（nで登録）", "in no pipeline yet (n enters it into one)")))
        }
        let title = language("経過", "Timeline") + (kind.map { language("：", ": ") + $0.label(language) } ?? "")
        lines.append(SpokenLine(Speech.joined([title, language("\(timeline.count)件", "\(timeline.count)")], context)))
        return lines
            + timeline.map { item in
                SpokenLine(TimelineWords.text(of: item, context), .perform([.open(.showing(item.key))]))
            }
    }

    private func text(
        of row: OrganisationRow, _ file: OrganisationFile, _ panel: OrganisationPanel, _ context: Context
    ) -> String {
        switch row {
        case .eligibility: return eligibility(of: file, context)
        case .card(let card): return text(of: card.record, context)
        case .draft: return panel.words(row).0
        case .contact, .snooze, .twin:
            let (text, detail) = panel.words(row)
            return Speech.paused(Speech.joined([text, detail], context), context)
        }
    }

    private func eligibility(of file: OrganisationFile, _ context: Context) -> String {
        let language = context.language
        let verdict = file.organisation.record.eligibility.label(language)
        guard let check = file.eligibilityCheck?.record else {
            return Speech.joined([verdict, language("確認の記録なし", "never checked")], context)
        }
        return Speech.joined(
            [
                verdict, check["date"].day?.short(language) ?? "", check["evidence"].text ?? "",
                EligibilityRules.verdict(of: check).rule(language),
            ], context)
    }

    /// Where it stands and for how long, and what is next.
    private func text(of entry: PipelineEntry, _ context: Context) -> String {
        let language = context.language
        let stage = context.catalogue.pipeline(entry.pipeline)?.stages.first { $0.id == entry.stage }
        let days = context.calendar.workingDays(from: entry.since, to: context.today)
        let next = entry.nextAction.map { next in
            let isLate = next.due.map { $0 < context.today } ?? false
            return language("次の対応 ", "next: ")
                + Speech.joined(
                    [next.text, next.due?.short(language) ?? "", isLate ? language("期限切れ", "overdue") : ""], context)
        }
        return Speech.joined(
            [
                entry.pipeline.text + " " + (stage?.label(language) ?? entry.stage.text),
                entry.side?.label(language) ?? "",
                language("\(days)営業日", days == 1 ? "1 working day" : "\(days) working days"), next ?? "",
            ], context)
    }
}

extension OrganisationRow {
    /// The record it stands for; nil where there is just one such row.
    fileprivate var record: RecordKey? {
        switch self {
        case .draft, .eligibility: nil
        case .card(let card): RecordKey(.pipelineEntry, card.id.value)
        case .contact(let record), .snooze(let record): record.key
        case .twin(let hit): hit.key
        }
    }
}

/// Something that happened, read out.
enum TimelineWords {
    static func text(of item: TimelineItem, _ context: Context) -> String {
        let what = Speech.paused(TimelinePanel.describe(item, context).2, context)
        return Speech.joined([item.date.short(context.language), what, item.by], context)
    }
}
