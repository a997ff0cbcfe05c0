import BansoDomain

/// What a command ends with.
enum ExitStatus: Int32, CaseIterable {
    case done, notHolding, input, database

    var meaning: LocalizedText {
        switch self {
        case .done: LocalizedText(ja: "完了", en: "done")
        case .notHolding: LocalizedText(ja: "調べたことが成り立たない", en: "what was checked does not hold")
        case .input: LocalizedText(ja: "引数や入力の誤り", en: "wrong arguments or input")
        case .database: LocalizedText(ja: "データベースが使えない", en: "the database can't be used")
        }
    }

    /// All of them in a line.
    static func summary(_ language: Language) -> String {
        allCases.map { "\($0.rawValue) \($0.meaning(language))" }.joined(separator: language("、", ", "))
    }
}
