extension CardFilter {
    /// What a filter's record narrows a pipeline to. What its fields can't hold is left out.
    ///
    /// - Parameter record: of the kind of filters.
    public init(_ record: Record, today: Day) {
        self.init(
            text: record["text"].text ?? "",
            prefecture: record["prefecture"].number.flatMap { Prefecture(code: Int($0)) },
            coordinator: record["coordinator"].number, tag: record["tag"].text ?? "",
            eligibility: record["eligibility"].text.flatMap(Eligibility.init),
            side: record["side"].text.flatMap(PipelineEntry.Side.init), due: record["due"].text.flatMap(Due.init),
            today: today)
    }

    /// The same cards, of one side alone; nil where the filter asks for the other side.
    public func on(_ side: PipelineEntry.Side) -> CardFilter? {
        guard self.side == nil || self.side == side else { return nil }
        var filter = self
        filter.side = side
        return filter
    }
}
