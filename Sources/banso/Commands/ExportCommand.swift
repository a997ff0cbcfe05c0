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
        commandName: "export", abstract: "Export records of one kind as CSV or JSON.",
        discussion: "Kinds: \(KindName.all).")

    @Argument(help: "The kind of record.")
    var kind: KindName

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption

    @Option(help: "csv, json or xlsx.")
    var format = TableFormat.csv

    @Option(help: "utf-8, utf-8-bom (for Excel) or cp932.")
    var encoding = ExportEncoding.utf8

    @Option(help: "The file to make (else it is printed).")
    var out: String?

    func validate() throws {
        guard format == .csv || encoding == .utf8 else { throw ValidationError("--encoding is for csv") }
    }

    func run() throws {
        let kind = try kind.kind
        let store = try database.open(.readOnly)
        let table = RecordsTable(
            kind, language.language, form: format == .json ? .tokens : .words, from: store)
        let file = try out.map(NewFile.init)
        do {
            let count = try table.write(as: format, language.language, encoding) { bytes in
                if let file { try file.write(bytes) } else { FileHandle.standardOutput.write(Data(bytes)) }
            }
            guard let file else { return }
            try file.publish()
            print(language.language("\(file.path) に\(count)件を書き出しました", "\(count) records in \(file.path)"))
        } catch let error as ExportError {
            file?.discard()
            throw CommandFailure(error.text.ja, error.text.en)
        } catch {
            file?.discard()
            throw error
        }
    }
}
