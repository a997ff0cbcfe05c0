/// What a table of cards can show, sort by and, where few cards differ in it, group by.
public enum CardColumn: String, Choosable, Codable, CodingKeyRepresentable {
    case name, prefecture, stage, side, consultations
    /// Since when the card is in its stage.
    case age
    case nextAction = "next-action"
    case due, coordinator, eligibility, tags

    public var label: LocalizedText {
        switch self {
        case .name: LocalizedText(ja: "名称", en: "Name")
        case .prefecture: LocalizedText(ja: "県", en: "Prefecture")
        case .stage: LocalizedText(ja: "段階", en: "Stage")
        case .side: LocalizedText(ja: "側", en: "Side")
        case .consultations: LocalizedText(ja: "相談", en: "Consultations")
        case .age: LocalizedText(ja: "滞在", en: "Age")
        case .nextAction: LocalizedText(ja: "次の対応", en: "Next action")
        case .due: LocalizedText(ja: "期限", en: "Due")
        case .coordinator: LocalizedText(ja: "担当", en: "Coordinator")
        case .eligibility: LocalizedText(ja: "適格", en: "Eligibility")
        case .tags: LocalizedText(ja: "タグ", en: "Tags")
        }
    }

    public var canGroup: Bool {
        switch self {
        case .prefecture, .stage, .side, .consultations, .coordinator, .eligibility: true
        case .name, .age, .nextAction, .due, .tags: false
        }
    }

    /// Whether the largest comes first unless asked otherwise: the longest waiting, the most consulted.
    public var isDescendingFirst: Bool { self == .age || self == .consultations }
}
