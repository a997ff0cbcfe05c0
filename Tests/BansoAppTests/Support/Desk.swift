import BansoCatalogue
import BansoDomain
import BansoSample
import BansoStore
import Foundation
import TerminalUI

@testable import BansoApp

/// A program on a database of its own with the usual sample, driven by keys.
final class Desk {
    let store: Store
    let path: String
    private let folder: String

    static let day = Sample.usualDay
    /// When everything is written: on that day, at five past two in Japan.
    static let moment = Double(day - Day(1970, 1, 1)!) * 86400 + Double((14 - 9) * 3600 + 5 * 60)
    static let catalogue = try! CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
    static let calendar = try! HolidayFile.parse(HolidayFile.embedded, file: HolidayFile.embeddedName)

    /// - Parameter companies: 0 leaves the database empty.
    init(companies: Int) throws {
        folder = NSTemporaryDirectory() + "/banso-desk-" + UUID().uuidString
        path = folder + "/banso.db"
        store = try Store.create(at: path, catalogueText: CatalogueFile.embedded, catalogue: Desk.catalogue)
        store.clock = { Desk.moment }
        guard companies > 0 else { return }
        let sample = Sample(companies: companies, seed: 1, calendar: Desk.calendar)
        try store.bulk(.sample, by: Actor("田中"), isDryRun: false) { desk in
            try sample.fill(desk, catalogue: Desk.catalogue, progress: { _ in })
        }
        try sample.freezeReports(on: store, catalogue: Desk.catalogue, by: Actor("田中"))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func context(
        _ language: Language, size: Size, today: Day = Desk.day, glyphs: Glyphs = .unicode
    ) -> Context {
        Context(
            catalogue: Desk.catalogue, language: language, today: today, calendar: Desk.calendar,
            glyphs: glyphs, actor: Actor("田中"), size: size)
    }

    /// Runs the program with these keys to its end.
    @discardableResult
    func run(
        _ keys: [Key], language: Language = .ja, size: Size = Size(width: 120, height: 40), today: Day = Desk.day,
        glyphs: Glyphs = .unicode, interludes: [Int: () -> Void] = [:], ambiguousWidth: AmbiguousWidth? = nil,
        exporter: (any ListExporter)? = FakeExporter(), importer: (any FileImporter)? = FakeImporter()
    ) -> ScriptedTerminal {
        let terminal = ScriptedTerminal(
            size: size, keys: keys, interludes: interludes, ambiguousWidth: ambiguousWidth)
        App(
            terminal: terminal, reader: store, writer: store,
            context: context(language, size: size, today: today, glyphs: glyphs), exporter: exporter,
            importer: importer
        ).run()
        return terminal
    }
}
