import Foundation
import Testing

/// A real terminal: a tmux server of the test's own, in which the program is used key by key.
final class Tmux {
    private let socket = "banso-" + String(UUID().uuidString.prefix(8))
    private let folder: TestFolder

    init(
        _ arguments: [String], columns: Int = 120, rows: Int = 40, environment: [String: String] = [:],
        as runner: [String] = []
    ) throws {
        folder = try TestFolder()
        // Of its own, so that no test begins with a page as another one left it.
        let state = ["XDG_STATE_HOME": folder.path + "/state"]
        let settings = Program.base.merging(state.merging(environment) { _, new in new }) { _, new in new }
            .map { "\($0.key)=\(Tmux.quoted($0.value))" }.sorted().joined(separator: " ")
        let command = (runner + [Program.path] + arguments).map(Tmux.quoted).joined(separator: " ")
        // After the program has ended its exit code and what it left on the terminal stay to be seen. The code begins
        // a line of its own, also on a terminal whose line feeds a killed program left without their returns.
        let line =
            "env -i \(settings) TERM=tmux-256color \(command); printf '\\r\\n[exit %d]\\r\\n' $?; "
            + "stty -a | grep -o '.icanon'; read -r _"
        try tmux(["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", line])
    }

    deinit { _ = try? tmux(["kill-server"]) }

    /// Types: tmux's names for keys (Enter, Escape, Tab, BTab, C-s, Down), anything else as it is.
    func press(_ keys: String...) throws {
        for key in keys {
            let isName =
                [
                    "Enter", "Escape", "Tab", "BTab", "Up", "Down", "Left", "Right", "PPage", "NPage", "Home", "End",
                    "Space",
                ]
                .contains(key) || (key.hasPrefix("C-") && key.count == 3)
            try tmux(["send-keys"] + (isName ? [key] : ["-l", key]))
        }
    }

    func resize(columns: Int, rows: Int) throws { try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"]) }

    /// Ends the program: TERM as a system that shuts down does, HUP as a dropped line, KILL as a crash.
    func signalProgram(_ signal: String = "TERM") throws {
        let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
        try Child(["pkill", "-" + signal, "-P", shell], environment: Program.base).wait()
    }

    /// What the program has for itself, in KiB: without what it shares with others through files.
    func programsMemory() throws -> Int {
        let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
        let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        let program = try #require(children.split(separator: " ").first)
        let status = try String(contentsOfFile: "/proc/\(program)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
        return try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
    }

    var screen: String { (try? tmux(["capture-pane", "-p"])) ?? "" }

    /// Waits until the screen shows all of `texts` at once; fails with what it shows instead. What is looked at apart
    /// from the wait may be the page before, or half of this one: a terminal draws what has come so far.
    @discardableResult
    func wait(
        for texts: String..., seconds: Double = 60, sourceLocation: SourceLocation = #_sourceLocation
    ) -> Bool {
        wait(until: "it shows \(texts)", seconds: seconds, sourceLocation: sourceLocation) { screen in
            texts.allSatisfy { screen.contains($0) }
        }
    }

    @discardableResult
    func wait(
        until what: String, seconds: Double = 60, sourceLocation: SourceLocation = #_sourceLocation,
        _ holds: (String) -> Bool
    ) -> Bool {
        let limit = ContinuousClock.now + .seconds(seconds)
        var last = ""
        while ContinuousClock.now < limit {
            last = screen
            if holds(last) { return true }
            usleep(10_000)
        }
        Issue.record("waited \(seconds) s until \(what); the screen shows:\n\(last)", sourceLocation: sourceLocation)
        return false
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let file = folder.path + "/out"
        unlink(file)
        let code = try Child(
            ["tmux", "-L", socket, "-f", "/dev/null"] + arguments, environment: Program.base, output: file
        ).wait()
        guard code == 0 else { throw Child.Failure(what: "tmux \(arguments) ended with \(code)") }
        return try String(contentsOfFile: file, encoding: .utf8)
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
