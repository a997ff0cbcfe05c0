extension RecordDescription {
    static let consultation = RecordDescription(
        ja: "相談", en: "consultation", title: ["organisation", "date"],
        [
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation), required: true),
            RecordField("ordinal", ja: "回", en: "ordinal", .number(1...99), required: true, assigned: true),
            RecordField("date", ja: "日付", en: "date", .day(inPeriod: true), required: true),
            RecordField("start_minute", ja: "開始", en: "start", .time),
            RecordField(
                "minutes", ja: "分", en: "minutes", .minutes(Consultation.possibleMinutes), required: true),
            RecordField("mode", ja: "方法", en: "mode", .choice(Consultation.Mode.choices), required: true),
            RecordField("coordinator", ja: "コーディネーター", en: "coordinator", .reference(.coordinator)),
            RecordField("topics", ja: "相談内容", en: "topics", .paragraph, personal: true),
            RecordField("notes", ja: "メモ", en: "notes", .paragraph, personal: true),
        ])

    /// Whether the company employed highly skilled foreign talent is written down with each hearing, so that what was
    /// true at the first one stays.
    static let hearing = RecordDescription(
        ja: "ヒアリング", en: "hearing", title: ["date", "organisation"],
        [
            RecordField(
                "activity", ja: "事業", en: "activity", .activity([.hearings]), required: true, example: ("C2", "C2")),
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation), required: true),
            RecordField(
                "date", ja: "実施日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-08-20", "2025-08-20")
            ),
            RecordField(
                "kind", ja: "種別", en: "kind", .choice(HearingKind.choices), required: true,
                initial: .token(HearingKind.hearing), example: ("ヒアリング", "hearing")),
            RecordField(
                "employs_foreign_talent", ja: "高度外国人材を雇用", en: "employs foreign talent", .flag, required: true,
                example: ("いいえ", "no")),
            RecordField("coordinator", ja: "コーディネーター", en: "coordinator", .reference(.coordinator)),
            RecordField("notes", ja: "メモ", en: "notes", .paragraph, personal: true),
        ])

    static let training = RecordDescription(
        ja: "研修", en: "training", title: ["date", "organisation", "theme"],
        [
            RecordField(
                "activity", ja: "事業", en: "activity", .activity([.trainings]), required: true, example: ("C4", "C4")),
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation), required: true),
            RecordField(
                "date", ja: "実施日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-11-05", "2025-11-05")
            ),
            RecordField("theme", ja: "テーマ", en: "theme", .line, required: true, example: ("異文化理解", "Working together")),
            RecordField(
                "audience", ja: "対象", en: "audience", .choice(TrainingAudience.choices), required: true,
                initial: .token(TrainingAudience.staff), example: ("従業員向け", "staff")),
            RecordField("people", ja: "人数", en: "people", .number(0...100_000), example: ("12", "12")),
        ])

    static let processConsultation = RecordDescription(
        ja: "伴走支援", en: "process consultation", title: ["date", "organisation"],
        [
            RecordField(
                "activity", ja: "事業", en: "activity", .activity([.processConsultations]), required: true,
                example: ("D3-4", "D3-4")),
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation), required: true),
            RecordField(
                "date", ja: "実施日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-10-15", "2025-10-15")
            ),
            RecordField("minutes", ja: "分", en: "minutes", .minutes(1...960), example: ("120", "120")),
            RecordField("coordinator", ja: "コーディネーター", en: "coordinator", .reference(.coordinator)),
            RecordField("notes", ja: "メモ", en: "notes", .paragraph, personal: true),
        ])

    static let caseStudy = RecordDescription(
        ja: "事例", en: "case study", title: ["date", "title"],
        [
            RecordField(
                "activity", ja: "事業", en: "activity", .activity([.cases, .caseCompanies]), required: true,
                example: ("A5", "A5")),
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation)),
            RecordField("region", ja: "地域", en: "region", .reference(.region)),
            RecordField(
                "kind", ja: "雇用形態", en: "kind", .choice(EmploymentKind.choices), example: ("副業・兼業", "side-job")),
            RecordField("title", ja: "題名", en: "title", .line, required: true, example: ("副業人材で販路を広げる", "New markets")),
            RecordField(
                "date", ja: "日付", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-11-14", "2025-11-14")),
            RecordField(
                "status", ja: "状況", en: "status", .choice(CaseStatus.choices), required: true,
                initial: .token(CaseStatus.draft), example: ("完成", "done")),
            RecordField("summary", ja: "要旨", en: "summary", .paragraph),
        ])

    static let followUp = RecordDescription(
        ja: "採用状況フォロー", en: "follow-up", title: ["date", "organisation"],
        [
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation), required: true),
            RecordField(
                "date", ja: "確認日", en: "date", .day(inPeriod: false), required: true,
                example: ("2025-11-10", "2025-11-10")
            ),
            RecordField("hires", ja: "採用人数", en: "hires", .number(0...100_000), required: true, example: ("1", "1")),
            RecordField("offers", ja: "内定人数", en: "offers", .number(0...100_000), required: true, example: ("2", "2")),
            RecordField("notes", ja: "メモ", en: "notes", .paragraph, personal: true),
        ])
}
