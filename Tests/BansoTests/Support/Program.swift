import Foundation

/// The built program, run as a person or a script runs it.
struct Program {
    struct Outcome {
        var code: Int32
        var out: String
        var err: String
        /// Seconds of processor time.
        var processor: Double
    }

    /// Beside the test bundle, where SwiftPM builds it.
    static let path: String = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        var folder = bundle.deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appendingPathComponent("banso").path
            if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) { return candidate }
            folder = folder.deletingLastPathComponent()
        }
        let fallback = FileManager.default.currentDirectoryPath + "/.build/debug/banso"
        return fallback
    }()

    /// Runs it to its end, without a terminal.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], input: String? = nil, as runner: [String] = []
    ) throws -> Outcome {
        let folder = try TestFolder()
        defer { folder.remove() }
        // Files, not pipes: a pipe that nobody reads stops the writer.
        let (out, err, typed) = (folder.path + "/out", folder.path + "/err", folder.path + "/in")
        if let input { try input.write(toFile: typed, atomically: false, encoding: .utf8) }
        let child = try Child(
            runner + [path] + arguments, environment: base.merging(environment) { _, new in new },
            input: input == nil ? "/dev/null" : typed, output: out, error: err)
        let (code, processor) = child.end()
        return Outcome(
            code: code, out: try String(contentsOfFile: out, encoding: .utf8),
            err: try String(contentsOfFile: err, encoding: .utf8), processor: processor)
    }

    /// A known environment: nothing of the machine that could change what is printed.
    static let base: [String: String] = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": NSTemporaryDirectory(),
        "TMPDIR": NSTemporaryDirectory(), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "USER": "tester",
    ]

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

/// A folder of a test's own.
final class TestFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/banso-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    deinit { remove() }
}
