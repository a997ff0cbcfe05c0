/// What becomes of a row of a file that is imported.
public enum ImportOutcome: UInt8, Hashable, Sendable, CaseIterable {
    case created, updated, unchanged, conflict, rejected
    /// A corporation that is closed or whose number was taken back.
    case closed
    /// An earlier state of a corporation.
    case history

    /// As `--format json` names it.
    public var name: String {
        switch self {
        case .created: "create"
        case .updated: "update"
        case .unchanged: "unchanged"
        case .conflict: "conflict"
        case .rejected: "reject"
        case .closed: "closed"
        case .history: "history"
        }
    }

    public var label: LocalizedText {
        switch self {
        case .created: LocalizedText(ja: "新規", en: "new")
        case .updated: LocalizedText(ja: "更新", en: "update")
        case .unchanged: LocalizedText(ja: "変更なし", en: "unchanged")
        case .conflict: LocalizedText(ja: "要確認", en: "to decide")
        case .rejected: LocalizedText(ja: "取り込めない", en: "reject")
        case .closed: LocalizedText(ja: "閉鎖", en: "closed")
        case .history: LocalizedText(ja: "履歴", en: "history")
        }
    }
}
