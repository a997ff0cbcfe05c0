import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Each step from a posting to the contract is one key.
@Suite struct MatchingScreenTests {
    private let today = MatchingDesk.today

    private func screen(_ desk: MatchingDesk, _ actions: [Action] = [], _ context: Context) throws -> MatchingScreen {
        var screen = MatchingScreen()
        try screen.load(from: desk, context)
        for action in actions {
            _ = screen.update(.action(action), context)
            try screen.load(from: desk, context)
        }
        return screen
    }

    private func lines(_ screen: MatchingScreen, _ context: Context) -> [String] {
        var canvas = Canvas(size: context.size)
        _ = screen.draw(on: &canvas, in: context.body, context)
        return canvas.lines
    }

    private func refusal(_ action: Action, _ screen: MatchingScreen, _ context: Context) -> LocalizedText? {
        screen.bindings(context).first { $0.action == action }?.refusal
    }

    @Test func aPostingIsSeenWithWhatCameOfItAndItsApplicants() throws {
        let desk = MatchingDesk(postings: 30)
        let context = desk.context(width: 120, height: 40)
        let frame = lines(try screen(desk, [], context), context)
        #expect(frame[1].hasPrefix(" マッチング") && frame[1].hasSuffix("すべての求人 · 1件目"))
        #expect(frame.contains { $0.contains("株式会社九州食品1  EC サイトの改善") && $0.contains("佐藤健  若者・デジタル推進人材") })
        #expect(frame.contains { $0.contains("副業・兼業") && $0.contains("応募 4 面談 1 内定 1 契約 0") })
        #expect(frame.contains { $0.contains("●書類 ●面談 ●内定 ○契約   11/20") })
        #expect(frame.contains { $0.contains("山田花子") && $0.contains("●書類 ✗辞退") && $0.contains("11/18") })
    }

    @Test func onANarrowScreenThePanelsAreStackedAndOnALowOneTheFocusedOneStandsAlone() throws {
        let desk = MatchingDesk(postings: 30)
        let narrow = desk.context(.en, width: 80, height: 24)
        let both = lines(try screen(desk, [], narrow), narrow)
        #expect(both.contains { $0.contains("Postings") && $0.hasSuffix("appl. int. offers contr.     date") })
        #expect(both.contains { $0.contains("株式会社九州食品1") && $0.contains("side job") && $0.hasSuffix("20 Nov") })
        #expect(both.contains { $0.contains("●papers ●interview ●offer ○contract  20 Nov") })
        let small = desk.context(width: 40, height: 12)
        #expect(!lines(try screen(desk, [], small), small).contains { $0.contains("応募者") })
        let applicants = lines(try screen(desk, [.right], small), small)
        #expect(applicants.contains { $0.contains("●書 ●面 ●内 ○契   11/20") })
        #expect(!applicants.contains { $0.contains("副業") })
    }

    @Test func theHeadShowsBothDenominatorsAndTheTarget() throws {
        let desk = MatchingDesk(postings: 1)
        for (width, text) in [
            (120, "目標 10%以上   実人数での内定率 1/1 (100%)   延べ人数での内定率 1/2 (50%)"), (80, "人 1/1 (100%)  延べ 1/2 (50%)  目標10%"),
            (40, "内定率  目標 10%以上"),
        ] {
            let context = desk.context(width: width, height: 24)
            #expect(lines(try screen(desk, [], context), context)[2].contains(text))
        }
        let narrow = desk.context(width: 40, height: 24)
        #expect(lines(try screen(desk, [], narrow), narrow)[3].contains("人 1/1 (100%)  延べ 1/2 (50%)"))
    }

    @Test func readingsAreReadOnlyWhereTheDataChanged() throws {
        let desk = MatchingDesk(postings: 30)
        var context = desk.context()
        var screen = try screen(desk, [.down, .down, .right, .down], context)
        #expect(desk.readingsAsked == 1)
        context.dataVersion = 1
        try screen.load(from: desk, context)
        #expect(desk.readingsAsked == 2)
    }

    @Test func aStepIsTheApplicationsFieldSetToToday() throws {
        let desk = MatchingDesk(postings: 1)
        let context = desk.context()
        let stored = desk.people[1]![0].application
        for (action, field, value) in [
            (Action.documents, "documents", FieldValue.flag(false)), (.interview, "interviewed_on", .day(today)),
            (.offer, "offered_on", .day(today)), (.contract, "contracted_on", .day(today)),
            (.decline, "declined_on", .day(today)),
        ] {
            var screen = try screen(desk, [.right], context)
            var changed = stored.record
            changed[field] = value
            let write = Write.edit(stored.key, version: 3, to: changed)
            #expect(screen.update(.action(action), context) == [.write(write)])
            let said = screen.update(.written(write, .edited), context)
            guard case .say(let message)? = said.first else {
                Issue.record("nothing said")
                continue
            }
            #expect(message.kind == .good && message.text.hasPrefix("佐藤健："), "\(message.text)")
        }
    }

    @Test func aStepTakenTodayIsTakenBackByTheSameKey() throws {
        let desk = MatchingDesk(postings: 1)
        let context = desk.context()
        var screen = try screen(desk, [.right, .down], context)
        let stored = desk.people[1]![1].application
        var changed = stored.record
        changed["offered_on"] = .none
        #expect(screen.update(.action(.offer), context) == [.write(.edit(stored.key, version: 3, to: changed))])
        // A step of another day is not lost by a key.
        #expect(screen.update(.action(.interview), context).isEmpty)
        #expect(refusal(.interview, screen, context)?.ja == "面談は11/12に済んでいます（直すには e）")
    }

    @Test func whoHasAContractIsNotDeclinedByAKey() throws {
        let context = MatchingDesk(postings: 1).context()
        var application = MatchingDesk(postings: 1).people[1]![0].application.record
        application["contracted_on"] = .day(today)
        let refused = #expect(throws: MatchingStep.Refused.self) {
            try MatchingStep.decline.toggled(in: application, context)
        }
        #expect(refused?.reason.en == "has a contract of \(today.short(.en)); take that back first (K or e)")
        // One that stands beside it already can be taken back
        application["declined_on"] = .day(today)
        #expect(try MatchingStep.decline.toggled(in: application, context)["declined_on"] == FieldValue.none)
    }

    @Test func aKeySaysWhyItCannot() throws {
        let desk = MatchingDesk(postings: 1)
        let context = desk.context()
        #expect(refusal(.offer, try screen(desk, [], context), context)?.en == "choose an applicant first (→)")
        let declined = try screen(desk, [.right, .down, .down], context)
        #expect(refusal(.offer, declined, context)?.en == "declined on 18 Nov; e corrects it")
        #expect(refusal(.documents, declined, context) != nil)
        let ended = {
            var context = context
            context.today = Day(2026, 4, 1)!
            return context
        }()
        let late = try screen(desk, [.right], ended)
        #expect(refusal(.interview, late, ended)?.en == "today is outside the period; e takes another date")
        #expect(refusal(.documents, late, ended) == nil)
        var early = context
        early.today = Day(2025, 11, 4)!
        #expect(
            refusal(.interview, try screen(desk, [.right], early), early)?.en == "is before the application (5 Nov)")
        let empty = MatchingDesk(postings: 0)
        let none = try screen(empty, [], context)
        #expect(refusal(.addApplicant, none, context) != nil && refusal(.open, none, context) != nil)
        #expect(lines(none, context).contains { $0.contains("まだ求人がありません") })
    }

    @Test func keysOpenFormsAndFiles() throws {
        let desk = MatchingDesk(postings: 3)
        let context = desk.context()
        var left = try screen(desk, [.down], context)
        #expect(left.update(.action(.open), context) == [.open(.organisation(OrganisationID(2)))])
        #expect(left.update(.action(.edit), context) == [.open(.form(.edit(RecordKey(.posting, 2))))])
        #expect(left.update(.action(.addPosting), context) == [.open(.form(FormRequest(.posting)))])
        #expect(
            left.update(.action(.addApplicant), context)
                == [.open(.form(FormRequest(.application, given: ["posting": .number(2)])))])
        var right = try screen(desk, [.right, .down], context)
        #expect(right.update(.action(.open), context) == [.open(.record(RecordKey(.talent, 2)))])
        #expect(right.update(.action(.edit), context) == [.open(.form(.edit(RecordKey(.application, 2))))])
    }

    /// A day that was marked as today's and was another is mended at once.
    @Test func anApplicationsFormOpensAtItsLastStep() throws {
        let desk = MatchingDesk(postings: 3)
        let context = desk.context()
        var right = try screen(desk, [.right, .down], context)
        guard case .open(.form(let request))? = right.update(.action(.edit), context).first else {
            Issue.record("no form opens")
            return
        }
        #expect(request.focus == "offered_on")
    }

    @Test func whoWasEnteredIsSelected() throws {
        let desk = MatchingDesk(postings: 3)
        var context = desk.context()
        var screen = try screen(desk, [], context)
        desk.addApplicant(9, to: 1, "新人", [:])
        _ = screen.update(.returned(RecordKey(.application, 9)), context)
        context.dataVersion += 1
        try screen.load(from: desk, context)
        #expect(screen.panel == .applicants && screen.applicant?.name == "新人")
    }

    @Test func postingsPageByPlaceAndCanBeNarrowedToOpenOnes() throws {
        let desk = MatchingDesk(postings: 400)
        desk.addPosting(900, on: today, closed: today + -1)
        desk.addPosting(901, on: today, closed: today)
        let context = desk.context()
        var screen = try screen(desk, [.last], context)
        #expect(screen.posting?.posting.key.id == 400)
        #expect(screen.postings.rows.count <= 50 * 8 && desk.largestPage <= 250)
        _ = screen.update(.action(.filter), context)
        try screen.load(from: desk, context)
        #expect(screen.posting?.posting.key.id == 901)
        #expect(!screen.postings.rows.contains { $0.posting.key.id == 900 })
        #expect(lines(screen, context)[1].hasSuffix("掲載中のみ · 1件目"))
    }

    @Test func theKeysOfStepsMoveNothing() {
        let context = MatchingDesk(postings: 0).context()
        let all = MatchingScreen().bindings(context)
        for key in all.flatMap(\.keys) {
            #expect(all.filter { $0.keys.contains(key) }.count == 1, "\(key)")
        }
    }

    @Test func whatIsTakenBackIsSaidWithTheStep() throws {
        let desk = MatchingDesk(postings: 1)
        let context = desk.context()
        var screen = try screen(desk, [], context)
        func said(_ outcome: Outcome, _ write: Write) -> [Effect] { screen.update(.written(write, outcome), context) }
        let label = LocalizedText(ja: "面談日", en: "interviewed on")
        func edit(_ fields: Int) -> UndoReceipt.Change {
            UndoReceipt.Change(label: RecordKind.application.label, fields: Array(repeating: label, count: fields))
        }
        let receipt = UndoReceipt(action: .edit, name: "佐藤健 EC サイトの改善", change: edit(1))
        #expect(
            said(.undone(receipt), .undo) == [.say(Message(.good, "応募の編集（佐藤健 EC サイトの改善：面談日）を取り消しました"))])
        #expect(
            said(.redone(receipt), .redo) == [.say(Message(.good, "応募の編集（佐藤健 EC サイトの改善：面談日）をやり直しました"))])
        // Much that was changed at once is not listed.
        let much = UndoReceipt(action: .edit, name: "甲", change: edit(4))
        #expect(said(.undone(much), .undo) == [.say(Message(.good, "応募の編集（甲）を取り消しました"))])
        let nameless = UndoReceipt(action: .editSeveral, name: "")
        #expect(said(.undone(nameless), .undo) == [.say(Message(.good, "一括変更を取り消しました"))])
    }
}
