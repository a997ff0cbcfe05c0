extension RecordDescription {
    static let event = RecordDescription(
        ja: "イベント", en: "event", title: ["date", "theme"],
        [
            RecordField("activity", ja: "事業", en: "activity", .activity([]), required: true, example: ("A1-1", "A1-1")),
            RecordField("track", ja: "種別", en: "track", .track),
            RecordField(
                "theme", ja: "テーマ", en: "theme", .line, required: true, example: ("副業人材の活用", "Side-job talent")),
            RecordField(
                "date", ja: "開催日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-09-10", "2025-09-10")
            ),
            RecordField("start_minute", ja: "開始", en: "start", .time, example: ("14:00", "14:00")),
            RecordField("end_minute", ja: "終了", en: "end", .time, example: ("16:00", "16:00")),
            RecordField(
                "status", ja: "状況", en: "status", .choice(EventStatus.choices), required: true,
                initial: .token(EventStatus.planned), example: ("開催済み", "held")),
            RecordField(
                "mode", ja: "方法", en: "mode", .choice(EventMode.choices), required: true,
                initial: .token(EventMode.inPerson), example: ("オンライン", "online")),
            RecordField(
                "tool", ja: "ツール", en: "tool", .choice(OnlineTool.choices), example: ("teams", "teams"),
                when: ("mode", [EventMode.online.rawValue, EventMode.hybrid.rawValue])),
            RecordField("prefecture", ja: "都道府県", en: "prefecture", .prefecture, example: ("福岡県", "Fukuoka")),
            RecordField("municipality", ja: "市区町村", en: "municipality", .line, example: ("福岡市博多区", "福岡市博多区")),
            RecordField("venue", ja: "会場", en: "venue", .line),
            RecordField("region", ja: "地域", en: "region", .reference(.region)),
            RecordField("outline", ja: "概要", en: "outline", .paragraph),
            RecordField("materials", ja: "資料", en: "materials", .paragraph),
            RecordField("minutes", ja: "議事録", en: "minutes", .paragraph, personal: true),
        ])

    static let attendance = RecordDescription(
        ja: "参加", en: "attendance", title: ["event", "organisation", "talent"],
        [
            RecordField("event", ja: "イベント", en: "event", .reference(.event), required: true),
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation)),
            RecordField("talent", ja: "人材", en: "talent", .reference(.talent)),
            RecordField(
                "attendee", ja: "出席者", en: "attendee", .line, example: ("田中一郎", "Ichiro Tanaka"), personal: true),
            RecordField(
                "role", ja: "役割", en: "role", .choice(AttendanceRole.choices), required: true,
                initial: .token(AttendanceRole.participant), example: ("参加者", "participant")),
            RecordField(
                "presence", ja: "出欠", en: "presence", .choice(Presence.choices), required: true,
                initial: .token(Presence.attended), example: ("参加", "attended")),
        ])

    static let surveyAnswer = RecordDescription(
        ja: "アンケート回答", en: "survey answer", title: ["event", "organisation", "talent"],
        [
            RecordField("event", ja: "イベント", en: "event", .reference(.event), required: true),
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation)),
            RecordField("talent", ja: "人材", en: "talent", .reference(.talent)),
            RecordField(
                "date", ja: "回答日", en: "date", .day(inPeriod: true), required: true,
                example: ("2025-09-10", "2025-09-10")
            ),
            RecordField("score", ja: "満足度", en: "score", .number(1...5), required: true, example: ("4", "4")),
            RecordField("insight", ja: "気づき", en: "insight", .flag, example: ("はい", "yes")),
            RecordField("behaviour_change", ja: "行動変容", en: "behaviour change", .flag, example: ("はい", "yes")),
            RecordField("comment", ja: "自由記述", en: "comment", .paragraph, personal: true),
        ])
}
