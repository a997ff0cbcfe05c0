import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Into which pipelines an organisation can still go.
@Suite struct EntryLayerTests {
    private let desk: Desk
    private let context: Context

    init() throws {
        desk = try Desk(companies: 0)
        context = desk.context(.ja, size: Size(width: 80, height: 24))
    }

    private func layer(_ kind: Organisation.Kind, in pipelines: [PipelineID] = []) throws -> EntryLayer {
        let id = try desk.store.add(Organisation(kind: kind, name: "甲"), by: Actor("田中"))
        for pipeline in pipelines {
            let stage = Desk.catalogue.pipeline(pipeline)!.stages[0].id
            let entry = PipelineEntry(organisation: id, pipeline: pipeline, stage: stage, since: Desk.day)
            _ = try desk.store.add(entry, by: Actor("田中"))
        }
        var layer = EntryLayer(organisation: id)
        try layer.load(from: desk.store, context)
        return layer
    }

    private func pipelines(_ subjects: [Pipeline.Subject]) -> [PipelineID] {
        Desk.catalogue.pipelines.filter { subjects.contains($0.subject) }.map(\.id)
    }

    @Test func eachGoesIntoItsOwnAndOnBothSidesOfA3() throws {
        let company = try layer(.company).options
        #expect(Set(company.map(\.pipeline.id)) == Set(pipelines([.companies, .twoSided])))
        #expect(company.filter { $0.pipeline.id == "A3" }.map(\.side) == [.sender, .receiver])
        #expect(try layer(.institution).options.map(\.pipeline.id) == pipelines([.institutions]))
    }

    @Test func notTwiceIntoOne() throws {
        #expect(try !layer(.company, in: ["A"]).options.contains { $0.pipeline.id == "A" })
        let full = try layer(.company, in: pipelines([.companies, .twoSided]))
        #expect(full.options.isEmpty && full.refusal(of: .open, context)?.ja == "登録できるパイプラインはもうありません")
    }

    @Test func whatIsChosenBeginsAtTheFirstStageOnItsSide() throws {
        var layer = try layer(.company)
        while layer.options[layer.selected].side != .receiver { _ = layer.update(.action(.down), context) }
        let stage = Desk.catalogue.pipeline("A3")!.stages[0].id
        let entry = PipelineEntry(
            organisation: layer.organisation, pipeline: "A3", stage: stage, since: Desk.day, side: .receiver)
        #expect(layer.update(.action(.open), context) == [.write(.enter(entry, name: "甲"))])
    }
}
