import BansoDomain

/// The cards that are ticked, with their records as they are now: what is done to all of them needs their versions.
struct CardSelection {
    private var cards: [PipelineEntryID: Card] = [:]
    private var records: [PipelineEntryID: StoredRecord] = [:]
    /// The data that `records` were read from.
    private var version: Int?

    var isEmpty: Bool { cards.isEmpty }
    var count: Int { cards.count }
    /// In the order of the list.
    var sorted: [Card] { cards.values.sorted { $0.key < $1.key } }

    func contains(_ entry: PipelineEntryID) -> Bool { cards[entry] != nil }

    func cards(on side: PipelineEntry.Side) -> [Card] { sorted.filter { $0.side == side } }

    mutating func toggle(_ card: Card) {
        if cards.removeValue(forKey: card.entry) == nil {
            cards[card.entry] = card
        } else {
            records[card.entry] = nil
        }
    }

    mutating func clear() { self = CardSelection() }

    /// Reads the records of new ticks, and all where the data's `version` is another one. What is gone is ticked no more.
    mutating func load(from desk: any DeskReader, version: Int) throws {
        if version != self.version { records = [:] }
        self.version = version
        for entry in cards.keys where records[entry] == nil {
            records[entry] = try desk.record(RecordKey(.pipelineEntry, entry.value))
            if records[entry] == nil { cards[entry] = nil }
        }
    }

    /// Moves each card that has a stage so many steps further on (negative: back).
    func moved(by steps: Int, in pipeline: Pipeline, on today: Day) -> [Write.Edit] {
        sorted.compactMap { card in
            guard let stored = records[card.entry],
                let stage = pipeline.stage(after: StageID(stored.record["stage"].text ?? ""), by: steps)
            else { return nil }
            return Write.Edit(
                key: stored.key, version: stored.version,
                record: stored.record.moved(to: stage.id, in: pipeline, on: today))
        }
    }
}

extension Record {
    /// A card's record in another stage since `today`; the same where it is there already.
    func moved(to stage: StageID, in pipeline: Pipeline, on today: Day) -> Record {
        guard self["stage"].text != stage.text else { return self }
        var record = self
        record["stage"] = .text(stage.text)
        record["stage_order"] = .optional(pipeline.order(of: stage))
        record["since"] = .day(today)
        return record
    }
}
