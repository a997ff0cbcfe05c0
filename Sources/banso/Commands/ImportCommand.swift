import ArgumentParser
import BansoDomain
import BansoExchange
import BansoStore
import Foundation
import TerminalUI

extension TextEncoding: ExpressibleByArgument {}

/// Takes a file's rows into the database, in one transaction that is one step for undo.
struct ImportCommand: ParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case companies, consultations }

    enum Format: String, ExpressibleByArgument, CaseIterable { case nta, csv }

    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import companies (the National Tax Agency's 法人番号 CSV) or consultations.")

    @Argument(help: "companies or consultations.")
    var kind: Kind

    @Argument(help: "The file.")
    var file: String?

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    @Option(help: "companies: nta; consultations: csv.")
    var format: Format?

    @Option(help: "auto, utf-8 or cp932.")
    var encoding = TextEncoding.auto

    @Flag(help: "Say what would happen, and change nothing.")
    var dryRun = false

    @Flag(help: "Take nothing at all where one row is bad.")
    var strict = false

    @Flag(help: "Print a heading and an example row instead.")
    var template = false

    func validate() throws {
        guard template || file != nil else { throw ValidationError("name the file to import, or give --template") }
        let known: Format = kind == .companies ? .nta : .csv
        guard format == nil || format == known else {
            throw ValidationError("\(kind.rawValue) are imported with --format \(known.rawValue)")
        }
    }

    func run() throws {
        let language = language.language
        guard let file, !template else {
            print(kind == .companies ? NTAImport.template : ConsultationsImport.template(language), terminator: "")
            return
        }
        let store = try database.open()
        let bar = ProgressBar(language: language)
        var summary: ImportSummary?
        do {
            let action: ChangeAction = kind == .companies ? .importCompanies : .importConsultations
            try store.bulk(action, by: actor.actor, isDryRun: dryRun) { desk in
                switch kind {
                case .companies:
                    summary = try NTAImport().run(
                        file: file, encoding: encoding, isStrict: strict, into: desk, progress: bar.show)
                case .consultations:
                    summary = try ConsultationsImport(today: today.day).run(
                        file: file, encoding: encoding, isStrict: strict, into: desk, progress: bar.show)
                }
            }
        } catch let error as ImportError {
            bar.clear()
            if case .desk(let deskError) = error.problem, deskError.isAboutDatabase { throw deskError }
            throw CommandFailure(error.text.ja, error.text.en)
        }
        bar.clear()
        if let summary { report(summary, language) }
    }

    private func report(_ summary: ImportSummary, _ language: Language) {
        for reject in summary.rejects { Output.warn(reject.text(language)) }
        if summary.rejected > summary.rejects.count {
            let more = summary.rejected - summary.rejects.count
            Output.warn(language("ほか\(more)行", "and \(more) more rows"))
        }
        let note = dryRun ? language("（試行：書き込んでいません）", " (dry run: nothing was written)") : ""
        print(visible(summary.text(language) + note))
    }
}
