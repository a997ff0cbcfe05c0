// The events of programmes B, C and D.
extension EventPlan {
    static let programmeB: [EventPlan] = [
        EventPlan(
            "B1", "人材活用ガイドライン 支援者のための読み方", on: 7, 16, .venue(40, "福岡市博多区", "博多駅前会議センター"),
            track: "guideline", Crowd(institutions: 14)),
        EventPlan(
            "B1", "人材活用ガイドライン普及セミナー", on: 9, 18, .online(.teams), track: "guideline",
            Crowd(companies: 8, institutions: 22)),
        EventPlan(
            "B1", "生成ＡＩと省力化投資による生産性向上", on: 10, 30, .venue(42, "諫早市", "諫早商工会館"), track: "productivity",
            isCancelled: true, Crowd(institutions: 5)),
        EventPlan(
            "B1", "生成ＡＩではじめる生産性向上セミナー", on: 12, 4, .online(.webex), track: "productivity",
            Crowd(companies: 5, institutions: 9)),
        EventPlan(
            "B1", "人材活用ガイドライン 活用事例の共有", on: 2, 18, .online(.teams), track: "guideline"),
        EventPlan(
            "B2", "人材支援力向上ワークショップ 福岡", on: 7, 8, .venue(40, "福岡市中央区", "天神産業サロン"),
            Crowd(institutions: 12)),
        EventPlan(
            "B2", "人材支援力向上ワークショップ 熊本", on: 8, 28, .venue(43, "熊本市中央区", "くまもと産業交流館"),
            Crowd(institutions: 10)),
        EventPlan("B2", "人材支援力向上ワークショップ 離島の支援者向け", on: 9, 30, .online(.teams), Crowd(institutions: 6)),
        EventPlan(
            "B2", "人材支援力向上ワークショップ 北九州", on: 10, 14, .venue(40, "北九州市小倉北区", "小倉産業会館"),
            Crowd(institutions: 9)),
        EventPlan(
            "B2", "人材支援力向上ワークショップ 宮崎", on: 11, 6, .venue(45, "宮崎市", "宮崎産業プラザ"), Crowd(institutions: 8)),
        EventPlan(
            "B2", "人材支援力向上ワークショップ 鹿児島", on: 12, 16, .venue(46, "鹿児島市", "かごしま経済交流センター"),
            Crowd(institutions: 6)),
        EventPlan(
            "B3", "筑豊地域ワークショップ 人材課題の見える化", on: 8, 6, .venue(40, "飯塚市", "飯塚地域交流館"), region: 0,
            Crowd(institutions: 7)),
        EventPlan(
            "B3", "筑豊地域ワークショップ 行動計画づくり", on: 10, 8, .venue(40, "田川市", "田川産業会館"), region: 0,
            Crowd(institutions: 7)),
        EventPlan(
            "B3", "天草地域ワークショップ 人材課題の見える化", on: 9, 9, .venue(43, "天草市", "天草市民交流館"), region: 1,
            Crowd(institutions: 6)),
        EventPlan(
            "B3", "天草地域ワークショップ 行動計画づくり", on: 11, 11, .venue(43, "天草市", "天草市民交流館"), region: 1,
            Crowd(institutions: 6)),
        EventPlan(
            "B3", "天草地域ワークショップ 台風のため中止", on: 9, 24, .venue(43, "天草市", "天草市民交流館"), region: 1,
            isCancelled: true, Crowd(institutions: 4)),
        EventPlan(
            "B3", "大隅地域ワークショップ 人材課題の見える化", on: 12, 11, .venue(46, "鹿屋市", "大隅産業館"), region: 2,
            Crowd(institutions: 5)),
        EventPlan("B3", "大隅地域ワークショップ 行動計画づくり", on: 2, 4, .venue(46, "鹿屋市", "大隅産業館"), region: 2),
    ]

    static let programmeC: [EventPlan] = [
        EventPlan(
            "C1", "高度外国人材の採用を支える支援機関の役割", on: 7, 2, .venue(40, "福岡市博多区", "博多駅前会議センター"),
            Crowd(institutions: 11)),
        EventPlan(
            "C1", "在留資格の基礎と相談対応", on: 8, 21, .venue(44, "別府市", "別府温泉会館"), Crowd(institutions: 7)),
        EventPlan("C1", "留学生の採用支援ワークショップ", on: 10, 15, .venue(41, "佐賀市", "佐賀ものづくり会館"), Crowd(institutions: 9)),
        EventPlan("C1", "定着支援の実務ワークショップ", on: 12, 17, .venue(42, "長崎市", "長崎出島交流会館"), Crowd(institutions: 5)),
        EventPlan(
            "C3", "高度外国人材マッチング会 夏", on: 8, 8, .venue(40, "福岡市中央区", "天神コンベンションホール"),
            Crowd(companies: 8, people: 18, presenters: 13)),
        EventPlan(
            "C3", "高度外国人材マッチング会 オンライン", on: 9, 19, .online(.teams), Crowd(companies: 6, people: 14, presenters: 13)),
        EventPlan(
            "C3", "理工系留学生との交流会", on: 11, 5, .hybrid(43, "熊本市中央区", "熊本城前ホール", .webex),
            Crowd(companies: 7, people: 16, presenters: 15)),
        EventPlan("C3", "高度外国人材マッチング会 冬", on: 1, 23, .online(.webex), Crowd(people: 5, presenters: 8)),
    ]

    static let programmeD: [EventPlan] = [
        EventPlan(
            "D1", "ＤＸ戦略の策定に向けたセミナー", on: 7, 15, .hybrid(40, "福岡市博多区", "博多国際会議場 別館", .teams),
            Crowd(companies: 94, institutions: 9)),
        EventPlan(
            "D2", "ＤＸを進める人材戦略の描き方", on: 8, 26, .online(.webex), Crowd(companies: 23, institutions: 13)),
        EventPlan(
            "D2", "デジタル推進人材と副業人材の使い分け", on: 10, 28, .online(.teams), Crowd(companies: 22, institutions: 11)),
        EventPlan(
            "D2", "人材戦略を実行に移す", on: 1, 14, .venue(46, "鹿児島市", "かごしま経済交流センター"),
            Crowd(companies: 7, institutions: 4)),
        EventPlan(
            "D4-1", "ＤＸ副業人材マッチングイベント", on: 11, 14, .hybrid(40, "福岡市博多区", "博多駅前会議センター", .teams),
            Crowd(companies: 2, people: 9, presenters: 7)),
        EventPlan("D4-1", "ＤＸ副業人材マッチングイベント 第２回", on: 1, 30, .online(.teams), Crowd(people: 3, presenters: 4)),
    ]

    static let all = programmeA + programmeB + programmeC + programmeD
}
