import BansoDomain

/// What people's own sheets call a column, besides an export's headings. What could mean two things is none of them: 資本金
/// may be in yen or in 10,000 yen, and the 担当者 of a consultation sits on either side of the table.
enum HeadingAliases {
    static func names(of field: RecordField, in kind: RecordKind) -> [String] {
        if field.kind == .reference(.organisation) { return field.id == "organisation" ? companies : [] }
        return (own[kind]?[field.id] ?? []) + (shared[field.id] ?? [])
    }

    private static let companies = [
        "会社名", "企業名", "企業・機関名", "法人名", "事業者名", "社名", "貴社名", "御社名", "company", "company name",
        "organisation name", "organization", "organization name",
    ]

    private static let persons = ["名前", "お名前", "ご氏名", "full name"]

    private static let own: [RecordKind: [String: [String]]] = [
        .organisation: [
            "name": companies + [
                "会社", "企業", "商号", "商号又は名称", "商号または名称", "事業所名", "団体名", "機関名", "名前", "organisation",
            ],
            "kana": ["会社名カナ", "会社名（カナ）", "会社名フリガナ", "会社名（フリガナ）", "企業名カナ", "企業名（カナ）", "企業名フリガナ", "企業名（フリガナ）"],
            "municipality": ["市町村", "市町村名", "市区町村名", "city"],
            "address": ["住所", "本社住所", "本社所在地", "会社住所", "所在地住所"],
            "postcode": ["〒", "郵便", "postal code", "zip", "zip code"],
            "industry": ["業種名", "業界"],
            "employees": ["従業員", "従業員数（人）", "従業員数（名）", "社員数", "number of employees"],
        ],
        .contact: [
            "name": persons + ["担当者", "担当者名", "担当者氏名", "ご担当者", "ご担当者名", "連絡先氏名", "contact person"],
            "position": ["部署", "役職", "部署名", "役職名", "部署名・役職", "部署・役職名", "所属", "所属部署", "所属・役職", "title", "department"],
            "phone": ["電話番号", "tel", "連絡先電話番号", "携帯", "携帯電話", "携帯番号", "phone number", "telephone"],
            "email": ["メールアドレス", "e-mail", "eメール", "mail", "電子メール", "email address", "e-mail address"],
        ],
        .talent: ["name": persons + ["人材名", "氏名（漢字）"]],
        .coordinator: ["name": persons + ["コーディネーター", "コーディネーター名", "coordinator"]],
        .event: [
            "theme": ["イベント名", "セミナー名", "名称", "タイトル", "event", "title"],
            "date": ["日付", "開催年月日"],
            "start_minute": ["開始時刻", "開始時間", "start time"],
            "end_minute": ["終了時刻", "終了時間", "end time"],
            "venue": ["場所", "開催場所", "会場名", "place"],
        ],
        .attendance: ["attendee": persons + ["氏名", "参加者", "参加者名", "出席者名"]],
        .posting: ["title": ["求人", "求人タイトル", "件名"], "date": ["掲載開始日", "日付"]],
        .consultation: [
            "date": ["相談日", "実施日"], "start_minute": ["開始時刻", "開始時間"], "minutes": ["時間（分）", "所要時間"],
            "topics": ["相談内容・結果", "内容"],
        ],
        .hearing: ["date": ["日付", "ヒアリング日"]],
        .training: ["date": ["日付", "研修日"]],
    ]

    /// Of any kind that has a field so called.
    private static let shared = [
        "kana": ["ふりがな", "カナ", "よみ", "読み", "よみがな", "読み仮名"],
        "corporate_number": ["法人番号（13桁）"],
        "prefecture": ["県", "県名", "都道府県名"],
        "notes": ["備考", "備考欄", "メモ欄", "remarks", "note"],
        "coordinator": ["担当コーディネーター", "コーディネーター名"],
    ]
}
