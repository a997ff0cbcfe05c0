import Foundation

/// A private folder for what lies on the disk while a file is made; it is gone with its last reference.
final class WorkFolder {
    let path: String
    /// The file that is made in it.
    let file: String

    /// - Throws: `ExportError.spreadsheet` where it can't be made.
    init() throws {
        var template = Array((NSTemporaryDirectory() + "/banso-xlsx-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw ExportError.spreadsheet(String(cString: strerror(errno))) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        file = path + "/table.xlsx"
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Hands the file's bytes on, block by block.
    func pass(to sink: TableFormat.Sink) throws {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw ExportError.spreadsheet(String(cString: strerror(errno)))
        }
        defer { try? handle.close() }
        while let block = try handle.read(upToCount: 1 << 16), !block.isEmpty { try sink(Array(block)[...]) }
    }
}
