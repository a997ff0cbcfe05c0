import BansoDomain
import Crypto

/// A file on its way out that the ledger has to know of.
///
/// The file is made where nobody sees it, then entered with its hash, then published. So no file goes out without its
/// entry; where it can't be published the entry is withdrawn, and after a power cut between the two the ledger says one
/// file too many, never one too few.
final class LedgeredFile {
    let file: any OutgoingFile
    private var hash = SHA256()

    init(_ file: any OutgoingFile) { self.file = file }

    func write(_ bytes: ArraySlice<UInt8>) throws {
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        try file.write(bytes)
    }

    func write(_ text: String) throws { try write(Array(text.utf8)[...]) }

    /// Lets it go out. It is sealed.
    /// - Parameter entry: hash and name are the file's; nothing is entered where it has no purpose.
    func publish(_ entry: ExportEntry, into ledger: any ExportLedger, by actor: Actor) throws {
        guard !entry.purpose.isEmpty else { return try file.publish() }
        var entry = entry
        (entry.hash, entry.name) = (Array(hash.finalize()), file.name)
        let number = try enter(entry, into: ledger, by: actor)
        do {
            try file.publish()
        } catch {
            try ledger.withdraw(export: number)
            throw error
        }
    }

    private func enter(_ entry: ExportEntry, into ledger: any ExportLedger, by actor: Actor) throws -> Int64 {
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
