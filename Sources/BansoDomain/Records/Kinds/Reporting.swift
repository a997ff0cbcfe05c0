extension RecordDescription {
    /// A liaison meeting of the project (seed 報告（４）: 本事業の各連携会議の開催報告（議事録含む）、配付資料).
    static let meeting = RecordDescription(
        ja: "連携会議", en: "liaison meeting", title: ["date", "title"],
        [
            RecordField("programme", ja: "事業区分", en: "programme", .programme, example: ("B", "B")),
            RecordField(
                "date", ja: "開催日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-09-18", "2025-09-18")
            ),
            RecordField(
                "title", ja: "会議名", en: "title", .line, required: true, example: ("第1回連携会議", "First liaison meeting")),
            RecordField("venue", ja: "会場", en: "venue", .line),
            RecordField("participants", ja: "出席者", en: "participants", .paragraph, personal: true),
            RecordField("minutes", ja: "議事録", en: "minutes", .paragraph, personal: true),
            RecordField("materials", ja: "配付資料", en: "materials", .paragraph),
        ])

    /// What a person writes in a programme's report for a month.
    static let monthlyReport = RecordDescription(
        ja: "月次報告", en: "monthly report", title: ["month", "programme"],
        [
            RecordField(
                "month", ja: "対象月", en: "month", .month(orFinal: false), required: true, example: ("2025-10", "2025-10")
            ),
            RecordField("programme", ja: "事業区分", en: "programme", .programme, required: true, example: ("A", "A")),
            RecordField("overview", ja: "実施概要", en: "what was done", .paragraph),
            RecordField("analysis", ja: "情報収集・分析の結果", en: "what was learnt", .paragraph),
            RecordField("issues", ja: "課題と対応", en: "problems and measures", .paragraph),
            RecordField("plans", ja: "翌月の予定", en: "plans for the next month", .paragraph),
        ])

    /// Why a record was changed after its month had been reported: stands with the correction in the report of `month`.
    static let correctionReason = RecordDescription(
        ja: "訂正の理由", en: "reason for a correction", title: ["month", "programme", "record"],
        [
            RecordField(
                "month", ja: "載せる報告の月", en: "report of", .month(orFinal: true), required: true,
                example: ("2025-11", "2025-11")),
            RecordField("programme", ja: "事業区分", en: "programme", .programme, required: true, example: ("A", "A")),
            RecordField(
                "record", ja: "訂正した記録", en: "record", .recordKey, required: true,
                example: ("attendance:12", "attendance:12")),
            RecordField(
                "reason", ja: "理由", en: "reason", .paragraph, required: true,
                example: ("欠席と連絡があったが、会場に来ていた", "had called in absent, but came")),
        ])
}
