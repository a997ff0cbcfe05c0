import BansoDomain

/// The columns of a file of consultations: those of its template in its order, and those that only exports have.
enum ConsultationColumn: String, CaseIterable {
    case number = "corporate_number"
    case company, ordinal, date, start, minutes, mode, coordinator, topics, notes
    case nextAction = "next_action"
    case nextDue = "next_due"
    case own = "id"
    case companyNumber = "organisation_number"
    case coordinatorNumber = "coordinator_number"

    static let template = allCases.filter { ![.own, .companyNumber, .coordinatorNumber].contains($0) }

    /// Its heading in both languages; a file may use either.
    var heading: LocalizedText {
        let japanese =
            switch self {
            case .number: "法人番号"
            case .company: "企業名"
            case .ordinal: "回"
            case .date: "日付"
            case .start: "開始"
            case .minutes: "分"
            case .mode: "方法"
            case .coordinator: "コーディネーター"
            case .topics: "相談内容"
            case .notes: "メモ"
            case .nextAction: "次の対応"
            case .nextDue: "期限"
            case .own: "番号"
            case .companyNumber: "企業番号"
            case .coordinatorNumber: "コーディネーター番号"
            }
        return LocalizedText(ja: japanese, en: rawValue)
    }

    /// What an export calls it where that differs.
    private var aliases: [String] {
        switch self {
        case .company: ["企業", "organisation"]
        case .start: ["start_minute"]
        default: []
        }
    }

    /// The column with this heading, in either language and in half or full width.
    init?(heading: String) {
        let folded = Folding.typed(heading)
        guard
            let found = ConsultationColumn.allCases.first(where: {
                $0.rawValue == folded || $0.heading.ja == folded || $0.aliases.contains(folded)
            })
        else { return nil }
        self = found
    }

    /// One of each group must be there; `companyNumber` too tells the company.
    static let required: [[ConsultationColumn]] = [[.number, .company], [.date], [.minutes], [.mode]]

    /// How a column is filled, for the template.
    var example: LocalizedText {
        switch self {
        case .number: LocalizedText(ja: "7000012050002", en: "7000012050002")
        case .company: LocalizedText(ja: "株式会社サンプル", en: "Sample Co.")
        case .ordinal: LocalizedText(ja: "1", en: "1")
        case .own, .companyNumber, .coordinatorNumber: LocalizedText(ja: "", en: "")
        case .date: LocalizedText(ja: "2025-10-01", en: "2025-10-01")
        case .start: LocalizedText(ja: "14:00", en: "14:00")
        case .minutes: LocalizedText(ja: "90", en: "90")
        case .mode: LocalizedText(ja: "オンライン", en: "online")
        case .coordinator: LocalizedText(ja: "山田花子", en: "Hanako Yamada")
        case .topics: LocalizedText(ja: "副業人材の活用", en: "side-job talent")
        case .notes: LocalizedText(ja: "", en: "")
        case .nextAction: LocalizedText(ja: "求人票の下書きを送る", en: "send the draft posting")
        case .nextDue: LocalizedText(ja: "2025-10-08", en: "2025-10-08")
        }
    }
}
