import Foundation

/// A program of a test's own.
enum Script {
    /// Writes it, so that it can be run at once. Another process does: what this one has open for writing, whatever another test
    /// starts meanwhile has open too, and as long as it has, the system calls the script busy.
    static func write(_ text: String, to path: String) throws {
        let source = path + ".text"
        try text.write(toFile: source, atomically: false, encoding: .utf8)
        let copy = try Child(["install", "-m", "755", source, path], environment: Program.base)
        guard copy.wait() == 0 else { throw CocoaError(.fileWriteUnknown) }
        try FileManager.default.removeItem(atPath: source)
    }
}
