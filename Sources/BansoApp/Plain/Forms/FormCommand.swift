import BansoDomain

/// What a line means while a form asks. A form takes text, so that few lines are commands, and each is a sign.
enum FormCommand: Hashable {
    /// Keeps what the field says and goes on.
    case keep
    case back, on
    /// To the end, to look it over and save.
    case end
    case empty
    /// Another draft of the form, or another new record beside this one.
    case other
    case leave, help
    case answer(String)

    /// With what an input method makes of the signs.
    private static let signs: [String: FormCommand] = [
        "": .keep, "<": .back, ">": .on, "!": .end, "-": .empty, "ー": .empty, "+": .other, ".": .leave, "。": .leave,
        "?": .help,
    ]

    init(_ line: String) {
        let text = Folding.stored(line)
        self = FormCommand.signs[Folding.typed(text)] ?? .answer(text)
    }
}
