import BansoDomain

/// The stages of pipelines by their labels, as people's files have them. A label that two stages of a pipeline share names
/// none of them.
struct StageWords {
    private let pipelines: [Pipeline]

    init(_ pipelines: [Pipeline]) { self.pipelines = pipelines }

    func label(of stage: String, in pipeline: String, _ language: Language) -> String {
        guard let found = stages(of: pipeline).first(where: { $0.id.text == stage }) else { return stage }
        let label = found.label(language)
        return self.stage(called: label, in: pipeline) == stage ? label : stage
    }

    /// The stage's own name: by it, or by its label in either language; what is none of them as it is.
    func stage(called text: String, in pipeline: String) -> String {
        let stages = stages(of: pipeline)
        if stages.contains(where: { $0.id.text == text }) { return text }
        let wanted = Folding.typed(text)
        let found = stages.filter { stage in Language.allCases.contains { Folding.typed(stage.label($0)) == wanted } }
        return found.count == 1 ? found[0].id.text : text
    }

    private func stages(of pipeline: String) -> [Stage] { pipelines.first { $0.id.text == pipeline }?.stages ?? [] }
}
