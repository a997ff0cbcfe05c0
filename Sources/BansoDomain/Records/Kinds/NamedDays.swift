/// The days of the records that a record names, and what has been at an event, as far as rules depend on them.
public struct NamedDays: Hashable, Sendable {
    /// When the event is that somebody attends.
    public private(set) var event: Day?
    /// When the posting was listed that somebody applies to.
    public private(set) var posting: Day?
    /// Whether somebody is marked as having been at the event that the record is.
    public private(set) var wasAttended = false

    public init() {}

    /// - Parameters:
    ///   - id: the record's own number; nil for a new one.
    ///   - number: the number that a field has.
    ///   - find: looks a record up.
    ///   - wasAttended: whether somebody is marked as having been at an event.
    public init(
        _ kind: RecordKind, id: Int64?, number: (String) -> Int64?, find: (RecordKey) throws -> Record?,
        wasAttended: (Int64) throws -> Bool
    ) rethrows {
        func day(of named: RecordKind) throws -> Day? {
            try number(named.rawValue).flatMap { try find(RecordKey(named, $0))?["date"].day }
        }
        switch kind {
        case .attendance: event = try day(of: .event)
        case .application: posting = try day(of: .posting)
        case .event: self.wasAttended = try id.map(wasAttended) ?? false
        default: break
        }
    }

    public init(
        of record: Record, id: Int64?, find: (RecordKey) throws -> Record?, wasAttended: (Int64) throws -> Bool
    ) rethrows {
        try self.init(
            record.kind, id: id, number: { record[$0].number }, find: find, wasAttended: wasAttended)
    }
}
