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
        #expect(requests == [".TH", ".SH", ".SS", ".TP", ".B", ".nf", ".fi"])
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func theShellCompletesCommands(_ shell: String) throws {
        let script = try Program.run(["--generate-completion-script", shell])
        #expect(script.code == 0 && script.out.contains("wallboard") && script.out.contains("banso"))
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
