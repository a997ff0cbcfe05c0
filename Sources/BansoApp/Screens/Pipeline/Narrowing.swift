import BansoDomain

/// What a page's cards are narrowed to, and how it is said.
struct Narrowing {
    let record: Record
    let filter: CardFilter
    /// What the records are known by that the filter names.
    private var titles: [RecordKey: String] = [:]

    /// - Parameter record: of the kind of filters.
    /// - Returns: nil where it leaves all cards.
    init?(_ record: Record, today: Day) {
        self.record = record
        filter = CardFilter(record, today: today)
        if filter.isEmpty { return nil }
    }

    mutating func load(from desk: any DeskReader) throws {
        titles = try desk.titles(of: Set(filter.coordinator.map { [RecordKey(.coordinator, $0)] } ?? []))
    }

    /// 熊本県・期限切れ.
    func words(_ language: Language) -> String {
        let coordinator = filter.coordinator.map { number in
            titles[RecordKey(.coordinator, number)] ?? RecordKind.coordinator.label(language) + " #\(number)"
        }
        let parts = [
            filter.text.isEmpty ? nil : language("「\(filter.text)」", "'\(filter.text)'"),
            filter.prefecture?.name(language), coordinator, filter.tag.isEmpty ? nil : "#" + filter.tag,
            filter.eligibility?.label(language), filter.side?.label(language), filter.due?.label(language),
        ]
        return parts.compactMap { $0 }.joined(separator: language("・", " · "))
    }
}
