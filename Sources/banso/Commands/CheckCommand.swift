import ArgumentParser
import BansoDomain
import BansoStore
import TerminalUI

/// Derives every count again from the records and compares; checks the file and the audit chain.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: told(
            "ファイル、監査記録、すべての集計を記録と照らし合わせます。", "Check the file, the audit trail and every count against the records."))

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.language
        let bar = ProgressBar(language: language)
        let report = try database.open(.readOnly).check(progress: bar.show)
        bar.clear()
        for finding in report.findings { print(visible(finding(language))) }
        guard report.isSound else { throw ExitCode(1) }
        print(language("問題はありません：記録と集計が一致しています", "all well: every count agrees with its records"))
    }
}
