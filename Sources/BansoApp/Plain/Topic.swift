import BansoDomain

/// What the conversation is about: a page that is read out, or a form that asks.
protocol Topic {
    /// The screen behind it.
    var top: any Screen { get }

    mutating func update(_ event: Event, _ context: Context) -> [Effect]
    mutating func load(from desk: any DeskReader, _ context: Context) throws

    /// Does what an action of the screen does.
    mutating func press(_ action: Action, _ context: Context) -> Reply

    /// What is said on coming to it.
    mutating func begin(_ context: Context) -> [String]

    /// What is said after a line was answered.
    /// - Parameter isReturn: whether something on top of it was left; else it was just heard.
    /// - Parameter isSilent: whether nothing was said yet.
    mutating func goOn(isReturn: Bool, isSilent: Bool, _ context: Context) -> [String]

    mutating func hear(_ line: String, _ desk: any DeskReader, _ context: Context) throws -> Reply
}

/// What comes of a line: what is said, and what is to be done.
struct Reply {
    var lines: [String] = []
    var effects: [Effect] = []
    /// Another page on top.
    var page: (any Spoken)?
    /// What is asked in the place of the page.
    var form: (any Asking)?
}
