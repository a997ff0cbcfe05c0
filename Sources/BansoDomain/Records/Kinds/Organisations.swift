extension RecordDescription {
    static let organisation = RecordDescription(
        ja: "企業・機関", en: "organisation", title: ["name"],
        [
            RecordField(
                "kind", ja: "区分", en: "kind", .choice(Organisation.Kind.choices), required: true,
                initial: .token(Organisation.Kind.company), example: ("企業", "company")),
            RecordField("name", ja: "名称", en: "name", .line, required: true, example: ("株式会社サンプル", "Sample Co.")),
            RecordField("kana", ja: "フリガナ", en: "kana", .kana, example: ("サンプル", "サンプル")),
            RecordField(
                "corporate_number", ja: "法人番号", en: "corporate number", .corporateNumber,
                example: ("7000012050002", "7000012050002")),
            RecordField("prefecture", ja: "都道府県", en: "prefecture", .prefecture, example: ("福岡県", "Fukuoka")),
            RecordField("municipality", ja: "市区町村", en: "municipality", .line, example: ("北九州市小倉北区", "北九州市小倉北区")),
            RecordField("address", ja: "所在地", en: "address", .line, example: ("城内1-1", "城内1-1")),
            RecordField("postcode", ja: "郵便番号", en: "postcode", .postcode, example: ("8038501", "8038501")),
            RecordField("industry", ja: "業種", en: "industry", .line, example: ("食料品製造業", "food")),
            RecordField(
                "employees", ja: "従業員数", en: "employees", .number(0...10_000_000), example: ("45", "45")),
            RecordField(
                "capital", ja: "資本金（円）", en: "capital in yen", .number(0...100_000_000_000_000),
                example: ("30000000", "30000000")),
            RecordField(
                "eligibility", ja: "適格", en: "eligibility", .choice(Eligibility.choices), required: true,
                initial: .token(Eligibility.unknown), example: ("適格", "eligible"), when: ("kind", ["company"])),
            RecordField(
                "district_office", ja: "管内事業所", en: "office in the district", .flag, required: true,
                initial: .flag(false), example: ("いいえ", "no"), when: ("kind", ["company"])),
            RecordField(
                "institution_kind", ja: "機関の種類", en: "kind of institution", .choice(InstitutionKind.choices),
                when: ("kind", ["institution"])),
            RecordField("tags", ja: "タグ", en: "tags", .words, example: ("重点 紹介", "focus referred")),
        ])

    /// Whom one talks to at an organisation.
    static let contact = RecordDescription(
        ja: "連絡先", en: "contact", title: ["name"],
        [
            RecordField("organisation", ja: "企業・機関", en: "organisation", .reference(.organisation), required: true),
            RecordField(
                "name", ja: "氏名", en: "name", .line, required: true, example: ("鈴木一郎", "Ichiro Suzuki"), personal: true),
            RecordField("kana", ja: "フリガナ", en: "kana", .kana, example: ("スズキイチロウ", "スズキイチロウ"), personal: true),
            RecordField(
                "position", ja: "部署・役職", en: "position", .line, example: ("総務課長", "office manager"), personal: true),
            RecordField(
                "phone", ja: "電話", en: "phone", .phone, example: ("092-000-0000", "092-000-0000"), personal: true),
            RecordField(
                "email", ja: "メール", en: "email", .email, example: ("suzuki@example.jp", "suzuki@example.jp"),
                personal: true),
            RecordField("notes", ja: "メモ", en: "notes", .paragraph, personal: true),
        ])

    /// Why a silent organisation is left in peace, and until when.
    static let snooze = RecordDescription(
        ja: "保留", en: "snooze", title: ["until", "reason"],
        [
            RecordField("organisation", ja: "企業・機関", en: "organisation", .reference(.organisation), required: true),
            RecordField(
                "until", ja: "いつまで", en: "until", .day(inPeriod: false), required: true,
                example: ("2025-12-01", "2025-12-01")),
            RecordField(
                "reason", ja: "理由", en: "reason", .line, required: true, example: ("繁忙期のため", "busy season"),
                personal: true),
        ])

    /// Which cards of a pipeline to show, under a name.
    static let savedFilter = RecordDescription(
        ja: "絞り込み", en: "filter", title: ["name"],
        [
            RecordField("name", ja: "名前", en: "name", .line, required: true, example: ("熊本の期限切れ", "overdue")),
            RecordField("pipeline", ja: "パイプライン", en: "pipeline", .word, required: true, example: ("A", "A")),
            RecordField("text", ja: "検索語", en: "text", .line),
            RecordField("prefecture", ja: "都道府県", en: "prefecture", .prefecture, example: ("熊本県", "Kumamoto")),
            RecordField("coordinator", ja: "担当", en: "coordinator", .reference(.coordinator)),
            RecordField("tag", ja: "タグ", en: "tag", .line),
            RecordField("eligibility", ja: "適格", en: "eligibility", .choice(Eligibility.choices)),
            RecordField("side", ja: "派遣・受入", en: "side", .choice(PipelineEntry.Side.choices)),
            RecordField(
                "due", ja: "期限", en: "due", .choice(CardFilter.Due.choices), example: ("期限切れ", "overdue")),
        ])

    /// What the headings of a kind of file mean, under a name.
    static let importMapping = RecordDescription(
        ja: "列の対応", en: "import mapping", title: ["name"],
        [
            RecordField("name", ja: "名前", en: "name", .line, required: true, example: ("申込フォーム", "registration form")),
            RecordField("kind", ja: "種類", en: "kind", .line, required: true, example: ("companies", "companies")),
            RecordField(
                "columns", ja: "対応", en: "columns", .paragraph, required: true, example: ("会社名=名称", "Company=name")),
        ])

    static let coordinator = RecordDescription(
        ja: "コーディネーター", en: "coordinator", title: ["name"],
        [
            RecordField(
                "name", ja: "氏名", en: "name", .line, required: true, example: ("山田花子", "Hanako Yamada"), personal: true)
        ])

    static let region = RecordDescription(
        ja: "地域", en: "region", title: ["name"],
        [
            RecordField("name", ja: "地域名", en: "name", .line, required: true, example: ("筑豊地域", "Chikuho")),
            RecordField("prefecture", ja: "都道府県", en: "prefecture", .prefecture, example: ("福岡県", "Fukuoka")),
            RecordField(
                "status", ja: "状況", en: "status", .choice(RegionStatus.choices), required: true,
                initial: .token(RegionStatus.candidate), example: ("選定", "selected")),
            RecordField("notes", ja: "メモ", en: "notes", .paragraph, personal: true),
        ])

    static let talent = RecordDescription(
        ja: "人材", en: "talent", title: ["name"],
        [
            RecordField(
                "name", ja: "氏名", en: "name", .line, required: true, example: ("佐藤健", "Ken Sato"), personal: true),
            RecordField("kana", ja: "フリガナ", en: "kana", .kana, example: ("サトウケン", "サトウケン"), personal: true),
            RecordField("prefecture", ja: "都道府県", en: "prefecture", .prefecture, example: ("東京都", "Tokyo")),
            RecordField(
                "tags", ja: "区分", en: "tags", .tags(TalentTag.choices),
                example: ("プロフェッショナル デジタル推進人材", "professional digital")),
            RecordField(
                "contact", ja: "連絡先", en: "contact", .line, example: ("sato@example.jp", "sato@example.jp"),
                personal: true),
            RecordField("notes", ja: "メモ", en: "notes", .paragraph, personal: true),
        ])

    static let pipelineEntry = RecordDescription(
        ja: "パイプライン登録", en: "pipeline entry", title: ["organisation", "pipeline"],
        [
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation), required: true),
            RecordField("pipeline", ja: "パイプライン", en: "pipeline", .word, required: true, example: ("A", "A")),
            RecordField("stage", ja: "段階", en: "stage", .word, required: true, example: ("lead", "lead")),
            RecordField(
                "stage_order", ja: "順", en: "order of the stage", .number(0...99), required: true,
                assigned: true),
            RecordField(
                "since", ja: "開始日", en: "since", .day(inPeriod: false), required: true,
                example: ("2025-08-01", "2025-08-01")),
            RecordField("side", ja: "派遣・受入", en: "side", .choice(PipelineEntry.Side.choices)),
            RecordField("coordinator", ja: "担当", en: "coordinator", .reference(.coordinator)),
            RecordField("next_action", ja: "次の対応", en: "next action", .line, initial: FieldValue.none, personal: true),
            RecordField("next_due", ja: "期限", en: "due", .day(inPeriod: false)),
        ])
}
