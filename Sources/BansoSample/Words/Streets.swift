/// Names of quarters that many towns have, and of buildings.
enum Streets {
    static let quarters = [
        "本町", "中央", "新町", "駅前", "大手町", "栄町", "港町", "東町", "西町", "南町", "緑ヶ丘", "桜台", "松原", "若宮", "八幡町",
        "浜田町", "川原町", "高砂町", "天神町", "旭町", "工業団地", "平野", "上野", "田尻", "古町",
    ]
    static let buildings = ["中央ビル", "駅前センタービル", "第二産業会館", "本町スクエア", "みなとビルディング"]
}
