import ArgumentParser
import Foundation

/// A command as the parser describes it, with those below it.
struct CommandTree: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [CommandTree]?

    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
            var spelled: String { (kind == "long" ? "--" : "-") + name }
        }

        var kind: String
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var defaultValue: String?
        var shouldDisplay: Bool
        var isRepeating: Bool

        /// `--db DB`, `--once`, `FILE`.
        var spelled: String {
            let value = kind == "flag" ? [] : [(valueName ?? "").uppercased() + (isRepeating ? " …" : "")]
            return ((names ?? []).map(\.spelled) + value).joined(separator: " ")
        }
    }

    private struct Dump: Decodable { var command: CommandTree }

    /// What the parser adds to every command by itself.
    private static let standing: Set<String> = ["help", "version"]

    static func all() throws -> CommandTree {
        try JSONDecoder().decode(Dump.self, from: Data(Banso._dumpHelp().utf8)).command.withoutStanding
    }

    private var withoutStanding: CommandTree {
        var command = self
        command.arguments = arguments?.filter { argument in
            argument.shouldDisplay && !(argument.names ?? []).contains { Self.standing.contains($0.name) }
        }
        command.subcommands = subcommands?.filter { !Self.standing.contains($0.commandName) }.map(\.withoutStanding)
        return command
    }

    /// Itself and those below it, each with its whole name behind the program's.
    func named(after parent: String = "") -> [(name: String, command: CommandTree)] {
        let name = parent.isEmpty ? commandName : parent + " " + commandName
        return [(name, self)] + (subcommands ?? []).flatMap { $0.named(after: name) }
    }
}
