/// 業種 and the words that its companies have in their names.
struct Industry {
    let name: String
    /// How many companies it has, beside the others.
    let weight: Int
    let trades: [Word]

    init(_ name: String, _ weight: Int, _ trades: [Word]) {
        self.name = name
        self.weight = weight
        self.trades = trades
    }

    static let all: [Industry] = [
        Industry(
            "食品製造業", 12,
            [
                Word("食品", "ショクヒン"), Word("フーズ", "フーズ"), Word("製菓", "セイカ"),
                Word("醤油醸造", "ショウユジョウゾウ"), Word("水産加工", "スイサンカコウ"), Word("製麺", "セイメン"),
                Word("食品加工", "ショクヒンカコウ"),
            ]),
        Industry(
            "金属製品製造業", 9,
            [
                Word("製作所", "セイサクジョ"), Word("鉄工所", "テッコウジョ"), Word("金属", "キンゾク"),
                Word("精密", "セイミツ"), Word("プレス工業", "プレスコウギョウ"), Word("鈑金", "バンキン"),
            ]),
        Industry(
            "機械器具製造業", 8,
            [
                Word("機械", "キカイ"), Word("機工", "キコウ"), Word("電子", "デンシ"),
                Word("半導体部品", "ハンドウタイブヒン"), Word("産業機器", "サンギョウキキ"), Word("計測", "ケイソク"),
            ]),
        Industry(
            "窯業・土石製品製造業", 3,
            [
                Word("窯業", "ヨウギョウ"), Word("陶器", "トウキ"), Word("石材", "セキザイ"), Word("硝子", "ガラス"),
            ]),
        Industry(
            "建設業", 14,
            [
                Word("建設", "ケンセツ"), Word("工務店", "コウムテン"), Word("土木", "ドボク"), Word("設備", "セツビ"),
                Word("電設", "デンセツ"), Word("塗装", "トソウ"), Word("造園", "ゾウエン"),
            ]),
        Industry(
            "卸売業", 9,
            [
                Word("商事", "ショウジ"), Word("物産", "ブッサン"), Word("商会", "ショウカイ"), Word("青果", "セイカ"),
                Word("資材", "シザイ"),
            ]),
        Industry(
            "小売業", 8,
            [
                Word("商店", "ショウテン"), Word("薬局", "ヤッキョク"), Word("書店", "ショテン"), Word("家具", "カグ"),
                Word("ストアー", "ストアー"), Word("ベーカリー", "ベーカリー"),
            ]),
        Industry(
            "宿泊業", 5,
            [
                Word("旅館", "リョカン"), Word("ホテル", "ホテル"), Word("観光", "カンコウ"), Word("温泉", "オンセン"),
            ]),
        Industry(
            "飲食サービス業", 4,
            [
                Word("食堂", "ショクドウ"), Word("ダイニング", "ダイニング"), Word("給食", "キュウショク"),
                Word("珈琲", "コーヒー"),
            ]),
        Industry(
            "運輸業", 6,
            [
                Word("運輸", "ウンユ"), Word("物流", "ブツリュウ"), Word("海運", "カイウン"), Word("倉庫", "ソウコ"),
                Word("ロジスティクス", "ロジスティクス"),
            ]),
        Industry(
            "情報通信業", 6,
            [
                Word("システム", "システム"), Word("ソフト", "ソフト"), Word("デジタル", "デジタル"),
                Word("情報サービス", "ジョウホウサービス"), Word("ネットワーク", "ネットワーク"),
            ]),
        Industry(
            "医療・福祉", 5,
            [
                Word("ケアサービス", "ケアサービス"), Word("介護", "カイゴ"), Word("メディカル", "メディカル"),
                Word("福祉サービス", "フクシサービス"),
            ]),
        Industry(
            "農林業", 4,
            [
                Word("農園", "ノウエン"), Word("ファーム", "ファーム"), Word("林業", "リンギョウ"), Word("茶園", "チャエン"),
                Word("畜産", "チクサン"),
            ]),
        Industry(
            "漁業", 3,
            [
                Word("水産", "スイサン"), Word("漁業", "ギョギョウ"), Word("養殖", "ヨウショク"),
            ]),
        Industry(
            "専門・技術サービス業", 4,
            [
                Word("設計", "セッケイ"), Word("測量", "ソクリョウ"), Word("コンサルティング", "コンサルティング"),
                Word("環境技術", "カンキョウギジュツ"),
            ]),
    ]
}
