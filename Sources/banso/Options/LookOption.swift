import ArgumentParser
import BansoCatalogue
import BansoDomain
import BansoThemes
import CursesTerminal
import Foundation
import TerminalUI

/// How a screen looks.
struct LookOption: ParsableArguments {
    @Option(name: .customLong("theme"), help: "A theme's name (see 'banso themes').")
    var theme = "dark"

    @Flag(name: .customLong("ascii"), help: "Draw bars and marks with ASCII only.")
    var isASCII = false

    func validate() throws {
        guard Themes.names.contains(theme) else {
            throw ValidationError("no theme called \(theme); there are " + Themes.names.joined(separator: ", "))
        }
    }

    var glyphs: Glyphs { isASCII ? .ascii : .unicode }

    func load() throws -> Theme {
        do {
            return try Themes.named(theme)
        } catch {
            throw CommandFailure(error)
        }
    }
}
