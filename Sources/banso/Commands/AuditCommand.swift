import ArgumentParser
import BansoDomain
import BansoStore

/// The audit trail's chain.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: told("監査記録のハッシュの連なりを調べます。", "The audit trail's chain of hashes."),
        subcommands: [VerifyCommand.self])

    struct VerifyCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: told(
                "連なりを先頭からたどります。--head があれば末尾が失われていないかも調べます。", "Follow the chain; with --head, find a lost tail too."))

        @OptionGroup var database: DatabaseOption
        @OptionGroup var language: LanguageOption

        @Option(help: told("別の場所に控えておいた末尾のハッシュ。", "The head that was noted down elsewhere."))
        var head: String?

        func run() throws {
            let language = language.language
            let noted = try head.map { text in
                guard let head = AuditHead(text) else {
                    throw CommandFailure(
                        "--head は 番号:ハッシュ の形です", "--head is NUMBER:HASH, as 'banso audit verify' prints it")
                }
                return head
            }
            let store = try database.open(.readOnly)
            let verdict = try store.verifyAudit(head: noted)
            if let flaw = verdict.flaw {
                print(flaw.text(language))
                throw ExitCode(1)
            }
            let current = try store.auditHead()?.text ?? "–"
            let erased =
                verdict.erased == 0
                ? ""
                : language(
                    "（うち内容を消去したもの\(verdict.erased)件）", " (\(verdict.erased) of them without their texts: erased)")
            print(
                language(
                    "監査記録\(verdict.entries)件\(erased)は連続しています。先頭 \(current)",
                    "the trail of \(verdict.entries) entries\(erased) is whole; its head is \(current)"))
        }
    }
}
