import BansoApp
import BansoDomain
import BansoSettings
import BansoTOML
import TerminalUI

/// What the settings say that only the program can judge: themes, pages, keys. Each finding names file, key and value, and
/// what there is.
struct SettingsCheck {
    var settings: Settings
    var context: Context

    /// Everything that is wrong with one of them; empty where it is in force.
    func problems(_ setting: Setting) -> [TOMLProblem] {
        switch setting {
        case .theme: theme
        case .start: start
        case .wallPages: wallPages
        case .keys: keys
        case .language, .ascii, .mouse, .ambiguous, .wallInterval: []
        }
    }

    /// - Throws: `CommandFailure`: the first that is wrong.
    static func assertTheme(_ settings: Settings) throws {
        guard let problem = theme(settings) else { return }
        throw CommandFailure(problem)
    }

    /// - Throws: `CommandFailure`: all that is wrong, a line each.
    func assertSound(_ settings: [Setting]) throws {
        let problems = settings.flatMap(problems)
        guard problems.isEmpty else { throw CommandFailure(problems) }
    }

    private var theme: [TOMLProblem] { SettingsCheck.theme(settings).map { [$0] } ?? [] }

    private static func theme(_ settings: Settings) -> TOMLProblem? {
        guard let name = settings.theme, name != LookOption.automatic else { return nil }
        do throws(TOMLProblem) {
            _ = try OwnThemes.theme(named: name)
            return nil
        } catch {
            return problem(.theme, error.text)
        }
    }

    private var start: [TOMLProblem] {
        guard let name = settings.start, StartPage(named: name, context.catalogue) == nil else { return [] }
        return [SettingsCheck.noPage(.start, name, StartPage.names(context.catalogue))]
    }

    private var wallPages: [TOMLProblem] {
        settings.wall.pages.filter { WallPage(named: $0, context.catalogue) == nil }.map {
            SettingsCheck.noPage(.wallPages, $0, WallPage.all(context.catalogue).map(\.name))
        }
    }

    private var keys: [TOMLProblem] {
        let pages = context.catalogue.pipelines.map { "page-" + $0.id.text }
        let unknown = settings.keys.keys.keys.filter { !pages.contains($0) && !KeyMap.names.contains($0) }.sorted()
        return unknown.map { name in
            TOMLProblem(
                file: ConfigFolder.settingsFile, key: "keys." + name,
                reason: LocalizedText(
                    ja: "そのようなページはありません（\(pages.joined(separator: "、"))）",
                    en: "no such page; there are \(pages.joined(separator: ", "))"))
        }
            + settings.keys.collisions(context).map {
                TOMLProblem(file: ConfigFolder.settingsFile, key: "keys." + $0.action, reason: $0.reason)
            }
    }

    private static func noPage(_ setting: Setting, _ name: String, _ known: [String]) -> TOMLProblem {
        problem(
            setting,
            LocalizedText(
                ja: "「\(name)」というページはありません（\(known.joined(separator: "、"))）",
                en: "\"\(name)\" is no page; there are \(known.joined(separator: ", "))"))
    }

    private static func problem(_ setting: Setting, _ reason: LocalizedText) -> TOMLProblem {
        TOMLProblem(file: ConfigFolder.settingsFile, key: setting.rawValue, reason: reason)
    }
}
