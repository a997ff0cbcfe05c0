import Foundation

/// A private folder for what lies on the disk while a file is made; it is gone with its last reference.
final class WorkFolder {
    private let folder: PrivateFolder
    /// The file that is made in it.
    let file: String

    /// - Throws: `ExportError.spreadsheet` where it can't be made.
    init() throws {
        do {
            folder = try PrivateFolder(for: .xlsx)
        } catch {
            throw ExportError.spreadsheet(error.localizedDescription)
        }
        file = folder.path + "/table.xlsx"
    }

    deinit { folder.remove() }

    var path: String { folder.path }

    /// Hands the file's bytes on, block by block.
    func pass(to sink: TableFormat.Sink) throws {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw ExportError.spreadsheet(String(cString: strerror(errno)))
        }
        defer { try? handle.close() }
        while let block = try handle.read(upToCount: 1 << 16), !block.isEmpty { try sink(Array(block)[...]) }
    }
}
