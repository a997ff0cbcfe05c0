import BansoDomain
import BansoStore
import Testing

/// Why a reported month was changed, as a person said it.
struct CorrectionReasonTests {
    private func say(_ reason: String, on desk: OctoberDesk, in month: FiscalMonth = OctoberDesk.november) throws {
        try desk.desk.add(
            .correctionReason,
            [
                "month": .text(month.iso), "programme": .text("A"),
                "record": .text("\(RecordKey(.attendance, desk.absence))"), "reason": .text(reason),
            ])
    }

    private func correction(_ desk: OctoberDesk, in month: FiscalMonth = OctoberDesk.november) throws -> Correction {
        try #require(try desk.report(month).report.corrections.first)
    }

    private func text(_ desk: OctoberDesk, in month: FiscalMonth = OctoberDesk.november) throws -> String {
        try desk.report(month).page(.ja).blocks.map { "\($0)" }.joined(separator: "\n")
    }

    @Test func theCorrectionSaysWhy() throws {
        // Given
        let desk = try OctoberDesk()
        try desk.freeze()
        try desk.correctAbsence()
        #expect(try correction(desk).causes.map(\.lacksReason) == [true])
        #expect(try text(desk).contains("理由：未記入"))
        // When
        try say("会場に来ていた", on: desk)
        // Then
        let reported = try desk.report(OctoberDesk.november)
        #expect(reported.report.corrections[0].causes.map(\.reason) == ["会場に来ていた"])
        #expect(try text(desk).contains("理由：会場に来ていた"))
        #expect(reported.correcting == reported.report.corrections)
    }

    @Test func aReasonBelongsToOneReport() throws {
        // Given: October's correction stands in November with its reason.
        let desk = try OctoberDesk()
        try desk.freeze()
        try desk.correctAbsence()
        try say("会場に来ていた", on: desk)
        try desk.freeze(OctoberDesk.november)
        // When the record is changed once more
        let stored = try #require(try desk.store.record(RecordKey(.attendance, desk.absence)))
        var record = stored.record
        record["presence"] = .token(Presence.noShow)
        try desk.store.edit(stored.key, version: stored.version, to: record, by: desk.mori)
        // Then the next report asks anew, and what was reported stays.
        #expect(try correction(desk, in: OctoberDesk.december).causes.map(\.reason) == [nil])
        #expect(try correction(desk).causes.map(\.reason) == ["会場に来ていた"])
    }

    @Test func whatWasReportedAsReasonStays() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        try desk.correctAbsence()
        try say("会場に来ていた", on: desk)
        try desk.freeze(OctoberDesk.november)
        let key = try #require(try desk.store.all(.correctionReason).first).key
        func isRefused(_ change: () throws -> Void) -> Bool {
            do { try change() } catch { return "\(error)".contains("確定済み") }
            return false
        }
        #expect(isRefused { try desk.store.delete(key, version: 1, by: desk.mori) })
        #expect(
            isRefused {
                var record = try #require(try desk.store.record(key)).record
                record["reason"] = .text("別の理由")
                try desk.store.edit(key, version: 1, to: record, by: desk.mori)
            })
        #expect(isRefused { try say("後から", on: desk) })
        #expect(throws: Never.self) { try say("次の報告で", on: desk, in: OctoberDesk.december) }
    }

    @Test func whatNoMonthlyReportTellsHasItsReasonInTheFinalOne() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        let march = FiscalMonth(year: 2026, month: 3)!
        try desk.freeze(march, on: day(2026, 3, 10))
        try desk.correctAbsence()
        try say("会場に来ていた", on: desk, in: march.next)
        let reported = try desk.report(march)
        #expect(reported.correctingMonth == march.next)
        #expect(reported.correcting.flatMap(\.causes).map(\.reason) == ["会場に来ていた"])
    }

    @Test func aReasonNamesARecordAndAMonthOfTheProgramme() throws {
        let desk = try OctoberDesk()
        func problems(_ month: String, _ record: String) -> [String] {
            let reason = Record(
                .correctionReason,
                [
                    "month": .text(month), "programme": .text("A"), "record": .text(record), "reason": .text("理由"),
                ])
            return RecordRules.problems(in: reason, catalogue: desk.store.catalogue).map(\.field)
        }
        #expect(problems("2025-11", "attendance:12").isEmpty)
        // After the last month: the final report.
        #expect(problems("2026-04", "attendance:12").isEmpty)
        #expect(problems("2026-05", "attendance:12") == ["month"])
        for text in ["", "attendance", "attendance:", "attendance:0", "attendance:1:2", "people:3"] {
            #expect(problems("2025-11", text) == ["record"], "\(text)")
        }
    }
}
