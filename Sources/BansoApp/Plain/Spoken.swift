import BansoDomain

/// A screen that can be read out: line by line, the most important first, without columns, marks and colours.
protocol Spoken: Screen {
    /// What it is about, in a line.
    func spokenTitle(_ context: Context) -> String

    /// What it shows, top to bottom.
    func spokenLines(_ context: Context) -> [SpokenLine]

    /// What is done to one row, so that its number has to be said with it.
    var rowActions: Set<Action> { get }

    /// Whose records a new one is about. A row that is selected without anybody seeing it is nobody's choice.
    var spokenSubject: OrganisationID? { get }
}

extension Spoken {
    var rowActions: Set<Action> { [] }
    var spokenSubject: OrganisationID? { nil }
}
