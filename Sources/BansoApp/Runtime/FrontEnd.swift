import BansoDomain

/// How screens come to a person: drawn on a terminal, or read out in lines. What they ask for a `Performer` does.
protocol FrontEnd: AnyObject {
    /// The screen that the person has before them.
    var top: any Screen { get }
    /// Whether a form is open, in front of the person or below that.
    var hasForm: Bool { get }

    func open(_ destination: Destination)
    /// Leaves the top screen for the one below.
    func close()
    func quit()
    func say(_ message: Message)
    /// That the database can't be used, for now or any more.
    func report(_ error: DeskError)

    /// Shows how far a write of many records is.
    /// - Returns: whether the person wants it to end, so that nothing of it stays.
    func isGivenUp(_ write: Write, percent: Int, secondsLeft: Int?) -> Bool

    /// Tells the top screen.
    func tell(_ event: Event) -> [Effect]
    /// Does what an action of the top screen does.
    func press(_ action: Action)
    /// Reads everything anew that the person has before them.
    func load() throws
    /// Does what only makes sense where there is a screen to look at.
    func show(_ effect: Effect)
}
