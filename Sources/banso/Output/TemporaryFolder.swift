import Foundation

/// A private folder of the program's own, until it is removed.
struct TemporaryFolder {
    let path: String

    /// - Parameter name: what it is for.
    /// - Throws: `CommandFailure` where it can't be made.
    init(_ name: String) throws {
        var template = Array((NSTemporaryDirectory() + "/banso-\(name)-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw CommandFailure(
                "一時フォルダーを作れません（TMPDIR を確かめてください）", "can't make a temporary folder; check TMPDIR", code: 3)
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
