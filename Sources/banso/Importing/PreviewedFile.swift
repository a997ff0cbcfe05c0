import BansoApp
import BansoDomain
import BansoExchange
import Foundation

/// A file that a person looks at before it is imported, as it was when it was read.
struct PreviewedFile: Sendable {
    var work: FileImport
    /// As it was typed.
    var path: String
    var rows: PreviewedRows
    /// What its rows were compared with.
    var database: DatabaseCopy
    /// Its size and when it was last written: what was looked at is what is taken.
    var state: [Int]
    /// Keeps the CSV of a spreadsheet where it is.
    var sheet: Spreadsheet?

    /// With what a person decided about rows, by their lines.
    func work(with decisions: [Int: ImportDecision]) -> FileImport {
        var work = work
        work.terms.decisions = decisions.mapValues { decision in
            switch decision {
            case .same(let id): .same(id)
            case .new: .new
            }
        }
        return work
    }

    /// - Throws: `ImportError` where somebody has written to it since.
    func assertUnchanged() throws {
        guard PreviewedFile.state(of: path) == state else { throw ImportError(path: path, problem: .changed) }
    }

    static func state(of path: String) -> [Int] {
        var found = stat()
        guard stat(path, &found) == 0 else { return [] }
        return [Int(found.st_size), found.st_mtim.tv_sec, found.st_mtim.tv_nsec, Int(found.st_ino)]
    }
}
