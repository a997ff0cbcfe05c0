// swift-tools-version: 6.2
import PackageDescription

// The design card: imports point down only. Tests/BansoTests/ArchitectureTests.swift reads `Sources` and checks it.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let themes = ["dark", "light", "high-contrast", "colour-blind", "sixteen", "monochrome"]

func room(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "banso",
    products: [
        .executable(name: "banso", targets: ["banso"]),
        .executable(name: "banso-bench", targets: ["banso-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "3.12.3"),
    ],
    targets: [
        .executableTarget(
            name: "banso",
            dependencies: [
                "BansoApp", "BansoCatalogue", "BansoExchange", "BansoSample", "BansoSettings", "BansoStore",
                "BansoThemes", "BansoTOML", "CursesTerminal", arguments, crypto,
            ], swiftSettings: strict),
        .executableTarget(
            name: "banso-bench",
            dependencies: ["BansoCatalogue", "BansoSample", "BansoStore", "CNcurses"], swiftSettings: strict),
        room("BansoApp", ["BansoDomain", "TerminalUI"]),
        room("BansoSettings", ["BansoApp", "BansoDomain", "BansoTOML", "TerminalUI", toml]),
        room("BansoExchange", ["BansoDomain", "CXlsxWriter"]),
        room("BansoSample", ["BansoDomain"]),
        room("BansoStore", ["BansoDomain", "CSQLite", grdb, crypto]),
        room(
            "BansoCatalogue", ["BansoDomain", "BansoTOML", toml],
            resources: [.embedInCode("r7-kyushu.toml"), .embedInCode("holidays.toml")]),
        .target(
            name: "BansoThemes", dependencies: ["BansoDomain", "BansoTOML", "TerminalUI", toml], path: "themes",
            resources: themes.map { .embedInCode("\($0).toml") }, swiftSettings: strict),
        room("BansoTOML", ["BansoDomain", toml]),
        .target(
            name: "CursesTerminal", dependencies: ["TerminalUI", "CNcurses"], swiftSettings: strict,
            // ncurses is to find it: see CharacterWidth.swift.
            linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=wcwidth"])]),
        room("TerminalUI", []),
        room("BansoDomain", []),
        .systemLibrary(name: "CNcurses"),
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CXlsxWriter"),
        tests("BansoDomainTests", ["BansoDomain"]),
        tests("BansoCatalogueTests", ["BansoCatalogue"]),
        tests("BansoStoreTests", ["BansoStore", "BansoCatalogue"]),
        tests("BansoExchangeTests", ["BansoExchange"]),
        tests("BansoSampleTests", ["BansoSample", "BansoCatalogue"]),
        tests("BansoSettingsTests", ["BansoSettings", "BansoTOML"]),
        tests("BansoTOMLTests", ["BansoTOML"]),
        .target(name: "RandomFrames", dependencies: ["TerminalUI"], path: "Tests/RandomFrames", swiftSettings: strict),
        tests("TerminalUITests", ["TerminalUI", "RandomFrames"]),
        tests("BansoThemesTests", ["BansoThemes", "BansoTOML", "CursesTerminal"]),
        tests(
            "BansoAppTests", ["BansoApp", "BansoCatalogue", "BansoSample", "BansoStore", "BansoThemes"],
            exclude: ["Golden"]),
        tests("CursesTerminalTests", ["CursesTerminal", "RandomFrames"]),
        .testTarget(
            name: "BansoTests",
            dependencies: [
                "banso", "BansoCatalogue", "BansoDomain", "BansoExchange", "BansoStore", "CSQLite", "CXlsxWriter",
            ], swiftSettings: strict,
            // The program loads it when it writes a sheet; the tests make sheets of their own.
            linkerSettings: [.linkedLibrary("xlsxwriter")]),
    ]
)
