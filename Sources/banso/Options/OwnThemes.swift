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
                    guard let label = (try? file(named: name))?.label else {
                        return .init(
                            name: name, label: LocalizedText(ja: "\(name)（使えません）", en: "\(name) (can't be used)"))
                    }
                    guard isOwn(name) else {
                        return .init(name: name, label: LocalizedText(ja: label.ja, en: label.en))
                    }
                    // One that was made from another may still have that one's label.
                    return .init(
                        name: name,
                        label: LocalizedText(ja: label.ja + "（自作：\(name)）", en: label.en + " (own: \(name))"))
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

    static func has(_ name: String) -> Bool { Themes.names.contains(name) || names.contains(name) }

    static func isOwn(_ name: String) -> Bool { ConfigFolder.has(path(of: name)) }

    static func path(of name: String) -> String { ConfigFolder.themes + "/" + name + ".toml" }

    /// What is wrong with one of the user's own: it can't be used, or not be read well.
    struct Flaw: Equatable {
        var problem: TOMLProblem
        var isUsable: Bool
    }

    static var flaws: [Flaw] {
        names.filter(isOwn).compactMap { name in
            do throws(TOMLProblem) {
                guard let pair = try theme(named: name).hardToRead else { return nil }
                let contrast = (pair.contrast * 10).rounded(.down) / 10
                let reason = LocalizedText(
                    ja: "読みにくい配色です：\(pair.surface) の上の \(pair.role) は\(contrast):1（4.5:1以上にしてください）",
                    en: "hard to read: \(pair.role) on \(pair.surface) stands at \(contrast):1; make it 4.5:1 or more")
                return Flaw(problem: TOMLProblem(file: path(of: name), reason: reason), isUsable: true)
            } catch {
                return Flaw(problem: error, isUsable: false)
            }
        }
    }

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
        guard !name.isEmpty, name != LookOption.automatic else {
            throw TOMLProblem(
                file: path,
                reason: LocalizedText(
                    ja: "この名前では選べません（auto は自動の意味です）。ファイル名を変えてください",
                    en: "can't be chosen by this name (auto means automatic): rename the file"))
        }
        return try ThemeFile(try ConfigFolder.text(of: path) ?? "", file: path)
    }
}
