// Rivers, seas and mountains of each prefecture, which companies there are called after.
extension Word {
    static let fukuoka = [
        Word("筑紫", "チクシ"), Word("筑後川", "チクゴガワ"), Word("有明", "アリアケ"),
        Word("響灘", "ヒビキナダ"), Word("矢部川", "ヤベガワ"), Word("耳納", "ミノウ"),
    ]

    static let saga = [
        Word("脊振", "セフリ"), Word("東松浦", "ヒガシマツウラ"), Word("玄海灘", "ゲンカイナダ"),
        Word("嘉瀬川", "カセガワ"), Word("天山路", "テンザンジ"),
    ]

    static let nagasaki = [
        Word("大村湾", "オオムラワン"), Word("九十九島", "クジュウクシマ"), Word("雲仙岳", "ウンゼンダケ"),
        Word("西彼杵", "ニシソノギ"), Word("橘湾", "タチバナワン"),
    ]

    static let kumamoto = [
        Word("阿蘇路", "アソジ"), Word("球磨川", "クマガワ"), Word("不知火", "シラヌイ"),
        Word("肥後路", "ヒゴジ"), Word("緑川", "ミドリカワ"),
    ]

    static let oita = [
        Word("豊後水道", "ブンゴスイドウ"), Word("国東半島", "クニサキハントウ"), Word("由布岳", "ユフダケ"),
        Word("大野川", "オオノガワ"), Word("耶馬路", "ヤバジ"),
    ]

    static let miyazaki = [
        Word("日向灘", "ヒュウガナダ"), Word("高千穂", "タカチホ"), Word("北諸県", "キタモロカタ"),
        Word("大淀川", "オオヨドガワ"), Word("五ヶ瀬", "ゴカセ"),
    ]

    static let kagoshima = [
        Word("錦江湾", "キンコウワン"), Word("大隅", "オオスミ"), Word("南薩", "ナンサツ"),
        Word("開聞", "カイモン"), Word("川内川", "センダイガワ"),
    ]
}
