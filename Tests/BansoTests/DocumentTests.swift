import Foundation
import Testing

/// What the documents say of the program is what the program says of itself.
@Suite struct DocumentTests {
    @Test(arguments: [("README.md", "en"), ("README.ja.md", "ja")])
    func theTableOfKeysIsTheProgramsOwn(_ file: String, _ language: String) throws {
        let readme = try String(contentsOf: ArchitectureTests.root.appendingPathComponent(file), encoding: .utf8)
        let keys = try Program.run(["manual", "--keys", "--lang", language])
        #expect(keys.code == 0 && keys.out.contains("`Ctrl-S`") && keys.out.contains("`x`"))
        #expect(readme.contains("<!-- keys -->\n\n" + keys.out + "\n<!-- /keys -->"), "make keys writes it anew")
    }

    @Test func theManualNamesEveryCommandAndNoLineIsTakenForARequest() throws {
        let page = try Program.run(["manual", "--lang", "en"]).out
        let commands = try Program.run(["--help"]).out.components(separatedBy: "SUBCOMMANDS:")[1]
            .split(separator: "\n").compactMap { line in
                line.hasPrefix("  ") && !line.hasPrefix("   ")
                    ? line.split(separator: " ").first.map(String.init).flatMap { $0 == "See" ? nil : $0 } : nil
            }
        #expect(commands.count > 15)
        for command in commands { #expect(page.contains("\n.SS \(command)\n"), "\(command) is missing") }
        let requests = Set(page.split(separator: "\n").filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } })
        #expect(requests == [".TH", ".SH", ".SS", ".TP", ".B", ".br", ".nf", ".fi"])
    }

    /// Settings, variables, files and what commands end with stand in the manual of either language.
    @Test(arguments: ["ja", "en"]) func theManualNamesEverySetting(_ language: String) throws {
        let page = try Program.run(["manual", "--lang", language]).out
        let folder = try TestFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/banso", withIntermediateDirectories: true)
        // What the reader knows it names where a key is unknown
        for text in ["x = 1", "[wall]\nx = 1"] {
            try text.write(toFile: folder.path + "/banso/config.toml", atomically: false, encoding: .utf8)
            let refused = try Program.run(["doctor"], environment: ["XDG_CONFIG_HOME": folder.path]).err
            let known = try #require(refused.components(separatedBy: "known are ").last)
                .trimmingCharacters(in: .newlines).components(separatedBy: ", ").filter { $0 != "wall" }
            #expect(known.count >= 2)
            for key in known {
                let name = text == "x = 1" ? key : "wall." + key
                #expect(page.contains("\n.B \(name)\n"), "\(name) is missing")
            }
        }
        for variable in ["BANSO_DB", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "TERM", "COLORTERM", "NO_COLOR"] {
            #expect(page.contains("\n.B \(variable)\n"), "\(variable) is missing")
        }
        #expect(page.contains("\n.B LC_ALL, LC_MESSAGES, LANG\n") && page.contains("views.json"))
        for code in 0...3 { #expect(page.contains("\n.B \(code)\n")) }
        let headings = page.split(separator: "\n").filter { $0.hasPrefix(".SH ") }
        #expect(headings.count == 9 && headings.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } == (language == "en") })
    }

    /// Every text of the parser is there in Japanese, and no line of its manual is wider than a terminal.
    @Test func theHelpIsJapaneseInJapanese() throws {
        func texts(_ language: String) throws -> [String] {
            let dump = try Program.run(["--experimental-dump-help"], environment: ["LC_ALL": language]).out
            func all(_ value: Any) -> [String] {
                if let list = value as? [Any] { return list.flatMap(all) }
                guard let object = value as? [String: Any] else { return [] }
                let names = object["names"] as? [[String: String]] ?? []
                let isStanding =
                    object["commandName"] as? String == "help"
                    || names.contains { ["help", "version"].contains($0["name"]) }
                if isStanding || object["shouldDisplay"] as? Bool == false { return [] }
                let own = ["abstract", "discussion"].compactMap { object[$0] as? String }
                return own + object.sorted { $0.key < $1.key }.flatMap { all($0.value) }
            }
            return all(try JSONSerialization.jsonObject(with: Data(dump.utf8)))
        }
        let (japanese, english) = (try texts("ja_JP.UTF-8"), try texts("C.UTF-8"))
        #expect(japanese.count == english.count && japanese.count > 100)
        for (ja, en) in zip(japanese, english) {
            #expect(ja != en && ja.utf8.contains { $0 >= 0x80 }, "only in English: \(en)")
        }
        let page = try Program.run(["manual", "--lang", "ja"]).out
        for line in page.replacing("\\-", with: "-").split(separator: "\n") where !line.hasPrefix(".") {
            let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
            #expect(width <= 72, "\(line)")
        }
    }

    /// The parser's own words are English: in Japanese help there are none of them, and scripts for shells stay as they are.
    @Test func theHelpsHeadingsAreJapaneseInJapanese() throws {
        let japanese = ["LC_ALL": "ja_JP.UTF-8"]
        var seen = ""
        for command in [
            ["--help"], ["help", "wallboard"], ["import", "--help"], ["add", "--help"], ["--lang", "ja", "--help"],
        ] {
            let help = try Program.run(command, environment: japanese).out
            for word in [
                "OVERVIEW", "USAGE", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "(default", "default:", "(values",
                "Show ", "See ",
            ] {
                #expect(!help.contains(word), "\(command): \(word)")
            }
            seen += help
        }
        for word in ["書式: banso <コマンド>", "\n引数:\n", "\nオプション:\n", "\nコマンド:\n", "(標準: ", "(値: "] {
            #expect(seen.contains(word), "\(word)")
        }
        let script = try Program.run(["--generate-completion-script", "bash"], environment: japanese).out
        #expect(script == (try Program.run(["--generate-completion-script", "bash"]).out))
    }

    /// Roff breaks and fills lines at spaces, which Japanese has none of: each line of the Japanese manual stands by itself
    /// and has room beside the indents of its section and list.
    @Test func roffHasNoJapaneseLineToBreak() throws {
        let page = try Program.run(["manual", "--lang", "ja"]).out
        var (room, isAsItIs, isText) = (78, false, false)
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            switch line.prefix(3) {
            case ".SH", ".SS": room = 78 - 7
            case ".TP": room = 78 - 14
            case ".nf": isAsItIs = true
            case ".fi": isAsItIs = false
            default: break
            }
            let wasText = isText
            isText = !line.isEmpty && !line.hasPrefix(".") && !isAsItIs && line.utf8.contains { $0 >= 0x80 }
            guard isText else { continue }
            #expect(!wasText, "filled: \(line)")
            let shown = line.replacing("\\-", with: "-").replacing("\\e", with: "\\").replacing("\\&", with: "")
            let width = shown.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
            #expect(width <= room, "\(line)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func theShellCompletesCommands(_ shell: String) throws {
        let script = try Program.run(["--generate-completion-script", shell])
        #expect(script.code == 0 && script.out.contains("wallboard") && script.out.contains("banso"))
        // Values that are known, and files
        #expect(script.out.contains("high-contrast") && script.out.contains("deadlines"))
        let files = ["bash": "_completions -f", "zsh": ":db:_files", "fish": "-rF"][shell]!
        #expect(script.out.contains(files))
    }

    /// Without a command one is at the desk: its options and their values are offered there too.
    @Test(arguments: ["bash", "fish"]) func theShellCompletesTheDesksOptionsWithoutACommand(_ shell: String) throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/" + shell) else { return }
        let folder = try TestFolder()
        try "".write(toFile: folder.path + "/kyushu.db", atomically: false, encoding: .utf8)
        try Program.run(["--generate-completion-script", shell]).out
            .write(toFile: folder.path + "/script", atomically: false, encoding: .utf8)
        func offered(_ typed: String) throws -> String {
            let ask =
                shell == "fish"
                ? "source ./script; complete -C '\(typed)'"
                : """
                source ./script; COMP_LINE='\(typed)'; COMP_POINT=${#COMP_LINE}
                read -ra COMP_WORDS <<< "$COMP_LINE"; [[ "$COMP_LINE" = *' ' ]] && COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _banso banso "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; printf '%s\\n' "${COMPREPLY[@]}"
                """
            let out = folder.path + "/out"
            try? FileManager.default.removeItem(atPath: out)
            let child = try Child(
                ["/bin/sh", "-c", "cd \(folder.path) && exec \(shell) -c \"$ASK\""],
                environment: Program.base.merging(["ASK": ask, "HOME": folder.path]) { _, new in new }, output: out,
                error: folder.path + "/err")
            child.wait()
            return try String(contentsOfFile: out, encoding: .utf8)
        }
        #expect(try offered("banso --db ").contains("kyushu.db"))
        #expect(try offered("banso --lang ").contains("ja"))
        #expect(try offered("banso --theme ").contains("high-contrast"))
        #expect(try offered("banso --").contains("--today"))
        // Commands are offered as before, with what is theirs
        #expect(try offered("banso wal").contains("wallboard"))
        #expect(try offered("banso wallboard --page ").contains("deadlines"))
    }

    @Test(arguments: ["README.md", "README.ja.md"]) func everyPictureIsThere(_ file: String) throws {
        let root = ArchitectureTests.root
        let readme = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
        let pictures = readme.components(separatedBy: "](").dropFirst().compactMap { $0.split(separator: ")").first }
            .filter { $0.hasSuffix(".svg") }
        #expect(pictures.count >= 9)
        for picture in pictures {
            #expect(FileManager.default.fileExists(atPath: root.appendingPathComponent(String(picture)).path))
        }
    }
}
