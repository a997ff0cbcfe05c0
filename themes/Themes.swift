import BansoDomain
import BansoTOML
import TerminalUI

/// The themes in the binary. Each is parsed only when it is asked for, so that the start pays for one.
public enum Themes {
    public static let names = ["dark", "light", "high-contrast", "colour-blind", "sixteen", "monochrome"]

    public static func named(_ name: String) throws(TOMLProblem) -> Theme { try file(named: name).theme }

    /// The theme with its names in both languages.
    public static func file(named name: String) throws(TOMLProblem) -> ThemeFile {
        guard let bytes = bytes(of: name) else {
            throw TOMLProblem(
                file: name,
                reason: LocalizedText(
                    ja: "このテーマはありません（\(names.joined(separator: "、"))）",
                    en: "no such theme; there are \(names.joined(separator: ", "))"))
        }
        return try ThemeFile(String(decoding: bytes, as: UTF8.self), file: name + ".toml")
    }

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
