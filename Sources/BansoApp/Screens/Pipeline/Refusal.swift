import BansoDomain

/// Why a key can't be used, in the words that more than one screen needs.
enum Refusal {
    static let nothingSelected = LocalizedText(ja: "選ばれているものがありません", en: "nothing is selected")

    static func consultation(name: String, count: Int, _ context: Context) -> LocalizedText? {
        let limit = context.catalogue.consultation.limit
        return count < limit ? nil : DeskError.consultationLimit(company: name, limit: limit).text
    }

    static func consultation(of file: OrganisationFile, _ context: Context) -> LocalizedText? {
        let organisation = file.organisation.record
        return RecordRules.refusal(of: .consultation, for: organisation)
            ?? consultation(name: organisation.name, count: file.consultations.count, context)
    }

    /// The KPIs of the whole belong to no pipeline.
    static func programme(of indicator: Indicator?, _ context: Context) -> LocalizedText? {
        guard let indicator else { return nothingSelected }
        guard context.catalogue.pipeline(of: indicator) == nil else { return nil }
        return LocalizedText(ja: "全体 KPI には事業のページがありません", en: "an overall KPI has no programme page")
    }
}
