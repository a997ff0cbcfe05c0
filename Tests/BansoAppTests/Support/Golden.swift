import Foundation
import Testing

/// Frames kept as text beside the tests. A frame that differs is shown; with BANSO_RECORD=1 the frames are written anew,
/// and the test fails all the same, so that no run passes by recording.
enum Golden {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden")

    static func check(_ lines: [String], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name + ".txt")
        let text = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["BANSO_RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name)", sourceLocation: sourceLocation)
            return
        }
        guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("no frame called \(name); record it with BANSO_RECORD=1", sourceLocation: sourceLocation)
            return
        }
        if text != expected {
            Issue.record("\(name) differs; it is now:\n\(text)", sourceLocation: sourceLocation)
        }
    }
}
