import ArgumentParser

/// Of a report that is only read: whose it is, as what and where to.
struct PageOptions: ParsableArguments {
    @Option(
        help: told("この事業区分だけ：A、B、C、D。", "Only this programme: A, B, C or D."), completion: .list(["A", "B", "C", "D"]))
    var programme: String?

    @Option(help: told("md、pdf（LibreOffice を使います）。", "md or pdf (through LibreOffice)."))
    var format = PageFormat.md

    @Option(help: told("作るファイル（なければ画面に出力）。", "The file to make (else it is printed)."), completion: .file())
    var out: String?

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var asOf: AsOfOption
}

/// What a report that is only read is written as.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
    case md, pdf

    var format: ReportFormat { self == .md ? .md : .pdf }
}
