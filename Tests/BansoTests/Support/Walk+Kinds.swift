/// One walk for each kind of record.
extension Walk {
    static let all: [Walk] = organisations + events + matching + support + desk

    private static let organisations = [
        Walk(
            name: "company", open: ["n", .see("新規"), "o", .see("企業の登録")],
            refused: .missing + ["有限会社みなみ", .on(2), "1234567890123", "C-s", .see("検査用数字")],
            save: ["C-u", "７０００012050002"], find: ["/", "みなみ", .see("7000012050002"), "Enter", .see("経過")],
            change: ["e", .see("企業の編集"), .on(1), "ミナミショウテン"], after: "ミナミショウテン"),
        Walk(
            name: "institution", open: ["n", .see("新規"), "k", .see("経営支援機関の登録")],
            refused: .missing, save: ["きた商工会"], find: ["/", "きた商", .see("きた商工会"), "Enter", .see("経過")],
            change: ["e", .see("経営支援機関の編集"), .on(10), "1"], after: "商工団体"),
        Walk(
            name: "region", open: ["n", .see("新規"), "g", .see("地域の登録")], refused: .missing, save: ["筑後地域"],
            find: ["/", "筑後", .see("筑後地域"), "Enter", .see("e 編集")],
            change: ["e", .see("地域の編集"), .on(1), "ふくおか", .see("福岡県"), "Enter"], after: "福岡県"),
        Walk(
            name: "coordinator", open: ["n", .see("新規"), "m", .see("コーディネーターの登録")], refused: .missing,
            save: ["迫田誠"], find: ["/", "迫田", .see("迫田誠"), "Enter", .see("e 編集")],
            change: ["e", .see("コーディネーターの編集"), "C-u", "迫田真一"], after: "迫田真一"),
        Walk(
            name: "talent", open: ["n", .see("新規"), "t", .see("人材の登録")], refused: .missing,
            save: ["山本結衣", .on(1), "ヤマモトユイ", .on(2), "Space"],
            find: ["/", "やまもと", .see("山本結衣"), "Enter", .see("関連する記録")],
            change: ["e", .see("人材の編集"), .on(3), "Right", "Space"], after: "若者、女性"),
        Walk(
            name: "contact", open: .addition("l", "連絡先の登録"), refused: .missing,
            save: ["鈴木一郎", .on(3), "092-000-1111"], find: [.see("鈴木一郎"), .see("経過")],
            change: ["Down", "Enter", .see("d 削除"), "e", .see("連絡先の編集"), .on(3), "総務課長"], after: "総務課長"),
        Walk(
            name: "eligibility check", open: .addition("q", "適格確認の登録"), refused: .missing,
            save: [
                "登記事項証明書", "BTab", "2", "BTab", "2", "BTab", "2", "BTab", "BTab", "BTab", "1", .see("判定：適格"),
            ], find: [.see("登記事項証明書"), .see("経過"), "Enter", .see("e 編集")],
            change: ["e", .see("適格確認の編集"), .on(2), "4"], after: "対象外"),
        Walk(
            name: "snooze", open: .addition("z", "保留の登録"), refused: .missing,
            save: ["+10d", .on(1), "繁忙期"], find: [.see("繁忙期"), .see("経過")],
            change: ["Down", "Enter", .see("d 削除"), "e", .see("保留の編集"), .on(2), "C-u", "決算期"], after: "決算期"),
    ]

    private static let events = [
        Walk(
            name: "event", open: ["n", .see("新規"), "e", .see("イベントの登録")],
            refused: .missing + [
                "a1-1", .see("A1-1 "), "Enter", "採用力セミナー", .on(1), "9/30", .see("令和7年9月30日(火)"), .on(1),
                "1400", .on(1), "1300", .on(1), "2", .on(1), "2", "C-s", .see("どちらかです"), .see("開始より後"),
            ], save: ["C-u", "1600", .on(3), "1"], find: ["/", "採用力", .see("採用力セミナー"), "Enter", .see("関連する記録")],
            change: ["e", .see("イベントの編集"), .on(1), "C-u", "経営者向け講座"], after: "経営者向け講座"),
        Walk(
            name: "attendance", open: .addition("y", "参加の登録"), refused: .missing,
            save: ["副業入門", .see("9/10"), "Enter", .on(1), "鈴木一郎"], find: .newest("副業入門"),
            change: ["e", .see("参加の編集"), .on(5), "3"], after: "欠席"),
        Walk(
            name: "survey answer", open: .addition("u", "アンケート回答の登録"),
            refused: .missing + ["副業入門", .see("9/10"), "Enter", .on(2), "6", "C-s", .see("1～5の数字")],
            save: ["C-u", "4"], find: .newest("副業入門"),
            change: ["e", .see("アンケート回答の編集"), .on(7), "とても良い"], after: "とても良い"),
    ]

    private static let matching = [
        Walk(
            name: "posting", open: .addition("p", "求人の登録"), refused: .missing,
            save: ["a1-3", .see("A1-3 "), "Enter", "1", .on(1), "経理の見直し"], find: .newest("経理の見直し"),
            change: ["e", .see("求人の編集"), .on(3), "C-u", "在庫の見直し"], after: "在庫の見直し"),
        Walk(
            name: "application", open: ["n", .see("新規"), "a", .see("応募の登録")], refused: .missing,
            save: ["ecサイト", .see("株式会社はじめ製作所"), "Enter", "さとう", .see("佐藤健"), "Enter"],
            find: .person, change: ["e", .see("応募の編集"), .on(3), "1"], after: "はい"),
        Walk(
            name: "interview", open: .addition("i", "面接の登録"), refused: .missing,
            save: ["さとう", .see("佐藤健"), "Enter"], find: .newest("佐藤健"),
            change: ["e", .see("面接の編集"), .on(5), "3"], after: "中止"),
        Walk(
            name: "assessment", open: ["n", .see("新規"), "s", .see("アセスメントの登録")], refused: .missing,
            save: ["さとう", .see("佐藤健"), "Enter"], find: .person,
            change: ["e", .see("アセスメントの編集"), .on(2), "良好です"], after: "良好です"),
        Walk(
            name: "inter-company contract", open: .addition("x", "企業間契約の登録"),
            refused: ["はじめ", .see("福岡"), "Enter", "C-s", .see("派遣側と同じ企業です")],
            save: ["C-u", "おくり", .see("株式会社おくり商事"), "Enter", .on(1), "生産管理"], find: .newest("生産管理"),
            change: ["e", .see("企業間契約の編集"), .on(3), "C-u", "在庫管理"], after: "在庫管理"),
    ]

    private static let support = [
        Walk(
            name: "consultation", open: .company + ["c", .see("3回のうち1回目")],
            refused: [.on(2), "C-u", "0", "C-s", .see("使えません")], save: ["C-u", "1.5h", .on(3), "補助金"],
            find: .newest("補助金"), change: ["e", .see("相談の編集"), .on(5), "の相談"], after: "補助金の相談"),
        Walk(
            name: "hearing", open: .addition("h", "ヒアリングの登録"), refused: .missing,
            save: ["2", .on(2), "人材像を整理"], find: .newest("ヒアリング"),
            change: ["e", .see("ヒアリングの編集"), .on(5), "（追記）"], after: "（追記）"),
        Walk(
            name: "training", open: .addition("r", "研修の登録"), refused: .missing, save: ["異文化理解"],
            find: .newest("異文化理解"), change: ["e", .see("研修の編集"), .on(2), "C-u", "やさしい日本語"], after: "やさしい日本語"),
        Walk(
            name: "process consultation", open: .addition("b", "伴走支援の登録"),
            refused: ["C-u", "2/30", "C-s", .see("日付ではありません")], save: ["C-u", "１０／１５", .on(1), "1時間半"],
            find: .newest("伴走支援"), change: ["e", .see("伴走支援の編集"), .on(2), "C-u", "125"], after: "125"),
        Walk(
            name: "case study", open: .addition("j", "事例の登録"), refused: .missing,
            save: ["a5", .see("A5 "), "Enter", .on(2), "副業で販路拡大"], find: .newest("副業で販路拡大"),
            change: ["e", .see("事例の編集"), .on(4), "C-u", "副業で新商品"], after: "副業で新商品"),
        Walk(
            name: "follow-up", open: .addition("f", "採用状況フォローの登録"), refused: .missing,
            save: ["1", .on(1), "2"], find: .newest("採用状況フォロー"),
            change: ["e", .see("採用状況フォローの編集"), .on(4), "来月入社"], after: "来月入社"),
    ]

    private static let desk = [
        Walk(
            name: "card",
            open: .addition("n", "パイプラインに登録") + ["Enter", .see("A に登録しました"), "a", .see("次の対応  ")],
            refused: [.on(1), "2/30", "C-s", .see("日付ではありません")], save: ["C-u", "12/1", "BTab", "資料送付"],
            find: [.see("資料送付"), .see("経過")], change: ["a", .see("次の対応  "), "C-u", "見積送付"],
            after: "見積送付"),
        Walk(
            name: "liaison meeting", open: ["n", .see("新規"), "w", .see("連携会議の登録")], refused: .missing,
            save: ["第9回連携会議"], find: [.see("第9回連携会議 11/20")],
            change: ["e", .see("連携会議の編集"), .on(3), "久留米会館", .see("久留米会館")], after: "久留米会館"),
        // Its passages are one's own words: nothing in them can be wrong.
        Walk(
            name: "monthly report", open: ["R", .see("報告を開く"), "Enter", .see("令和7年10月"), "e", .see("月次報告の登録")],
            refused: [], save: ["秋の催しを終えた"], find: [.see("令和7年10月"), "G", .see("秋の催しを終えた")],
            change: ["e", .see("月次報告の編集"), "と報告"], after: "秋の催しを終えたと報告"),
        // September is frozen, then its event has another theme: October's report says why.
        Walk(
            name: "reason for a correction",
            open: [
                "R", .see("報告を開く"), "Up", "Up", "Up", "Up", "Enter", .see("令和7年9月"), "f", .see("取り消せません"), "Y",
                .see("確定しました"), "/", "副業", .see("副業入門"), .see("Enter 開く"), "Enter", .see("e 編集"), "e",
                .see("イベントの編集"), .on(1), "講座", "C-s", .see("保存しました"), "R", .see("報告を開く"), "Enter",
                .see("令和7年10月"), "c", .see("理由 未記入"), "Enter", .see("訂正の理由の登録"),
            ],
            refused: .missing, save: ["案内の誤り"], find: [.see("案内の誤り"), "Enter", .see("訂正の理由の編集")],
            change: ["と判明"], after: "案内の誤りと判明"),
    ]
}

extension [Walk.Step] {
    /// The newest record that names the person of the tests.
    fileprivate static let person: [Walk.Step] = [
        "/", "さとう", .see("佐藤健"), .see("Enter 開く"), "Enter", .see("関連する記録"), "Right", "Home", "Enter", .see("佐藤健 ›"),
    ]
}
