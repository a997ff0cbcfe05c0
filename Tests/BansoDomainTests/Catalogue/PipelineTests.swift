import BansoDomain
import Testing

@Suite struct PipelineTests {
    @Test(arguments: [
        ("lead", 1, "eligible"), ("lead", 2, "consultation"), ("consultation", -2, "lead"), ("eligible", 0, "eligible"),
        ("lead", -1, nil), ("consultation", 1, nil), ("lead", 3, nil), ("nowhere", 0, nil), ("eligible", Int.max, nil),
        ("eligible", Int.min, nil),
    ])
    func stageAfter(_ stage: String, _ steps: Int, _ expected: String?) {
        #expect(Sample.pipeline.stage(after: StageID(stage), by: steps)?.id.text == expected)
    }

    @Test func orders() {
        #expect(Sample.pipeline.order(of: "lead") == 0)
        #expect(Sample.pipeline.order(of: "nowhere") == nil)
    }

    @Test func theCatalogueFindsByName() {
        let catalogue = Sample.catalogue()
        #expect(catalogue.pipeline("A") == Sample.pipeline)
        #expect(catalogue.indicator("A2.consultations") == Sample.consultations)
        #expect(catalogue.indicator("A2.nothing") == nil)
        #expect(catalogue.pipeline(of: Sample.consultations) == Sample.pipeline)
        var whole = Sample.consultations
        whole.programme = nil
        #expect(catalogue.pipeline(of: whole) == nil)
    }
}
