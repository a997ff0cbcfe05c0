import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What others write while something is being looked for.
@Suite struct SearchRaceTests {
    private let me = Actor("田中")

    /// Two are found, and the second is chosen.
    private func chosen() throws -> (Desk, SearchLayer, Context, SearchHit) {
        let desk = try Desk(companies: 0)
        for name in ["やまい", "やまう"] { _ = try desk.store.add(Organisation(name: name, kana: name), by: me) }
        let context = desk.context(.ja, size: Size(width: 80, height: 24))
        var layer = SearchLayer()
        for letter in "やま" { _ = layer.update(.key(.character(letter)), context) }
        try layer.load(from: desk.store, context)
        _ = layer.update(.action(.down), context)
        return (desk, layer, context, layer.hits[1])
    }

    @Test func theSelectionStaysWithItsRecord() throws {
        var (desk, layer, context, hit) = try chosen()
        _ = try desk.store.add(Organisation(name: "やまあ", kana: "やまあ"), by: Actor("佐藤"))
        try layer.load(from: desk.store, context)
        #expect(layer.hits.count == 3)
        #expect(layer.update(.action(.open), context).last == .open(.showing(hit.key)))
    }

    @Test func whatIsFoundIsOfferedForExport() throws {
        let (desk, found, context, _) = try chosen()
        var layer = found
        #expect(layer.exported(context)?.list == .hits(of: "やま"))
        #expect(layer.update(.action(.export), context) == [.offerExport])
        _ = layer.update(.key(.character("ん")), context)
        try layer.load(from: desk.store, context)
        #expect(layer.exported(context) == nil)
    }

    @Test func whatIsGoneIsNotOpenedAsSomethingElse() throws {
        var (desk, layer, context, hit) = try chosen()
        try desk.store.delete(hit.key, version: 1, by: Actor("佐藤"))
        try layer.load(from: desk.store, context)
        #expect(layer.update(.action(.open), context).last == .open(.showing(hit.key)))
        // Another letter asks anew
        _ = layer.update(.key(.character("い")), context)
        try layer.load(from: desk.store, context)
        #expect(layer.hits.map(\.name) == ["やまい"])
    }
}
