import BansoDomain

/// What tells two of one name apart, in a line.
enum HitWords {
    static func detail(_ hit: SearchHit, _ context: Context) -> String {
        let language = context.language
        let place = [hit.prefecture?.shortName(language) ?? "", hit.place].filter { !$0.isEmpty }
        let parts = [
            hit.contact, hit.day?.short(language) ?? "", place.joined(separator: " "),
            hit.organisationKind == .institution ? Organisation.Kind.institution.label(language) : "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
