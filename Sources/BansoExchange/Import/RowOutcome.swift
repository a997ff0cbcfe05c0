import BansoDomain

/// What became of a row that is not rejected.
enum RowOutcome: Hashable {
    case merged(MergeOutcome)
    case closed
    case history
}
