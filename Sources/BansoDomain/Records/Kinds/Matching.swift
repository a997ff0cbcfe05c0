extension RecordDescription {
    static let posting = RecordDescription(
        ja: "求人", en: "posting", title: ["organisation", "title"],
        [
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation), required: true),
            RecordField(
                "activity", ja: "事業", en: "activity",
                .activity([.postings, .postingCompanies, .presentersAndPostings, .offers]), required: true,
                example: ("A1-3", "A1-3")),
            RecordField(
                "kind", ja: "雇用形態", en: "kind", .choice(EmploymentKind.choices), required: true,
                example: ("副業・兼業", "side-job")),
            RecordField("title", ja: "求人名", en: "title", .line, required: true, example: ("EC サイトの改善", "Web shop")),
            RecordField("platform", ja: "掲載先", en: "platform", .line, example: ("人材バンク", "Talent Bank")),
            RecordField(
                "date", ja: "掲載日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-09-01", "2025-09-01")
            ),
            RecordField("closed_on", ja: "掲載終了日", en: "closed on", .day(inPeriod: false)),
        ])

    /// The stages are dates, so that what was true on a day can be told later.
    static let application = RecordDescription(
        ja: "応募", en: "application", title: ["talent", "posting"],
        [
            RecordField("posting", ja: "求人", en: "posting", .reference(.posting), required: true),
            RecordField("talent", ja: "人材", en: "talent", .reference(.talent), required: true),
            RecordField(
                "date", ja: "応募日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-09-05", "2025-09-05")
            ),
            RecordField(
                "documents", ja: "書類提出", en: "documents", .flag, required: true, initial: .flag(false),
                example: ("はい", "yes")),
            RecordField("interviewed_on", ja: "面談日", en: "interviewed on", .day(inPeriod: true)),
            RecordField("offered_on", ja: "内定日", en: "offered on", .day(inPeriod: true)),
            RecordField("contracted_on", ja: "契約日", en: "contracted on", .day(inPeriod: true)),
            RecordField("declined_on", ja: "辞退・不採用日", en: "declined on", .day(inPeriod: true)),
            RecordField("notes", ja: "メモ", en: "notes", .paragraph, personal: true),
        ])

    static let interview = RecordDescription(
        ja: "面接", en: "interview", title: ["date", "organisation", "talent"],
        [
            RecordField(
                "activity", ja: "事業", en: "activity", .activity([.interviews]), required: true, example: ("C3", "C3")),
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation), required: true),
            RecordField("talent", ja: "人材", en: "talent", .reference(.talent), required: true),
            RecordField(
                "date", ja: "設定日", en: "arranged on", .day(inPeriod: true), required: true,
                example: ("2025-10-01", "2025-10-01")),
            RecordField("held_on", ja: "面接日", en: "held on", .day(inPeriod: false)),
            RecordField(
                "kind", ja: "種別", en: "kind", .choice(InterviewKind.choices), required: true,
                initial: .token(InterviewKind.interview), example: ("面接", "interview")),
            RecordField(
                "status", ja: "状況", en: "status", .choice(InterviewStatus.choices), required: true,
                initial: .token(InterviewStatus.arranged), example: ("設定済み", "arranged")),
        ])

    static let assessment = RecordDescription(
        ja: "アセスメント", en: "assessment", title: ["date", "talent"],
        [
            RecordField(
                "activity", ja: "事業", en: "activity", .activity([.assessments]), required: true,
                example: ("D4-3", "D4-3")),
            RecordField("talent", ja: "人材", en: "talent", .reference(.talent), required: true),
            RecordField(
                "date", ja: "実施日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-11-01", "2025-11-01")
            ),
            RecordField("result", ja: "結果", en: "result", .paragraph, personal: true),
        ])

    static let interCompanyContract = RecordDescription(
        ja: "企業間契約", en: "inter-company contract", title: ["date", "project"],
        [
            RecordField(
                "activity", ja: "事業", en: "activity", .activity([.interCompanySides]), required: true,
                example: ("A3-4", "A3-4")),
            RecordField("sender", ja: "派遣側企業", en: "sender", .reference(.organisation), required: true),
            RecordField("receiver", ja: "受入側企業", en: "receiver", .reference(.organisation), required: true),
            RecordField(
                "date", ja: "契約日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-12-01", "2025-12-01")
            ),
            RecordField("project", ja: "プロジェクト", en: "project", .line, example: ("生産管理の見直し", "Production")),
            RecordField("starts_on", ja: "開始日", en: "starts on", .day(inPeriod: false)),
            RecordField("ends_on", ja: "終了日", en: "ends on", .day(inPeriod: false)),
            RecordField("is_paid", ja: "報酬", en: "paid", .flag),
        ])
}
