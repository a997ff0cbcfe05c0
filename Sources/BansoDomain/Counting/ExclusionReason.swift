/// Why a record adds nothing to an indicator.
public enum ExclusionReason: String, Sendable, CaseIterable {
    // The record itself
    case outsidePeriod = "outside-period"
    case planned, cancelled
    case registered
    case noShow = "no-show"
    case noDocuments = "no-documents"
    case draft
    case notCompany = "not-company"
    case otherKind = "other-kind"
    case otherMeeting = "other-meeting"
    // What must hold besides
    case prefectureTwice = "prefecture-twice"
    case noPrefecture = "no-prefecture"
    case excludedMunicipality = "excluded-municipality"
    case eligibilityUnknown = "eligibility-unknown"
    case notEligible = "not-eligible"
    case noDistrictOffice = "no-district-office"
    case notOnline = "not-online"
    case notParticipant = "not-participant"
    case overLimit = "over-limit"
    case employedAtFirst = "employed-at-first"
    // Counted already
    case alreadyCounted = "already-counted"
    case sameSession = "same-session"
    case presented
    case metAtEvent = "met-at-event"
    case anotherAnswer = "another-answer"
    case notAttended = "not-attended"

    public var text: LocalizedText {
        switch self {
        case .outsidePeriod: LocalizedText(ja: "事業期間外", en: "outside the programme's period")
        case .planned: LocalizedText(ja: "予定（未開催）", en: "planned, not held yet")
        case .cancelled: LocalizedText(ja: "中止", en: "cancelled")
        case .registered: LocalizedText(ja: "申込のみ（参加の記録なし）", en: "registered only; no attendance noted")
        case .noShow: LocalizedText(ja: "欠席", en: "no-show")
        case .noDocuments: LocalizedText(ja: "応募書類が未提出", en: "no documents handed in")
        case .draft: LocalizedText(ja: "作成中の事例", en: "case still a draft")
        case .notCompany: LocalizedText(ja: "企業ではない", en: "not a company")
        case .otherKind: LocalizedText(ja: "対象と異なる雇用形態の求人", en: "a posting for another kind of employment")
        case .otherMeeting: LocalizedText(ja: "対象と異なる種別（職場見学など）", en: "another kind of meeting, such as a visit")
        case .prefectureTwice: LocalizedText(ja: "同じ県で2回目の開催", en: "second one in the same prefecture")
        case .noPrefecture: LocalizedText(ja: "開催県が未入力", en: "no prefecture entered")
        case .excludedMunicipality: LocalizedText(ja: "過年度に実施した市での開催", en: "held in a city of an earlier year")
        case .eligibilityUnknown: LocalizedText(ja: "適格が未確認の企業", en: "company's eligibility not checked yet")
        case .notEligible: LocalizedText(ja: "中小企業者ではない企業", en: "not an eligible SME")
        case .noDistrictOffice: LocalizedText(ja: "九州内に事業所がない企業", en: "no office in the district")
        case .notOnline: LocalizedText(ja: "オンライン開催ではない", en: "not held online")
        case .notParticipant: LocalizedText(ja: "対象イベントに参加していない企業", en: "company did not take part in the event")
        case .overLimit: LocalizedText(ja: "１社あたりの上限を超過", en: "over the limit for one company")
        case .employedAtFirst: LocalizedText(ja: "初回の時点で雇用あり", en: "employed such talent at its first hearing")
        case .alreadyCounted: LocalizedText(ja: "初回で計上済み", en: "counted at its first")
        case .sameSession: LocalizedText(ja: "同じ回で計上済み", en: "counted for this one already")
        case .presented: LocalizedText(ja: "プレゼン企業として計上済み", en: "same company already presented")
        case .metAtEvent:
            LocalizedText(ja: "イベントの参加人材として計上済み", en: "person already counted at an event with this company")
        case .anotherAnswer: LocalizedText(ja: "同じ企業の回答が計上済み", en: "another answer of the company counts")
        case .notAttended: LocalizedText(ja: "参加の記録がない回答者", en: "no attendance of who answered")
        }
    }
}
