import BansoDomain

@testable import BansoApp

/// Forty companies before a door, each found by two letters of its own; a desk that keeps who has come.
final class Crowd: QuietDesk {
    let catalogue = Desk.catalogue
    private(set) var arrived: [Int64] = []

    static let size = 40
    private static let letters = Array("かきくけこさしす")

    /// Two letters that no other company has.
    static func code(_ index: Int) -> [Character] { [letters[index / 8], letters[index % 8]] }

    static func name(_ index: Int) -> String { "企業" + String(code(index)) }

    func take(_ arrival: Write.Arrival) {
        guard case .known(let key) = arrival.who else { return }
        arrived.append(key.id)
    }

    func roster(of event: Int64, lines: Int) -> Roster? {
        let record = Record(
            .event, ["activity": .text("A1-1"), "theme": .text("採用"), "date": .day(Desk.day)])
        return Roster(
            event: StoredRecord(key: RecordKey(.event, event), version: 1, record: record), title: "採用",
            organisations: Set(arrived).count, people: arrived.count, expected: 0, noShows: 0,
            lines: arrived.reversed().map {
                RosterLine(attendance: Crowd.attendance($0), name: Crowd.name(Int($0) - 1), number: Int($0))
            })
    }

    func arrivals(at event: Int64, matching text: String, limit: Int) -> [RosterHit] {
        let found = (0..<Crowd.size).filter { Crowd.name($0).contains(text) }.prefix(limit)
        return found.map { index in
            let id = Int64(index + 1)
            let hit = SearchHit(key: RecordKey(.organisation, id), name: Crowd.name(index))
            return RosterHit(hit: hit, attendance: arrived.contains(id) ? Crowd.attendance(id) : nil)
        }
    }

    private static func attendance(_ organisation: Int64) -> StoredRecord {
        let record = Record(
            .attendance,
            ["event": .number(1), "organisation": .number(organisation), "presence": .token(Presence.attended)])
        return StoredRecord(key: RecordKey(.attendance, organisation), version: 1, record: record)
    }
}
