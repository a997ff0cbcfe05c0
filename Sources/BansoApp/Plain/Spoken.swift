import BansoDomain

/// A screen that can be read out: line by line, the most important first, without columns, marks and colours.
protocol Spoken: Screen {
    /// What it is about, in a line.
    func spokenTitle(_ context: Context) -> String

    /// What it shows, top to bottom.
    func spokenLines(_ context: Context) -> [SpokenLine]

    /// What is done to one row, so that its number has to be said with it.
    var rowActions: Set<Action> { get }

    /// What is done to all rows that are ticked, so that no number goes with it.
    var tickedActions: Set<Action> { get }

    /// What the number of a row does once the row is selected; nil where that is all.
    var openAction: Action? { get }

    /// Whose records a new one is about. A row that is selected without anybody seeing it is nobody's choice.
    var spokenSubject: OrganisationID? { get }

    /// What can be done, by letter or by name.
    func spokenBindings(_ context: Context) -> [Binding]

    /// What an action did that a screen shows by a mark alone.
    func spokenNote(after action: Action, _ context: Context) -> String?

    /// Turns to what is read out: a table rather than a board, a roster rather than its door.
    mutating func turnToSpeech(_ context: Context)

    /// Takes a step back inside.
    /// - Returns: false where there is none, and it is left.
    mutating func goBack(_ context: Context) -> Bool
}

extension Spoken {
    var rowActions: Set<Action> { [] }
    var tickedActions: Set<Action> { [] }
    var openAction: Action? { .open }
    var spokenSubject: OrganisationID? { nil }
    func spokenBindings(_ context: Context) -> [Binding] { bindings(context) }
    func spokenNote(after action: Action, _ context: Context) -> String? { nil }
    mutating func turnToSpeech(_ context: Context) {}
    mutating func goBack(_ context: Context) -> Bool { false }
}
