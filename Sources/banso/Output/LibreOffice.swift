import Foundation

/// A run of LibreOffice that converts a file.
enum LibreOffice {
    /// Why a run did not come to its own end.
    enum Stopped: Error {
        case notStarted(String)
        case late
        case interrupted
    }

    /// How long it may take, in seconds: its first start takes some.
    static let patience = 120

    /// Converts `source` into `folder`, with a profile of its own there: another LibreOffice that is open would otherwise take
    /// the work and say nothing.
    /// - Parameters:
    ///   - format: the ending, with the filter's name and options where it needs them.
    ///   - environment: nil for this program's own.
    /// - Returns: what it exited with.
    /// - Throws: `Stopped`; where it was late or the person interrupted it, it has been killed.
    static func convert(
        _ source: String, to format: String, in folder: String, by program: String, environment: [String: String]? = nil
    ) throws(Stopped) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--convert-to", format,
            "--outdir", folder, source,
        ]
        if let environment { process.environment = environment }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .notStarted(error.localizedDescription)
        }
        let began = ContinuousClock.now
        while process.isRunning {
            let isLate = began.duration(to: .now) > .seconds(patience)
            if isLate || Interruption.isAsked {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                throw Interruption.isAsked ? .interrupted : .late
            }
            usleep(20_000)
        }
        return process.terminationStatus
    }
}
