extension ReportedMonth {
    /// What has changed in months that were reported before: the numbers, and which records, who and when.
    func corrections(_ language: Language) -> [ReportPage.Block] {
        let heading = ReportPage.Block.heading(language("7. 報告済みの月の訂正", "7. Corrections to reported months"), level: 2)
        guard !report.corrections.isEmpty else { return [heading, .text(language("なし", "None."))] }
        return [heading] + report.corrections.flatMap { $0.blocks(language) }
    }
}

extension [Correction] {
    /// What has changed after the last monthly report; nothing where nothing has.
    func pending(_ title: String, _ language: Language) -> [ReportPage.Block] {
        guard !isEmpty else { return [] }
        let why = language(
            "最後の月次報告の後の変更です。どの月次報告にも載らないため、最終報告に載せます。",
            "Changed after the last monthly report: no monthly report has it, so it stands in the final one.")
        return [.heading(title, level: 2), .text(why)] + flatMap { $0.blocks(language) }
    }
}

extension Correction {
    fileprivate func blocks(_ language: Language) -> [ReportPage.Block] {
        let columns: [ReportPage.Table.Column] = [
            .init(language("項目", "Item")), .init(language("報告済み", "Reported"), isNumber: true),
            .init(language("訂正後", "Now"), isNumber: true), .init(language("差", "Difference"), isNumber: true),
        ]
        let rows = figures.map {
            [$0.label(language), String($0.was), String($0.now), ReportWords.difference($0)]
        }
        let more =
            further == 0
            ? []
            : [
                ReportPage.Block.text(
                    language("ほかに変更\(further)件（履歴で確かめられます）", "\(further) more changes (see the history)"))
            ]
        let found =
            causes.isEmpty
            ? ReportPage.Block.text(language("理由は履歴にありません", "The history does not say why."))
            : .facts(causes.map { ReportPage.Fact($0.who(language), $0.what(language)) })
        return [
            .heading(
                language(
                    "\(month.spelled(.ja))分の訂正", "Corrections to \(month.spelled(.en))"), level: 3
            ),
            rows.isEmpty
                ? .text(language("数値は変わっていません。", "No figure has changed."))
                : .table(ReportPage.Table(columns, rows)), found,
        ] + more
    }
}

extension CorrectionCause {
    /// When, and by whom.
    public func who(_ language: Language) -> String { "\(ReportWords.moment(at)) \(by)" }

    /// `参加 #12 2025-10-10 テーマ 有明食品 編集：出欠 欠席 → 参加。理由：来場を確認`.
    public func what(_ language: Language) -> String { changed(language) + why(language) }

    private func why(_ language: Language) -> String {
        guard record != nil || reason != nil else { return "" }
        return language("。理由：\(reasonLine ?? "未記入")", ". Why: \(reasonLine ?? "not given")")
    }

    /// `参加 #12 2025-10-10 テーマ 有明食品 編集：出欠 欠席 → 参加`.
    public func changed(_ language: Language) -> String {
        let subject = record.map { "\($0.kind.label(language)) #\($0.id)" }
        let head = [subject, title, action(language)].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        let fields = changes.map { change in
            let (before, after) = (change.before?(language), change.after?(language))
            let values = [before, after].compactMap { $0 }.joined(separator: " → ")
            return change.field(language) + " " + values
        }
        guard !fields.isEmpty else { return head }
        return head + language("：", ": ") + fields.joined(separator: language("、", ", "))
    }
}
