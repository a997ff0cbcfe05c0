import BansoDomain

/// The page a desk begins with.
public enum StartPage: Hashable, Sendable {
    case today, overview, matching
    case pipeline(PipelineID)

    /// The page of this name, upper or lower case; nil where there is none.
    public init?(named name: String, _ catalogue: Catalogue) {
        guard let page = StartPage.all(catalogue).first(where: { $0.name.lowercased() == name.lowercased() }) else {
            return nil
        }
        self = page
    }

    public static func names(_ catalogue: Catalogue) -> [String] { all(catalogue).map(\.name) }

    private static func all(_ catalogue: Catalogue) -> [StartPage] {
        [.today, .overview] + catalogue.pipelines.map { .pipeline($0.id) } + [.matching]
    }

    private var name: String {
        switch self {
        case .today: "today"
        case .overview: "overview"
        case .matching: "matching"
        case .pipeline(let id): id.text
        }
    }

    var destination: Destination {
        switch self {
        case .today: .today
        case .overview: .overview
        case .matching: .matching
        case .pipeline(let id): .pipeline(id)
        }
    }
}
