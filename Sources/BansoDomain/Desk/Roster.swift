/// Who came to an event.
public struct Roster: Hashable, Sendable {
    public var event: StoredRecord
    /// What the event is known by.
    public var title: String
    /// Organisations that attended, each once.
    public var organisations: Int
    /// Everybody who attended: each attendance is one person.
    public var people: Int
    /// Registered, and neither arrived nor missing.
    public var expected: Int
    public var noShows: Int
    /// Those still expected as their names read, then the others, newest first; at most as many as were asked for.
    public var lines: [RosterLine]

    public init(
        event: StoredRecord, title: String, organisations: Int, people: Int, expected: Int, noShows: Int,
        lines: [RosterLine]
    ) {
        self.event = event
        self.title = title
        self.organisations = organisations
        self.people = people
        self.expected = expected
        self.noShows = noShows
        self.lines = lines
    }
}

/// One attendance of an event's roster.
public struct RosterLine: Hashable, Sendable {
    public var attendance: StoredRecord
    public var name: String
    /// By which they are found at the door: the place in the order in which the roster was entered, from 1.
    public var number: Int

    public init(attendance: StoredRecord, name: String, number: Int) {
        self.attendance = attendance
        self.name = name
        self.number = number
    }
}

/// Somebody who may be arriving at an event.
public struct RosterHit: Hashable, Sendable {
    public var hit: SearchHit
    /// Where the roster has them already.
    public var attendance: StoredRecord?
    /// Their number on it.
    public var number: Int?

    public init(hit: SearchHit, attendance: StoredRecord?, number: Int? = nil) {
        self.hit = hit
        self.attendance = attendance
        self.number = number
    }
}
