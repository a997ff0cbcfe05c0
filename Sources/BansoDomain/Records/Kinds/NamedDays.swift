/// The days of the records that a record names, as far as rules depend on them.
public struct NamedDays: Hashable, Sendable {
    /// When the event is that somebody attends.
    public private(set) var event: Day?
    /// When the posting was listed that somebody applies to.
    public private(set) var posting: Day?

    public init() {}

    /// - Parameters:
    ///   - number: the number that a field has.
    ///   - find: looks a record up.
    public init(
        _ kind: RecordKind, number: (String) -> Int64?, find: (RecordKey) throws -> Record?
    ) rethrows {
        func day(of named: RecordKind) throws -> Day? {
            try number(named.rawValue).flatMap { try find(RecordKey(named, $0))?["date"].day }
        }
        switch kind {
        case .attendance: event = try day(of: .event)
        case .application: posting = try day(of: .posting)
        default: break
        }
    }

    public init(of record: Record, find: (RecordKey) throws -> Record?) rethrows {
        try self.init(record.kind, number: { record[$0].number }, find: find)
    }
}
