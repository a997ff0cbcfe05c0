import BansoDomain

/// What institutions are called: after their municipality, or by a made-up name before `tail`.
struct InstitutionForm {
    let tail: Word
    let kind: String
    let institutionKind: InstitutionKind
    /// The made-up names; empty where the institution is called after its municipality.
    let heads: [Word]
    let employees: ClosedRange<Int>

    static let all: [InstitutionForm] = [
        InstitutionForm(
            tail: Word("商工会議所", "ショウコウカイギショ"), kind: "商工団体", institutionKind: .chamber, heads: [], employees: 8...45),
        InstitutionForm(
            tail: Word("地区商工会", "チクショウコウカイ"), kind: "商工団体", institutionKind: .chamber, heads: [], employees: 4...15),
        InstitutionForm(
            tail: Word("地域産業振興センター", "チイキサンギョウシンコウセンター"), kind: "自治体", institutionKind: .municipality, heads: [],
            employees: 6...30),
        InstitutionForm(
            tail: Word("信用金庫", "シンヨウキンコ"), kind: "金融機関", institutionKind: .bank,
            heads: [
                Word("しらなみ", "シラナミ"), Word("かささぎ", "カササギ"), Word("つばき野", "ツバキノ"),
                Word("ふくろう", "フクロウ"), Word("くすのき", "クスノキ"),
            ], employees: 60...290),
        InstitutionForm(
            tail: Word("地区工業会", "チクコウギョウカイ"), kind: "業界団体", institutionKind: .tradeBody, heads: [], employees: 2...9),
        InstitutionForm(
            tail: Word("工科大学", "コウカダイガク"), kind: "教育機関", institutionKind: .school,
            heads: [
                Word("朝凪", "アサナギ"), Word("清流", "セイリュウ"), Word("陽光", "ヨウコウ"), Word("白嶺", "ハクレイ"),
                Word("緑樹", "リョクジュ"),
            ], employees: 80...300),
        InstitutionForm(
            tail: Word("中小企業支援センター", "チュウショウキギョウシエンセンター"), kind: "支援機関", institutionKind: .supporter, heads: [],
            employees: 3...20),
        InstitutionForm(
            tail: Word("経営支援事務所", "ケイエイシエンジムショ"), kind: "民間支援機関", institutionKind: .supporter,
            heads: [
                Word("あさなぎ", "アサナギ"), Word("みちしるべ", "ミチシルベ"), Word("はまかぜ", "ハマカゼ"),
                Word("やまなみ", "ヤマナミ"), Word("ともしび", "トモシビ"),
            ], employees: 1...12),
    ]
}
