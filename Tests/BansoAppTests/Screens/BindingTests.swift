import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What every screen's keys have in common.
@Suite struct BindingTests {
    /// One of each screen, on a desk with the usual sample.
    private static func screens(_ desk: Desk, _ context: Context) throws -> [any Screen] {
        let company = try #require(
            try desk.store.cards(CardQuery(pipeline: "A", stage: "consultation", limit: 1)).first)
        let event = try desk.store.search(SearchQuery("セミナー", kinds: [.event], limit: 1))[0].key
        let person = try desk.store.search(SearchQuery("", kinds: [.talent], limit: 1))[0].key
        let card = RecordKey(.pipelineEntry, company.entry.value)
        var list = RosterScreen(event: event.id)
        _ = list.update(.action(.right), context)
        var screens: [any Screen] = [
            Today(), Overview(), MatchingScreen(), OrganisationScreen(organisation: company.organisation),
            ExplainScreen(indicator: "A2.companies"), RecordScreen(key: event), RecordScreen(key: person),
            FormScreen(.edit(card)), FormScreen(.add(.consultation, to: company.organisation)),
            RosterScreen(event: event.id), list, HistoryScreen(scope: .everything),
            EntryLayer(organisation: company.organisation), AdditionLayer(organisation: company.organisation),
            AdditionLayer(organisation: nil), MergeLayer(organisation: company.organisation), SearchLayer(),
            PaletteLayer(over: [], of: nil, context),
        ]
        for pipeline in Desk.catalogue.pipelines {
            screens += [PipelineArrangement(), PipelineArrangement(view: .table)].map {
                PipelineScreen(pipeline: pipeline, $0, today: context.today)
            }
            screens.append(ColumnLayer(.usual, of: pipeline, context))
        }
        for index in screens.indices { try screens[index].load(from: desk.store, context) }
        return screens
    }

    @Test func noKeyMeansTwoThingsOnAScreen() throws {
        let desk = try Desk(companies: 60)
        let context = desk.context(.ja, size: Size(width: 120, height: 40))
        for screen in try Self.screens(desk, context) {
            var actions: [Key: Action] = [:]
            for binding in screen.bindings(context) {
                for key in binding.keys {
                    #expect(
                        actions[key] == nil,
                        "\(type(of: screen)): \(key.label) is \(actions[key]!) and \(binding.action)")
                    actions[key] = binding.action
                }
            }
        }
    }

    @Test func everyActionHasANameInBothLanguagesAndIsFoundByItsKana() throws {
        let desk = try Desk(companies: 60)
        let context = desk.context(.ja, size: Size(width: 120, height: 40))
        let labels = try Self.screens(desk, context).flatMap { $0.bindings(context).map(\.label) }
        for label in labels + AdditionLayer.everywhere.map(\.label) {
            #expect(!label.ja.isEmpty && !label.en.isEmpty)
            let kana = KanaName.of(label.ja)
            let kanji = kana.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
            #expect(kanji.isEmpty, "\(label.ja) reads \(kana)")
        }
    }

    @Test func lettersAreOnlyCommandsWhereNoTextIsTyped() throws {
        let desk = try Desk(companies: 60)
        let context = desk.context(.ja, size: Size(width: 120, height: 40))
        for screen in try Self.screens(desk, context) where screen.takesText {
            for binding in screen.bindings(context) {
                for case .character(let letter) in binding.keys {
                    Issue.record("\(type(of: screen)): \(letter) is text and \(binding.action)")
                }
            }
        }
    }
}
