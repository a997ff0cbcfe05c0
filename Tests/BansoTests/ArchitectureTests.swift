import Foundation
import Testing

/// Imports point down only, and the top level stays what people expect.
@Suite struct ArchitectureTests {
    /// What each room may import besides itself. The system's own modules are named where a room may use them.
    static let allowed: [String: Set<String>] = [
        "banso": [
            "ArgumentParser", "BansoApp", "BansoCatalogue", "BansoDomain", "BansoExchange", "BansoSample",
            "BansoSettings",
            "BansoStore", "BansoThemes", "BansoTOML", "Crypto", "CursesTerminal", "Foundation", "Synchronization",
            "TerminalUI",
        ],
        "banso-bench": [
            "BansoCatalogue", "BansoDomain", "BansoSample", "BansoStore", "CNcurses", "Foundation", "Glibc",
            "Synchronization",
        ],
        "BansoApp": ["BansoDomain", "TerminalUI"],
        "BansoSettings": ["BansoApp", "BansoDomain", "BansoTOML", "TerminalUI", "TOMLKit"],
        "BansoExchange": ["BansoDomain", "CXlsxWriter", "Foundation", "Glibc"],
        "BansoSample": ["BansoDomain"],
        "BansoStore": ["BansoDomain", "CSQLite", "Crypto", "Foundation", "Glibc", "GRDB", "Synchronization"],
        "BansoCatalogue": ["BansoDomain", "BansoTOML", "TOMLKit"],
        "BansoThemes": ["BansoDomain", "BansoTOML", "TerminalUI", "TOMLKit"],
        "BansoTOML": ["BansoDomain", "TOMLKit"],
        "CursesTerminal": ["CNcurses", "Glibc", "TerminalUI"],
        "TerminalUI": ["Glibc"],
        "BansoDomain": ["Foundation"],
    ]

    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    @Test(arguments: allowed.keys.sorted()) func importsPointDown(_ room: String) throws {
        let folder = room == "BansoThemes" ? "themes" : "Sources/" + room
        let files = try swiftFiles(in: Self.root.appendingPathComponent(folder))
        #expect(!files.isEmpty)
        for file in files {
            for module in try imports(of: file) where module != room {
                #expect(
                    Self.allowed[room]!.contains(module), "\(file.lastPathComponent) in \(room) imports \(module)")
            }
        }
    }

    @Test func everyRoomIsListed() throws {
        let rooms = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent("Sources").path)
        let libraries = ["CNcurses", "CSQLite", "CXlsxWriter"]
        #expect(Set(rooms).subtracting(libraries) == Set(Self.allowed.keys).subtracting(["BansoThemes"]))
    }

    @Test func theTopLevelHoldsWhatPeopleExpect() throws {
        let expected: Set<String> = [
            "Package.swift", "Sources", "Tests", "themes", "README.md", "README.ja.md", "SECURITY.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md", "LICENSE", "Makefile", "docs",
        ]
        let found = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
            .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
        #expect(Set(found) == expected)
    }

    @Test func testsMirrorTheRooms() throws {
        let rooms = Set(Self.allowed.keys).subtracting(["banso", "banso-bench"]).map { $0 + "Tests" } + ["BansoTests"]
        let found = try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent("Tests").path)
        // What several of them draw at random.
        #expect(Set(found) == Set(rooms + ["RandomFrames"]))
    }

    private func swiftFiles(in folder: URL) throws -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    }

    private func imports(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy({ $0.hasPrefix("@") }),
                words.indices.contains(place + 1)
            else { return nil }
            return String(words[place + 1])
        }
    }
}
