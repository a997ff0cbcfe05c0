import BansoCatalogue
import BansoDomain
import Testing

@testable import BansoStore

struct FreezingTests {
    @Test func aFrozenMonthStaysWhateverChanges() throws {
        // Given
        let desk = try OctoberDesk()
        let mark = try desk.freeze()
        let frozen = try desk.report(OctoberDesk.october)
        #expect(frozen.frozen == mark)
        #expect(mark.by == "森" && mark.sha256.count == 64 && mark.changes == 0)
        #expect(try desk.store.verifyAudit().flaw == nil)
        // When
        try desk.correctAbsence()
        // Then
        let later = try desk.report(OctoberDesk.october)
        #expect(later.report == frozen.report && later.document == frozen.document)
        #expect(later.frozen?.sha256 == mark.sha256)
        #expect(try desk.store.frozenReports().map(\.changes) == [1])
        #expect(try desk.report(OctoberDesk.october, "B").frozen == nil)
    }

    @Test func theNextReportListsTheCorrection() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        try desk.correctAbsence()
        let corrections = try desk.report(OctoberDesk.november).report.corrections
        #expect(corrections.map(\.month) == [OctoberDesk.october])
        #expect(
            try desk.moved() == [
                "event:\(desk.seminar).companies: 2 → 3", "event:\(desk.seminar).people: 5 → 6",
                "A1.seminar-companies: 2 → 3",
            ])
        let cause = try #require(corrections[0].causes.first)
        #expect(corrections[0].causes.count == 1)
        #expect(cause.record == RecordKey(.attendance, desk.absence))
        #expect(cause.by == "森" && cause.action == ChangeAction.edit.label)
        #expect(cause.at == Int(OctoberDesk.start) + 120)
        #expect(cause.title.contains("筑後物流") && cause.title.contains("2025-10-10"))
        #expect(
            cause.changes == [
                CorrectionCause.Change(
                    field: LocalizedText(ja: "出欠", en: "presence"), before: Presence.noShow.label,
                    after: Presence.attended.label)
            ])
    }

    @Test func whatWasUndoneIsNoCorrection() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        try desk.correctAbsence()
        #expect(try desk.store.undo(by: desk.mori)?.action == .edit)
        #expect(try desk.moved().isEmpty)
        #expect(try desk.report(OctoberDesk.november).report.corrections.isEmpty)
        _ = try desk.store.redo(by: desk.mori)
        #expect(try desk.moved().count == 3)
    }

    @Test func freezingIsNotUndone() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        func refusal() throws -> String? {
            do { _ = try desk.store.undo(by: desk.mori) } catch let error as DeskError { return error.text.en }
            return nil
        }
        let first = try refusal()
        #expect(first?.contains("what was reported stays") == true, "\(first ?? "")")
        #expect(try desk.report(OctoberDesk.october).frozen != nil)
        // What was done before it still can be.
        let company = try desk.store.add(Organisation(name: "新会社"), by: desk.mori)
        try desk.freeze(OctoberDesk.november)
        try desk.freeze(OctoberDesk.december)
        #expect(try refusal() != nil, "nothing else is taken back unasked")
        // One refusal is enough, however many were frozen.
        #expect(try desk.store.next(.undo, at: nil, by: desk.mori)?.action == .add)
        #expect(try desk.store.undo(by: desk.mori)?.action == .add)
        #expect(try desk.store.record(RecordKey(.organisation, company.value)) == nil)
    }

    @Test func aDeletionIsACorrection() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        let key = RecordKey(.application, desk.application)
        try desk.store.delete(key, version: 1, by: desk.mori)
        let correction = try #require(try desk.report(OctoberDesk.november).report.corrections.first)
        let moved = try desk.moved()
        #expect(moved.contains("matching.A1-4.offers: 1 → 0"))
        #expect(moved.contains { $0.hasSuffix(".offers: 1 → 0") && $0.hasPrefix("event:") })
        #expect(moved.contains("KPI.offer-rate: 1 → 0"))
        #expect(correction.causes.map(\.record) == [key])
        #expect(correction.causes[0].action == ChangeAction.delete.label)
        #expect(correction.causes[0].changes.allSatisfy { $0.after == nil })
        // Nobody's name goes out with it.
        #expect(!(try desk.report(OctoberDesk.november).document.contains("佐藤")))
    }

    @Test func aConsultationEnteredLateIsACorrection() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        try OctoberDesk.book(desk.desk, desk.chikugo, on: day(2025, 10, 28), .inPerson)
        #expect(
            try desk.moved() == [
                "companies.visited: 1 → 2", "companies.informed: 2 → 3", "A2.companies: 2 → 3",
                "A2.consultations: 3 → 4",
            ])
        let causes = try desk.report(OctoberDesk.november).report.corrections[0].causes
        #expect(causes.map(\.record?.kind) == [.consultation])
        #expect(causes[0].by == "青木")
    }

    @Test func whatIsNotCountedByAnIndicatorIsACorrectionToo() throws {
        // The way of a consultation moves the visits alone, a meeting itself alone.
        let desk = try OctoberDesk()
        try desk.freeze()
        let online = try #require(
            try desk.store.records(.consultation, after: 0, limit: 9).first {
                $0.record["organisation"] == .number(desk.shirakawa)
            })
        var record = online.record
        record["mode"] = .token(Consultation.Mode.inPerson)
        try desk.store.edit(online.key, version: online.version, to: record, by: desk.mori)
        #expect(try desk.moved() == ["companies.visited: 1 → 2"])
        let meeting = try desk.desk.add(.meeting, ["date": .day(day(2025, 10, 31)), "title": .text("臨時会議")])
        #expect(try desk.moved() == ["companies.visited: 1 → 2", "meeting:\(meeting): 0 → 1"])
        #expect(
            try desk.report(OctoberDesk.november).report.corrections[0].causes.map(\.record?.kind) == [
                .consultation, .meeting,
            ])
    }

    @Test func aRecordOfAnotherMonthMayBeTheCause() throws {
        // A company counts at its first hearing: one of September that is entered late takes it from October.
        let desk = try OctoberDesk()
        func hear(_ date: Day) throws -> Int64 {
            try desk.desk.add(
                .hearing,
                [
                    "activity": .text("C2"), "organisation": .number(desk.chikugo), "date": .day(date),
                    "employs_foreign_talent": .flag(true),
                ])
        }
        _ = try hear(day(2025, 10, 7))
        _ = try desk.store.freeze(OctoberDesk.october, of: ["C"], on: day(2025, 11, 4), by: desk.mori)
        let early = try hear(day(2025, 9, 7))
        let correction = try #require(try desk.report(OctoberDesk.november, "C").report.corrections.first)
        #expect(correction.figures.map(\.key) == ["C2.companies"])
        #expect(correction.figures.map(\.now) == [0])
        #expect(correction.causes.map(\.record) == [RecordKey(.hearing, early)])
    }

    private func edit(_ desk: OctoberDesk, _ key: RecordKey, _ change: (inout Record) -> Void) throws {
        let stored = try #require(try desk.store.record(key))
        var record = stored.record
        change(&record)
        try desk.store.edit(key, version: stored.version, to: record, by: desk.mori)
    }

    /// What November says about October, as `record field: before → after`.
    private func told(_ desk: OctoberDesk) throws -> [String] {
        try desk.report(OctoberDesk.november).report.corrections.flatMap(\.causes).flatMap { cause in
            cause.changes.map {
                "\(cause.record?.description ?? "") \($0.field.en): \($0.before?.ja ?? "") → \($0.after?.ja ?? "")"
            }
        }
    }

    @Test func whatAReportSaysInWordsIsCorrectedToo() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        let meeting = RecordKey(
            .meeting, try #require(try desk.store.records(.meeting, after: 0, limit: 1).first?.key.id))
        let seminar = RecordKey(.event, desk.seminar)
        try edit(desk, meeting) { $0["minutes"] = .text("進捗と課題を共有した。") }
        try edit(desk, seminar) { $0["theme"] = .text("別のテーマ") }
        let theme = try #require(try desk.report(OctoberDesk.october).report.events.first?.theme)
        #expect(
            try told(desk) == [
                "\(meeting) minutes: 「進捗を共有した。」 → 「進捗と課題を共有した。」", "\(seminar) theme: 「\(theme)」 → 「別のテーマ」",
            ])
        #expect(try desk.moved().isEmpty)
        // What no report shows is none, and what is as it was is none any more.
        try edit(desk, seminar) { $0["theme"] = .text(theme) }
        try edit(desk, seminar) { $0["venue"] = .text("別の会場") }
        #expect(try told(desk).count == 1)
        try edit(desk, meeting) { $0["minutes"] = .text("進捗を共有した。") }
        #expect(try desk.report(OctoberDesk.november).report.corrections.isEmpty)
    }

    @Test func aGradeOfASurveyIsACorrection() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        let answer = try #require(
            try desk.store.records(.surveyAnswer, after: 0, limit: 9).first { $0.record["score"] == .number(5) })
        try edit(desk, answer.key) { $0["score"] = .number(4) }
        #expect(
            try desk.moved() == ["event:\(desk.seminar).score-4: 1 → 2", "event:\(desk.seminar).score-5: 1 → 0"])
        #expect(try told(desk) == ["\(answer.key) score: 5 → 4"])
    }

    @Test func whatCancelsOutIsACorrection() throws {
        // One company for another, and one attendance deleted where another is entered: no number is another one.
        let desk = try OctoberDesk()
        try desk.freeze()
        let own = try desk.store.records(.attendance, after: 0, limit: 99)
        let shirakawa = try #require(own.first { $0.record["organisation"] == .number(desk.shirakawa) })
        let other = try desk.desk.company("四社目")
        try edit(desk, shirakawa.key) { $0["organisation"] = .number(other) }
        #expect(try told(desk) == ["\(shirakawa.key) organisation: 白川精機株式会社 → 四社目"])
        try desk.store.delete(shirakawa.key, version: shirakawa.version + 1, by: desk.mori)
        let again = try desk.desk.add(
            .attendance, ["event": .number(desk.seminar), "organisation": .number(desk.shirakawa)])
        let correction = try #require(try desk.report(OctoberDesk.november).report.corrections.first)
        #expect(correction.figures.filter { $0.key.hasPrefix("event:") }.isEmpty)
        #expect(Set(correction.causes.map(\.record)) == [shirakawa.key, RecordKey(.attendance, again)])
    }

    @Test func afterTheLastReportTheFinalOneHasTheCorrections() throws {
        let desk = try OctoberDesk()
        let march = FiscalMonth(year: 2026, month: 3)!
        try desk.freeze()
        try desk.freeze(march, on: day(2026, 3, 10))
        #expect(try desk.report(march).pending.isEmpty)
        try desk.correctAbsence()
        let pending = try desk.report(march).pending
        #expect(pending.map(\.month) == [OctoberDesk.october])
        #expect(pending.flatMap(\.causes).map(\.record) == [RecordKey(.attendance, desk.absence)])
        #expect(try desk.report(OctoberDesk.october).pending.isEmpty, "it stands once")
        let reported = [try desk.report(march)]
        let final = FinalReport(
            of: ["A"], readings: [], months: [], reported: reported,
            cases: CasePages([], readings: [], on: Day(2026, 3, 31)!, catalogue: desk.store.catalogue),
            on: day(2026, 3, 31), catalogue: desk.store.catalogue)
        for page in [final.page(.ja), reported[0].page(.ja)] {
            #expect(page.blocks.contains(.heading("令和7年10月分の訂正", level: 3)))
        }
    }

    /// The year is told once: targets, months and events by the same records.
    @Test func theFinalReportCountsFrozenMonthsAsTheyAreNow() throws {
        let desk = try OctoberDesk()
        let end = day(2026, 3, 31)
        func october() throws -> MonthlyReport {
            try #require(
                desk.store.countedReports(until: end, programmes: ["A"]).first { $0.month == OctoberDesk.october })
        }
        let before = try october()
        #expect(before.figures == (try desk.report(OctoberDesk.october).report.figures))
        try desk.freeze()
        try desk.correctAbsence()
        let after = try october()
        #expect(after.events[0].companies == before.events[0].companies + 1)
        #expect(try desk.report(OctoberDesk.october).report.figures == before.figures)
        let final = FinalReport(
            of: ["A"], readings: try desk.store.readings(asOf: end),
            months: try desk.store.countedReports(until: end, programmes: ["A"]),
            reported: [try desk.report(OctoberDesk.october)],
            cases: CasePages([], readings: [], on: end, catalogue: desk.store.catalogue), on: end,
            catalogue: desk.store.catalogue
        ).page(.ja)
        let rows = final.blocks.flatMap { if case .table(let table) = $0 { table.rows } else { [[String]]() } }
        let companies = try #require(rows.first { $0[0] == "A1.seminar-companies" })[2]
        let seminar = try #require(rows.first { $0[0] == "2025-10-10" })
        #expect(seminar[3] == companies && companies == "3")
        #expect(final.blocks.contains { if case .text(let text) = $0 { text.contains("訂正を含む") } else { false } })
    }

    @Test func offersThatCameLaterAreTheEventsInTheFinalReport() throws {
        let desk = try OctoberDesk()
        let stored = try #require(try desk.store.record(RecordKey(.application, desk.application)))
        var record = stored.record
        record["offered_on"] = .day(day(2025, 12, 3))
        try desk.store.edit(stored.key, version: stored.version, to: record, by: desk.mori)
        func offers(_ reports: [MonthlyReport]) -> Int { reports.flatMap(\.events).reduce(0) { $0 + $1.offers } }
        #expect(offers([try desk.report(OctoberDesk.october).report]) == 0)
        #expect(offers(try desk.store.countedReports(until: day(2025, 12, 2), programmes: ["A"])) == 0)
        #expect(offers(try desk.store.countedReports(until: day(2025, 12, 3), programmes: ["A"])) == 1)
    }

    @Test func aCorrectionIsListedOnceAndForAll() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        try desk.correctAbsence()
        try desk.freeze(OctoberDesk.november)
        #expect(try desk.moved().count == 3)
        #expect(try desk.moved(OctoberDesk.december).isEmpty)
        #expect(try desk.store.frozenReports().map(\.changes) == [0, 0])
        // And what comes after it is told from what was listed.
        let extra = try desk.desk.add(
            .attendance,
            [
                "event": .number(desk.seminar), "organisation": .number(try desk.desk.company("四社目")),
            ])
        #expect(
            try desk.moved(OctoberDesk.december) == [
                "event:\(desk.seminar).companies: 3 → 4", "event:\(desk.seminar).people: 6 → 7",
                "A1.seminar-companies: 3 → 4",
            ])
        #expect(try desk.moved().count == 3, "what was frozen stays")
        let causes = try desk.report(OctoberDesk.december).report.corrections[0].causes
        #expect(causes.map(\.record) == [RecordKey(.attendance, extra)])
    }

    @Test func aChangedDefinitionIsACause() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        let text = R7Desk.catalogue("content_from = 4", is: "content_from = 3")
        _ = try desk.store.adopt(
            try R7Desk.parse(text), text: text, asOf: day(2025, 11, 30), by: desk.mori, isDryRun: false)
        let again = try desk.desk.another()
        let report = try again.monthlyReports(of: OctoberDesk.november, programmes: ["A"])[0].report
        #expect(
            report.corrections.flatMap(\.figures).map(\.key) == ["event:\(desk.seminar).content", "KPI.satisfaction"])
        #expect(report.corrections[0].causes.map(\.record) == [nil])
        #expect(report.corrections[0].causes.map(\.by) == ["森"])
    }

    /// What was defined otherwise is said, before and after.
    @Test func theCauseNamesTheDefinition() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        var milder = try #require(desk.store.catalogue.definitions.last { $0.id == "satisfaction-scale" })
        let before = milder.value
        (milder.version, milder.value, milder.setting) = (milder.version + 1, "上位3段階", .contentFrom(3))
        milder.reason = "局の通知「第12号」による"
        let text = CatalogueFile.adding(milder, to: try desk.store.catalogueText())
        _ = try desk.store.adopt(
            try R7Desk.parse(text), text: text, asOf: day(2025, 11, 30), by: desk.mori, isDryRun: false)
        let report = try desk.desk.another().monthlyReports(of: OctoberDesk.november, programmes: ["A"])[0].report
        let cause = try #require(report.corrections.first?.causes.first)
        #expect(cause.changes.map(\.field) == [milder.label])
        #expect(cause.what(.ja).hasSuffix("→ 上位3段階。理由：局の通知「第12号」による"))
        #expect(cause.changes.map(\.before?.ja) == [before] && cause.changes.map(\.after?.ja) == ["上位3段階"])
    }

    @Test func freezingTwiceAndTooEarlyAreRefused() throws {
        let desk = try OctoberDesk()
        #expect(throws: DeskError.self) { try desk.freeze(on: day(2025, 10, 31)) }
        let mark = try desk.freeze(on: day(2025, 11, 1))
        let error = #expect(throws: DeskError.self) { try desk.freeze() }
        #expect(error?.text.en.contains(mark.sha256.prefix(12)) == true && error?.text.ja.contains("森") == true)
        // None of several is frozen where one can't be.
        #expect(throws: DeskError.self) {
            try desk.store.freeze(OctoberDesk.october, of: ["B", "A"], on: day(2025, 11, 4), by: desk.mori)
        }
        #expect(try desk.store.frozenReports() == [mark])
    }

    @Test func whatWasWrittenIsFrozenToo() throws {
        let desk = try OctoberDesk()
        let key = RecordKey(
            .monthlyReport,
            try desk.desk.add(
                .monthlyReport, ["month": .text("2025-10"), "programme": .text("A"), "overview": .text("順調。")]))
        try desk.freeze()
        #expect(try desk.report(OctoberDesk.october).report.narrative.first?.text == "順調。")
        let stored = try #require(try desk.store.record(key))
        var record = stored.record
        record["overview"] = .text("書き換え")
        let error = #expect(throws: DeskError.self) {
            try desk.store.edit(key, version: stored.version, to: record, by: desk.mori)
        }
        #expect(error?.text.en.contains("frozen") == true)
        #expect(throws: DeskError.self) { try desk.store.delete(key, version: stored.version, by: desk.mori) }
    }

    @Test func plainSQLCanNeitherChangeNorDeleteIt() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        try desk.correctAbsence()
        for sql in [
            "UPDATE frozen_report SET document = '{}'", "DELETE FROM frozen_report", "DELETE FROM monthly_report",
            "UPDATE report_touch SET seq = 1", "DELETE FROM report_touch", "UPDATE monthly_report SET overview = 'x'",
        ] {
            #expect(throws: (any Error).self) { try desk.desk.plainSQL(sql) }
        }
        #expect(try desk.moved().count == 3)
    }

    @Test func aCheckFindsWhatSomebodyHasChangedAllTheSame() throws {
        let desk = try OctoberDesk()
        try desk.freeze()
        #expect(try desk.store.check().damages.isEmpty)
        // By hand, with the guard taken away
        try desk.desk.plainSQL("DROP TRIGGER frozen_report_stays_on_update; UPDATE frozen_report SET document = '{}'")
        #expect(try desk.store.check().damages == ["the frozen report 2025-10 A is not what was frozen"])
        // With a hash that fits the text: the trail knows the other one
        try desk.desk.plainSQL("UPDATE frozen_report SET sha256 = '\(Store.sha256("{}"))'")
        #expect(try desk.store.check().damages == ["the frozen report 2025-10 A is not what was frozen"])
    }
}
