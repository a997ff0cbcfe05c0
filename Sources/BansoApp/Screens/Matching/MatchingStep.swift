import BansoDomain

/// A step of an application, from the papers to the contract, or its end.
enum MatchingStep: CaseIterable {
    case documents, interview, offer, contract
    case decline

    /// In the order in which they are taken, without the end.
    static let marks: [MatchingStep] = [.documents, .interview, .offer, .contract]

    /// Where the application's record keeps it: a day, or for documents whether they are there.
    var field: String {
        switch self {
        case .documents: "documents"
        case .interview: "interviewed_on"
        case .offer: "offered_on"
        case .contract: "contracted_on"
        case .decline: "declined_on"
        }
    }

    var action: Action {
        switch self {
        case .documents: .documents
        case .interview: .interview
        case .offer: .offer
        case .contract: .contract
        case .decline: .decline
        }
    }

    var label: LocalizedText {
        switch self {
        case .documents: LocalizedText(ja: "書類", en: "papers")
        case .interview: LocalizedText(ja: "面談", en: "interview")
        case .offer: LocalizedText(ja: "内定", en: "offer")
        case .contract: LocalizedText(ja: "契約", en: "contract")
        case .decline: LocalizedText(ja: "辞退", en: "declined")
        }
    }

    func isDone(in application: Record) -> Bool {
        self == .documents ? application[field].number == 1 : day(in: application) != nil
    }

    /// When it was taken; nil for documents, which have no day.
    func day(in application: Record) -> Day? { application[field].day }

    /// The application with this step taken today, or taken back where it was taken today.
    /// - Throws: why it can't be.
    func toggled(in application: Record, _ context: Context) throws(Refused) -> Record {
        let today = context.today
        var record = application
        if self != .decline, let day = MatchingStep.decline.day(in: application) {
            throw Refused(
                ja: "\(day.short(.ja))に辞退・不採用です（直すには e）", en: "declined on \(day.short(.en)); e corrects it")
        }
        if self == .decline, !isDone(in: application), let day = MatchingStep.contract.day(in: application) {
            throw Refused(
                ja: "\(day.short(.ja))に契約済みです（先に契約を K か e で取り消し）",
                en: "has a contract of \(day.short(.en)); take that back first (K or e)")
        }
        if self == .documents {
            record[field] = .flag(!isDone(in: application))
            return record
        }
        switch day(in: application) {
        case today?: record[field] = .none
        case let day?:
            throw Refused(
                ja: "\(label.ja)は\(day.short(.ja))に済んでいます（直すには e）",
                en: "\(label.en) was on \(day.short(.en)); e corrects it")
        case nil:
            guard context.catalogue.period.contains(today) else {
                throw Refused(
                    ja: "今日は事業期間外です（日付は e で入力）", en: "today is outside the period; e takes another date")
            }
            if let applied = application["date"].day, today < applied {
                throw Refused(
                    ja: "応募日（\(applied.short(.ja))）より前です", en: "is before the application (\(applied.short(.en)))")
            }
            record[field] = .day(today)
        }
        return record
    }

    struct Refused: Error {
        var reason: LocalizedText

        init(ja: String, en: String) { reason = LocalizedText(ja: ja, en: en) }
    }
}
