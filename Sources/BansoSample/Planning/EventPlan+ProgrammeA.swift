// The events of programme A: seminars, joint matching, and matching between companies.
extension EventPlan {
    static let programmeA: [EventPlan] = [
        EventPlan(
            "A1-1", "プロフェッショナル人材で変わる中小企業の経営", on: 6, 18, .hybrid(40, "福岡市博多区", "博多駅前会議センター", .teams),
            Crowd(companies: 34, institutions: 3)),
        EventPlan(
            "A1-2", "求職者に選ばれる会社の魅力発信 基礎編", on: 7, 23, .venue(43, "熊本市中央区", "くまもと産業交流館"),
            Crowd(companies: 28, institutions: 2)),
        EventPlan(
            "A1-1", "副業・兼業人材の活用 はじめの一歩", on: 8, 27, .online(.teams), Crowd(companies: 36, institutions: 4)),
        EventPlan(
            "A1-2", "採用動画とＳＮＳで伝える自社の魅力", on: 9, 11, .venue(45, "宮崎市", "宮崎産業プラザ"), isCancelled: true,
            Crowd(companies: 9)),
        EventPlan(
            "A1-2", "伝わる求人票と採用サイトの作り方", on: 9, 25, .venue(46, "鹿児島市", "かごしま経済交流センター"),
            Crowd(companies: 24, institutions: 2)),
        EventPlan(
            "A1-1", "プロ人材活用の実例と契約の要点", on: 10, 22, .online(.webex), Crowd(companies: 33, institutions: 3)),
        EventPlan(
            "A1-2", "社員が語る自社の強み 発信ワーク", on: 12, 9, .venue(42, "長崎市", "長崎出島交流会館"), Crowd(companies: 14)),
        EventPlan(
            "A1-1", "伴走型の副業人材活用 実践報告会", on: 1, 21, .online(.teams), Crowd(companies: 11)),
        EventPlan("A1-2", "次年度に向けた採用広報の計画づくり", on: 2, 5, .venue(41, "佐賀市", "佐賀ものづくり会館")),
        EventPlan(
            "A1-4", "九州合同ジョブマッチング 秋", on: 10, 9, .venue(40, "福岡市中央区", "天神コンベンションホール"),
            Crowd(people: 38, presenters: 14)),
        EventPlan(
            "A1-4", "九州合同ジョブマッチング オンライン", on: 11, 13, .online(.webex), isCancelled: true,
            Crowd(people: 6, presenters: 4)),
        EventPlan(
            "A1-4", "九州合同ジョブマッチング 冬", on: 1, 28, .venue(43, "熊本市中央区", "熊本城前ホール"),
            Crowd(people: 12, presenters: 8)),
        EventPlan(
            "A3-1", "企業間で人を活かすマインドセットセミナー", on: 7, 10, .venue(40, "北九州市小倉北区", "小倉産業会館"),
            Crowd(senders: 0..<2, receivers: 0..<5, guests: 2)),
        EventPlan(
            "A3-1", "在籍型出向と社外兼業の始め方", on: 9, 4, .online(.teams), Crowd(senders: 1..<4, receivers: 3..<8, guests: 1)),
        EventPlan(
            "A3-1", "受入企業の課題を語る会", on: 12, 3, .venue(44, "大分市", "大分中央会議室"),
            Crowd(senders: 4..<5, receivers: 8..<10)),
        EventPlan("A3-2", "受入企業のプレゼン準備会", on: 10, 2, .online(.teams), Crowd(receivers: 0..<3, guests: 1)),
        EventPlan("A3-2", "受入企業のプレゼン準備会 第２回", on: 1, 15, .online(.teams), Crowd(receivers: 8..<10)),
        EventPlan(
            "A3-3", "企業間人材マッチング会", on: 10, 16, .venue(40, "福岡市博多区", "博多国際会議場 別館"),
            Crowd(senders: 0..<3, receivers: 0..<4, guests: 1)),
        EventPlan("A3-3", "企業間人材マッチング会 追加開催", on: 2, 12, .online(.webex), Crowd(receivers: 8..<9)),
        EventPlan(
            "A3-5", "共同プロジェクト キックオフ", on: 11, 12, .venue(40, "福岡市博多区", "博多駅前会議センター"),
            Crowd(senders: 0..<1, receivers: 0..<1)),
        EventPlan(
            "A3-5", "共同プロジェクト キックオフ（２社）", on: 12, 18, .venue(43, "熊本市中央区", "くまもと産業交流館"),
            Crowd(senders: 1..<2, receivers: 1..<2)),
    ]
}
