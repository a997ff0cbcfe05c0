import Foundation

@testable import BansoExchange

/// A file in a folder of its own, gone with the last reference.
final class TemporaryFile {
    let folder: String
    let path: String

    init(_ bytes: [UInt8], named name: String = "file.csv") throws {
        folder = NSTemporaryDirectory() + "banso-exchange-" + UUID().uuidString
        path = folder + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    convenience init(cp932 text: String) throws { try self.init(CP932.encode(text)) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}
