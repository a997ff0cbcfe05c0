/// How many companies were visited, and of how many information was obtained (seed 報告（４）: 中小企業等の必要とする人材に
/// 関する情報収集、分析のために訪問した企業数、情報取得企業数).
///
/// Each company once, however often it was met. What counts as which is a definition (`CompanyContact`).
public struct CompanyFigures: Hashable, Sendable, Codable {
    public struct Pair: Hashable, Sendable, Codable {
        public var visited: Int
        public var informed: Int

        public init(visited: Int, informed: Int) {
            self.visited = visited
            self.informed = informed
        }
    }

    public var month: Pair
    /// From the period's first day to the month's end.
    public var soFar: Pair

    public init(month: Pair, soFar: Pair) {
        self.month = month
        self.soFar = soFar
    }

    static let visitedLabel = LocalizedText(ja: "訪問した企業数", en: "companies visited")
    static let informedLabel = LocalizedText(ja: "情報取得企業数", en: "companies with information obtained")

    var figures: [ReportFigure] {
        [
            ReportFigure(key: "companies.visited", label: Self.visitedLabel, value: month.visited),
            ReportFigure(key: "companies.informed", label: Self.informedLabel, value: month.informed),
        ]
    }
}

/// A way in which a coordinator learns what talent a company needs. The Bureau may fix which of them are visits, and
/// which obtain information: definitions `company-visit` and `information-obtained`.
public enum CompanyContact: String, Sendable, CaseIterable, Choosable {
    case consultationInPerson = "consultation-in-person"
    case consultationOnline = "consultation-online"
    /// A hearing or consulting of 【Ｃ２】, which the call has done at the company.
    case hearing
    /// 伴走支援 of 【Ｄ３】④.
    case processConsultation = "process-consultation"

    public var label: LocalizedText {
        switch self {
        case .consultationInPerson: LocalizedText(ja: "対面の相談", en: "consultation in person")
        case .consultationOnline: LocalizedText(ja: "オンラインの相談", en: "consultation online")
        case .hearing: LocalizedText(ja: "ヒアリング", en: "hearing")
        case .processConsultation: LocalizedText(ja: "伴走支援", en: "process consultation")
        }
    }
}
