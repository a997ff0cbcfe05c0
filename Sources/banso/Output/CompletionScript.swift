/// The parser's completion scripts. What is typed without a command is for the desk, but they offer its options only behind `desk`:
/// here they learn to do so without.
enum CompletionScript {
    /// - Parameter message: what the parser prints: a script, or anything else, which stays.
    static func withDeskOptions(_ message: String) -> String {
        if message.hasPrefix("#!/bin/bash") {
            return inserted(
                """
                    if [[ "${unparsed_words[0]}" = -* ]]; then
                        _banso_desk
                        return
                    fi

                """, before: "    local -a repeating_flags=()\n", in: message)
        }
        if message.hasPrefix("#compdef banso") {
            return inserted(
                """
                    if [[ "${words[2]}" == -* ]]; then
                        _banso_desk
                        return
                    fi

                """, before: "    local -i ret=1\n", in: message)
        }
        return message.hasPrefix("function __banso") ? fish(message) : message
    }

    private static func inserted(_ text: String, before line: String, in script: String) -> String {
        guard let place = script.firstRange(of: line) else { return script }
        return script[..<place.lowerBound] + text + script[place.lowerBound...]
    }

    /// fish has a line for each option of each command, and knows by a list which options a command takes.
    private static func fish(_ script: String) -> String {
        let lines = script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let parses = lines.indices.filter { lines[$0].contains("__banso_parse_subcommand 0 ") }
        guard parses.count > 1 else { return script }
        let (root, desk) = (parses[0], parses[1])
        let (own, all) = ("options \"banso\"", "options \"banso desk\"")
        return lines.enumerated().compactMap { index, line -> String? in
            if index == root { return lines[desk].replacing("            __", with: "        __") }
            if line.contains(own) { return nil }
            return line.contains(all) ? line + "\n" + line.replacing(all, with: own) : line
        }.joined(separator: "\n")
    }
}
