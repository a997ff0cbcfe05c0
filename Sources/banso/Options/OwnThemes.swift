import BansoApp
import BansoDomain
import BansoTOML
import BansoThemes
import Foundation
import TerminalUI

/// The themes in the binary and those in the user's folder, which go before them where a name is the same.
enum OwnThemes {
    static var shelf: ThemeShelf {
        ThemeShelf(
            entries: {
                names.map { name in
                    let label = (try? file(named: name))?.label
                    // One that was made from another may still have that one's label.
                    let own = isOwn(name) ? LocalizedText(ja: "（自作：\(name)）", en: " (own: \(name))") : nil
                    return .init(
                        name: name,
                        label: LocalizedText(
                            ja: (label?.ja ?? name) + (own?.ja ?? ""), en: (label?.en ?? name) + (own?.en ?? "")))
                }
            },
            theme: { name throws(ThemeShelf.Refused) in
                do throws(TOMLProblem) {
                    return try theme(named: name)
                } catch {
                    throw ThemeShelf.Refused(LocalizedText(ja: visible(error.text.ja), en: visible(error.text.en)))
                }
            })
    }

    /// Built in first, then the user's, by name.
    static var names: [String] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: ConfigFolder.themes)) ?? []
        let own = found.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
        return Themes.names + own.filter { !Themes.names.contains($0) }.sorted()
    }

    static func isOwn(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(of: name)) }

    static func path(of name: String) -> String { ConfigFolder.themes + "/" + name + ".toml" }

    static func theme(named name: String) throws(TOMLProblem) -> Theme { try file(named: name).theme }

    static func file(named name: String) throws(TOMLProblem) -> ThemeFile {
        // A name is a name, not a way into other folders.
        guard !name.contains("/"), isOwn(name) else {
            guard Themes.names.contains(name) else {
                throw TOMLProblem(
                    file: "",
                    reason: LocalizedText(
                        ja: "「\(name)」というテーマはありません（\(names.joined(separator: "、"))）",
                        en: "\"\(name)\" is no theme; there are \(names.joined(separator: ", "))"))
            }
            return try Themes.file(named: name)
        }
        let path = path(of: name)
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else {
            throw TOMLProblem(
                file: path,
                reason: LocalizedText(ja: "読めません（UTF-8の文字列にしてください）", en: "can't be read: make it UTF-8 text"))
        }
        return try ThemeFile(text, file: path)
    }
}
