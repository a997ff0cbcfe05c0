import BansoDomain
import BansoExchange

/// One export: a table into a file that is there whole or not at all, and entered in the ledger before it goes out.
struct TableExport {
    var table: any TableSource
    /// As the ledger names it.
    var subject: String
    /// In words; empty where the table is not narrowed.
    var filter = ""
    var format: TableFormat
    var encoding = ExportEncoding.utf8
    var language: Language
    /// Empty where none is given, which only a table without personal data may have.
    var purpose = ""
    var actor: Actor

    var needsPurpose: Bool { !table.personalColumns.isEmpty }

    /// - Parameter progress: told now and then; what it throws ends the export.
    /// - Returns: how many rows were written, without the heading.
    /// - Throws: `ExportError`, `DeskError`, `CommandFailure`, what `progress` throws; then there is no file.
    func run(
        into file: any OutgoingFile, ledger: any ExportLedger, progress: (Int, Int?) throws -> Void
    ) throws -> Int {
        precondition(!purpose.isEmpty || !needsPurpose, "personal data goes out for a purpose")
        let outgoing = LedgeredFile(file)
        do {
            let rows = try table.write(as: format, language, encoding, to: outgoing.write, progress: progress)
            try file.seal()
            try progress(rows, rows)
            let entry = ExportEntry(
                subject: subject, filter: filter, rows: rows, hash: [], purpose: purpose, format: format.rawValue,
                name: "")
            try outgoing.publish(entry, into: ledger, by: actor)
            return rows
        } catch {
            file.discard()
            throw error
        }
    }
}
