import BansoDomain

/// What can be saved and may not be meant: it is pointed out once, and saved by the one who saves again.
struct FormDoubt: Hashable {
    /// What stands below the form.
    let note: LocalizedText
    /// What is answered to the first attempt to save.
    let question: LocalizedText

    /// That a company has had another consultation on the day.
    init?(day: Day, file: OrganisationFile) {
        guard file.consultations.contains(where: { $0.listed.record.date == day }) else { return nil }
        note = LocalizedText(
            ja: "\(day.short(.ja))の相談はもうあります", en: "there is one on \(day.short(.en)) already")
        question = LocalizedText(
            ja: "\(day.short(.ja))の相談はもう記録されています。別の相談なら、もう一度保存してください",
            en: "a consultation on \(day.short(.en)) is there already: if this is another one, save once more")
    }

    /// That there is a company, or a person, of the name already: hundreds share one, and many are entered twice.
    init?(namesakes: [SearchHit], _ context: Context) {
        guard let first = namesakes.first else { return nil }
        let others = namesakes.count - 1
        func known(_ language: Language) -> String {
            let detail = HitWords.detail(first, context)
            let more = others == 0 ? "" : language(" ほか\(others)件", ", and \(others) more")
            return "\(first.name) #\(first.key.id)" + (detail.isEmpty ? "" : " \(detail)") + more
        }
        note = LocalizedText(ja: "同じ名前：\(known(.ja))", en: "same name: \(known(.en))")
        question = LocalizedText(
            ja: "同じ名前があります（\(known(.ja))）。別なら、もう一度保存してください",
            en: "there is one of this name (\(known(.en))); if this is another, save once more")
    }

    /// That somebody applied before the posting was listed.
    init?(application: Record, beside days: NamedDays) {
        guard let reason = RecordRules.doubt(application, beside: days)?.reason else { return nil }
        note = LocalizedText(ja: reason.ja, en: "the application \(reason.en)")
        question = LocalizedText(
            ja: "\(reason.ja)。それでよければ、もう一度保存してください", en: "\(note.en); if it is so, save once more")
    }

    /// That people would go to a company that is none of those supported (seed, 【Ａ３】: 人材受入側企業が大企業やみなし大企業とならないよう).
    init?(receiver: Organisation) {
        guard [.large, .deemedLarge, .other].contains(receiver.eligibility) else { return nil }
        let (name, verdict) = (receiver.name, receiver.eligibility.label)
        note = LocalizedText(
            ja: "\(name)は\(verdict.ja)：受入側は中小企業等です", en: "\(name) (\(verdict.en)): receivers are SMEs")
        question = LocalizedText(
            ja: "\(name)は\(verdict.ja)です。受入側は中小企業等に限られます。それでも記録するなら、もう一度保存してください",
            en: "\(name): \(verdict.en), and receivers are SMEs; if it is meant, save once more")
    }
}
