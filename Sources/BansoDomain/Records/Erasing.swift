/// What goes and what stays of the records about somebody whose data is to be erased (個人情報保護法 第35条).
///
/// Every record stays under its number, so that what was counted and reported still holds; what is left says nothing about
/// who it was.
///
/// - Of a person nothing stays: no indicator asks what a person is, only what they took part in.
/// - Of an organisation stays what counting asks for: that it is a company or an institution and of which kind, its
///   prefecture, its eligibility, its office in the district.
/// - Of the records about them stay days, kinds, stages, grades, numbers and references, of an eligibility check the answers
///   that its verdict follows from; what is written in somebody's own words goes.
/// - Whom one talks to at an organisation goes as a whole: nothing is counted from it, and nothing refers to it.
public enum Erasing {
    /// What stands in the place of a name.
    public static let name = "消去済み"

    /// Whose data can be erased.
    public static let subjects: [RecordKind] = [.talent, .organisation, .contact]

    public static func isErased(_ text: String) -> Bool { text.hasPrefix(name) }

    /// Whether a record of the kind goes as a whole.
    public static func isRemoved(_ kind: RecordKind) -> Bool { kind == .contact }

    /// What is left of a record.
    /// - Parameters:
    ///   - id: its number; tells it apart where something has to.
    ///   - isSubject: whether it is theirs, rather than one about them.
    public static func anonymous(_ record: Record, id: Int64, isSubject: Bool) -> Record {
        var left = record
        for (place, field) in record.kind.fields.enumerated() where goes(field, of: record.kind, isSubject: isSubject) {
            let value = record.values[place]
            guard value != .none, value != .text(""), !(value.text.map(isErased) ?? false) else { continue }
            let isNeeded = field.isRequired || distinguishing.contains(field.id)
            left.values[place] = isNeeded ? .text("\(name) #\(id)") : field.initial
        }
        return left
    }

    /// Fields by which the schema tells records apart.
    private static let distinguishing: Set<String> = ["attendee", "project"]

    private static let counted: Set<String> = [
        "kind", "prefecture", "eligibility", "district_office", "institution_kind",
    ]

    private static func goes(_ field: RecordField, of kind: RecordKind, isSubject: Bool) -> Bool {
        switch kind {
        case .organisation where isSubject: !counted.contains(field.id)
        case _ where isSubject: true
        // Without its text there is nothing to be done by a day.
        case .pipelineEntry: field.isOwnWords || field.id == "next_due"
        default: field.isOwnWords
        }
    }
}
