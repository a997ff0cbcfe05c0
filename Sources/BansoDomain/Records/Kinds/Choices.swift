/// Whether a company is one that the call is for (seed Ⅸ: 中小企業者, neither 大企業 nor みなし大企業).
public enum Eligibility: String, Choosable {
    case unknown, eligible
    case large
    case deemedLarge = "deemed-large"
    case other = "not-eligible"

    public var label: LocalizedText {
        switch self {
        case .unknown: LocalizedText(ja: "未確認", en: "unknown")
        case .eligible: LocalizedText(ja: "適格", en: "eligible")
        case .large: LocalizedText(ja: "大企業", en: "large firm")
        case .deemedLarge: LocalizedText(ja: "みなし大企業", en: "deemed large")
        case .other: LocalizedText(ja: "対象外", en: "not eligible")
        }
    }
}

/// The kinds of 経営支援機関.
public enum InstitutionKind: String, Choosable {
    case chamber, municipality, bank
    case tradeBody = "trade-body"
    case school
    case supporter

    public var label: LocalizedText {
        switch self {
        case .chamber: LocalizedText(ja: "商工団体", en: "chamber")
        case .municipality: LocalizedText(ja: "自治体", en: "municipality")
        case .bank: LocalizedText(ja: "地域金融機関", en: "regional bank")
        case .tradeBody: LocalizedText(ja: "業界団体", en: "trade body")
        case .school: LocalizedText(ja: "学校・大学", en: "school or university")
        case .supporter: LocalizedText(ja: "民間支援者", en: "private supporter")
        }
    }
}

/// What a person is described by; several at once.
public enum TalentTag: String, Choosable {
    case young, women, senior
    case foreign, professional, digital

    public var label: LocalizedText {
        switch self {
        case .young: LocalizedText(ja: "若者", en: "young")
        case .women: LocalizedText(ja: "女性", en: "women")
        case .senior: LocalizedText(ja: "シニア", en: "senior")
        case .foreign: LocalizedText(ja: "高度外国人材", en: "highly skilled foreign talent")
        case .professional: LocalizedText(ja: "プロフェッショナル", en: "professional")
        case .digital: LocalizedText(ja: "デジタル推進人材", en: "digital talent")
        }
    }
}

/// A region's way into 【Ｂ３】: 公募 and 選定.
public enum RegionStatus: String, Choosable {
    case candidate, applied, selected

    public var label: LocalizedText {
        switch self {
        case .candidate: LocalizedText(ja: "候補", en: "candidate")
        case .applied: LocalizedText(ja: "応募", en: "applied")
        case .selected: LocalizedText(ja: "選定", en: "selected")
        }
    }
}

public enum EventStatus: String, Choosable {
    case planned, held, cancelled

    public var label: LocalizedText {
        switch self {
        case .planned: LocalizedText(ja: "予定", en: "planned")
        case .held: LocalizedText(ja: "開催済み", en: "held")
        case .cancelled: LocalizedText(ja: "中止", en: "cancelled")
        }
    }
}

public enum EventMode: String, Choosable {
    case inPerson = "in-person"
    case online, hybrid

    public var label: LocalizedText {
        switch self {
        case .inPerson: LocalizedText(ja: "対面", en: "in person")
        case .online: LocalizedText(ja: "オンライン", en: "online")
        case .hybrid: LocalizedText(ja: "対面とオンライン", en: "hybrid")
        }
    }
}

/// The only two tools that online events may use (seed: Microsoft Teams 又は Cisco Webex Meetings).
public enum OnlineTool: String, Choosable {
    case teams, webex

    public var label: LocalizedText {
        switch self {
        case .teams: LocalizedText(ja: "Microsoft Teams", en: "Microsoft Teams")
        case .webex: LocalizedText(ja: "Cisco Webex Meetings", en: "Cisco Webex Meetings")
        }
    }
}

public enum Presence: String, Choosable {
    case registered, attended
    case noShow = "no-show"

    public var label: LocalizedText {
        switch self {
        case .registered: LocalizedText(ja: "申込", en: "registered")
        case .attended: LocalizedText(ja: "参加", en: "attended")
        case .noShow: LocalizedText(ja: "欠席", en: "no-show")
        }
    }
}

public enum AttendanceRole: String, Choosable {
    case participant, presenter, sender, receiver

    public var label: LocalizedText {
        switch self {
        case .participant: LocalizedText(ja: "参加者", en: "participant")
        case .presenter: LocalizedText(ja: "プレゼン", en: "presenter")
        case .sender: LocalizedText(ja: "派遣側", en: "sender")
        case .receiver: LocalizedText(ja: "受入側", en: "receiver")
        }
    }
}

/// How people are to be employed: by a posting, or as a case study tells.
public enum EmploymentKind: String, Choosable {
    case sideJob = "side-job"
    case regular

    public var label: LocalizedText {
        switch self {
        case .sideJob: LocalizedText(ja: "副業・兼業", en: "side job")
        case .regular: LocalizedText(ja: "正社員", en: "regular")
        }
    }
}

public enum InterviewStatus: String, Choosable {
    case arranged, held, cancelled

    public var label: LocalizedText {
        switch self {
        case .arranged: LocalizedText(ja: "設定済み", en: "arranged")
        case .held: LocalizedText(ja: "実施済み", en: "held")
        case .cancelled: LocalizedText(ja: "中止", en: "cancelled")
        }
    }
}

/// What an interview was: D4-② names online meetings, visits and internships besides.
public enum InterviewKind: String, Choosable {
    case interview, visit, internship

    public var label: LocalizedText {
        switch self {
        case .interview: LocalizedText(ja: "面接", en: "interview")
        case .visit: LocalizedText(ja: "職場見学", en: "visit")
        case .internship: LocalizedText(ja: "インターンシップ", en: "internship")
        }
    }
}

public enum HearingKind: String, Choosable {
    case hearing, consulting

    public var label: LocalizedText {
        switch self {
        case .hearing: LocalizedText(ja: "ヒアリング", en: "hearing")
        case .consulting: LocalizedText(ja: "コンサルティング", en: "consulting")
        }
    }
}

/// Whom a training is for (seed 【Ｃ４】: 従業員に対する研修, 内定・採用者向け研修).
public enum TrainingAudience: String, Choosable {
    case staff, hires

    public var label: LocalizedText {
        switch self {
        case .staff: LocalizedText(ja: "従業員向け", en: "staff")
        case .hires: LocalizedText(ja: "内定・採用者向け", en: "hires")
        }
    }
}

public enum CaseStatus: String, Choosable {
    case draft, done

    public var label: LocalizedText {
        switch self {
        case .draft: LocalizedText(ja: "作成中", en: "draft")
        case .done: LocalizedText(ja: "完成", en: "done")
        }
    }
}

extension Organisation.Kind: Choosable {}
extension Consultation.Mode: Choosable {}
extension PipelineEntry.Side: Choosable {}
