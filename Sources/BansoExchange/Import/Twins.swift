import BansoDomain

/// Finds the rows without a number that are there already: exports of forms grow, and bring what was imported again. Rows
/// that say the very same are as many records, so each is another one's twin.
final class Twins {
    /// The greatest number before the file.
    private let last: Int64
    private let taken = NumberSet()
    /// The last record that was found for what several rows say.
    private var repeated: [Int: Int64] = [:]

    init(before last: Int64) { self.last = last }

    /// - Returns: the record's number; nil for a new one.
    func next(of record: Record, at desk: BulkDesk) throws -> Int64? {
        let key = record.hashValue
        var first = (repeated[key] ?? 0) + 1
        while first <= last, let twin = try desk.twin(of: record, among: first...last) {
            if first > 1 { repeated[key] = twin }
            guard taken.contains(twin) else {
                taken.insert(twin)
                return twin
            }
            first = twin + 1
        }
        return nil
    }
}
