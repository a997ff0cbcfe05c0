import BansoDomain

/// The desk's command line where it is a plain one: options that the desk has, each with its value. To read it with the parser
/// of all commands takes a sixth of the time to the first frame. What is anything else is left to that parser, which alone
/// refuses, helps and completes.
enum DeskLine {
    /// - Parameter words: without the program's name.
    /// - Returns: nil where the parser has to read it.
    static func command(_ words: ArraySlice<String>) -> DeskCommand? {
        var (database, language, look) = (DatabaseOption(), LanguageOption(), LookOption())
        var (today, actor, plain) = (TodayOption(), ActorOption(), PlainOption())
        (database.path, language.explicit, today.explicit, actor.name) = (nil, nil, nil, nil)
        (look.theme, look.ambiguous, look.isASCII, look.hasMouse, plain.isPlain) = (nil, nil, false, false, false)
        var rest = words
        while let word = rest.popFirst() {
            switch word {
            case "--ascii": look.isASCII = true
            case "--mouse": look.hasMouse = true
            case "--plain": plain.isPlain = true
            default:
                guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
                switch word {
                case "--db": database.path = value
                case "--today": today.explicit = GivenDay(argument: value)
                case "--as": actor.name = value
                case "--theme": look.theme = value
                case "--ambiguous": look.ambiguous = value
                case "--lang":
                    guard let named = Language(rawValue: value) else { return nil }
                    language.explicit = named
                default: return nil
                }
            }
        }
        guard (try? look.validate()) != nil else { return nil }
        var desk = DeskCommand()
        (desk.database, desk.language, desk.look) = (database, language, look)
        (desk.today, desk.actor, desk.plain) = (today, actor, plain)
        return desk
    }
}
