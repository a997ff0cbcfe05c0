import ArgumentParser
import BansoDomain
import BansoExchange
import BansoStore
import Foundation

extension ExportEncoding: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}

/// Writes every record of a kind into a file that `banso import` reads.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: told("一種類の記録を CSV、JSON、xlsx に書き出します。", "Export records of one kind as CSV, JSON or xlsx."),
        discussion: told(
            """
            種類：\(KindName.all)。

            ファイルは 0600 で、丸ごとできるか何もできないかです。既にあるファイルは上書きしません。個人情報（氏名、連絡先、\
            備考）は目的があるときだけ書き出し、書き出し台帳（banso exports）に残ります。
            """,
            """
            Kinds: \(KindName.all).

            A file is 0600 and there whole or not at all; one that is already there is never replaced. Personal data (names \
            of people, contacts, notes) goes out for a purpose only, and is entered in the export ledger: 'banso exports'.
            """))

    @Argument(help: told("記録の種類。", "The kind of record."))
    var kind: KindName

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var actor: ActorOption
    @OptionGroup var purpose: PurposeOption

    @Option(help: told("csv、json、xlsx。", "csv, json or xlsx."))
    var format = TableFormat.csv

    @Option(help: told("utf-8、utf-8-bom（Excel 用）、cp932。", "utf-8, utf-8-bom (for Excel) or cp932."))
    var encoding = ExportEncoding.utf8

    @Option(help: told("作るファイル（なければ画面に出力）。", "The file to make (else it is printed)."), completion: .file())
    var out: String?

    func validate() throws {
        guard format == .csv || encoding == .utf8 else {
            throw ValidationError(told("--encoding は csv 用です", "--encoding is for csv"))
        }
    }

    func run() throws {
        let kind = try kind.kind
        let language = language.language
        if format == .xlsx || encoding == .cp932, out == nil, StandardOutput.isTerminal {
            let name = format == .xlsx ? "xlsx" : "cp932"
            throw CommandFailure(
                "\(name) は画面に表示できません（--out FILE を指定）", "\(name) can't be printed; give --out FILE")
        }
        let reader = try database.open(.readOnly)
        let table = RecordsTable(
            kind, language, form: format == .json ? .tokens : .words, pipelines: reader.catalogue.pipelines,
            from: reader)
        let purpose = try purpose.purpose(for: table.personalColumns.map(\.heading), language)
        let store = purpose.isEmpty ? reader : try database.open()
        let export = TableExport(
            table: table, subject: kind.rawValue, format: format, encoding: encoding, language: language,
            purpose: purpose, actor: actor.actor)
        // Before there is a file that a signal could leave behind.
        Interruption.watch()
        let file: any OutgoingFile = try out.map { try NewFile($0) } ?? PrintedFile()
        let rows = try ExportCommand.run(export, into: file, ledger: store, language)
        guard let out else { return }
        print(language("\(out) に\(rows)件を書き出しました", "\(rows) records in \(out)"))
    }

    /// With a bar where it takes long; Ctrl-C leaves nothing behind.
    private static func run(
        _ export: TableExport, into file: any OutgoingFile, ledger: any ExportLedger, _ language: Language
    ) throws -> Int {
        let bar = ProgressBar(language: language)
        do {
            defer { bar.clear() }
            return try export.run(into: file, ledger: ledger) { done, total in
                try Interruption.check()
                if let total { bar.show(done, total) }
            }
        } catch let error as Interruption.Came {
            Output.warn("banso: " + language("中断しました。何も書き出していません", "interrupted; nothing was written"))
            Interruption.end(by: error.signal)
        } catch let error as ExportError {
            if case .notEncodable(let gaps, let cells) = error {
                for gap in gaps { Output.warn(gap.text(language)) }
                if cells > gaps.count {
                    Output.warn(language("ほか\(cells - gaps.count)欄", "and \(cells - gaps.count) more cells"))
                }
            }
            throw CommandFailure(error.text.ja, error.text.en)
        }
    }
}
