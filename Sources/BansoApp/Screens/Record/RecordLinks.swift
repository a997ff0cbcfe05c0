import BansoDomain

/// Where a record's references lead.
enum RecordLinks {
    /// The organisation that a record is about: its own, or its posting's; nil where it is nobody's.
    static func organisation(of key: RecordKey, _ desk: any DeskReader) throws -> OrganisationID? {
        switch key.kind {
        case .organisation: return OrganisationID(key.id)
        case .application:
            guard let posting = try desk.record(key)?.record["posting"].number else { return nil }
            return try organisation(of: RecordKey(.posting, posting), desk)
        default:
            guard let index = key.kind.organisationIndex else { return nil }
            return try desk.record(key)?.record.values[index].number.map { OrganisationID($0) }
        }
    }

    /// Whether a record of that kind can be an organisation's.
    static func canLeadToOrganisation(_ kind: RecordKind) -> Bool {
        [.organisation, .application].contains(kind) || kind.organisationIndex != nil
    }

    /// The record that a field's value names; nil where it names none.
    static func target(of value: FieldValue, in field: RecordField) -> RecordKey? {
        guard case .reference(let kind) = field.kind, let number = value.number else { return nil }
        return RecordKey(kind, number)
    }
}
