import BansoDomain

/// The columns of the National Tax Agency's file of corporate numbers, in its order (国税庁「リソース定義書」).
///
/// Files from before the last one was added have 29.
enum NTAColumn: Int, CaseIterable {
    case sequence, number, process, correction, updated, changed, name, nameImage, kind, prefecture, city, street
    case addressImage, prefectureCode, cityCode, postcode, overseasAddress, overseasImage, closeDate, closeCause
    case successor, changeCause, assigned, latest, englishName, englishPrefecture, englishCity, englishOverseas
    case furigana, isHidden

    /// How many columns a record may have.
    static let counts = [29, 30, reasonAt + 1]
    /// Where a file of rows that were not taken has the reason: behind all others.
    static let reasonAt = 30

    var column: ImportColumn { ImportColumn(number: rawValue + 1, name: label) }

    var label: LocalizedText {
        let (ja, en) = NTAColumn.labels[rawValue]
        return LocalizedText(ja: ja, en: en)
    }

    private static let labels = [
        ("一連番号", "sequence"), ("法人番号", "corporate number"), ("処理区分", "process"), ("訂正区分", "correction"),
        ("更新年月日", "updated"), ("変更年月日", "changed"), ("商号又は名称", "name"), ("商号又は名称イメージID", "name image"),
        ("法人種別", "kind"), ("国内所在地（都道府県）", "prefecture"), ("国内所在地（市区町村）", "city"),
        ("国内所在地（丁目番地等）", "street"), ("国内所在地イメージID", "address image"), ("都道府県コード", "prefecture code"),
        ("市区町村コード", "city code"), ("郵便番号", "postcode"), ("国外所在地", "overseas address"),
        ("国外所在地イメージID", "overseas image"), ("登記記録の閉鎖等年月日", "close date"),
        ("登記記録の閉鎖等の事由", "close cause"), ("承継先法人番号", "successor"), ("変更事由の詳細", "change cause"),
        ("法人番号指定年月日", "assigned"), ("最新履歴", "latest"), ("商号又は名称（英語表記）", "English name"),
        ("国内所在地（都道府県）（英語表記）", "English prefecture"), ("国内所在地（市区町村丁目番地等）（英語表記）", "English city"),
        ("国外所在地（英語表記）", "English overseas address"), ("フリガナ", "furigana"), ("検索対象除外", "hidden"),
    ]
}
