import BansoDomain
import BansoStore
import Foundation

/// An October of programme A that was counted by hand.
///
/// A seminar on the 10th: 有明 with two people, 白川 with one, a chamber with one and 佐藤; 筑後 didn't come. 有明 was content
/// (5), 白川 not (3), 佐藤 was (4). Consultations: 有明 in person and online, 白川 online. On the 22nd a matching event where
/// 有明 presented and 佐藤 was; 佐藤 had an offer from 有明 on the 25th. A meeting of all programmes on the 30th.
final class OctoberDesk {
    let desk: R7Desk
    let mori = Actor("森")
    let (ariake, shirakawa, chikugo): (Int64, Int64, Int64)
    let (seminar, absence, application): (Int64, Int64, Int64)
    /// When it is, in seconds since 1970: each change is a minute later.
    static let start = 1_762_225_200.0

    static let october = FiscalMonth(year: 2025, month: 10)!
    static let november = FiscalMonth(year: 2025, month: 11)!
    static let december = FiscalMonth(year: 2025, month: 12)!

    var store: Store { desk.store }

    init() throws {
        let desk = try R7Desk()
        self.desk = desk
        (ariake, shirakawa) = (try desk.company("有明食品株式会社"), try desk.company("白川精機株式会社"))
        let absent = try desk.company("筑後物流株式会社")
        chikugo = absent
        let chamber = try desk.store.add(Organisation(kind: .institution, name: "久留米商工会議所"), by: desk.aoki).value
        let sato = try desk.add(.talent, ["name": .text("佐藤健")])
        let seminar = try desk.event("A1-1", on: day(2025, 10, 10))
        self.seminar = seminar
        func attend(
            _ event: Int64, _ who: String, _ id: Int64, attendee: String = "", role: AttendanceRole = .participant
        ) throws {
            try desk.add(
                .attendance,
                ["event": .number(event), who: .number(id), "attendee": .text(attendee), "role": .token(role)])
        }
        for attendee in ["社長", "部長"] { try attend(seminar, "organisation", ariake, attendee: attendee) }
        try attend(seminar, "organisation", shirakawa)
        try attend(seminar, "organisation", chamber)
        try attend(seminar, "talent", sato)
        absence = try desk.add(
            .attendance,
            ["event": .number(seminar), "organisation": .number(absent), "presence": .token(Presence.noShow)])
        for (who, id, score) in [("organisation", ariake, 5), ("organisation", shirakawa, 3), ("talent", sato, 4)] {
            try desk.add(
                .surveyAnswer,
                [
                    "event": .number(seminar), who: .number(id), "date": .day(day(2025, 10, 10)),
                    "score": .number(score), "insight": .flag(score > 3),
                ])
        }
        for (company, date, mode) in [
            (ariake, day(2025, 10, 15), Consultation.Mode.inPerson), (ariake, day(2025, 10, 20), .online),
            (shirakawa, day(2025, 10, 16), .online),
        ] { try OctoberDesk.book(desk, company, on: date, mode) }
        let matching = try desk.event("A1-4", on: day(2025, 10, 22))
        try attend(matching, "organisation", ariake, role: .presenter)
        try attend(matching, "talent", sato)
        let posting = try desk.add(
            .posting,
            [
                "organisation": .number(ariake), "activity": .text("A1-4"), "kind": .token(EmploymentKind.regular),
                "title": .text("生産管理"), "date": .day(day(2025, 10, 1)),
            ])
        application = try desk.add(
            .application,
            [
                "posting": .number(posting), "talent": .number(sato), "date": .day(day(2025, 10, 22)),
                "documents": .flag(true), "offered_on": .day(day(2025, 10, 25)),
            ])
        try desk.add(
            .meeting,
            [
                "date": .day(day(2025, 10, 30)), "title": .text("第2回連携会議"), "minutes": .text("進捗を共有した。"),
            ])
        var now = OctoberDesk.start
        desk.store.clock = {
            now += 60
            return now
        }
    }

    static func book(_ desk: R7Desk, _ company: Int64, on date: Day, _ mode: Consultation.Mode) throws {
        _ = try desk.store.book(
            Consultation(company: OrganisationID(company), date: date, minutes: 90, mode: mode), nextAction: nil,
            by: desk.aoki)
    }

    func report(_ month: FiscalMonth, _ programme: ProgrammeID = "A") throws -> ReportedMonth {
        try store.monthlyReports(of: month, programmes: [programme])[0]
    }

    @discardableResult
    func freeze(_ month: FiscalMonth = october, on today: Day? = nil) throws -> FrozenReport {
        try store.freeze(month, of: ["A"], on: today ?? month.lastDay + 4, by: mori)[0]
    }

    /// 筑後 had come after all.
    func correctAbsence() throws {
        let stored = try store.record(RecordKey(.attendance, absence))!
        var record = stored.record
        record["presence"] = .token(Presence.attended)
        try store.edit(stored.key, version: stored.version, to: record, by: mori)
    }

    /// What moved, as `key: was → now`.
    func moved(_ month: FiscalMonth = november) throws -> [String] {
        try report(month).report.corrections.flatMap(\.figures).map { "\($0.key): \($0.was) → \($0.now)" }
    }
}
