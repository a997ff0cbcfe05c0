import ArgumentParser

/// What is reported to the Bureau.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: told("局への報告を出力・確定します。", "Print or freeze the reports for the Bureau."),
        subcommands: [MonthlyReportCommand.self, FinalReportCommand.self, CaseReportCommand.self])
}
