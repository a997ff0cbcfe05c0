import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

@Suite struct ReportScreenTests {
    private static let october = FiscalMonth(year: 2025, month: 10)!
    private static let november = FiscalMonth(year: 2025, month: 11)!
    private static let afterNovember = Day(2025, 12, 2)!
    /// On that day the list begins with November, A.
    private static let toNovember: [Key] = [.character("R"), .enter]

    /// October was frozen; a consultation of it was entered later.
    private func corrected() throws -> Desk {
        let desk = try Desk(companies: 60)
        let company = try desk.store.add(Organisation(name: "後日株式会社"), by: Actor("森"))
        _ = try desk.store.book(
            Consultation(company: company, date: Day(2025, 10, 30)!, minutes: 60, mode: .inPerson), nextAction: nil,
            by: Actor("森"))
        return desk
    }

    private func text(_ terminal: ScriptedTerminal) -> String { terminal.frame.lines.joined(separator: "\n") }

    @Test func theListBeginsAtTheMonthThatIsToBeReported() throws {
        let desk = try Desk(companies: 60)
        let frame = text(desk.run([.character("R")], language: .en))
        #expect(frame.contains("Oct (by Mon 10 Nov)"), "\(frame)")
        #expect(frame.contains("frozen 20 Nov"))
        // The 10th of January is a Saturday.
        #expect(frame.contains("Dec (by Sat 10 Jan, send by Fri 9 Jan)"))
    }

    @Test func freezingIsAskedForAndConfirmedByAnotherKey() throws {
        let desk = try Desk(companies: 60)
        func state() throws -> FrozenReport? {
            try desk.store.frozenReports().first { $0.month == Self.november && $0.programme == "A" }
        }
        // The same key again, Enter and the small letter do nothing.
        let asked = desk.run(
            Self.toNovember + [.character("f"), .character("f"), .enter, .character("y")], language: .en,
            today: Self.afterNovember)
        #expect(text(asked).contains("can't be taken back"))
        #expect(try state() == nil)
        // Esc leaves it open, and the page stays.
        let left = desk.run(Self.toNovember + [.character("f"), .escape], language: .en, today: Self.afterNovember)
        #expect(text(left).contains("State: open"))
        let frozen = desk.run(
            Self.toNovember + [.character("f"), .character("Y")], language: .en, today: Self.afterNovember)
        let mark = try #require(try state())
        #expect(text(frozen).contains("frozen (SHA-256 \(mark.sha256.prefix(12))"))
        #expect(text(frozen).contains("SHA-256: \(mark.sha256)"))
        #expect(mark.by == "田中")
        let again = desk.run(Self.toNovember + [.character("f")], language: .en, today: Self.afterNovember)
        #expect(text(again).contains("is frozen; corrections go into the next one"))
        let writing = desk.run(Self.toNovember + [.character("e")], language: .ja, today: Self.afterNovember)
        #expect(text(writing).contains("確定済みです"))
    }

    @Test func aMonthThatIsNotOverIsNotFrozen() throws {
        let desk = try Desk(companies: 60)
        let frame = text(desk.run(GoldenFrameTests.toOpenReport + [.character("f")], language: .en))
        #expect(frame.contains("is not over yet"))
        _ = desk.run(GoldenFrameTests.toOpenReport + [.character("f"), .character("Y")])
        #expect(try desk.store.frozenReports().allSatisfy { $0.month < Self.november })
    }

    @Test func whatIsWrittenStandsInTheReport() throws {
        let desk = try Desk(companies: 60)
        let keys: [Key] = Self.toNovember + [.character("e")] + .typed("冬の計画") + [.control("s")]
        _ = desk.run(keys, today: Self.afterNovember)
        let report = try desk.store.monthlyReports(of: Self.november, programmes: ["A"])[0].report
        #expect(report.narrative.first?.text == "冬の計画")
        // And again: the same record is edited.
        _ = desk.run(
            Self.toNovember + [.character("e")] + .typed("を進めた") + [.control("s")], today: Self.afterNovember)
        let reports = try desk.store.records(.monthlyReport, after: 0, limit: 200).filter {
            $0.record["month"] == .text("2025-11") && $0.record["programme"] == .text("A")
        }
        #expect(reports.count == 1 && reports[0].version == 2)
    }

    @Test func aChangeAfterFreezingIsSeenInTheListAndInTheNextReport() throws {
        let desk = try corrected()
        let list = text(desk.run([.character("R")]))
        #expect(list.contains("変更 1件（次の報告に訂正）"))
        let next = text(desk.run(GoldenFrameTests.toOpenReport + [.end], size: Size(width: 140, height: 60)))
        #expect(next.contains("令和7年10月分の訂正"))
        #expect(next.contains("後日株式会社") && next.contains("森"))
        let october = text(desk.run([.character("R"), .enter], size: Size(width: 140, height: 60)))
        #expect(!october.contains("後日株式会社"))
    }

    /// It stands in November's report with its reason.
    @Test func whyAReportedMonthWasCorrectedIsWritten() throws {
        let desk = try corrected()
        let toReasons = GoldenFrameTests.toOpenReport + [.character("c")]
        let list = text(desk.run(toReasons))
        #expect(list.contains("後日株式会社") && list.contains("理由 未記入"), "\(list)")
        let written = text(desk.run(toReasons + [.enter] + .typed("日報が遅れた") + [.control("s")]))
        #expect(written.contains("日報が遅れた") && !written.contains("理由 未記入"), "\(written)")
        func reasons() throws -> [FieldValue] {
            try desk.store.all(.correctionReason).filter { $0.record["month"] == .text("2025-11") }.map {
                $0.record["reason"]
            }
        }
        #expect(try reasons() == [.text("日報が遅れた")])
        // Written again, it is the same one.
        _ = desk.run(toReasons + [.enter] + .typed("。森") + [.control("s")])
        #expect(try reasons() == [.text("日報が遅れた。森")])
        let next = text(desk.run(GoldenFrameTests.toOpenReport + [.end], size: Size(width: 140, height: 60)))
        #expect(next.contains("理由：日報が遅れた。森"), "\(next)")
        // The record itself is one key away.
        #expect(text(desk.run(toReasons + [.character("o")])).contains("相談"))
    }

    @Test func whereNothingWasCorrectedThereIsNothingToSay() throws {
        let desk = try Desk(companies: 60)
        let frame = text(desk.run(GoldenFrameTests.toOpenReport + [.character("c")]))
        #expect(frame.contains("報告済みの月の訂正はありません"), "\(frame)")
        // June's report has one, and stays as it was handed in.
        let toJune: [Key] = [.character("R")] + Array(repeating: .up, count: 16) + [.enter]
        let frozen = text(desk.run(toJune + [.character("c")]))
        #expect(frozen.contains("6月") && frozen.contains("確定済みの報告の理由は変えられません"), "\(frozen)")
    }

    /// What nobody explained is said once more before it is too late.
    @Test func freezingNamesTheCorrectionsWithoutAReason() throws {
        let desk = try corrected()
        let asked = text(desk.run(Self.toNovember + [.character("f")], today: Self.afterNovember))
        #expect(asked.contains("理由の書かれていない訂正 1件"), "\(asked)")
    }

    @Test func todaysRowGoesWhenTheMonthIsFrozenForAll() throws {
        let desk = try Desk(companies: 60)
        let late = Day(2025, 12, 11)!
        #expect(text(desk.run([], today: Self.afterNovember)).contains("11月分の月次報告"))
        #expect(text(desk.run([], today: late)).contains("1日超過"))
        let programmes = Desk.catalogue.programmes.map(\.id)
        _ = try desk.store.freeze(Self.november, of: Array(programmes.dropLast()), on: late, by: Actor("森"))
        #expect(text(desk.run([], today: late)).contains("11月分の月次報告"), "one programme is still open")
        _ = try desk.store.freeze(Self.november, of: [programmes[3]], on: late, by: Actor("森"))
        #expect(!text(desk.run([], today: late)).contains("月次報告"))
    }

    @Test func theFileIsWrittenByTheKeeper() throws {
        final class Keeper: ReportKeeper {
            var sheets: [ReportSheet] = []
            func write(_ sheet: ReportSheet) throws(KeepingError) -> String {
                if !sheets.isEmpty { throw KeepingError("既にあります", "is already there") }
                sheets.append(sheet)
                return "report.md"
            }
        }
        let desk = try Desk(companies: 60)
        let keeper = Keeper()
        func run() -> ScriptedTerminal {
            let terminal = ScriptedTerminal(
                size: Size(width: 80, height: 24), keys: [.character("R"), .enter, .character("w")])
            App(
                terminal: terminal, reader: desk.store, writer: desk.store,
                context: desk.context(.en, size: terminal.size), reports: keeper
            ).run()
            return terminal
        }
        #expect(text(run()).contains("written to report.md"))
        #expect(keeper.sheets.map(\.month.report.month) == [Self.october])
        #expect(text(run()).contains("is already there"))
    }
}
