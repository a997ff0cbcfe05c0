import BansoDomain
import BansoTOML
import Synchronization
import TerminalUI

/// The themes in the binary. Each is parsed only when it is asked for, so that the start pays for one.
public enum Themes {
    public static let names = ["dark", "light", "high-contrast", "colour-blind", "sixteen", "monochrome"]

    public static func named(_ name: String) throws(TOMLProblem) -> Theme { try file(named: name).theme }

    /// The theme with its names in both languages.
    public static func file(named name: String) throws(TOMLProblem) -> ThemeFile {
        if let known = read.withLock({ $0[name] }) { return known }
        guard let bytes = bytes(of: name) else {
            throw TOMLProblem(
                file: name,
                reason: LocalizedText(
                    ja: "このテーマはありません（\(names.joined(separator: "、"))）",
                    en: "no such theme; there are \(names.joined(separator: ", "))"))
        }
        let file = try ThemeFile(String(decoding: bytes, as: UTF8.self), file: name + ".toml")
        read.withLock { $0[name] = file }
        return file
    }

    /// Those that were asked for.
    private static let read = Mutex<[String: ThemeFile]>([:])

    /// - Parameter file: how errors name the text.
    public static func parse(_ text: String, file: String) throws(TOMLProblem) -> Theme {
        try ThemeFile(text, file: file).theme
    }

    private static func bytes(of name: String) -> [UInt8]? {
        switch name {
        case "dark": PackageResources.dark_toml
        case "light": PackageResources.light_toml
        case "high-contrast": PackageResources.high_contrast_toml
        case "colour-blind": PackageResources.colour_blind_toml
        case "sixteen": PackageResources.sixteen_toml
        case "monochrome": PackageResources.monochrome_toml
        default: nil
        }
    }
}
