import BansoDomain
import TerminalUI

/// Cuts a page of the wall into sheets: one, in the form that is read from farthest, or as many as it takes so that nothing is
/// left out.
struct WallSheets {
    var state: WallState
    /// Where sheets are drawn.
    var area: Rect
    var context: Context

    /// Rows from which on the stages of a pipeline have room below its figures.
    private static let leastHeight = 16

    /// In the order of the call.
    func sheets(of page: WallPage) -> [WallSheet] {
        let sheets: [WallSheet] =
            switch page {
            case .overview: overview
            case .pipeline(let id): pipeline(id)
            case .deadlines: flow(WallDeadlines(state: state, context: context).blocks, in: area)
            }
        return sheets.enumerated().map { index, sheet in
            var sheet = sheet
            sheet.number = index + 1
            return sheet
        }
    }

    /// All figures where one sheet holds them; else what is behind, and what no other page of this wall shows.
    private var overview: [WallSheet] {
        let blocks = programmes
        if let sheet = oneSheet(blocks, in: area) { return [sheet] }
        return flow(blocks.map(folded), in: area)
    }

    private var programmes: [WallBlock] {
        var blocks: [WallBlock] = []
        for reading in state.readings {
            let heading = WallItem.programme(reading.indicator.programme)
            if blocks.last?.heading != heading { blocks.append(WallBlock(heading: heading, items: [])) }
            blocks[blocks.count - 1].items.append(.figure(reading))
        }
        return blocks
    }

    private func folded(_ block: WallBlock) -> WallBlock {
        let elsewhere = block.readings.filter { reading in
            !reading.isBreached && pipeline(of: reading).map { state.pages.contains(.pipeline($0)) } == true
        }
        guard elsewhere.count > 1 else { return block }
        let others = Set(elsewhere.map(\.indicator.id))
        let own = Set(elsewhere.compactMap(pipeline(of:)))
        let pages = context.catalogue.pipelines.map(\.id).filter(own.contains)
        let kept = block.items.filter { item in item.reading.map { !others.contains($0.indicator.id) } ?? true }
        return WallBlock(heading: block.heading, items: kept + [.others(elsewhere.count, on: pages)])
    }

    private func pipeline(of reading: Reading) -> PipelineID? { context.catalogue.pipeline(of: reading.indicator)?.id }

    private func pipeline(_ id: PipelineID) -> [WallSheet] {
        guard let pipeline = context.catalogue.pipeline(id) else { return [] }
        let figures = state.readings.filter { self.pipeline(of: $0) == id }.map(WallItem.figure)
        let blocks = [WallBlock(heading: nil, items: figures)]
        if area.height >= WallSheets.leastHeight {
            let stages = WallStages(pipeline: pipeline, counts: state.counts[id] ?? [:], context: context)
            let (top, bottom) = area.split(bottom: stages.height)
            if var sheet = oneSheet(blocks, in: top) {
                sheet.stages = bottom
                return [sheet]
            }
        }
        return flow(blocks, in: area)
    }

    /// Nil where there is no form in which it holds everything.
    private func oneSheet(_ blocks: [WallBlock], in area: Rect) -> WallSheet? {
        let readings = blocks.flatMap(\.readings)
        let lines = blocks.flatMap(\.lines)
        let forms = readings.isEmpty ? WallForm.ofLines(lines, in: area) : WallForm.all(in: area)
        for form in forms {
            let isCut =
                form.scale > 0
                && (!WallFigures(of: readings, form, context).fit(readings, in: form.column(of: area))
                    || !lines.allSatisfy { $0.fits(in: form.column(of: area), form) })
            guard !isCut else { continue }
            for isEven in [true, false] {
                let sheets = WallFlow(form: form, area: area, context: context, isEven: isEven).sheets(blocks)
                if let places = sheets.first, sheets.count == 1, places.allSatisfy({ $0.rect.bottom <= area.bottom }) {
                    return WallSheet(form: form, places: places)
                }
            }
        }
        return nil
    }

    private func flow(_ blocks: [WallBlock], in area: Rect) -> [WallSheet] {
        if let sheet = oneSheet(blocks, in: area) { return [sheet] }
        return WallFlow(form: .smallest, area: area, context: context).sheets(blocks).map {
            WallSheet(form: .smallest, places: $0)
        }
    }
}
