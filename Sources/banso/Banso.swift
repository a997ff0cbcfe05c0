import ArgumentParser
import BansoDomain
import BansoStore
import Foundation
import TerminalUI

/// `banso`: parses, wires, delegates.
struct Banso: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "banso",
        abstract: told(
            "伴走：九州経済産業局の人材確保支援事業を進めるためのデスク。",
            "伴走: the desk from which METI Kyushu's employment-support programmes are run."),
        discussion: told(
            "コマンドなしではデスクを開きます：banso [--db FILE] [--lang ja|en] [--today DAY] [--theme NAME] [--as NAME]"
                + "（詳しくは banso help desk）。終了コード：" + ExitStatus.summary(.ja) + "。",
            "Without a command it opens the desk: banso [--db FILE] [--lang ja|en] [--today DAY] [--theme NAME] [--as NAME] "
                + "('banso help desk' says more). Exit codes: " + ExitStatus.summary(.en) + "."),
        version: "0.1.0",
        subcommands: [
            DeskCommand.self, DemoCommand.self, WallboardCommand.self, InitCommand.self, SampleCommand.self,
            ImportCommand.self, ExportCommand.self, ExportsCommand.self, AddCommand.self, EditCommand.self,
            EraseCommand.self,
            KPICommand.self, ExplainCommand.self, DefineCommand.self, ReportCommand.self,
            CheckCommand.self, BackupCommand.self, AuditCommand.self, ThemesCommand.self, DoctorCommand.self,
            ManualCommand.self,
        ],
        defaultSubcommand: DeskCommand.self)
}

@main
enum Entry {
    static func main() {
        // Every file the program makes is its owner's alone.
        umask(0o077)
        Store.shareHeap()
        EmbeddedAhead.shared.begin()
        do {
            var command = try command()
            try command.run()
            try StandardOutput.assertPrinted()
        } catch {
            leave(with: error)
        }
    }

    private static func command() throws -> any ParsableCommand {
        try DeskLine.command(CommandLine.arguments.dropFirst()) ?? Banso.parseAsRoot()
    }

    /// One line on stderr, of settings one for each that is wrong, that says what, where and what to do; the documented exit code.
    private static func leave(with error: any Error) -> Never {
        let language = Locale.ofRun
        switch error {
        case let error as CommandFailure:
            fail(([error.text] + error.others).map { $0(language) }, code: error.code)
        case let error as DeskError:
            fail([error.text(language)], code: (error.isAboutDatabase ? ExitStatus.database : .input).rawValue)
        default:
            let code = Banso.exitCode(for: error)
            if code == .success {
                print(CompletionScript.withDeskOptions(HelpText.worded(Banso.fullMessage(for: error), language)))
                end(with: 0)
            }
            if let code = error as? ExitCode { end(with: code.rawValue) }
            let message = Banso.message(for: error).split(separator: "\n").first.map(String.init) ?? "\(error)"
            fail([message + language("（使い方は banso help）", " (see 'banso help')")], code: ExitStatus.input.rawValue)
        }
    }

    /// Where something couldn't be printed, that is what the command ends with.
    private static func end(with code: Int32) -> Never {
        do {
            try StandardOutput.assertPrinted()
        } catch {
            leave(with: error)
        }
        exit(code)
    }

    private static func fail(_ lines: [String], code: Int32) -> Never {
        for line in lines { Output.warn("banso: " + line) }
        exit(code)
    }
}
