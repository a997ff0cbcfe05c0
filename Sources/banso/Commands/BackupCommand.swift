import ArgumentParser
import BansoDomain
import BansoStore

/// Copies the database while others work in it.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: told(
            "他の人の作業を止めずにデータベースをファイルへ写し、写しを検証します。",
            "Copy the database to a file while others go on working, and verify the copy."))

    @Argument(help: told("作るファイル。", "The file to make."))
    var file: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        try database.open().backup(to: file)
        print(language.language("\(file) に控えを作成しました", "made the backup \(file)"))
    }
}
