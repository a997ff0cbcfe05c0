import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What stands behind a number.
@Suite struct ExplainScreenTests {
    private func screen(
        _ desk: FakeDesk, _ indicator: IndicatorID = FakeDesk.companies, _ actions: [Action] = [], _ context: Context
    ) throws -> ExplainScreen {
        var screen = ExplainScreen(indicator: indicator)
        try screen.load(from: desk, context)
        for action in actions {
            _ = screen.update(.action(action), context)
            try screen.load(from: desk, context)
        }
        return screen
    }

    private func lines(
        _ desk: FakeDesk, _ indicator: IndicatorID = FakeDesk.companies, _ actions: [Action] = [],
        _ language: Language = .ja, width: Int = 80, height: Int = 24
    ) throws -> [String] {
        let context = desk.context(language, size: Size(width: width, height: height))
        var canvas = Canvas(size: context.size)
        _ = try screen(desk, indicator, actions, context).draw(on: &canvas, in: context.body, context)
        return canvas.lines
    }

    /// Answers of companies: 3 of 4 content in A3-1, none in C1; one company more came and didn't answer.
    private func survey() -> FakeDesk {
        let desk = FakeDesk(companies: 6)
        for number in 1...5 {
            let company = RecordKey(.organisation, Int64(number))
            let answer = RecordKey(.surveyAnswer, Int64(number))
            func add(_ part: RatePart, _ reason: ExclusionReason? = nil) {
                desk.add(
                    FakeDesk.satisfaction, "A3-1", part: part.rawValue, subject: company, source: answer,
                    FakeDesk.today, reason)
            }
            add(.attended)
            if number < 5 { add(number == 4 ? .other : .content) }
        }
        return desk
    }

    @Test func enterAndEOnAGaugeExplainIt() {
        let desk = FakeDesk(companies: 10)
        for key in [Key.enter, .character("e")] {
            let frame = desk.run([key]).frame.lines
            #expect(frame.contains { $0.contains("支援企業６０社以上") }, "\(key)")
        }
        #expect(desk.run([.enter, .escape]).frame == desk.run([]).frame)
    }

    @Test func theOverviewStillLeadsToThePipeline() {
        let desk = FakeDesk(companies: 10)
        #expect(desk.run([.character("p")]).frame.lines.contains { $0.contains("A 戦略") })
        let refused = desk.run([.down, .character("p")]).frame.lines.last!
        #expect(refused.contains("全体 KPI には事業のページがありません"))
    }

    @Test func figurePaceConditionsAndTheCallsWordsAreThere() throws {
        let frame = try lines(FakeDesk(companies: 10)).joined(separator: "\n")
        for text in [
            "A2 支援企業  A2.companies", "/60社", "▼ 遅れ", "今日までの目安 31.2", "予測 ", "必要なペース 週", "✓ 1社3回まで", "✗ 各県1社以上：未達",
            "公募要領「目標：支援企業６０社以上", "計上 8 · 除外 2",
        ] {
            #expect(frame.contains(text), "\(text) in\n\(frame)")
        }
    }

    @Test func rowsSayWhyTheyAreExcluded() throws {
        let frame = try lines(FakeDesk(companies: 10), width: 120)
        let excluded = frame.filter { $0.contains(" ✗ ") && $0.contains("九州食品") }
        #expect(excluded.count == 2)
        #expect(excluded.allSatisfy { $0.contains("適格が未確認の企業") })
        #expect(frame.filter { $0.contains(" ✓ ") && $0.contains("九州食品") }.count == 8)
    }

    @Test func theFilterGoesThroughCountedAndExcluded() throws {
        let desk = FakeDesk(companies: 10)
        #expect(try lines(desk, FakeDesk.companies, [.filter]).filter { $0.contains("九州食品") }.count == 8)
        #expect(try lines(desk, FakeDesk.companies, [.filter, .filter]).filter { $0.contains("九州食品") }.count == 2)
        #expect(
            try lines(desk, FakeDesk.companies, [.filter, .filter, .filter]).filter { $0.contains("九州食品") }.count
                == 10)
    }

    @Test func aRateShowsNumeratorAndDenominatorPooledAndByProgramme() throws {
        let frame = try lines(survey(), FakeDesk.satisfaction, [], .ja, width: 120, height: 40).joined(separator: "\n")
        for text in ["全体 3/4 75%", "A 3/4 75%", "C 0/0 –", "回答率 4/5 80%", "人材の満足度 0/0 –", "満足（企業）"] {
            #expect(frame.contains(text), "\(text) in\n\(frame)")
        }
    }

    @Test func aRateOnTheOverviewNeverStandsWithoutItsDenominator() {
        let desk = survey()
        for (width, height) in [(40, 12), (60, 20), (80, 24), (250, 70)] {
            let frame = desk.run([], size: Size(width: width, height: height)).frame.lines
            #expect(frame.contains { $0.contains("満足") && $0.contains("3/4") }, "\(width)×\(height)")
            // Where there is no room beside it, the name stands above its gauge.
            let pairs = zip(frame, frame.dropFirst() + [""])
            #expect(pairs.contains { $0.contains("内定率") && $0.contains("0/0") && ($0 + $1).contains("–") })
        }
    }

    @Test func theMatrixAddsUp() throws {
        let desk = FakeDesk(companies: 20)
        let frame = try lines(desk, FakeDesk.companies, [.matrix], .en)
        let sums = try #require(frame.last { $0.contains("Total") })
        let numbers = sums.split(separator: " ").compactMap { Int($0) }
        #expect(numbers.dropLast().reduce(0, +) == 16)
        #expect(numbers.last == 16)
        #expect(frame.contains { $0.contains("Fukuoka") })
        #expect(frame.contains { $0.contains("Jul") && $0.contains("Mar") })
    }

    @Test func onlyRowsOfferWhatIsDoneToARow() throws {
        let desk = FakeDesk(companies: 20)
        let context = desk.context()
        func offers(_ actions: [Action]) throws -> Bool {
            let offered = try screen(desk, FakeDesk.companies, actions, context).bindings(context).map(\.action)
            #expect(offered.contains(.open) == offered.contains(.organisation))
            return offered.contains(.open)
        }
        #expect(try offers([]))
        #expect(try !offers([.matrix]))
        #expect(try !offers([.facts]))
        #expect(try offers([.matrix, .matrix]))
    }

    @Test func aNarrowMatrixScrollsToItsLastMonthAndNoFurther() throws {
        let desk = FakeDesk(companies: 20)
        let right = Array(repeating: Action.right, count: 30)
        let frame = try lines(desk, FakeDesk.companies, [.matrix] + right, .ja, width: 40, height: 12)
        #expect(frame.contains { $0.contains("3月") && $0.contains("計") })
        #expect(!frame.contains { $0.contains(" 7月") })
    }

    @Test func aNarrowMatrixOpensAtThisMonth() throws {
        let frame = try lines(FakeDesk(companies: 20), FakeDesk.companies, [.matrix], .ja, width: 40, height: 12)
        #expect(frame.contains { $0.contains("11月   ") && $0.contains("計") && !$0.contains("12月") })
    }

    @Test func onASmallScreenWhatIsNotMetComesBeforeWhatIs() throws {
        let desk = FakeDesk(companies: 10)
        let frame = try lines(desk, FakeDesk.companies, [], .ja, width: 40, height: 12)
        #expect(frame.contains { $0.contains("✗ 各県1社以上：未達") })
        #expect(!frame.contains { $0.contains("1社3回まで") })
        #expect(frame.contains { $0.contains("計上 8 · 除外 2") })
        // Where what isn't met has no room, nothing that is met stands in its place
        let tight = try lines(desk, FakeDesk.companies, [], .ja, width: 30, height: 12)
        #expect(!tight.contains { $0.contains("1社3回まで") || $0.contains("未達") })
        let facts = try lines(desk, FakeDesk.companies, [.facts], .ja, width: 40, height: 12)
        #expect(facts.contains { $0.contains("1社3回まで") })
        #expect(facts.contains { $0.contains("公募要領") })
    }

    @Test func enterOnAConsultationOpensItsCompanyAndOTheOrganisation() throws {
        let desk = FakeDesk(companies: 3)
        let context = desk.context()
        var screen = try screen(desk, FakeDesk.companies, [.last], context)
        let company = OrganisationID(screen.list.current!.contribution.subject.id)
        #expect(screen.update(.action(.open), context) == [.open(.organisation(company))])
        #expect(screen.update(.action(.organisation), context) == [.open(.organisation(company))])
    }

    @Test func enterOnAnyOtherRowOpensItsRecord() throws {
        let desk = survey()
        let context = desk.context()
        var screen = try screen(desk, FakeDesk.satisfaction, [], context)
        #expect(screen.update(.action(.open), context) == [.open(.record(RecordKey(.surveyAnswer, 1)))])
        #expect(screen.update(.action(.organisation), context) == [.open(.organisation(OrganisationID(1)))])
    }

    @Test func aPersonsRowOpensTheRecordAndLeadsToThePostingsCompany() throws {
        let desk = FakeDesk(companies: 3)
        desk.addApplication(9, company: 2)
        desk.add(
            "KPI.offer-rate", "C1", part: RatePart.person.rawValue, subject: RecordKey(.talent, 9),
            source: RecordKey(.application, 9), FakeDesk.today)
        let context = desk.context()
        var screen = try screen(desk, "KPI.offer-rate", [], context)
        #expect(screen.update(.action(.open), context) == [.open(.record(RecordKey(.application, 9)))])
        #expect(screen.update(.action(.organisation), context) == [.open(.organisation(OrganisationID(2)))])
    }

    @Test func theOrganisationIsLookedUpAnewWhenTheDataChanged() throws {
        let desk = FakeDesk(companies: 3)
        desk.addApplication(9, company: 2)
        desk.add(
            "KPI.offer-rate", "C1", part: RatePart.person.rawValue, subject: RecordKey(.talent, 9),
            source: RecordKey(.application, 9), FakeDesk.today)
        var context = desk.context()
        var screen = try screen(desk, "KPI.offer-rate", [], context)
        #expect(screen.organisation == OrganisationID(2))
        desk.stored[RecordKey(.posting, 9)]?["organisation"] = .number(3)
        context.dataVersion += 1
        try screen.load(from: desk, context)
        #expect(screen.organisation == OrganisationID(3))
    }

    @Test func anEmptyIndicatorSaysWhatToPress() throws {
        let desk = FakeDesk()
        #expect(try lines(desk).contains { $0.contains("まだ1行もありません") })
        let refused = desk.run([.enter, .enter]).frame.lines.last!
        #expect(refused.contains("選ばれている行がありません"))
    }

    @Test func anotherWriteKeepsTheSelectedRow() {
        let desk = FakeDesk(companies: 30)
        let keys: [Key] = [.enter, .down, .down, .control("l"), .control("l")]
        let before = desk.run(keys, size: Size(width: 120, height: 40))
        let chosen = before.frame.lines[before.cursor.y]
        let after = desk.run(
            keys, size: Size(width: 120, height: 40),
            interludes: [
                1: {
                    desk.add(31, date: Day(2025, 7, 1)!)
                    desk.token += 1
                }
            ])
        #expect(after.frame.lines[after.cursor.y] == chosen)
        #expect(after.cursor.y == before.cursor.y)
        #expect(after.frame.lines.contains { $0.contains("計上 25 · 除外 6") })
    }

    @Test func theNextIndicatorKeepsTheView() throws {
        let desk = survey()
        let context = desk.context()
        let screen = try screen(desk, FakeDesk.companies, [.matrix, .nextIndicator], context)
        #expect(screen.indicator == FakeDesk.satisfaction)
        #expect(screen.view == .matrix)
        let back = try self.screen(desk, FakeDesk.companies, [.previousIndicator], context)
        #expect(back.indicator == "KPI.offer-rate")
    }

    @Test func noSizeCrashesAndEveryRowIsWhole() {
        let desk = survey()
        desk.addApplication(9, company: 2)
        for index in 10..<150 { desk.add(index) }
        let scripts: [[Key]] = [
            [.enter], [.enter, .character("m")], [.enter, .character("m"), .right, .down], [.enter, .character("i")],
            [.enter, .character("G"), .character("f")], [.down, .enter], [.down, .enter, .enter],
        ]
        for (width, height) in [
            (1, 1), (2, 1), (1, 2), (2, 2), (3, 3), (10, 3), (20, 5), (39, 11), (40, 12), (60, 16), (80, 24), (120, 40),
            (250, 70),
        ] {
            for (language, glyphs) in [(Language.ja, Glyphs.unicode), (.en, .ascii)] {
                for keys in scripts {
                    let size = Size(width: width, height: height)
                    let canvas = desk.run(keys, language: language, size: size, glyphs: glyphs).frame
                    for y in 0..<height {
                        let widths = canvas.row(y).map { Int($0.width) }
                        #expect(widths.reduce(0, +) == width, "\(keys) at \(width)×\(height), row \(y)")
                    }
                }
            }
        }
    }

    @Test func asciiGlyphsDrawNoOtherSymbols() {
        let desk = survey()
        let symbols = Set("─│╭╮╰╯…█▀▄▏▎▍▌▋▊▉┃●○✓▲▼✗▸›")
        for keys: [Key] in [[.enter], [.enter, .character("m")], [.down, .enter], [.down, .enter, .enter]] {
            let frame = desk.run(keys, language: .en, size: Size(width: 120, height: 40), glyphs: .ascii).frame
            for line in frame.lines { #expect(symbols.isDisjoint(with: line), "\(line)") }
        }
    }
}
