import BansoDomain
import GRDB

/// What a contract between two companies does to their cards: the stage for it is where both stand then, unless they are
/// further already. A company without a card, or on the other side, stays as it is.
struct Joining {
    let recorder: ChangeRecorder

    /// - Parameter contract: a new one.
    func advance(_ contract: Record) throws {
        let activity = ActivityID(contract["activity"].text ?? "")
        for pipeline in recorder.catalogue.pipelines where pipeline.subject == .twoSided {
            guard let stage = pipeline.stages.first(where: { $0.activities.contains(activity) }) else { continue }
            for side in PipelineEntry.Side.allCases {
                guard let organisation = contract[side.rawValue].number else { continue }
                try advance(organisation, on: side, to: stage, of: pipeline, since: contract["date"])
            }
        }
    }

    private func advance(
        _ organisation: Int64, on side: PipelineEntry.Side, to stage: Stage, of pipeline: Pipeline,
        since date: FieldValue
    ) throws {
        let order = try PipelineEntryRow.order(of: stage.id, in: pipeline.id, recorder.catalogue)
        let id = try Int64.fetchOne(
            recorder.db,
            sql: """
                SELECT id FROM pipeline_entry
                WHERE organisation = ? AND pipeline = ? AND stage_order < ? AND ifnull(side, ?4) = ?4
                """, arguments: [organisation, pipeline.id.text, order, side.rawValue])
        guard let id, let row = try recorder.current(.pipelineEntry, id: id) else { return }
        guard let day = date.day else { return }
        try recorder.update(.pipelineEntry, id: id, version: row.version) { values in
            PipelineEntryRow.advance(&values, to: stage.id, order: order, on: day)
        }
    }
}
