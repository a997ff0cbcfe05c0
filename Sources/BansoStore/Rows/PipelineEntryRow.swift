import BansoDomain
import GRDB

/// An entry as the values of its columns (`RecordKind.columns`), and back.
enum PipelineEntryRow {
    static let columns = RecordKind.pipelineEntry.columns
    /// Places of the columns that moves and bookings change.
    static let (stage, stageOrder, since, nextAction, nextDue) = (2, 3, 4, 7, 8)

    /// Brings it to a stage on a day; on none before it came to where it stands.
    static func advance(_ values: inout [DatabaseValue], to stage: StageID, order: Int, on day: Day) {
        let came = String.fromDatabaseValue(values[since]).flatMap(Day.init(iso:)) ?? day
        values[self.stage] = stage.text.databaseValue
        values[stageOrder] = order.databaseValue
        values[since] = max(came, day).iso.databaseValue
    }
    static let (side, coordinator) = (5, 6)

    /// - Throws: `DeskError.notFound` where the catalogue has no such pipeline or stage.
    static func values(_ entry: PipelineEntry, catalogue: Catalogue) throws(DeskError) -> [DatabaseValue] {
        let order = try order(of: entry.stage, in: entry.pipeline, catalogue)
        let next = try values(entry.nextAction)
        return [
            entry.organisation.value.databaseValue, entry.pipeline.text.databaseValue, entry.stage.text.databaseValue,
            order.databaseValue, entry.since.iso.databaseValue, entry.side?.rawValue.databaseValue ?? .null,
            entry.coordinator?.value.databaseValue ?? .null, next[0], next[1],
        ]
    }

    /// Text and due date of a next action.
    static func values(_ action: NextAction?) throws(DeskError) -> [DatabaseValue] {
        guard let action else { return [.null, .null] }
        let text = try Entered.line(action.text, LocalizedText(ja: "次の対応", en: "next action"))
        return [text.databaseValue, action.due?.iso.databaseValue ?? .null]
    }

    static func order(
        of stage: StageID, in pipeline: PipelineID, _ catalogue: Catalogue
    ) throws(DeskError) -> Int {
        guard let order = catalogue.pipeline(pipeline)?.order(of: stage) else {
            throw .notFound(
                what: LocalizedText(ja: "段階 \(pipeline)・\(stage)", en: "stage \(stage) of pipeline \(pipeline)"))
        }
        return order
    }

    static func entry(_ values: [DatabaseValue]) -> PipelineEntry {
        func text(_ index: Int) -> String? { String.fromDatabaseValue(values[index]) }
        return PipelineEntry(
            organisation: OrganisationID(Int64.fromDatabaseValue(values[0]) ?? 0),
            pipeline: PipelineID(text(1) ?? ""), stage: StageID(text(stage) ?? ""),
            since: Day(iso: text(since) ?? "") ?? Day(ordinal: 0), side: text(5).flatMap(PipelineEntry.Side.init),
            coordinator: Int64.fromDatabaseValue(values[6]).map { CoordinatorID($0) },
            nextAction: text(nextAction).map {
                NextAction(text: $0, due: text(nextDue).flatMap { Day(iso: $0) })
            })
    }
}
