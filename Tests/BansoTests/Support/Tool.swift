import Foundation

/// A program of the system that has the same answer in another way.
enum Tool {
    static func sha256(of path: String) throws -> String {
        String(decoding: try output("/usr/bin/sha256sum", [path]), as: UTF8.self).prefix(64).description
    }

    static func output(_ tool: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let out = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return out
    }
}
