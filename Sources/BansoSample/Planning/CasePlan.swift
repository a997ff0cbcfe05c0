import BansoDomain

/// A case study of the year: when work on it begins, and when it is done.
struct CasePlan {
    enum Subject {
        /// A company that posted, by its place.
        case poster(Int, EmploymentKind)
        case region(Int)
        /// A company of a prefecture, by its place there.
        case company(Int, place: Int)
    }

    let activity: ActivityID
    let subject: Subject
    let title: String
    let begun: ProgrammeDays.Date
    let done: ProgrammeDays.Date

    init(
        _ activity: ActivityID, _ subject: Subject, _ title: String, begun: (Int, Int), done: (Int, Int)
    ) {
        self.activity = activity
        self.subject = subject
        self.title = title
        self.begun = ProgrammeDays.Date(begun.0, begun.1)
        self.done = ProgrammeDays.Date(done.0, done.1)
    }

    static let all: [CasePlan] = [
        CasePlan("A5", .poster(0, .sideJob), "副業人材でＥＣの販路を広げる", begun: (9, 10), done: (10, 15)),
        CasePlan("A5", .poster(1, .sideJob), "週１日の専門家と進めた工程改善", begun: (9, 24), done: (11, 5)),
        CasePlan("A5", .poster(2, .regular), "合同説明会から迎えた管理者候補", begun: (10, 20), done: (11, 17)),
        CasePlan("A5", .poster(3, .sideJob), "副業人材とつくる自社ブランド", begun: (11, 4), done: (12, 10)),
        CasePlan("A5", .poster(4, .sideJob), "ＳＮＳ広報の内製化", begun: (11, 18), done: (12, 24)),
        CasePlan("A5", .poster(5, .sideJob), "原価の見える化を支えた外部人材", begun: (12, 8), done: (1, 22)),
        CasePlan("A5", .poster(6, .regular), "経理の中核を担う中途採用", begun: (1, 13), done: (2, 12)),
        CasePlan("A5", .poster(7, .sideJob), "生成ＡＩを現場で使いこなす", begun: (1, 26), done: (2, 26)),
        CasePlan("B4", .region(0), "筑豊地域 支援機関が手を組む採用応援", begun: (9, 18), done: (1, 8)),
        CasePlan("B4", .region(1), "天草地域 島の仕事を知ってもらう", begun: (11, 13), done: (1, 20)),
        CasePlan("B4", .region(2), "大隅地域 地域ぐるみの人材育成", begun: (12, 15), done: (3, 3)),
        CasePlan("C4", .company(40, place: 0), "留学生と歩む機械設計の現場", begun: (8, 18), done: (9, 22)),
        CasePlan("C4", .company(43, place: 0), "外国人技術者が開いた海外取引", begun: (9, 8), done: (10, 10)),
        CasePlan("C4", .company(42, place: 0), "やさしい日本語で変わる職場", begun: (9, 29), done: (10, 27)),
        CasePlan("C4", .company(40, place: 0), "留学生と歩む機械設計の現場 続編", begun: (10, 6), done: (11, 4)),
        CasePlan("C4", .company(46, place: 0), "住まいの支援から始める定着", begun: (10, 14), done: (11, 10)),
        CasePlan("C4", .company(44, place: 0), "評価の基準をともにつくる", begun: (11, 5), done: (12, 9)),
        CasePlan("C4", .company(45, place: 0), "社内の橋渡し役を育てる", begun: (11, 19), done: (12, 23)),
        CasePlan("C4", .company(41, place: 0), "高度外国人材と進める研究開発", begun: (12, 10), done: (1, 27)),
    ]
}
