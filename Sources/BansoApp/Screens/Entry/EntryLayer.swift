import BansoDomain
import TerminalUI

/// Puts an organisation into a pipeline, at its first stage: a list to choose from.
struct EntryLayer: Screen {
    struct Option: Hashable {
        var pipeline: Pipeline
        var side: PipelineEntry.Side?
    }

    let organisation: OrganisationID
    private(set) var file: OrganisationFile?
    private(set) var options: [Option] = []
    private(set) var selected = 0

    init(organisation: OrganisationID) { self.organisation = organisation }

    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        let refusal =
            options.isEmpty ? LocalizedText(ja: "登録できるパイプラインはもうありません", en: "it is in every pipeline already") : nil
        return [
            Binding([.enter], .open, "登録", "enter", isInFooter: true, refusal: refusal),
            Binding([.escape, .character("q"), .control("c")], .close, "やめる", "leave", isInFooter: true),
        ] + Binding.vertical
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.down): selected = min(selected + 1, max(0, options.count - 1))
        case .action(.up): selected = max(0, selected - 1)
        case .action(.first): selected = 0
        case .action(.last): selected = max(0, options.count - 1)
        case .action(.open):
            guard options.indices.contains(selected), let stage = options[selected].pipeline.stages.first, let file
            else {
                return []
            }
            let option = options[selected]
            let entry = PipelineEntry(
                organisation: organisation, pipeline: option.pipeline.id, stage: stage.id, since: context.today,
                side: option.side)
            return [.write(.enter(entry, name: file.organisation.record.name))]
        case .written(let write, let outcome): return [.close] + PageActions.effects(for: outcome, write, context)
        default: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        file = try desk.file(of: organisation)
        guard let file else {
            options = []
            return
        }
        let taken = Set(file.entries.map(\.record.pipeline))
        options = context.catalogue.pipelines.filter { !taken.contains($0.id) }.flatMap { pipeline -> [Option] in
            switch (pipeline.subject, file.organisation.record.kind) {
            case (.companies, .company), (.institutions, .institution): [Option(pipeline: pipeline)]
            case (.twoSided, .company): PipelineEntry.Side.allCases.map { Option(pipeline: pipeline, side: $0) }
            default: []
            }
        }
        selected = min(selected, max(0, options.count - 1))
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let box = area.centred(Size(width: min(60, area.width - 2), height: max(1, options.count) + 2))
        canvas.clearSlivers(beside: box)
        canvas.fill(box, style: Style(.text, on: .popup))
        canvas.box(
            box, title: language("パイプラインに登録", "Enter into a pipeline"), style: Style(.border, on: .popup),
            titleStyle: Style(.accent, on: .popup, isBold: true), glyphs: context.glyphs)
        let inner = box.inset(x: 2, y: 1)
        if options.isEmpty {
            canvas.put(
                language("すべて登録済みです", "it is in all of them"), x: inner.x, y: inner.y, limit: inner.width,
                style: Style(.muted, on: .popup))
        }
        let top = max(0, selected - inner.height + 1)
        for (row, option) in options.dropFirst(top).prefix(inner.height).enumerated() {
            let surface: Surface = top + row == selected ? .selection : .popup
            let line = Rect(x: inner.x, y: inner.y + row, width: inner.width, height: 1)
            canvas.fill(line, style: Style(.text, on: surface))
            canvas.touch(line, down: top + row - selected)
            let side = option.side.map { language("（\($0.label.ja)）", " (\($0.label.en))") } ?? ""
            let stage = option.pipeline.stages.first?.label(language) ?? ""
            let id = padded(option.pipeline.id.text, to: 4)
            let label = option.pipeline.label(language)
            // The side tells two of them apart; where it begins can be read later.
            let hasStage = cellWidth(id + label + side) + 2 + cellWidth(stage) <= line.width
            let room = line.width - cellWidth(id + side)
            canvas.put(
                id + clipped(label, to: room, ellipsis: context.glyphs.ellipsis) + side, x: line.x, y: line.y,
                limit: line.width, style: Style(.text, on: surface))
            guard hasStage else { continue }
            canvas.put(stage, endingAt: line.right, y: line.y, style: Style(.muted, on: surface))
        }
        return Point(x: inner.x, y: inner.y + selected - top)
    }
}
