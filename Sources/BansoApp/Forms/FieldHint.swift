import BansoDomain

/// What a field says below it while nothing is typed: how it is filled.
enum FieldHint {
    static func text(for field: FormField) -> LocalizedText {
        switch (field.input, field.field.kind) {
        case (.notes, _): return LocalizedText(ja: "Enterで改行、Tabで次へ", en: "Enter breaks the line, Tab goes on")
        case (.options, _):
            return LocalizedText(ja: "スペースか←→で選ぶ（数字でも）", en: "Space or ←→ picks, a digit too")
        case (.several, _):
            return LocalizedText(ja: "←→で動き、スペースで付け外し（いくつでも）", en: "←→ moves, Space ticks, as many as apply")
        case (.list, _): return LocalizedText(ja: "入力か↓で候補、Enterで決定", en: "type or ↓ for the list, Enter takes")
        case (.record(.coordinator), _):
            return LocalizedText(ja: "名前の一部、↓で候補、Enterで決定", en: "part of the name; Enter takes")
        case (.record, _):
            return LocalizedText(ja: "名前・かな・番号の一部、↓で候補、Enterで決定", en: "part of the name, kana or number; Enter takes")
        case (_, .day): return LocalizedText(ja: "8/5、R7.8.5、今日、+3d、来週月曜 など", en: "8/5, 5 Aug, today, +3d, next mon …")
        case (_, .time): return LocalizedText(ja: "14:00、1400、午後2時 など", en: "14:00, 1400, 2pm …")
        case (_, .minutes): return LocalizedText(ja: "60、90、1.5h、1時間半 など", en: "60, 90, 1.5h …")
        case (_, .kana): return LocalizedText(ja: "ひらがな・半角でも（全角カタカナで残ります）", en: "kana of any sort, kept as katakana")
        case (_, .corporateNumber): return LocalizedText(ja: "13桁（全角でも）", en: "13 digits")
        case (_, .postcode): return LocalizedText(ja: "7桁（全角、ハイフンありでも）", en: "7 digits")
        case (_, .words): return LocalizedText(ja: "空白で区切っていくつでも", en: "as many as you like, with spaces between")
        default:
            let example = field.field.example
            guard !example.ja.isEmpty else { return LocalizedText(ja: "", en: "") }
            return LocalizedText(ja: "例 \(example.ja)", en: "such as \(example.en)")
        }
    }
}
