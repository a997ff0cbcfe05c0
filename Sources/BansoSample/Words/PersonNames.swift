/// Names of people, made up of common parts.
enum PersonNames {
    static let given: [Word] = [
        Word("健太", "ケンタ"), Word("美咲", "ミサキ"), Word("大輔", "ダイスケ"), Word("由美子", "ユミコ"), Word("翔", "ショウ"),
        Word("真理", "マリ"), Word("浩二", "コウジ"), Word("さくら", "サクラ"), Word("直樹", "ナオキ"), Word("陽子", "ヨウコ"),
        Word("雄一郎", "ユウイチロウ"), Word("千尋", "チヒロ"), Word("誠", "マコト"), Word("香織", "カオリ"), Word("亮", "リョウ"),
        Word("恵", "メグミ"), Word("拓也", "タクヤ"), Word("智子", "トモコ"), Word("隆", "タカシ"), Word("葵", "アオイ"),
        Word("秀樹", "ヒデキ"), Word("奈々", "ナナ"), Word("修平", "シュウヘイ"), Word("久美", "クミ"),
    ]

    static let foreignFamilies: [Word] = [
        Word("グエン・", "グエン"), Word("チャン・", "チャン"), Word("リー・", "リー"), Word("キム・", "キム"),
        Word("シャルマ・", "シャルマ"), Word("タパ・", "タパ"), Word("サントソ・", "サントソ"), Word("ペレラ・", "ペレラ"),
    ]

    static let foreignGiven: [Word] = [
        Word("ミン", "ミン"), Word("フォン", "フォン"), Word("アニル", "アニル"), Word("スジャン", "スジャン"), Word("デウィ", "デウィ"),
        Word("ジウ", "ジウ"), Word("ラヒル", "ラヒル"), Word("ハオ", "ハオ"), Word("ラン", "ラン"), Word("プリヤ", "プリヤ"),
    ]

    static func name(_ draw: inout SplitMix64) -> Word {
        let family = draw.pick(Word.families)
        let given = draw.pick(given)
        return Word(family.text + " " + given.text, family.kana + " " + given.kana)
    }

    static func foreignName(_ draw: inout SplitMix64) -> Word {
        let family = draw.pick(foreignFamilies)
        let given = draw.pick(foreignGiven)
        return Word(family.text + given.text, family.kana + " " + given.kana)
    }
}
