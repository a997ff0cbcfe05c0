/// Whether a constraint holds for what has been counted, and what is missing.
public struct ConstraintCheck: Hashable, Sendable {
    public var rule: Constraint.Rule
    public var isMet: Bool
    public var detail: LocalizedText

    /// Rules that decide row by row whether a record counts (no prefecture twice, not in Beppu …) hold by construction:
    /// what breaks them is excluded. The others look at what has been counted.
    public init(_ constraint: Constraint, tally: Tally, prefectures: [Prefecture]) {
        rule = constraint.rule
        switch constraint.rule {
        case .eachActivity:
            let missing = constraint.activities.filter { (tally.byActivity[$0] ?? 0) < constraint.minimum }
            isMet = missing.isEmpty
            detail = ConstraintCheck.detail(constraint, missing: missing.map(\.text), missing.map(\.text))
        case .everyPrefecture:
            let missing = prefectures.filter { (tally.byPrefecture[$0] ?? 0) < constraint.minimum }
            isMet = missing.isEmpty
            detail = ConstraintCheck.detail(
                constraint, missing: missing.map(\.shortName.ja), missing.map(\.shortName.en))
        case .parts:
            let found = tally.count(ofParts: constraint.parts)
            isMet = found >= constraint.minimum
            detail = ConstraintCheck.detail(constraint, found: found)
        case .regions:
            isMet = tally.parts.count >= constraint.minimum
            detail = ConstraintCheck.detail(constraint, found: tally.parts.count)
        default:
            isMet = true
            detail = constraint.label
        }
    }

    private static func detail(_ constraint: Constraint, missing ja: [String], _ en: [String]) -> LocalizedText {
        guard !ja.isEmpty else { return constraint.label }
        return LocalizedText(
            ja: constraint.label.ja + "：未達 " + ja.joined(separator: "・"),
            en: constraint.label.en + ": missing " + en.joined(separator: ", "))
    }

    private static func detail(_ constraint: Constraint, found: Int) -> LocalizedText {
        guard found < constraint.minimum else { return constraint.label }
        return LocalizedText(
            ja: constraint.label.ja + "：未達 \(found)/\(constraint.minimum)",
            en: constraint.label.en + ": \(found) of \(constraint.minimum)")
    }
}
