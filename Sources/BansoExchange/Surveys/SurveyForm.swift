import BansoDomain

/// What a service for surveys puts before the questions of its exports, and what the questions mean.
enum SurveyForm {
    case microsoft, google

    /// What a column of such an export is.
    enum Column: Hashable {
        case date, score, insight, behaviourChange, comment, organisation, corporateNumber
        /// What the service adds: who answered and when they began.
        case ignored
    }

    /// By the first headings of the file; nil where it is no such export.
    init?(_ names: [String]) {
        let first = names.prefix(3).map(Folding.typed)
        switch first {
        case ["id", "開始時刻", "完了時刻"], ["id", "start time", "completion time"]: self = .microsoft
        case _ where first.first == "タイムスタンプ" || first.first == "timestamp": self = .google
        default: return nil
        }
    }

    /// - Returns: nil where the words say nothing, or several things.
    func column(_ name: String) -> Column? {
        let folded = Folding.typed(name)
        switch folded {
        case "完了時刻", "completion time", "タイムスタンプ", "timestamp": return .date
        case "id", "開始時刻", "start time", "メール", "email", "名前", "name", "最終変更時刻", "last modified time", "合計点",
            "total points", "クイズのフィードバック", "quiz feedback", "メールアドレス", "email address", "ユーザー名", "username", "言語",
            "language", "スコア":
            return .ignored
        default: break
        }
        let found = SurveyForm.words.filter { _, words in words.contains { folded.contains($0) } }.map(\.column)
        return found.count == 1 ? found[0] : nil
    }

    private static let words: [(column: Column, words: [String])] = [
        (.corporateNumber, ["法人番号", "corporate number"]),
        (
            .organisation,
            [
                "会社名", "企業名", "貴社名", "御社名", "法人名", "事業所名", "団体名", "機関名", "所属", "company", "organisation",
                "organization",
            ]
        ),
        (.score, ["満足", "satisf"]),
        (.insight, ["気づき", "気付き", "insight"]),
        (.behaviourChange, ["行動変容", "行動の変化", "行動を変え", "行動が変わ", "取り組み", "取組", "behaviour", "behavior"]),
        (.comment, ["自由記述", "自由記入", "ご意見", "ご感想", "感想", "コメント", "comment", "feedback"]),
    ]
}

extension SurveyForm.Column {
    /// As a file of survey answers has it; nil where it is left out.
    var content: FileColumn.Content? {
        let kind = RecordKind.surveyAnswer
        func place(_ field: String) -> Int { kind.index(of: field) ?? 0 }
        switch self {
        case .date: return .value(place("date"))
        case .score: return .value(place("score"))
        case .insight: return .value(place("insight"))
        case .behaviourChange: return .value(place("behaviour_change"))
        case .comment: return .value(place("comment"))
        case .organisation: return .name(place("organisation"))
        case .corporateNumber: return .corporateNumber(place("organisation"))
        case .ignored: return nil
        }
    }
}
