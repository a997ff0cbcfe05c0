import BansoDomain

/// Where records of a kind are found.
enum SearchSource {
    case organisations, contacts, talent, events, postings, postingsOfOrganisations
    /// A small table by its names.
    case names(RecordKind)

    static func all(_ kind: RecordKind) -> [SearchSource] {
        switch kind {
        case .organisation: [.organisations, .contacts]
        case .talent: [.talent]
        case .event: [.events]
        case .posting: [.postings, .postingsOfOrganisations]
        case .region, .coordinator: [.names(kind)]
        default: []
        }
    }

    /// What is found.
    var kind: RecordKind {
        switch self {
        case .organisations, .contacts: .organisation
        case .talent: .talent
        case .events: .event
        case .postings, .postingsOfOrganisations: .posting
        case .names(let kind): kind
        }
    }

    var isOfOrganisations: Bool { kind == .organisation }

    /// Number, key, place (of `KeyPlace`) and contact of those that hold `?1`, at most `?2`, the best first.
    /// - Parameter isFiltered: only organisations of the kind `?3`.
    func sql(isFiltered: Bool) -> String {
        switch self {
        case .organisations:
            """
            SELECT id, search_key AS folded, banso_match(search_key, match_key, ?1) AS place, NULL
            FROM organisation INDEXED BY organisation_search
            WHERE banso_match(search_key, match_key, ?1)\(isFiltered ? " AND kind = ?3" : "")
            ORDER BY place, folded, id LIMIT ?2
            """
        case .contacts:
            // Each organisation once, by the best of its contacts, and only where it isn't found by itself.
            """
            SELECT organisation, substr(best, 2) AS folded, CAST(substr(best, 1, 1) AS INTEGER) AS place, id FROM (
                SELECT c.organisation, min(banso_match(c.search_key, '', ?1) || c.search_key) AS best, c.id
                FROM contact AS c INDEXED BY contact_search CROSS JOIN organisation AS o ON o.id = c.organisation
                WHERE banso_match(c.search_key, '', ?1)
                    AND NOT banso_match(o.search_key, o.match_key, ?1)\(isFiltered ? " AND o.kind = ?3" : "")
                GROUP BY c.organisation)
            ORDER BY place, folded, organisation LIMIT ?2
            """
        case .talent:
            """
            SELECT id, search_key AS folded, banso_match(search_key, match_key, ?1) AS place, NULL
            FROM talent INDEXED BY talent_search
            WHERE banso_match(search_key, match_key, ?1) ORDER BY place, folded, id LIMIT ?2
            """
        case .events, .postings:
            """
            SELECT id, search_key AS folded, banso_match(search_key, '', ?1) AS place, NULL
            FROM \(kind.rawValue) INDEXED BY \(kind.rawValue)_search
            WHERE banso_match(search_key, '', ?1) ORDER BY place, folded, id LIMIT ?2
            """
        case .postingsOfOrganisations:
            """
            SELECT p.id, o.search_key AS folded, banso_match(o.search_key, o.match_key, ?1) AS place, NULL
            FROM organisation AS o INDEXED BY organisation_search CROSS JOIN posting AS p ON p.organisation = o.id
            WHERE banso_match(o.search_key, o.match_key, ?1) ORDER BY place, folded, p.id LIMIT ?2
            """
        case .names: ""
        }
    }

    /// Kind, name, kana, corporate number, prefecture, place and day of the record `?`; nil for kinds that aren't searched.
    static func shown(_ kind: RecordKind) -> String? {
        switch kind {
        case .organisation:
            "SELECT kind, name, kana, corporate_number, prefecture, municipality, NULL FROM organisation WHERE id = ?"
        case .talent: "SELECT NULL, name, kana, NULL, prefecture, '', NULL FROM talent WHERE id = ?"
        case .event: "SELECT NULL, theme, '', NULL, prefecture, activity, date FROM event WHERE id = ?"
        case .region: "SELECT NULL, name, '', NULL, prefecture, '', NULL FROM region WHERE id = ?"
        case .coordinator: "SELECT NULL, name, '', NULL, NULL, '', NULL FROM coordinator WHERE id = ?"
        case .posting:
            """
            SELECT NULL, p.title, '', NULL, o.prefecture, o.name, p.date
            FROM posting AS p JOIN organisation AS o ON o.id = p.organisation WHERE p.id = ?
            """
        default: nil
        }
    }
}
