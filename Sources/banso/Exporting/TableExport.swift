import BansoDomain
import BansoExchange
import Crypto

/// One export: a table into a file that is there whole or not at all, and entered in the ledger before it goes out.
///
/// The file is made where nobody sees it, then entered with its hash, then published. So no file goes out without its
/// entry; where it can't be published the entry is withdrawn, and after a power cut between the two the ledger says one
/// file too many, never one too few.
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
        var hash = SHA256()
        do {
            let sink: TableFormat.Sink = { bytes in
                bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
                try file.write(bytes)
            }
            let rows = try table.write(as: format, language, encoding, to: sink, progress: progress)
            try file.seal()
            try progress(rows, rows)
            guard !purpose.isEmpty else {
                try file.publish()
                return rows
            }
            let number = try enter(rows, Array(hash.finalize()), file.name, into: ledger)
            do {
                try file.publish()
            } catch {
                try ledger.withdraw(export: number)
                throw error
            }
            return rows
        } catch {
            file.discard()
            throw error
        }
    }

    private func enter(_ rows: Int, _ hash: [UInt8], _ name: String, into ledger: any ExportLedger) throws -> Int64 {
        let entry = ExportEntry(
            subject: subject, filter: filter, rows: rows, hash: hash, purpose: purpose, format: format.rawValue,
            name: name)
        do {
            return try ledger.enter(entry, by: actor)
        } catch DeskError.readOnly(let path) {
            throw CommandFailure(
                "\(path) は読み取り専用のため台帳に記録できず、個人情報を書き出せません（書き込める利用者で実行）",
                "\(path) is read-only: personal data can't be exported without an entry in its ledger; "
                    + "run it as somebody who may write", code: 3)
        }
    }
}
