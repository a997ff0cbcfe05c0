import ArgumentParser
import BansoDomain
import BansoExchange
import BansoStore
import Foundation
import TerminalUI

extension TextEncoding: ExpressibleByArgument {}

/// Takes a file's rows into the database, in one transaction that is one step for undo.
struct ImportCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, nta }

    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import records of one kind from a CSV file.",
        discussion: "Kinds: \(KindName.all).")

    @Argument(help: "The kind of record.")
    var kind: KindName

    @Argument(help: "The file.")
    var file: String?

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    @Option(help: "csv (with headings), or nta for the National Tax Agency's 法人番号 CSV of companies.")
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
    }

    func run() throws {
        let language = language.language
        let kind = try kind.kind
        guard format != .nta || kind == .companies else {
            throw CommandFailure("--format nta は companies だけで使えます", "--format nta is for companies")
        }
        guard let file, !template else {
            let text =
                format == .nta
                ? NTAImport.template : RecordsImport.template(kind, language, catalogue: try knownCatalogue())
            print(text, terminator: "")
            return
        }
        let store = try database.open()
        let bar = ProgressBar(language: language)
        var summary: ImportSummary?
        do {
            let isNTA = try format.map { $0 == .nta } ?? (kind == .companies && NTAImport.recognises(file: file))
            try store.bulk(action(of: kind, isNTA: isNTA), by: actor.actor, isDryRun: dryRun) { desk in
                if isNTA {
                    summary = try NTAImport().run(
                        file: file, encoding: encoding, isStrict: strict, into: desk, progress: bar.show)
                } else {
                    summary = try RecordsImport(kind: kind, catalogue: store.catalogue, today: try today.day).run(
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

    private func action(of kind: FileKind, isNTA: Bool) -> ChangeAction {
        switch kind {
        case .companies where isNTA: .importCompanies
        case .consultations: .importConsultations
        default: .importRecords
        }
    }

    /// The database's catalogue where there is one: its activities stand in the examples.
    private func knownCatalogue() throws -> Catalogue {
        do {
            return try database.open(.readOnly).catalogue
        } catch DeskError.missing {
            return try Embedded.catalogue()
        }
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
