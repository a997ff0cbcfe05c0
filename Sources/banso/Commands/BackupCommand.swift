import ArgumentParser
import BansoDomain
import BansoStore

/// Copies the database while others work in it.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: told(
            "他の人の作業を止めずにデータベースをファイルへ写し、写しを検証します。",
            "Copy the database to a file while others go on working, and verify the copy."),
        discussion: told(
            "控えは cp ではなくこのコマンドで作成してください。作業中の変更は「データベース名-wal」にもあり、本体のファイルだけの写しには入りません。"
                + "戻すときは、全員が banso を閉じ、元のファイルを -wal、-shm と一緒に別の場所へ移してから、"
                + "控えを元の場所へ写します：banso backup 元の場所 --db 控え",
            """
            Copy with this command and not with cp: while somebody works, changes stand in FILE-wal too, and a copy of the \
            database's file alone lacks them. To go back to a backup, have everybody leave banso, move the file with its -wal \
            and -shm elsewhere, and copy the backup to its place: banso backup PLACE --db BACKUP
            """))

    @Argument(help: told("作るファイル。", "The file to make."), completion: .file())
    var file: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        try database.open().backup(to: file)
        print(language.language("\(file) に控えを作成しました", "made the backup \(file)"))
    }
}
