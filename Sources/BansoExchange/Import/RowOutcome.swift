import BansoDomain

/// What became of a row that is not rejected.
enum RowOutcome: Hashable {
    case merged(MergeOutcome, RecordKey)
    case closed
    case history

    var outcome: ImportOutcome {
        switch self {
        case .merged(.created, _): .created
        case .merged(.updated, _): .updated
        case .merged(.unchanged, _): .unchanged
        case .closed: .closed
        case .history: .history
        }
    }

    var key: RecordKey? {
        if case .merged(_, let key) = self { key } else { nil }
    }
}
