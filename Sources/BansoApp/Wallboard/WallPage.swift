import BansoDomain

/// A page of the wallboard.
public enum WallPage: Hashable, Sendable {
    case overview
    case pipeline(PipelineID)
    /// What is due, without a name.
    case deadlines

    /// All pages, in the order in which they rotate where nothing hurts.
    public static func all(_ catalogue: Catalogue) -> [WallPage] {
        [.overview] + catalogue.pipelines.map { .pipeline($0.id) } + [.deadlines]
    }

    /// The page called `name` (overview, A, A3 …, deadlines), upper or lower case; nil where there is none.
    public init?(named name: String, _ catalogue: Catalogue) {
        guard let page = WallPage.all(catalogue).first(where: { $0.name.lowercased() == name.lowercased() }) else {
            return nil
        }
        self = page
    }

    public var name: String {
        switch self {
        case .overview: "overview"
        case .pipeline(let id): id.text
        case .deadlines: "deadlines"
        }
    }
}
