import Foundation

/// A run of LibreOffice that converts a file.
enum LibreOffice {
    /// Why a run did not come to its own end.
    enum Stopped: Error {
        case notStarted(String)
        case late
        case interrupted
        /// What it writes is larger than it may be.
        case tooLarge
        /// There is no room where it works.
        case full
    }

    /// How long it may take, in seconds: its first start takes some.
    static let patience = 120

    /// Converts `source` into `folder`, with a profile of its own there: another LibreOffice that is open would otherwise take
    /// the work and say nothing. What it needs in between lies there too. It writes dates as Japanese do: without a locale
    /// of its own a spreadsheet's date is as the system's language has it.
    /// - Parameters:
    ///   - format: the ending, with the filter's name and options where it needs them.
    ///   - environment: nil for this program's own.
    ///   - mostBytes: so many may come to lie in `folder`, about; a cell far out makes a sheet of a kilobyte one of terabytes.
    ///   - isStopped: asked now and then.
    ///   - lasts: told now and then how long it has run.
    /// - Returns: what it exited with.
    /// - Throws: `Stopped`; where it was late or the person interrupted it, it has been killed.
    static func convert(
        _ source: String, to format: String, in folder: String, by program: String,
        environment: [String: String]? = nil,
        mostBytes: Int = .max, isStopped: () -> Bool = { Interruption.isAsked }, lasts: (Duration) -> Void = { _ in }
    ) throws(Stopped) -> Int32 {
        let arguments = [
            program, "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--convert-to",
            format, "--outdir", folder, source,
        ]
        guard prepare(folder) else { throw .full }
        var environment = environment ?? ProcessInfo.processInfo.environment
        environment["TMPDIR"] = folder
        let child = try start(arguments, environment: environment)
        let began = ContinuousClock.now
        var status: Int32 = 0
        var rounds = 0
        while waitpid(child, &status, WNOHANG) != child {
            let duration = began.duration(to: .now)
            lasts(duration)
            let isLate = duration > .seconds(patience)
            rounds += 1
            let isTooLarge =
                mostBytes < .max && rounds.isMultiple(of: sizeRounds) && bytes(in: folder) > mostBytes
            let isStopped = isStopped()
            if isLate || isStopped || isTooLarge {
                // With the programs that it has started.
                kill(-child, SIGKILL)
                waitpid(child, &status, 0)
                throw isStopped ? .interrupted : isTooLarge ? .tooLarge : .late
            }
            usleep(20_000)
        }
        if !hasRoom(folder) { throw .full }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Writes what its profile says.
    /// - Returns: whether there is room for it.
    private static func prepare(_ folder: String) -> Bool {
        let user = folder + "/profile/user"
        do {
            try FileManager.default.createDirectory(atPath: user, withIntermediateDirectories: true)
            try settings.write(toFile: user + "/registrymodifications.xcu", atomically: false, encoding: .utf8)
        } catch {
            return false
        }
        return hasRoom(folder)
    }

    private static func hasRoom(_ folder: String) -> Bool {
        var found = statvfs()
        guard statvfs(folder, &found) == 0 else { return true }
        return UInt(found.f_bavail) * UInt(found.f_frsize) > leastRoom
    }

    /// In bytes; its profile alone takes more.
    private static let leastRoom: UInt = 256 << 10

    private static let settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ja-JP</value></prop></item>
        </oor:items>
        """

    /// How seldom it is looked how much it has written.
    private static let sizeRounds = 10

    private static func bytes(in folder: String) -> Int {
        let files = FileManager.default.enumerator(
            at: URL(fileURLWithPath: folder), includingPropertiesForKeys: [.fileSizeKey])
        return files?.reduce(into: 0) { sum, file in
            sum += (try? (file as? URL)?.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        } ?? 0
    }

    /// Starts it without a terminal, in a process group of its own, so that a Ctrl-C comes to this program alone.
    /// By the system's call: Foundation's `Process` opens internet sockets to hear of a program's end.
    private static func start(_ arguments: [String], environment: [String: String]) throws(Stopped) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in 0...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, ownGroup)
        var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, arguments[0], &actions, &attributes, &argv, &envp)
        guard code == 0 else { throw .notStarted(String(cString: strerror(code))) }
        return child
    }

    /// POSIX_SPAWN_SETPGROUP of spawn.h.
    private static let ownGroup: Int16 = 0x02
}
