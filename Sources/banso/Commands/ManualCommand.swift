import ArgumentParser
import BansoApp
import BansoDomain
import BansoSample

/// The manual, made from what the program says of itself.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: told("マニュアルを出力します：banso manual | man -l -", "Print the manual page: banso manual | man -l -"))

    @OptionGroup var language: LanguageOption

    @Flag(help: told("キーの表だけを Markdown で。", "Only the tables of keys, as Markdown."))
    var keys = false

    func run() throws {
        let actor = Actor("banso")
        let manual = try DemoCommand.withDesk(companies: 60, by: actor) { store in
            let context = Context(
                catalogue: store.catalogue, language: language.language, today: Sample.usualDay,
                calendar: try Embedded.calendar(), actor: actor)
            return Manual(
                keys: try KeyTable(of: store, context), commands: try CommandTree.all(), language: language.language)
        }
        print(keys ? manual.markdown : manual.page, terminator: "")
    }
}
