import ArgumentParser
import BansoDomain
import BansoStore
import TerminalUI

/// The export ledger: what left the desk as a file, newest first.
struct ExportsCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    static let configuration = CommandConfiguration(
        commandName: "exports",
        abstract: told(
            "書き出し台帳を出力します：だれが何をいつ何のために書き出したか。", "Print the export ledger: who exported what, when and for what purpose."
        ))

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption

    @Option(help: told("table、json。", "table or json."))
    var format = Format.table

    func run() throws {
        let store = try database.open(.readOnly)
        switch format {
        case .table: try each(of: store) { print(ExportsCommand.line($0, language.language)) }
        case .json:
            print("[", terminator: "")
            var isFirst = true
            try each(of: store) { export in
                print(isFirst ? "\n" : ",\n", terminator: "")
                print(ExportsCommand.json(export).text, terminator: "")
                isFirst = false
            }
            print(isFirst ? "]" : "\n]")
        }
    }

    private func each(of store: Store, _ body: (ListedExport) -> Void) throws {
        var last: Int64?
        while true {
            let page = try store.exports(before: last, limit: 500)
            page.forEach(body)
            guard let end = page.last else { return }
            last = end.number
        }
    }

    private static func line(_ export: ListedExport, _ language: Language) -> String {
        let entry = export.entry
        let name = entry.name.isEmpty ? language("標準出力", "standard output") : entry.name
        let words = [
            "#\(export.number)", WallClock.text(export.at), export.actor, entry.subject, entry.filter,
            language("\(entry.rows)件", "\(entry.rows) rows"), entry.format, name,
            export.isWithdrawn ? language("（出力できず取り下げ）", "(withdrawn: it could not be put in place)") : "",
            language("目的：", "for: ") + entry.purpose, "sha256:" + entry.sha256.prefix(12) + "…",
        ]
        return visible(words.filter { !$0.isEmpty }.joined(separator: "  "))
    }

    private static func json(_ export: ListedExport) -> JSONText {
        let entry = export.entry
        return .object([
            ("number", .integer(Int(export.number))), ("at", .integer(Int(export.at))),
            ("actor", .string(export.actor)),
            ("subject", .string(entry.subject)), ("filter", .string(entry.filter)), ("rows", .integer(entry.rows)),
            ("sha256", .string(entry.sha256)), ("purpose", .string(entry.purpose)),
            ("format", .string(entry.format)), ("name", .string(entry.name)), ("withdrawn", .bool(export.isWithdrawn)),
        ])
    }
}
