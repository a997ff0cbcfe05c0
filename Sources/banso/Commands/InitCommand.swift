import ArgumentParser
import BansoCatalogue
import BansoDomain
import BansoStore
import Foundation

/// Makes a new database with a year's catalogue in it.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: told("事業のカタログで新しいデータベースを作ります。", "Make a new database with the programme's catalogue."))

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption

    @Option(
        name: .customLong("catalogue"),
        help: told("別の年度のカタログ（TOML。なければ令和7年度）。", "Another year's catalogue, a TOML file (else R7's own)."),
        completion: .file(extensions: ["toml"]))
    var file: String?

    func run() throws {
        let text = try file.map(InitCommand.read) ?? CatalogueFile.embedded
        let catalogue = try InitCommand.parse(text, file: file ?? "r7-kyushu.toml")
        try Store.create(at: database.resolved, catalogueText: text, catalogue: catalogue).close()
        let path = database.resolved
        let count = catalogue.indicators.count
        print(
            language.language(
                "\(path) を作成しました：\(catalogue.title.ja)、指標\(count)件",
                "made \(path): \(catalogue.title.en), \(count) indicators"))
    }

    private static func read(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(
                "\(path) を読めません（場所と権限を確かめてください）", "can't read \(path); check the path and its permissions")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure("\(path) は UTF-8 の文字列ではありません", "\(path) is not UTF-8 text")
        }
        return text
    }

    static func parse(_ text: String, file: String) throws -> Catalogue {
        if let ahead = EmbeddedAhead.shared.catalogue(of: text) { return ahead }
        do {
            return try CatalogueFile.parse(text, file: file)
        } catch {
            throw CommandFailure(error)
        }
    }
}
