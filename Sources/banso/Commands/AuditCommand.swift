import ArgumentParser
import BansoDomain
import BansoStore

/// The audit trail's chain.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The audit trail's chain of hashes.", subcommands: [VerifyCommand.self])

    struct VerifyCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Follow the chain; with --head, find a lost tail too.")

        @OptionGroup var database: DatabaseOption
        @OptionGroup var language: LanguageOption

        @Option(help: "The head that was noted down elsewhere.")
        var head: String?

        func run() throws {
            let language = language.language
            let store = try database.open(.readOnly)
            let report = try store.verifyAudit(head: head)
            for finding in report.findings { print(finding(language)) }
            guard report.findings.isEmpty else { throw ExitCode(1) }
            let current = try store.auditHead()
            print(language("監査記録は連続しています。先頭 \(current)", "the trail is whole; its head is \(current)"))
        }
    }
}
